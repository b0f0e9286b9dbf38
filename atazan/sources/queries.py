"""Ask about sources: documents, the mechanisms they name, and every act that cites them."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from atazan.journal.sealed import open_entries
from atazan.sources.chronicle import Told as Cited
from atazan.sources.chronicle import Written, tell
from atazan.sources.models import Document, Mechanism

_WITHDRAWN = "act.withdrawn/1"
_ABOUT_DOCUMENTS = (_WITHDRAWN, "document.described/1", "mechanism.named/1")


class UnknownSource(LookupError):
    """No document has this name; `known` are those there are."""

    def __init__(self, given: str) -> None:
        self.given, self.known = given, tuple(row.id for row in documents())
        super().__init__(f"no source '{given}'; the sources are {', '.join(self.known)}")


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

    The acts that describe the document itself are left out, and those withdrawn since, with their
    withdrawals. Acts stand as first recorded.
    """
    found: dict[int, Written] = {}
    gone = withdrawn()
    for file in document.files:
        quoted = msgspec.json.encode(file).decode()
        rows = open_entries().filter(body__contains=quoted).exclude(kind__in=_ABOUT_DOCUMENTS)
        for number, stream, version, body in rows.values_list(
            "number", "stream", "version", "body"
        ):
            act = msgspec.json.decode(body)["act"]
            if file in act.get("sources", ()) and (stream, version) not in gone:
                found[number] = Written(number, stream, act.get("done_on"), act)
    return tell(found[number] for number in sorted(found))


def withdrawn() -> set[tuple[str, int]]:
    """The acts withdrawn: the name of the file and the version in it."""
    rows = open_entries().filter(kind=_WITHDRAWN).values_list("body", flat=True)
    acts = (msgspec.json.decode(body)["act"] for body in rows)
    return {(act["subject"], act["version"]) for act in acts}


def cited() -> dict[str, int]:
    """How many acts cite each document, by its id; documents that nothing cites have 0."""
    quoted = {
        row.id: [msgspec.json.encode(file).decode() for file in row.files] for row in documents()
    }
    found, gone = dict.fromkeys(quoted, 0), withdrawn()
    rows = open_entries().exclude(kind__in=_ABOUT_DOCUMENTS)
    for stream, version, body in rows.values_list("stream", "version", "body").iterator(
        chunk_size=2000
    ):
        if (stream, version) in gone:
            continue
        for id, files in quoted.items():
            found[id] += any(file in body for file in files)
    return found
