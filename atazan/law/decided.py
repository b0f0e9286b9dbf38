"""Decisions as far as the law needs to name them, read from the journal: the register of decisions
stands above this one, and asks it, not the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import Struct

from atazan.journal.acts import WrittenDay
from atazan.journal.models import Entry
from atazan.rules.citation import meet
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang, Text

_STREAM = "decision/"
_KINDS = ("decision.adopted/1", "decision.published/1")


class Reviewed(Struct, frozen=True):
    """Provisions of one work that were reviewed; what was held of them was not found."""

    work: str
    provisions: tuple[str, ...]


class Decided(Struct, frozen=True, kw_only=True):
    """What a reader needs to recognise a decision."""

    id: str
    body: str
    form: str
    subject: Text
    number: str | None = None
    number_kk: str | None = None
    done_on: WrittenDay | None = None
    challenged: tuple[Reviewed, ...] = ()

    def called(self, lang: Lang) -> str | None:
        """The number as printed in that language; None where none was found."""
        return (self.number_kk if lang == "kk" else None) or self.number


class _Body(Struct):
    act: Decided


def decided(ids: Iterable[str]) -> dict[str, Decided]:
    """Those decisions, as they were recorded, by id."""
    streams = {f"{_STREAM}{id}" for id in ids}
    return {one.id: one for one in _read(Entry.objects.filter(stream__in=streams, kind__in=_KINDS))}


def numbered(number: str) -> Decided | None:
    """The decision of that number (88-НП, 88-НҚ, № 88-НП); None where none or several have it."""
    asked = number.strip().removeprefix("№").strip().upper().replace("NP", "НП")
    entries = Entry.objects.filter(kind__in=_KINDS, body__contains=f'"{asked}"')
    found = [one for one in _read(entries) if asked in (one.number, one.number_kk)]
    return found[0] if len(found) == 1 else None


def reviewed(work: str, provision: str, day: date) -> list[Decided]:
    """Decisions made by `day` that reviewed the provision (or one it meets) with a holding that was
    not found: without them "nothing on record" would say too much."""
    entries = Entry.objects.filter(kind__in=_KINDS, body__contains=f'"work":"{work}"')
    found = [
        one
        for one in _read(entries)
        if (one.done_on is None or PartialDay.read(one.done_on).first <= day)
        and any(
            part.work == work and any(meet(eid, provision) for eid in part.provisions)
            for part in one.challenged
        )
    ]
    return sorted(found, key=lambda one: (one.done_on or "9999", one.id))


def _read(entries: Iterable[Entry]) -> list[Decided]:
    return [msgspec.json.decode(entry.body, type=_Body).act for entry in entries]
