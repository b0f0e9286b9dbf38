"""Offices and bodies on a day: who sat in them as far as found, and what did not exist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from atazan.institutions import queries
from atazan.institutions.certainty import Certainty
from atazan.institutions.queries import Held
from atazan.institutions.telling import Told, tell
from atazan.rules.bodies import Body, offices
from atazan.rules.book import NoRuleInForce, Rule, rules


class Seat(Struct, frozen=True):
    """An office on the day asked, with who held it as far as found."""

    place: Body
    told: tuple[Told, ...]

    @property
    def likely(self) -> int:
        """How many surely or probably held it."""
        return likely(self.told)


class Absent(Struct, frozen=True):
    """An office or body that did not exist on the day asked; `rule` says why, where one does."""

    place: Body
    rule: Rule | None
    yet: bool
    """Whether it was still to come."""


def likely(told: Iterable[Told]) -> int:
    """How many of the tenures surely or probably cover the day asked."""
    return sum(one.certainty in (Certainty.SURE, Certainty.PROBABLE) for one in told)


def seats_on(day: date, places: Iterable[Body]) -> list[Seat]:
    """Those of the offices that existed on the day, with their holders."""
    asked = {one.id for one in places}
    found = [(place, held) for place, held in queries.offices_on(day) if place.id in asked]
    told = tell([one for _, held in found for one in held], _flat(found), day)
    return [
        Seat(place, tuple(one for one in told if one.held.office == place.id)) for place, _ in found
    ]


def _flat(found: Iterable[tuple[Body, list[Held]]]) -> list[Held]:
    return [one for _, held in found for one in held]


def absent_on(place: Body, day: date) -> Absent:
    yet = place.since is not None and day < place.since
    prefix = "office" if place.id in offices() and place is offices().get(place.id) else "body"
    asked = place.since if yet and place.since else day
    found = rules().on(asked)
    for key in (f"{prefix}.{place.id}.existence", f"{prefix}.{place.id}.end"):
        if key in found:
            return Absent(place, found[key], yet)
    return Absent(place, None, yet)


def composition_on(place: Body, day: date) -> Rule | None:
    try:
        return rules().on(day)[f"body.{place.id}.composition"]
    except NoRuleInForce:
        return None
