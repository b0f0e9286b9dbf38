"""Working days of a jurisdiction, as versioned data: `jurisdictions/*/calendar.yaml`.

A version says which days of its years are days off and which weekends are worked; a later version
gives some years anew. Days of years nobody has entered are YearNotCovered, never guessed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec import Struct

from atazan.rules.book import JURISDICTIONS
from atazan.rules.day import Term
from atazan.rules.text import Text

SATURDAY = 5
Why = Literal["holiday", "observed", "moved"]


class YearNotCovered(LookupError):
    """The day lies outside the years the calendar version covers; there is no default."""

    def __init__(self, day: date, version: str, covers: Term) -> None:
        self.day, self.version, self.covers = day, version, covers
        super().__init__(
            f"calendar '{version}' knows the days from {covers.since} to {covers.last}; counting "
            f"from {day} leaves them: enter that year in calendar.yaml first"
        )


class DayOff(Struct, frozen=True):
    """A day off by law, not by the week.

    `holiday`: the holiday itself; `observed`: the working day that follows a holiday on a weekend;
    `moved`: off in exchange for `instead_of`, a weekend day that is worked.
    """

    day: date
    why: Why
    name: str | None = None
    instead_of: date | None = None


class Doubted(Struct, frozen=True, forbid_unknown_fields=True):
    """A span of days (`until` does not count) about which the calendar is not sure, and why."""

    since: date = msgspec.field(name="from")
    until: date
    doubt: str


class CalendarSource(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a version of the calendar comes from."""

    says: Text
    urls: tuple[str, ...] = ()


class Unlike(Struct, frozen=True, forbid_unknown_fields=True):
    """A day on which this table and the `holidays` library differ, and why."""

    day: date
    ours: Literal["off", "working"]
    why: str


class Calendar:
    """Working days from `covers.since` to `covers.last`; a value: two versions are never one.

    Saturday and Sunday are days off unless worked in exchange for another day.
    """

    def __init__(
        self,
        version: str,
        known_from: date | None,
        covers: Term,
        days_off: Mapping[date, DayOff],
        names: Mapping[str, Text],
        doubted: tuple[Doubted, ...] = (),
        source: CalendarSource | None = None,
    ) -> None:
        self.version, self.known_from, self.covers = version, known_from, covers
        self.days_off, self.names = dict(days_off), dict(names)
        self.doubted, self.source = doubted, source
        self.worked_instead = frozenset(
            off.instead_of for off in days_off.values() if off.instead_of is not None
        )
        assert covers.until is not None
        self._first, self._end = covers.since.toordinal(), covers.until.toordinal()
        off = {day.toordinal() for day in days_off}
        worked = {day.toordinal() for day in self.worked_instead}
        self._working = tuple(
            n
            for n in range(self._first, self._end)
            if n not in off and ((n + 6) % 7 < SATURDAY or n in worked)
        )

    def __repr__(self) -> str:
        return f"Calendar({self.version!r})"

    def knows(self, day: date) -> bool:
        """Whether the version covers the day."""
        return self._first <= day.toordinal() < self._end

    def is_working(self, day: date) -> bool:
        """Whether the day is worked. Raises YearNotCovered."""
        at = self._at(day)
        return at < len(self._working) and self._working[at] == day.toordinal()

    def next_working(self, day: date) -> date:
        """The day itself if worked, else the first working day after it. Raises YearNotCovered."""
        return self._nth(self._at(day), day)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`; `day` itself does not count.

        A negative n counts back. Raises YearNotCovered, and ValueError for 0: no day is meant.
        """
        if n == 0:
            raise ValueError("0 working days name no day; ask for 1 or more, or -1 or fewer")
        number = day.toordinal()
        if not self._first <= number < self._end:
            raise YearNotCovered(day, self.version, self.covers)
        if n > 0:
            return self._nth(bisect_right(self._working, number) + n - 1, day)
        return self._nth(bisect_left(self._working, number) + n, day)

    def working_days(self, since: date, until: date) -> int:
        """How many working days lie in [since, until). Raises YearNotCovered."""
        if until <= since:
            return 0
        self._at(until - timedelta(days=1))
        return bisect_left(self._working, until.toordinal()) - self._at(since)

    def off_between(self, since: date, until: date) -> list[DayOff]:
        """Days off by law in [since, until) that fall on Monday to Friday, in order."""
        found = (off for day, off in self.days_off.items() if since <= day < until)
        return sorted((o for o in found if o.day.weekday() < SATURDAY), key=lambda o: o.day)

    def doubts_between(self, since: date, until: date) -> tuple[str, ...]:
        """Ids of the doubts about days in [since, until), each once."""
        met = [d.doubt for d in self.doubted if d.since < until and since < d.until]
        return tuple(dict.fromkeys(met))

    def with_holiday(self, day: date, name: Text, *, known_from: date) -> Calendar:
        """A new version in which this one more day is off, known from `known_from`.

        Only the day named changes; a day off carried over from a weekend is entered by itself.
        """
        self._at(day)
        key = f"added-{day}"
        off = {**self.days_off, day: DayOff(day=day, why="holiday", name=key)}
        return self._changed(f"+{day}", known_from, off, {**self.names, key: name})

    def with_working_day(self, day: date, *, known_from: date) -> Calendar:
        """A new version in which a day off by law is worked. Raises KeyError if it was not off."""
        off = dict(self.days_off)
        del off[day]
        return self._changed(f"-{day}", known_from, off, self.names)

    def _changed(
        self, mark: str, known_from: date, off: Mapping[date, DayOff], names: Mapping[str, Text]
    ) -> Calendar:
        return Calendar(
            f"{self.version}{mark}", known_from, self.covers, off, names, self.doubted, self.source
        )

    def _at(self, day: date) -> int:
        number = day.toordinal()
        if not self._first <= number < self._end:
            raise YearNotCovered(day, self.version, self.covers)
        return bisect_left(self._working, number)

    def _nth(self, at: int, asked: date) -> date:
        if not 0 <= at < len(self._working):
            raise YearNotCovered(asked, self.version, self.covers)
        return date.fromordinal(self._working[at])


class Calendars(Struct, frozen=True):
    """The versions of a jurisdiction's calendar, oldest first."""

    versions: tuple[Calendar, ...]
    unlike_library: tuple[Unlike, ...] = ()

    @property
    def newest(self) -> Calendar:
        """The version known last."""
        return self.versions[-1]

    def as_known_on(self, day: date) -> Calendar:
        """The version known on `day`; the first one stands for every earlier day too."""
        known = [v for v in self.versions if v.known_from is None or v.known_from <= day]
        return known[-1] if known else self.versions[0]

    def version(self, named: str) -> Calendar:
        """The version of that id. Raises KeyError."""
        for found in self.versions:
            if found.version == named:
                return found
        raise KeyError(named)


@lru_cache(maxsize=4)
def calendars(jurisdiction: str = "kz") -> Calendars:
    """The calendars shipped for a jurisdiction. Raises FileRefused."""
    from atazan.rules.calendar_file import load

    return load(JURISDICTIONS / jurisdiction / "calendar.yaml")
