"""One right as of a day: positions on it, its decisions with what they held and what became of the
provisions since, and what the new Constitution changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from atazan.decisions.follow_up import FollowUp, follow_up
from atazan.decisions.listing import outcomes_of
from atazan.decisions.models import Decision
from atazan.decisions.positions import PositionOn, positions
from atazan.decisions.queries import Held, held_in
from atazan.law.conformity.concordance import Entry, concordance
from atazan.law.event import Event
from atazan.law.marks import Mark, mark_of, mark_of_deed
from atazan.law.queries import standing
from atazan.library.rights.joined import Reason, RightOn, Shaping, rights_on
from atazan.rules.citation import Provision
from atazan.rules.concepts import Concept, concepts, narrower
from atazan.rules.day import PartialDay
from atazan.rules.works import Work, works


class After(Struct, frozen=True):
    """What the lawmaker did to a provision after the decision."""

    since: PartialDay
    mark: Mark
    by: Work


class HeldSince(Struct, frozen=True):
    """What was held of a provision, how it stands on the day, what was done to it since."""

    held: Held
    now: Mark
    after: tuple[After, ...]


class Shaped(Struct, frozen=True):
    """A decision under the right."""

    row: Decision
    reasons: tuple[Reason, ...]
    outcomes: tuple[str, ...]
    held: tuple[HeldSince, ...]
    follow_up: FollowUp


class Changed(Struct, frozen=True):
    """An entry of the concordance about the right, from the former Constitution to the new one."""

    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    entry: Entry


class RightPage(Struct, frozen=True):
    """Everything the page of a right says."""

    day: date
    right: RightOn
    positions: tuple[PositionOn, ...]
    shaped: tuple[Shaped, ...]
    changed: tuple[Changed, ...]
    narrower: tuple[Concept, ...]


class NoSuchRight(LookupError):
    """The Constitution of that day names no right of this name."""

    def __init__(self, id: str, day: date) -> None:
        self.id, self.day = id, day
        super().__init__(f"no right '{id}' in the Constitution of {day}; look at the list")


def of_right(id: str, day: date) -> RightPage:
    """The page of a right. Raises NoSuchRight, NoRuleInForce before the Constitution of 1995."""
    known = rights_on(day)
    found = next((one for one in known.rights if one.concept.id == id), None)
    if found is None:
        raise NoSuchRight(id, day)
    shown = {one.concept.id for one in known.rights}
    outcomes = outcomes_of(one.decision for one in found.shaped)
    return RightPage(
        day=day,
        right=found,
        positions=tuple(positions(day, right=id)),
        shaped=tuple(_shaped(one, outcomes[one.decision.id], day) for one in found.shaped),
        changed=tuple(_changed(found.concept, known.work)),
        narrower=tuple(concepts()[one] for one in narrower(id) if one in shown),
    )


def _shaped(one: Shaping, outcomes: tuple[str, ...], day: date) -> Shaped:
    row = one.decision
    held = tuple(since_held(each, row, day) for each in held_in(row))
    return Shaped(row, one.reasons, outcomes, held, follow_up(row, day))


def since_held(held: Held, row: Decision, day: date) -> HeldSince:
    """What was held, how the provision stands on the day, what the lawmaker did in between."""
    found = standing(held.provision.work, held.provision.eid, day)
    made = PartialDay.read(row.done_on).first if row.done_on else None
    after = [
        After(event.since, mark_of_deed(event), by)
        for event in found.history
        if made is not None
        and (by := _lawmaker(event)) is not None
        and made < event.since.first <= day
    ]
    return HeldSince(held, mark_of(found), tuple(dict.fromkeys(after)))


def _lawmaker(event: Event) -> Work | None:
    """The act of the lawmaker behind an event on the provision itself; None for a decision."""
    if event.by_decision or event.relation == "parent":
        return None
    return works().get(event.by_work or "")


def _changed(right: Concept, work: str) -> Iterator[Changed]:
    """What the concordance says of the right's own provisions; nothing under the former one."""
    table = concordance()
    if work != table.new:
        return
    own = [one for place in right.in_work(table.old) for one in table.of(table.old, place)]
    new = [one for place in right.in_work(table.new) for one in table.of(table.new, place)]
    for entry in dict.fromkeys([*own, *new]):
        yield Changed(
            tuple(Provision(table.old, eid) for eid in entry.old),
            tuple(Provision(table.new, eid) for eid in entry.new),
            entry,
        )
