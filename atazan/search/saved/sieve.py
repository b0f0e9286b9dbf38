"""What is new of the record, sifted by one question after another.

An index of its own, in memory, of the documents recorded since: small on most nights, so that a
thousand questions ask little. A document is told only if it says every part of a question; no part
is loosened and no spelling put right, as on the page, so that letters do not come for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from atazan.search import planning
from atazan.search.analysed import analysed
from atazan.search.asking import Asked
from atazan.search.document import Document
from atazan.search.engines import Mark
from atazan.search.engines.tantivy import Tantivy


class Sieve:
    """Documents, and which of them a question finds."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = list(documents)
        self._engine = Tantivy()
        entries = (analysed(one, row) for row, one in enumerate(self._documents, 1))
        self._engine.write(entries, (), Mark())

    def __len__(self) -> int:
        return len(self._documents)

    def found(self, asked: Asked) -> list[Document]:
        """The documents that say all of a question, whatever their day, the latest entry first."""
        if not self._documents:
            return []
        question = planning.read(replace(asked, day=None))
        places = self._engine.find(question.plan, len(self)).candidates
        said = [planning.surface(one) for one in question.phrases]
        found = [self._documents[one.row - 1] for one in places]
        kept = [one for one in found if all(_says(one, words) for words in said)]
        return sorted(kept, key=lambda one: -one.entry)


def _says(document: Document, words: re.Pattern[str]) -> bool:
    return any(map(words.search, (*document.title.values(), *document.text.values())))
