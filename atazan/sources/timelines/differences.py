"""Where sources of one act differ: another day than the record has, or what was recorded at first.

A document confirmed by a curator may give another day than the act it proves; both stand. What a
correction changed stands beside what it was changed to, with the reason given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atazan.journal.models import Entry
from atazan.journal.sealed import open_entries
from atazan.rules.day import PartialDay
from atazan.sources.models import Proposal, Reading
from atazan.sources.timelines.ledger import Ledger

_DAYS = ("done_on", "since", "until", "seen_first", "seen_last", "vote_on")
_WHO = ("person", "office", "number")
"""Fields of which it is told that they were corrected: days, and who or what is named."""


class Difference(Struct, frozen=True):
    """`field` is `day`, or that of the act; `record` is what the record says, `other` what `source`
    says, or what was recorded at first where `reason` tells why that was corrected."""

    field: str
    record: str | None
    other: str | None
    source: str | None = None
    reason: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether days differ."""
        return self.field not in _WHO


def differences(journal: Ledger) -> Mapping[int, tuple[Difference, ...]]:
    """What differs, by the entry of the act."""
    found: dict[int, tuple[Difference, ...]] = {}
    for number, one in (*_told_otherwise(journal), *_corrected()):
        found[number] = (*found.get(number, ()), one)
    return found


def _told_otherwise(journal: Ledger) -> Iterator[tuple[int, Difference]]:
    """Days of confirmed proposals that cannot be the day of the act they prove."""
    rows = list(Proposal.objects.filter(state="accepted").exclude(date=None))
    names = dict(Reading.objects.values_list("pk", "cited_as"))
    for row in rows:
        for number in row.recorded:
            line = journal.lines.get(number)
            day = line and line.day
            if day and row.date and not _may_be_one(day, row.date):
                source = names.get(row.document, row.document)
                yield number, Difference("day", day, row.date, source)


def _may_be_one(one: str, other: str) -> bool:
    a, b = PartialDay.read(one), PartialDay.read(other)
    return a.first <= b.last and b.first <= a.last


def _corrected() -> Iterator[tuple[int, Difference]]:
    for body in open_entries().filter(kind="act.corrected/1").values_list("body", flat=True):
        act = msgspec.json.decode(body)["act"]
        before = Entry.objects.filter(stream=act["subject"], version=act["version"]).first()
        if before is None:
            continue
        first: dict[str, Any] = msgspec.json.decode(before.body)["act"]
        told = set()
        for field in (*_DAYS, *_WHO):
            was, now = first.get(field), act["changes"].get(field)
            if was is None or field not in act["changes"] or was == now or (was, now) in told:
                continue
            told.add((was, now))  # a day may stand in two fields; it is told once
            yield before.number, Difference(field, _words(now), str(was), None, act["reason"])


def _words(value: object) -> str | None:
    return None if value is None else str(value)
