"""Ask about sources: documents, the mechanisms they name, and every act that cites them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atazan.journal.models import Entry
from atazan.rules.text import LANGS, Lang
from atazan.sources.models import Document, Mechanism

_ABOUT_DOCUMENTS = ("document.described/1", "mechanism.named/1")
_HEADLINES = (
    "title",
    "names",
    "question",
    "subject",
    "step",
    "outcome",
    "institution",
    "says",
    "how",
)


class UnknownSource(LookupError):
    """No document has this name; `known` are those there are."""

    def __init__(self, given: str) -> None:
        self.given, self.known = given, tuple(row.id for row in documents())
        super().__init__(f"no source '{given}'; the sources are {', '.join(self.known)}")


class Cited(Struct, frozen=True):
    """An act of the journal that cites a source. `done_on` is the day as written, if known."""

    number: int
    kind: str
    stream: str
    done_on: str | None
    id: str | None
    headline: Mapping[str, str]

    def says(self, lang: Lang) -> str:
        """What it is about, in `lang` or in a language that was found; else its subject."""
        for one in (lang, *LANGS):
            if self.headline.get(one):
                return self.headline[one]
        return self.id or self.stream


class Described(Struct, frozen=True):
    """A document, the mechanisms it describes, and the acts that cite it, in journal order."""

    document: Document
    mechanisms: list[Mechanism]
    citing: list[Cited]


def documents() -> list[Document]:
    """Every document described, in the order they entered the record."""
    return list(Document.objects.order_by("entry"))


def document(given: str) -> Document:
    """A document by id, file name, or the number its file begins with. Raises UnknownSource."""
    rows = documents()
    for row in rows:
        if given == row.id or given in row.files:
            return row
    if given.isdigit():
        for row in rows:
            if any(file.startswith(f"{given.zfill(3)}_") for file in row.files):
                return row
    raise UnknownSource(given)


def described(given: str) -> Described:
    """All about one source. Raises UnknownSource."""
    row = document(given)
    return Described(row, mechanisms(row.id), citing(row))


def mechanisms(document: str) -> list[Mechanism]:
    """The mechanisms a document names, in the order of its text."""
    return list(Mechanism.objects.filter(document=document).order_by("entry"))


def citing(document: Document) -> list[Cited]:
    """Every act of the journal that names the document among its sources, in journal order.

    The acts that describe the document itself are left out. Acts stand as first recorded.
    """
    found: dict[int, Cited] = {}
    for file in document.files:
        quoted = msgspec.json.encode(file).decode()
        rows = Entry.objects.filter(body__contains=quoted).exclude(kind__in=_ABOUT_DOCUMENTS)
        for number, stream, body in rows.values_list("number", "stream", "body"):
            act = msgspec.json.decode(body)["act"]
            if file in act.get("sources", ()):
                found[number] = _cited(number, stream, act)
    return [found[number] for number in sorted(found)]


def _cited(number: int, stream: str, act: dict[str, Any]) -> Cited:
    headline = next((act[name] for name in _HEADLINES if isinstance(act.get(name), dict)), {})
    return Cited(
        number=number,
        kind=act["kind"],
        stream=stream,
        done_on=act.get("done_on"),
        id=act.get("id"),
        headline=headline,
    )
