"""Days reckoned from the day of publication, and the year that a day without one takes."""

from __future__ import annotations

from datetime import date, timedelta

PAST = 210
"""Days back at most for a day without a year that no word puts in the future: beyond these the
nearest day wins. News tells of the past, and announces weeks, not seasons, ahead."""


def real(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def shown(year: int | None, month: int = 0, day: int = 0) -> str:
    """A partial day as it is written; without a year "--11-03" or "--11"."""
    head = f"{year:04}" if year else "-"
    return "-".join([head, *(f"{part:02}" for part in (month, day) if part)])


def year_of(month: int, day: int, published: date, time: str) -> int:
    """The year of a day of a month that fits a text published that day; `day` 0 is the month.

    `time` is "future", "past" or "" where the words tell neither.
    """
    if not day:
        return _year_of_month(month, published, time)
    reach = 8 if (month, day) == (2, 29) else 1
    years = range(published.year - reach, published.year + reach + 1)
    apart = {
        year: (date(year, month, day) - published).days for year in years if real(year, month, day)
    }
    ahead = [year for year, days in apart.items() if days >= 0]
    back = [year for year, days in apart.items() if days <= 1]
    if time == "future" and ahead:
        return ahead[0]
    if back and (time == "past" or -apart[back[-1]] <= PAST):
        return back[-1]
    return min(apart, key=lambda year: abs(apart[year]))


def _year_of_month(month: int, published: date, time: str) -> int:
    if time == "future":
        return published.year + (month < published.month)
    back = published.year - (month > published.month)
    behind = (published.month - month) % 12
    return back if time == "past" or behind <= PAST // 30 else back + 1


def moved(published: date, days: int) -> str:
    """The day so many days from publication."""
    return (published + timedelta(days=days)).isoformat()


def week(published: date, weeks: int) -> str:
    """The week so many weeks from publication, as far as one partial day can tell it."""
    first = published - timedelta(days=published.weekday()) + timedelta(weeks=weeks)
    last = first + timedelta(days=6)
    if first.year != last.year:
        return shown(first.year if weeks < 0 else last.year)
    return shown(first.year, first.month if first.month == last.month else 0)


def month(published: date, months: int) -> str:
    """The month so many months from publication."""
    count = published.year * 12 + published.month - 1 + months
    return shown(count // 12, count % 12 + 1)


def weekday(published: date, day: int, which: str, time: str) -> str:
    """A weekday: P the one before publication, X after, C of its week, "" the nearest that fits."""
    ahead = (day - published.weekday()) % 7
    if which == "C":
        return moved(published, day - published.weekday())
    if which == "X" or (time == "future" and not which):
        return moved(published, ahead or 7)
    back = (published.weekday() - day) % 7
    return moved(published, -(back or (7 if which == "P" else 0)))
