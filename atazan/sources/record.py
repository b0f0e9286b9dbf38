"""What deeds about sources do to the register of sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.rows import Amend, Change, Put
from atazan.sources.acts import (
    ActProposed,
    DocumentDescribed,
    DocumentRead,
    ErrorAnswered,
    ErrorReported,
    MechanismNamed,
    ProposalAccepted,
    ProposalCorrected,
    ProposalRejected,
    ProposalReopened,
)
from atazan.sources.models import Document, ErrorReport, Mechanism, Proposal, Reading


def _document(act: DocumentDescribed) -> Iterator[Change]:
    names = ("title", "language", "publisher", "published", "url", "files")
    yield Put(Document, act.id, values(act, *names))


_READING = (
    "language hash place cited_as text title outlet author published url repeats rests_on"
).split()
_PROPOSED = "quote start end sure said_by pattern known".split()
_OPEN: dict[str, Any] = {
    "state": "open",
    "how": None,
    "reason": None,
    "words": None,
    "recorded": [],
}


def _read(act: DocumentRead) -> Iterator[Change]:
    yield Put(Reading, act.id, values(act, *_READING))


def _told(act: ActProposed | ProposalCorrected) -> dict[str, Any]:
    told = values(act, "tells", "date", "actors", "office", "counterparts", "modality")
    return {**told, "object_names": list(act.objects)}


def _proposed(act: ActProposed) -> Iterator[Change]:
    row = {"document": act.document, **_told(act), **values(act, *_PROPOSED), **_OPEN}
    yield Put(Proposal, act.id, row)


def _retold(act: ProposalCorrected) -> Iterator[Change]:
    yield Amend(Proposal, act.id, {**_told(act), "corrected": True})


def _accepted(act: ProposalAccepted) -> Iterator[Change]:
    row = {"state": "accepted", "how": act.how, "recorded": list(act.entries)}
    yield Amend(Proposal, act.id, row)


def _rejected(act: ProposalRejected) -> Iterator[Change]:
    row = {"state": "rejected", **values(act, "reason", "words")}
    yield Amend(Proposal, act.id, row)


def _reopened(act: ProposalReopened) -> Iterator[Change]:
    yield Amend(Proposal, act.id, _OPEN)


def _mechanism(act: MechanismNamed) -> Iterator[Change]:
    yield Put(Mechanism, act.id, values(act, "document", "says", "page", "command"))


def _report(act: ErrorReported) -> Iterator[Change]:
    yield Put(ErrorReport, act.id, values(act, "page", "says", "contact"))


def _answer(act: ErrorAnswered) -> Iterator[Change]:
    yield Amend(ErrorReport, act.id, {"answer": act.answer})


def _reading(act: Any) -> str:
    """The file of a document read: its reading, what it proposes, what was decided."""
    return f"reading/{act.document}"


DEEDS: list[Deed[Any]] = [
    Deed(DocumentRead, stream=lambda act: f"reading/{act.id}", rows=_read),
    Deed(ActProposed, stream=_reading, rows=_proposed),
    Deed(ProposalCorrected, stream=_reading, rows=_retold),
    Deed(ProposalAccepted, stream=_reading, rows=_accepted),
    Deed(ProposalRejected, stream=_reading, rows=_rejected),
    Deed(ProposalReopened, stream=_reading, rows=_reopened),
    Deed(DocumentDescribed, stream=lambda act: f"document/{act.id}", rows=_document),
    Deed(MechanismNamed, stream=lambda act: f"document/{act.document}", rows=_mechanism),
    Deed(ErrorReported, stream=lambda act: f"report/{act.id}", rows=_report),
    Deed(ErrorAnswered, stream=lambda act: f"report/{act.id}", rows=_answer),
]
