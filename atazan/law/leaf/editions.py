"""The texts held of a work around a day: which one stands, what was before, what came after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from msgspec import Struct

from atazan.law import texts
from atazan.law.leaf.asked import Asked
from atazan.law.texts import Version
from atazan.rules.text import Lang
from atazan.rules.works import Work, works


class Edition(Struct, frozen=True):
    """A text of the work from `since` (counts) to `until` (does not), in these languages."""

    since: date
    until: date | None
    versions: tuple[Version, ...]

    @property
    def last(self) -> date | None:
        """Its last day."""
        return self.until - timedelta(days=1) if self.until else None

    @property
    def iso(self) -> str:
        """Its first day as addresses write it."""
        return self.since.isoformat()

    @property
    def by(self) -> Work | None:
        """The act that made it, where the record names one."""
        named = next((one.by_work for one in self.versions if one.by_work), None)
        return works().get(named or "")

    @property
    def langs(self) -> tuple[Lang, ...]:
        return tuple(one.lang for one in self.versions)


class Editions(Struct, frozen=True):
    """Every edition oldest first, with that of the day asked (None: none is held of it)."""

    all: tuple[Edition, ...]
    here: Edition | None
    earlier: Edition | None
    later: Edition | None

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which one text gave way to the next."""
        return tuple(one.since for one in self.all[1:])


def editions(work: str, asked: Asked) -> Editions:
    """The editions of a work as known at the moment asked."""
    found = _together(texts.versions(work, known=asked.known))
    past = [one for one in found if one.since <= asked.day]
    later = next((one for one in found if one.since > asked.day), None)
    here = past[-1] if past else None
    return Editions(tuple(found), here, past[-2] if len(past) > 1 else None, later)


def _together(versions: Sequence[Version]) -> list[Edition]:
    """Versions of one day in two languages are one edition."""
    days: dict[date, list[Version]] = {}
    for one in versions:
        days.setdefault(one.since, []).append(one)
    starts = [*sorted(days), None]
    return [
        Edition(since, until, tuple(days[since]))
        for since, until in pairwise(starts)
        if since is not None
    ]


def edition_told(found: Edition) -> dict[str, Any]:
    """A text held: its days, the act that made it, and what was recorded of it."""
    return {
        "since": found.since,
        "until": found.until,
        "by_work": found.by.id if found.by else None,
        "versions": [
            {
                "id": one.id,
                "lang": one.lang,
                "entry": one.entry,
                "known": one.known,
                "source": one.source,
                "digest": one.digest,
            }
            for one in found.versions
        ],
    }
