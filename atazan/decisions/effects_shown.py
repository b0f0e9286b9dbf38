"""What the holdings of a resolution do, shown before it is adopted and before it is published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from atazan.decisions.listing import code_of
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.citation import Provision
from atazan.rules.effects import Effect, NoOtherDay, effect_of
from atazan.rules.text import Text


class Shown(Struct, frozen=True):
    """A holding and its effect by the rules of the day; None where they leave no such choice."""

    where: tuple[Provision, ...]
    mark: str
    outcome: str
    extent: Text | None
    reading: Text | None
    effect: Effect | None

    @property
    def interim(self) -> bool:
        """Whether what is written is a rule until the law changes, not a reading."""
        return self.outcome == "does_not_conform"


def effects_of(told: Any) -> tuple[Shown, ...]:
    """The holdings of an act that adopts or publishes."""
    day = date.fromisoformat(str(told.done_on))
    return tuple(_shown(told.holdings, day))


def _shown(holdings: Iterable[Any], day: date) -> Iterable[Shown]:
    for one in holdings:
        where = tuple(Provision(one.work, eid) for eid in one.provisions)
        mark = code_of(one.outcome, one.extent is not None)
        yield Shown(where, mark, one.outcome, one.extent, one.reading, _effect(one, day))


def _effect(one: Any, day: date) -> Effect | None:
    since = date.fromisoformat(one.since) if one.since else None
    try:
        return effect_of(one.outcome, "act_in_force", day, rules(), since)
    except (NoRuleInForce, NoOtherDay):
        return None
