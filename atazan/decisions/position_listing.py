"""The register of legal positions of a day: filters by right, work and state with true counts."""

from __future__ import annotations

from collections import Counter
from datetime import date

from msgspec import Struct

from atazan.decisions.listing import Choice
from atazan.decisions.positions import PositionOn, PositionState, positions
from atazan.rules.concepts import concepts
from atazan.rules.text import Text
from atazan.rules.works import works

FILTERS = ("right", "work", "state")


class PositionsPage(Struct, frozen=True):
    """The positions of a day that fit; `total` counts those before any filter."""

    day: date
    total: int
    found: tuple[PositionOn, ...]
    filters: tuple[tuple[str, tuple[Choice, ...]], ...]
    chosen: dict[str, str]


def of_register(day: date, asked: dict[str, str]) -> PositionsPage:
    """The positions by `day` that fit every filter asked for, the newest first."""
    known = positions(day)
    chosen = {name: asked[name] for name in FILTERS if asked.get(name)}
    found = [
        one for one in known if all(value in values_of(one, name) for name, value in chosen.items())
    ]
    filters = tuple((name, _choices(name, known, chosen.get(name))) for name in FILTERS)
    return PositionsPage(day, len(known), tuple(found), filters, chosen)


def values_of(one: PositionOn, name: str) -> set[str]:
    """What a filter could ask for to find this position."""
    if name == "right":
        return {right.id for right in one.rights}
    return {one.state} if name == "state" else {where.work for where in one.provisions}


def _choices(name: str, known: list[PositionOn], chosen: str | None) -> tuple[Choice, ...]:
    counts = Counter(value for one in known for value in values_of(one, name))
    if chosen:
        counts.setdefault(chosen, 0)
    order = sorted(counts, key=lambda value: (-counts[value], value))
    if name == "state":
        order = [state for state in PositionState if state in counts]
    return tuple(
        Choice(value, counts[value], value == chosen, _label(name, value)) for value in order
    )


def _label(name: str, value: str) -> Text | None:
    if name == "right":
        right = concepts().get(value)
        return right.preferred if right else None
    work = works().get(value) if name == "work" else None
    return work.short if work else None
