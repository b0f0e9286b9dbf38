"""What deeds about sources do to the register of sources."""

from __future__ import annotations

from collections.abc import Iterator

from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.rows import Amend, Change, Put
from atazan.sources.acts import DocumentDescribed, ErrorAnswered, ErrorReported, MechanismNamed
from atazan.sources.models import Document, ErrorReport, Mechanism


def _document(act: DocumentDescribed) -> Iterator[Change]:
    names = ("title", "language", "publisher", "published", "url", "files")
    yield Put(Document, act.id, values(act, *names))


def _mechanism(act: MechanismNamed) -> Iterator[Change]:
    yield Put(Mechanism, act.id, values(act, "document", "says", "page", "command"))


def _report(act: ErrorReported) -> Iterator[Change]:
    yield Put(ErrorReport, act.id, values(act, "page", "says", "contact"))


def _answer(act: ErrorAnswered) -> Iterator[Change]:
    yield Amend(ErrorReport, act.id, {"answer": act.answer})


DEEDS = [
    Deed(DocumentDescribed, stream=lambda act: f"document/{act.id}", rows=_document),
    Deed(MechanismNamed, stream=lambda act: f"document/{act.document}", rows=_mechanism),
    Deed(ErrorReported, stream=lambda act: f"report/{act.id}", rows=_report),
    Deed(ErrorAnswered, stream=lambda act: f"report/{act.id}", rows=_answer),
]
