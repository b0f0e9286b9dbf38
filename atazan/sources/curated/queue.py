"""What waits on the desk: readings with how many proposals are open, and those done with."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from msgspec import Struct

from atazan.journal import private
from atazan.sources.models import Document, Proposal, Reading


class Waiting(Struct, frozen=True):
    """A reading with how many of its proposals are open, accepted and rejected."""

    reading: Reading
    title: dict[str, str] | None
    open: int
    accepted: int
    rejected: int

    @property
    def all(self) -> int:
        return self.open + self.accepted + self.rejected


def readings() -> QuerySet[Reading]:
    """Every reading that repeats no other, the last read first."""
    return Reading.objects.filter(repeats=None).order_by("-entry")


def counted(rows: list[Reading]) -> list[Waiting]:
    """The readings with their counts."""
    of_these = Proposal.objects.filter(document__in=[row.id for row in rows])
    found = of_these.values("document").annotate(
        open=Count("id", filter=Q(state="open")),
        accepted=Count("id", filter=Q(state="accepted")),
        rejected=Count("id", filter=Q(state="rejected")),
    )
    counts: dict[str, Any] = {one["document"]: one for one in found}
    titles = titles_of(rows)
    nothing = {"open": 0, "accepted": 0, "rejected": 0}
    return [
        Waiting(row, titles.get(row.id), one["open"], one["accepted"], one["rejected"])
        for row in rows
        for one in [counts.get(row.id, nothing)]
    ]


def titles_of(rows: list[Reading]) -> dict[str, dict[str, str]]:
    """The title of each reading by its id: as printed, else as the record calls the document."""
    described = Document.objects.filter(pk__in=[row.id for row in rows if not row.title])
    called: dict[str, dict[str, str]] = dict(described.values_list("id", "title"))
    return {**called, **{row.id: {row.language: row.title} for row in rows if row.title}}


def waiting() -> QuerySet[Reading]:
    """The readings with a proposal that waits for a decision."""
    open_ones = Proposal.objects.filter(state="open").values("document")
    return Reading.objects.filter(pk__in=open_ones).order_by("-published", "-entry")


def proposals(reading: str) -> list[tuple[int, Proposal]]:
    """The proposals of a reading, numbered in the order of its text."""
    rows = Proposal.objects.filter(document=reading)
    return list(enumerate(sorted(rows, key=lambda row: (row.start, row.end, row.id)), 1))


def text_of(reading: Reading) -> str | None:
    """The words of a reading; None where they were erased."""
    return private.reveal(reading.text)


def retold(reading: str) -> list[Reading]:
    """The readings that repeat this one."""
    return list(Reading.objects.filter(repeats=reading).order_by("entry"))


def next_waiting(after: str) -> Reading | None:
    """The next reading on the desk that waits, other than this one."""
    return waiting().exclude(pk=after).first()
