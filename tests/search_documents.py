"""Made-up documents for the tests of search: only what matters is said."""

from __future__ import annotations

from typing import Any

from atazan.search.document import Document
from atazan.search.index import Index, index_in_memory


def document(id: str, text: str | dict[str, str] = "", **more: Any) -> Document:
    """A document; plain words are Russian."""
    texts = {"ru": text} if isinstance(text, str) else text
    kind = id.partition("/")[0]
    given = {"kind": kind, "title": {}, "text": texts, "path": id.partition("@")[0]} | more
    return Document(id=id, **given)


def indexed(*documents: Document) -> Index:
    """An index of the documents, in memory."""
    index = index_in_memory()
    index.put(documents)
    return index
