"""The bench of the Constitutional Court on a day: who may sit, as the record of tenures tells it.

A judge of whom the last source says "in office still" counts; one not surely gone does not.
Source: law on the Court, article 3(1), 8(4), 25(2).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from atazan.institutions.models import PowersSuspension
from atazan.institutions.queries import Held, Recorded, holders_among, recorded
from atazan.journal.record import heads
from atazan.rules.book import rules
from atazan.rules.tally import Tally

CHAIR = "constitutional_court_chair"
DEPUTY = "constitutional_court_deputy_chair"
JUDGE = "constitutional_court_judge"


class Judge(Struct, frozen=True):
    """A judge in office on the day; a `suspended` one may not sit and is not counted."""

    person: str
    names: dict[str, str]
    suspended: bool


class Bench(Struct, frozen=True):
    """The judges in office on a day, the Chair first; `seats` is the number the law sets."""

    day: date
    seats: int
    chair: str | None
    deputy: str | None
    judges: tuple[Judge, ...]

    @property
    def able(self) -> frozenset[str]:
        """Those who may sit: in office and not suspended."""
        return frozenset(one.person for one in self.judges if not one.suspended)

    @property
    def suspended(self) -> int:
        """How many are suspended."""
        return sum(one.suspended for one in self.judges)

    @property
    def vacant(self) -> int:
        """How many seats nobody is known to hold."""
        return self.seats - len(self.judges)

    def count(
        self,
        present: int,
        in_favour: int = 0,
        against: int = 0,
        chair: bool | None = None,
        chair_presides: bool = True,
    ) -> Tally:
        """A count of a sitting of this bench; `chair` is how the Chair voted."""
        return Tally(
            seats=self.seats,
            suspended=self.suspended,
            vacant=self.vacant,
            present=present,
            in_favour=in_favour,
            against=against,
            chair_in_favour=chair,
            chair_presides=chair_presides,
        )


def bench(day: date) -> Bench:
    """The bench on `day`. Raises NoRuleInForce before the Court's composition was set."""
    return _bench(day, heads(*(f"office/{one}" for one in (CHAIR, DEPUTY, JUDGE))))


@lru_cache(maxsize=512)
def _bench(day: date, heads: tuple[tuple[int, str], ...]) -> Bench:
    """`heads` of the offices' streams are in the key: a new act makes a new bench."""
    seats: int = rules().on(day)["body.constitutional_court.composition"].value.seats
    chairs, deputies, judges = (_sure(told, day) for told in _told(heads))
    stopped = _suspended(day)
    found = {
        held.person: Judge(held.person, dict(held.names), held.tenure in stopped)
        for held in (*chairs, *judges)
    }
    return Bench(
        day,
        seats,
        next((held.person for held in chairs), None),
        next((held.person for held in deputies), None),
        tuple(found.values()),
    )


@lru_cache(maxsize=2)
def _told(heads: tuple[tuple[int, str], ...]) -> tuple[Recorded, ...]:
    """What is recorded of the three offices, while their streams have these heads."""
    return tuple(recorded(office) for office in (CHAIR, DEPUTY, JUDGE))


def _sure(told: Recorded, day: date) -> list[Held]:
    return [one for one in holders_among(told, day) if one.certainty in ("sure", "probable")]


def _suspended(day: date) -> set[str]:
    on = day.isoformat()
    rows = PowersSuspension.objects.filter(since__lte=on)
    return {row.tenure for row in rows if row.until is None or on < row.until}
