"""What a deadline rule says, and the arithmetic of days, months and years it needs.

A period begins on the day after its event and its last day counts in full. A month or year ends on
the day of the same number; where the month has none, on its last day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from atazan.rules.book import Rule
from atazan.rules.calendar import Calendar

Unit = Literal[
    "calendar_day",
    "working_day",
    "day_unspecified",
    "week",
    "month",
    "year",
    "hour",
    "session",
]
_DAYS = {"calendar_day": 1, "day_unspecified": 1, "week": 7}


class LawSilent(LookupError):
    """The law sets no length for this period: there is no due day to give."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        where = f"{rule.source.work} {rule.source.provision_eid}"
        super().__init__(f"the law sets no period for '{rule.id}' ({where}); no due day is given")


class NotCountedInDays(ValueError):
    """The period is counted in something that names no day of the calendar (sessions)."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        super().__init__(f"'{rule.id}' is counted in sessions; it names no day of the calendar")


class DeadlineRule(Struct, frozen=True, forbid_unknown_fields=True):
    """A period as the law sets it.

    `length` None: the law is silent. `event`: code of what starts it (words: `deadlines.event.*`);
    `direction` before: counted back from the event. `extendable`: an act may prolong it;
    `suspendable`: suspended proceedings stop it; `court_may_set`: the Court may name another term.
    `event_day_counts`: the event's own day is day one. `threshold`: not a duty to act in time
    but a length that must be exceeded (`reached` at the last day, exceeded the day after).
    `chosen_by`: which day picks the version: that of the event, or that of the filing.
    """

    length: int | None
    unit: Unit
    event: str
    direction: Literal["after", "before"] = "after"
    extendable: bool = False
    suspendable: bool = False
    court_may_set: bool = False
    consequence: str | None = None
    event_day_counts: bool = False
    threshold: bool = False
    chosen_by: Literal["event", "filing"] = "event"


class StartRule(Struct, frozen=True, forbid_unknown_fields=True):
    """From which event the periods `of` (rule ids) run in a special case."""

    event: str
    of: tuple[str, ...]


class ReckoningRule(Struct, frozen=True, forbid_unknown_fields=True):
    """How months and years end: on the same day number, or the month's last day if it has none.

    `stated`: whether the law says so, or we read it so.
    """

    month_end: Literal["same_number_or_last_day"]
    stated: bool


def add_months(day: date, n: int) -> date:
    """The day of the same number n months on (back for n < 0), or that month's last day.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    month += 1
    if day.day <= 28:
        return date(year, month, day.day)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@lru_cache(maxsize=65536)
def add_years(day: date, n: int) -> date:
    """The same day n years on; 29 February becomes the 28th where the year has none.

    >>> add_years(date(2024, 2, 29), 1)
    datetime.date(2025, 2, 28)
    """
    return add_months(day, 12 * n)


def shift(day: date, length: int, unit: Unit, calendar: Calendar | None = None) -> date:
    """The last day of a period of `length` units begun by `day` (back for a negative length).

    Hours are counted as the days they reach into: 24 hours end on the next day at the same hour.
    Raises YearNotCovered, and ValueError where working days are asked without a calendar or the
    unit names no day.
    """
    if unit == "month":
        return add_months(day, length)
    if unit == "year":
        return add_years(day, length)
    if unit == "working_day":
        if calendar is None:
            raise ValueError("working days need a calendar; give one")
        return calendar.add_working_days(day, length)
    if unit == "hour":
        return day + timedelta(days=-(-length // 24))
    if unit in _DAYS:
        return day + timedelta(days=length * _DAYS[unit])
    raise ValueError(f"'{unit}' names no day of the calendar")


def last_day(rule: Rule, event: date, calendar: Calendar | None = None) -> date:
    """The last day (inclusive) of the period a rule sets, run from the event alone.

    Counted back (`before`), it is the last day on which the duty can still be done in time.
    Raises LawSilent, NotCountedInDays, YearNotCovered.
    """
    value: DeadlineRule = rule.value
    if value.length is None:
        raise LawSilent(rule)
    if value.unit == "session":
        raise NotCountedInDays(rule)
    length = value.length if value.direction == "after" else -value.length
    end = shift(event, length, value.unit, calendar)
    return end - timedelta(days=1) if value.event_day_counts else end
