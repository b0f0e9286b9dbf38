"""Petitions still open on provisions already decided on: they are to be ended, and under what."""

from __future__ import annotations

from msgspec import Struct

from atazan.decisions.models import Holding
from atazan.docket.models import Petition
from atazan.docket.queries import PUBLIC, open_on
from atazan.docket.sight import ANYONE, show_all
from atazan.rules.book import Rule, rules
from atazan.rules.day import PartialDay

ENDED = "ground.tm4-same-question-decided"
REFUSED = "ground.rf3-already-decided"


class Pending(Struct, frozen=True):
    """How many petitions wait under one ground; `public` are the numbers anyone may know."""

    rule: Rule
    admitted: bool
    number: int
    public: tuple[str, ...]


def pending(decision: str, case: str | None, day: str) -> tuple[Pending, ...]:
    """The petitions still open on what the decision held, by the ground that is to end them.

    Admitted ones are ended (art. 38(1)(4)), the others refused (art. 48(3)(3)); `day` is that of
    publication, whose law says so. The number is public, whose they are is not.
    """
    rows: dict[str, Petition] = {}
    for held in Holding.objects.filter(decision=decision, outcome__isnull=False):
        rows |= {row.id: row for row in open_on(held.work, held.provision)}
    rows.pop(case or "", None)
    law = rules().on(PartialDay.read(day).first)
    admitted = [row for row in rows.values() if row.step in PUBLIC]
    others = [row for row in rows.values() if row.step not in PUBLIC]
    groups = ((ENDED, True, admitted), (REFUSED, False, others))
    return tuple(
        Pending(law[id], known, len(found), tuple(one.id for one in show_all(found, ANYONE)))
        for id, known, found in groups
        if found
    )
