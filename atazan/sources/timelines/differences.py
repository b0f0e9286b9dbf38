"""Where sources of one act differ: another day or name than the record has, or what stood at first.

A document confirmed by a curator may give another day than the act it proves, or call the person
by a name that is no form of the one the record has; both stand. What a correction changed stands
beside what it was changed to, with the reason given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atazan.institutions.models import Person, Tenure
from atazan.journal.models import Entry
from atazan.journal.sealed import open_entries
from atazan.rules.day import PartialDay
from atazan.sources.models import Proposal, Reading
from atazan.sources.timelines.ledger import Ledger, Line
from atazan.words import name_keys

_OF_PERSONS = ("appoint", "elect", "release", "nominate", "consent")
_ABOUT_ONE = ("office.taken", "office.left", "candidate.proposed", "oath.taken", "vote.taken")
_DAYS = ("done_on", "since", "until", "seen_first", "seen_last", "vote_on")
_WHO = ("person", "office", "number")
"""Fields of which it is told that they were corrected: days, and who or what is named."""


class Difference(Struct, frozen=True):
    """`field` is `day`, `name`, or that of the act; `record` is what the record says, `other` what
    `source` says, or what was recorded at first where `reason` tells why it was corrected."""

    field: str
    record: str | Mapping[str, str] | None
    other: str | None
    source: str | None = None
    reason: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether days differ."""
        return self.field not in (*_WHO, "name")


def differences(journal: Ledger) -> Mapping[int, tuple[Difference, ...]]:
    """What differs, by the entry of the act."""
    found: dict[int, tuple[Difference, ...]] = {}
    for number, one in (*_told_otherwise(journal), *_corrected()):
        found[number] = (*found.get(number, ()), one)
    return found


def _told_otherwise(journal: Ledger) -> Iterator[tuple[int, Difference]]:
    """Confirmed proposals whose day or person cannot be those of the act they prove. A plan that
    was carried out on another day is no contradiction."""
    accepted = Proposal.objects.filter(state="accepted", modality="done")
    rows = [row for row in accepted if row.recorded]
    sources = dict(Reading.objects.values_list("pk", "cited_as"))
    for row in rows:
        source = sources.get(row.document, row.document)
        for number in row.recorded:
            line = journal.lines.get(number)
            if line is None:
                continue
            if line.day and row.date and not _may_be_one(line.day, row.date):
                yield number, Difference("day", line.day, row.date, source)
            if (names := _other_name(row, line)) is not None:
                yield number, Difference("name", names, "; ".join(_persons(row)), source)


def _persons(row: Proposal) -> list[str]:
    """The persons an act told is about, as the document spells them."""
    if row.tells == "oath":
        return list(row.actors)
    return list(row.object_names) if row.tells in _OF_PERSONS else []


def _other_name(row: Proposal, line: Line) -> Mapping[str, str] | None:
    """The names of the person the act is about, where the document names nobody like that."""
    told = _persons(row)
    if not told or line.kind.partition("/")[0] not in _ABOUT_ONE:
        return None
    tenures = [id for sort, id in line.keys if sort == "tenures"]
    ids = {id for sort, id in line.keys if sort == "people"}
    ids |= set(Tenure.objects.filter(pk__in=tenures).values_list("person", flat=True))
    persons = list(Person.objects.filter(pk__in=ids))
    mine = _keys(name for one in persons for name in (*one.names.values(), *one.variants))
    if len(persons) != 1 or mine & _keys(told):
        return None
    return dict(persons[0].names)


def _keys(names: Iterable[str]) -> set[str]:
    """How the words of names sound, in any of the three languages and any case; initials tell
    nobody apart."""
    words = (word.strip(".,") for name in names for word in name.replace(".", ". ").split())
    return {key for word in words if len(word) > 1 for key in name_keys(word)}


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
