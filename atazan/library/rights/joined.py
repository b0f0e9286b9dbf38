"""Rights of the Constitution of a day, each with the decisions that shaped it and the reason.

A decision stands under every right that stands in a provision it rests on, that a legal position of
it concerns, or that people indexed it under. A right keeps its name over both Constitutions, so the
Council's decisions stand under today's right. Where a provision of the former Constitution names no
right of the day, the concordance says what came in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from atazan.decisions.models import Decision, Indexing, Position
from atazan.decisions.queries import decisions
from atazan.law.conformity.concordance import NotInConcordance, concordance
from atazan.rules.citation import Provision
from atazan.rules.concepts import Concept, concepts, constitution_of, rights, rights_of

Why = Literal["constitution", "position", "indexed", "concordance"]
COUNCIL, COURT = "constitutional_council", "constitutional_court"
GENERAL = "human_rights"
GROUPS = (
    "personal_rights",
    "procedural_rights",
    "political_rights",
    "social_rights",
    "economic_rights",
    "cultural_rights",
    GENERAL,
)
"""The groups of rights, by their concepts; last those that belong to no single one."""


class Reason(Struct, frozen=True):
    """Why a decision stands under a right; `where` is the provision that names it, if one does."""

    why: Why
    where: Provision | None = None


class Shaping(Struct, frozen=True):
    """A decision that shaped a right."""

    decision: Decision
    reasons: tuple[Reason, ...]


class RightOn(Struct, frozen=True):
    """A right as of a day: where the Constitution of that day names it, what shaped it, the newest
    decision first."""

    concept: Concept
    group: str
    places: tuple[Provision, ...]
    shaped: tuple[Shaping, ...]

    def by(self, body: str) -> int:
        """How many of the decisions that body made."""
        return sum(one.decision.body == body for one in self.shaped)


class RightsOn(Struct, frozen=True):
    """Every right of a day, in the order of the Constitution in force; `work` is its id."""

    day: date
    work: str
    rights: tuple[RightOn, ...]

    def of(self, group: str) -> tuple[RightOn, ...]:
        """The rights of one group."""
        return tuple(one for one in self.rights if one.group == group)

    def shaped(self, ids: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """The decisions under these rights (None: all), each once, the newest first."""
        wanted = None if ids is None else set(ids)
        chosen = [one for one in self.rights if wanted is None or one.concept.id in wanted]
        known = {each.decision.id: each.decision for one in chosen for each in one.shaped}
        return tuple(row for row in reversed(decisions(self.day)) if row.id in known)


def rights_on(day: date) -> RightsOn:
    """The rights of the Constitution of a day with their decisions. Raises NoRuleInForce."""
    work = constitution_of(day)
    known = rights(day)
    made = decisions(day)
    why = _reasons(made, frozenset(one.id for one in known), work)
    newest = list(reversed(made))
    return RightsOn(
        day,
        work,
        tuple(
            RightOn(
                concept=one,
                group=group_of(one.id),
                places=tuple(Provision(work, eid) for eid in one.in_work(work)),
                shaped=tuple(
                    Shaping(row, reasons)
                    for row in newest
                    if (reasons := tuple(why[row.id].get(one.id, ())))
                ),
            )
            for one in known
        ),
    )


@lru_cache(maxsize=512)
def group_of(id: str) -> str:
    """The group a right belongs to: the nearest broader concept that is one."""
    above = [id]
    while above:
        named = next((one for one in above if one in GROUPS), None)
        if named is not None:
            return named
        above = [wider for one in above for wider in concepts()[one].broader]
    return GENERAL


Reasons = dict[str, dict[str, dict[Reason, None]]]


def _reasons(made: list[Decision], known: frozenset[str], work: str) -> Reasons:
    """By decision and right, the reasons, each once."""
    found: Reasons = {row.id: {} for row in made}

    def tell(name: str, why: Why, places: Iterable[str], named: Iterable[str] = ()) -> None:
        if name not in found:
            return
        for place in places:
            for how, right in _at(place, known, work, why):
                reason = Reason(how, Provision(*place.split("#")))
                found[name].setdefault(right, {})[reason] = None
        for right in named:
            if right in known:
                found[name].setdefault(right, {})[Reason(why)] = None

    for row in made:
        tell(row.id, "constitution", row.constitution)
    for one in Position.objects.order_by("id"):
        tell(one.decision, "position", one.provisions, one.concepts)
    last = {one.decision: one for one in Indexing.objects.order_by("written_on", "entry")}
    for name, indexed in last.items():
        tell(name, "indexed", (), indexed.concepts)
    return found


@lru_cache(maxsize=4096)
def _at(place: str, known: frozenset[str], work: str, why: Why) -> tuple[tuple[Why, str], ...]:
    direct = [(why, right) for right in rights_of([place]) if right in known]
    return tuple(direct or [("concordance", right) for right in _through(place, known, work)])


def _through(place: str, known: frozenset[str], work: str) -> Iterable[str]:
    """Rights that stand at what came in the place of a former provision, or above it."""
    table = concordance()
    former, _, eid = place.partition("#")
    if former != table.old or work != table.new:
        return ()
    try:
        now = table.successors(eid)
    except NotInConcordance:
        return ()
    by_id: Mapping[str, Concept] = concepts()
    return [
        right
        for right in rights_of([f"{work}#{one}" for one in now])
        if right in known and any(_holds(by_id[right].in_work(work), one) for one in now)
    ]


def _holds(eids: Iterable[str], place: str) -> bool:
    return any(place == eid or place.startswith(f"{eid}__") for eid in eids)
