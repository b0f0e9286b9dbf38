"""Ask the register of legal positions, as of a day: which stand, what later decisions did to them.

A position counts from its decision's day; a treatment from the day of the later decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from atazan.decisions.models import Decision, Position, Treatment
from atazan.decisions.queries import in_order, made_by
from atazan.rules.citation import Provision
from atazan.rules.concepts import Concept, concepts, rights_of


class PositionState(StrEnum):
    """How a position stands on a day, as far as the register tells.

    It does not know of a revision of the decision itself (art. 61 of the law on the Court).
    """

    STANDS = "stands"  # no later decision on record departs from it
    DISTINGUISHED = "distinguished"  # a later decision held it not to reach another case
    CHANGED = "changed"  # a later decision departed from it


class Treated(Struct, frozen=True):
    """What a later decision did with a position."""

    row: Treatment
    by: Decision


class PositionOn(Struct, frozen=True):
    """A position as seen from a day; `treated` in the order of the later decisions.

    `concepts` are those it is indexed under and the rights its provisions stand for.
    """

    row: Position
    decision: Decision
    treated: tuple[Treated, ...]
    provisions: tuple[Provision, ...]
    concepts: tuple[Concept, ...]

    @property
    def state(self) -> PositionState:
        """Changed by any later decision; else distinguished by any; else it stands."""
        ways = {one.row.treatment for one in self.treated}
        for state in (PositionState.CHANGED, PositionState.DISTINGUISHED):
            if state in ways:
                return state
        return PositionState.STANDS

    @property
    def rights(self) -> tuple[Concept, ...]:
        return tuple(one for one in self.concepts if one.kind == "right")


class NoSuchPosition(LookupError):
    """The register holds no position of this name by that day."""

    def __init__(self, key: str, day: date) -> None:
        self.key, self.day = key, day
        super().__init__(f"no legal position '{key}' by {day}; look it up on the page of positions")


def positions(
    day: date,
    *,
    right: str | None = None,
    work: str | None = None,
    state: PositionState | None = None,
) -> list[PositionOn]:
    """Positions of decisions made by `day`, the newest first.

    `right` is a concept's id, `work` one whose provision the position concerns.
    """
    found = [
        one
        for one in _seen(Position.objects.all(), day)
        if (work is None or any(where.work == work for where in one.provisions))
        and (right is None or any(concept.id == right for concept in one.concepts))
        and (state is None or one.state == state)
    ]
    found.sort(key=lambda one: one.row.id)
    return sorted(found, key=lambda one: in_order(one.decision), reverse=True)


def position(key: str, day: date) -> PositionOn:
    """One position. Raises NoSuchPosition, also where its decision was made after `day`."""
    found = _seen(Position.objects.filter(pk=key), day)
    if not found:
        raise NoSuchPosition(key, day)
    return found[0]


def positions_of(decision: str, day: date) -> list[PositionOn]:
    """The positions of one decision, in the order of their names."""
    return _seen(Position.objects.filter(decision=decision).order_by("id"), day)


def treated_in(decision: str, day: date) -> list[tuple[Treatment, PositionOn]]:
    """What a decision did with positions of earlier ones."""
    rows = list(Treatment.objects.filter(decision=decision).order_by("id"))
    seen = _seen(Position.objects.filter(pk__in=[row.position for row in rows]), day)
    known = {one.row.id: one for one in seen}
    return [(row, known[row.position]) for row in rows if row.position in known]


def _seen(rows: Iterable[Position], day: date) -> list[PositionOn]:
    rows = list(rows)
    later = list(Treatment.objects.filter(position__in=[row.id for row in rows]))
    names = {row.decision for row in rows} | {row.decision for row in later}
    made = {id: row for id, row in Decision.objects.in_bulk(names).items() if made_by(row, day)}
    by: dict[str, list[Treated]] = {}
    for row in later:
        if row.decision in made:
            by.setdefault(row.position, []).append(Treated(row, made[row.decision]))
    return [
        PositionOn(
            row=row,
            decision=made[row.decision],
            treated=tuple(sorted(by.get(row.id, ()), key=lambda one: in_order(one.by))),
            provisions=tuple(Provision(*place.split("#")) for place in row.provisions),
            concepts=concepts_of(row.provisions, row.concepts),
        )
        for row in rows
        if row.decision in made
    ]


def concepts_of(provisions: Iterable[str], named: Iterable[str] = ()) -> tuple[Concept, ...]:
    """The rights that provisions of a Constitution stand for, and the concepts named beside."""
    known = concepts()
    ids = dict.fromkeys([*rights_of(provisions), *named])
    return tuple(known[id] for id in ids if id in known)
