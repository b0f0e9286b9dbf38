"""What happens to a deadline: the event that starts it and the entries that follow, each dated.

Days of suspension are half-open: `since` stands still, on `until` the period runs again.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.rules.book import Rule
from atazan.rules.deadline import Unit


class LedgerRefused(ValueError):
    """An entry that the rule does not allow or that contradicts the entries before it."""


class Event(Struct, frozen=True):
    """What started the period, by code (words: `deadlines.event.<what>`), and its day."""

    what: str
    day: date


class Suspended(Struct, frozen=True, kw_only=True):
    """The period stood still from `since` until `until` (not counted), by the act `by`."""

    since: date
    until: date | None
    by: str
    under: Rule

    @property
    def day(self) -> date:
        return self.since


class Prolonged(Struct, frozen=True, kw_only=True):
    """The period was prolonged on a day by an act: by a length, or to a new last day."""

    on: date
    by: str
    length: int | None = None
    unit: Unit | None = None
    last_day: date | None = None

    @property
    def day(self) -> date:
        return self.on


class TermSet(Struct, frozen=True, kw_only=True):
    """The Court named another last day, where the law lets it."""

    on: date
    by: str
    last_day: date

    @property
    def day(self) -> date:
        return self.on


class Corrected(Struct, frozen=True, kw_only=True):
    """A petition was returned and put right; within the window the first filing day counts.

    `refiled` None: not filed again yet. `window`: last day of the correction window, inclusive.
    """

    first_filed: date
    notified: date
    refiled: date | None
    window: date
    under: Rule

    @property
    def day(self) -> date:
        return self.notified

    @property
    def counts_as_filed(self) -> date | None:
        """The day on which the petition counts as filed; None while it is not filed again."""
        if self.refiled is None:
            return None
        return self.first_filed if self.refiled <= self.window else self.refiled


class Filed(Struct, frozen=True, kw_only=True):
    """What the period is for was done on this day."""

    on: date

    @property
    def day(self) -> date:
        return self.on


Entry = Suspended | Prolonged | TermSet | Corrected | Filed


class Step(Struct, frozen=True):
    """One entry with its arithmetic: the last day before and after it, and the days added."""

    entry: Entry
    before: date | None
    after: date | None
    days: int = 0
