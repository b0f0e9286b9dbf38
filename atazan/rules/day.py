"""Days as the record knows them: whole days, half-open terms, and days known only in part."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

from msgspec import Struct


class Term(Struct, frozen=True, order=True):
    """A run of whole days: `since` counts, `until` does not; no `until` means still running.

    Raises ValueError where `until` does not come after `since`.
    """

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise ValueError(f"the term ends on {self.until}, not after its first day {self.since}")

    def covers(self, day: date) -> bool:
        """Whether the term runs on `day`.

        >>> Term(date(2023, 1, 1), date(2026, 7, 1)).covers(date(2026, 7, 1))
        False
        """
        return self.since <= day and (self.until is None or day < self.until)

    def meets(self, other: Term) -> bool:
        """Whether the two terms share at least one day."""
        return (self.until is None or other.since < self.until) and (
            other.until is None or self.since < other.until
        )

    @property
    def last(self) -> date | None:
        """The last day that counts, or None while the term runs on."""
        return None if self.until is None else self.until - timedelta(days=1)


class PartialDay(Struct, frozen=True, order=True):
    """A day as a source gives it: the day, only the month, or only the year.

    Written `2022-12-29`, `2019-02` or `1996`.

    >>> PartialDay.read("2019-02").last
    datetime.date(2019, 2, 28)
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, written: str) -> PartialDay:
        """Read a written day. Raises ValueError, naming the value, where it is no such day."""
        parts = written.split("-")
        try:
            numbers = [int(part) for part in parts]
            if not 1 <= len(numbers) <= 3 or len(parts[0]) != 4:
                raise ValueError
            found = cls(*numbers)
            _ = found.first
        except ValueError as wrong:
            raise ValueError(f"'{written}' is no day; write 2022-12-29, 2022-12 or 2022") from wrong
        return found

    @property
    def first(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.day is not None

    def __str__(self) -> str:
        parts = (self.year, self.month, self.day)
        widths = (4, 2, 2)
        return "-".join(f"{p:0{w}}" for p, w in zip(parts, widths, strict=True) if p is not None)


ASTANA = timezone(timedelta(hours=5))
"""The one time of Kazakhstan since 1 March 2024."""


def day_in_astana(moment: datetime) -> date:
    """The day of a moment in Astana: doors read the clock and ask this for today.

    >>> from datetime import UTC
    >>> day_in_astana(datetime(2026, 11, 21, 23, 58, tzinfo=UTC))
    datetime.date(2026, 11, 22)
    """
    return moment.astimezone(ASTANA).date()


_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z")
_WRITTEN = re.compile(r"([0-9]{1,2})[. /]([0-9]{1,2})[. /]([0-9]{4})\Z")


def parsed(written: str) -> date | None:
    """A day as people write it, 15.06.2026 or 2026-06-15; None where it is no day.

    >>> parsed("15.06.2026"), parsed("31.02.2026")
    (datetime.date(2026, 6, 15), None)
    """
    if match := _ISO.match(written):
        year, month, day = (int(part) for part in match.groups())
    elif match := _WRITTEN.match(written):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
