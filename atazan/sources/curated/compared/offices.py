"""Offices and sittings of the record against what a text tells."""

from __future__ import annotations

from datetime import timedelta

from atazan.institutions.acts import (
    CandidateProposed,
    OathTaken,
    OfficeLeft,
    OfficeTaken,
    SittingHeld,
    VoteTaken,
)
from atazan.institutions.models import Tenure
from atazan.journal.acts import Act
from atazan.rules.bodies import offices
from atazan.rules.day import PartialDay
from atazan.sources.curated.compared.common import Verdict, cites, days
from atazan.sources.curated.register import Told
from atazan.sources.curated.same import may_be_one
from atazan.sources.curated.targets.wanted import Wanted


def taken(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, OfficeTaken) or act.office != wanted.raw["office"]:
        return None
    if act.person == wanted.raw["person"]:
        seen = act.seen_first if act.since is None else None
        return days(told, act, act.since, act.appointed_on, seen)
    alone = offices()[act.office].seats == 1 and not act.acting
    if alone and act.since and told.date and may_be_one(act.since, told.date):
        return "against"
    return None


def left(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, OfficeLeft):
        return None
    person = Tenure.objects.filter(pk=act.tenure).values_list("person", flat=True).first()
    if person != wanted.person:
        return None
    after = (PartialDay.read(act.until).first - timedelta(days=1)).isoformat()
    return days(told, act, act.until, after, act.done_on)


def proposed(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, (CandidateProposed, OathTaken)) or act.kind != wanted.kind:
        return None
    if (act.person, act.office) != (wanted.raw["person"], wanted.raw["office"]):
        return None
    return days(told, act, act.done_on)


def vote(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, VoteTaken) or act.person != wanted.raw["person"]:
        return None
    if act.body != wanted.raw["body"]:
        return None
    if wanted.raw["question"] and act.question and act.question != wanted.raw["question"]:
        return None
    if wanted.raw["office"] and act.office and act.office != wanted.raw["office"]:
        return None
    found = days(told, act, act.done_on)
    if found == "same" and act.carried != (wanted.raw["carried"] == "yes"):
        return "against"
    return found


def sitting(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, SittingHeld):
        return None
    found = days(told, act, act.done_on)
    return found if found == "same" and (told.date or cites(told, act)) else None


def met(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    """A meeting told of parties is the sitting or visit of a body among them on that day."""
    if not isinstance(act, SittingHeld) or wanted.raw["type"] != "meeting":
        return None
    if act.body not in wanted.raw.get("parties", "").split():
        return None
    return sitting(wanted, told, act)
