"""What the Constitution of 2026 orders to be done, by when, and what stays in place meanwhile.

Most terms run from one of three days: the Constitution's entry into force, the opening of the first
session of the first Kurultai, the publication of its election results. A day not yet known gives
no due day, with the reason; it is never guessed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from atazan.rules.book import Rule
from atazan.rules.finding import Fact, Finding

Anchor = Literal["constitution_in_force", "results_published", "first_session_opened"]


class TransitionDuty(Struct, frozen=True, forbid_unknown_fields=True):
    """A duty of the passage to a new constitution.

    Due `months` or `days` after the day named by `starts`, that last day included; without either
    there is no term. `offices` are those to be filled; `old_stay`: the old holders keep their
    powers until then, None where the text does not say.
    """

    starts: Anchor
    months: int | None = None
    days: int | None = None
    offices: tuple[str, ...] = ()
    old_stay: bool | None = None


class Due(Struct, frozen=True):
    """When a duty of transition falls due: the day it runs from, the last day, and why."""

    rule: Rule
    starts: date | None
    last_day: date | None
    why: Finding

    def late(self, day: date, done_on: date | None = None) -> bool | None:
        """Whether the duty was done too late, or is undone and overdue on `day`.

        None where no due day is known. The law names no consequence of it.
        """
        return None if self.last_day is None else (done_on or day) > self.last_day


def due(rule: Rule, anchors: Mapping[Anchor, date]) -> Due:
    """The due day of a transition duty.

    `anchors` holds the days that are known. Where the needed one is missing, or the law sets no
    term, `last_day` is None and `why` says so. Source: Constitution of 2026, art. 58, 94 and 95.
    """
    duty: TransitionDuty = rule.value
    starts = anchors.get(duty.starts)
    if duty.months is None and duty.days is None:
        return Due(rule, starts, None, Finding(rule.id, None, rule, "transition.no_term"))
    n = duty.days if duty.months is None else duty.months
    if starts is None:
        waits = Finding(rule.id, None, rule, f"transition.waits.{duty.starts}", {"n": n})
        return Due(rule, None, None, waits)
    if duty.months is None:
        last, unit = starts + timedelta(days=duty.days or 0), "days"
    else:
        last, unit = months_after(starts, duty.months), "months"
    facts: dict[str, Fact] = {"due": last, "starts": starts, "n": n}
    return Due(rule, starts, last, Finding(rule.id, True, rule, f"transition.{unit}", facts))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, its last day where it has no such day.

    The law on the Court and the Constitution do not say how months run; this is how the law on the
    Kurultai counts them (doubt count-months).

    >>> months_after(date(2026, 7, 1), 2)
    datetime.date(2026, 9, 1)
    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
