"""Similar decisions, each with the reason: what the two have in common, and nothing else.

In the order of their reasons: the same provision reviewed, the same concept, the same right, the
same provision of the Constitution, the same act. Each thing in common adds its weight; of equals
the newer comes first. The weights are only an order, and the reasons are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from atazan.decisions.models import Decision, Holding, Indexing, Position
from atazan.decisions.queries import in_order, made_by
from atazan.rules.citation import Provision, meet
from atazan.rules.concepts import Concept, concepts, rights_of

Why = Literal["provision", "concept", "right", "constitution", "work"]
WEIGHTS: dict[Why, int] = {
    "provision": 8,
    "concept": 4,
    "right": 3,
    "constitution": 2,
    "work": 1,
}


class Reason(Struct, frozen=True):
    """One thing in common: a provision (`whole` for the act alone) or a concept."""

    why: Why
    where: Provision | None = None
    concept: Concept | None = None


class Similar(Struct, frozen=True):
    """A decision and what it has in common with the one asked about."""

    decision: Decision
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        return sum(WEIGHTS[one.why] for one in self.reasons)


class _About(Struct):
    """What a decision is about: provisions reviewed, of the Constitution, its rights, concepts."""

    reviewed: set[tuple[str, str]]
    constitution: set[str]
    rights: set[str]
    concepts: set[str]


def similar(row: Decision, day: date, most: int = 5) -> list[Similar]:
    """The decisions made by `day` most alike, at most so many; none where nothing is shared."""
    others = [one for one in Decision.objects.exclude(pk=row.pk) if made_by(one, day)]
    about = _about([row, *others])
    mine = about[row.id]
    found = [Similar(one, tuple(_reasons(mine, about[one.id]))) for one in others]
    alike = sorted((one for one in found if one.reasons), key=lambda one: in_order(one.decision))
    return sorted(reversed(alike), key=lambda one: -one.weight)[:most]


def _about(rows: list[Decision]) -> dict[str, _About]:
    found = {
        row.id: _About(set(), set(row.constitution), _rights(row.constitution), set())
        for row in rows
    }
    for name, work, provision in Holding.objects.values_list("decision", "work", "provision"):
        if name in found:
            found[name].reviewed.add((work, provision))
    for table in (Position, Indexing):
        for name, ids in table._default_manager.values_list("decision", "concepts"):
            if name in found:
                found[name].concepts.update(ids)
    return found


def _rights(places: Iterable[str]) -> set[str]:
    return {id for place in places for id in _rights_at(place)}


@lru_cache(maxsize=4096)
def _rights_at(place: str) -> tuple[str, ...]:
    """The rights a provision stands for; the thesaurus does not change while the portal runs."""
    return rights_of([place])


def _reasons(mine: _About, other: _About) -> Iterable[Reason]:
    """Each thing in common once, under its weightiest name."""
    same = sorted(
        (work, max(one, two, key=len))
        for work, one in mine.reviewed
        for his, two in other.reviewed
        if work == his and "whole" not in (one, two) and meet(one, two)
    )
    told = set()
    for work, provision in dict.fromkeys(same):
        told.add(work)
        yield Reason("provision", where=Provision(work, provision))
    yield from _concepts(mine, other)
    for place in sorted(mine.constitution & other.constitution):
        where = Provision(*place.split("#"))
        if where.work not in told or where.eid not in {eid for _, eid in same}:
            yield Reason("constitution", where=where)
    works = {work for work, _ in mine.reviewed} & {work for work, _ in other.reviewed}
    for work in sorted(works - told):
        yield Reason("work", where=Provision(work, "whole"))


def _concepts(mine: _About, other: _About) -> Iterable[Reason]:
    known = concepts()
    rights = mine.rights & other.rights
    for id in sorted((mine.concepts & other.concepts) - rights):
        if id in known:
            yield Reason("concept", concept=known[id])
    for id in sorted(rights):
        yield Reason("right", concept=known[id])
