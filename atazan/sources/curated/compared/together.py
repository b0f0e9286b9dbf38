"""Agreements, events, members and projects of the record against what a text tells."""

from __future__ import annotations

from typing import Any

from atazan.cooperation.acts import (
    AgreementSigned,
    EventHeld,
    MemberAdmitted,
    PresidencyTaken,
    ProjectStarted,
)
from atazan.journal.acts import Act
from atazan.sources.curated.compared.common import Verdict, alike, cites, days
from atazan.sources.curated.register import Told, words_of
from atazan.sources.curated.same import may_be_one
from atazan.sources.curated.targets.wanted import Wanted


def agreement(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, AgreementSigned):
        return None
    ours = set(wanted.raw.get("parties", "").split())
    theirs = set(act.parties)
    if len(ours) > 1 and ours <= theirs:
        return days(told, act, act.done_on)
    if ours & theirs and act.done_on and told.date and cites(told, act):
        return "against"
    return None


def event(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, EventHeld):
        return None
    raw, rests = wanted.raw, cites(told, act)
    if raw.get("association") and raw.get("number") and raw["type"] == act.type:
        ours = (raw["association"], raw["number"])
        found = (act.association, str(act.number)) == ours
        return days(told, act, act.done_on) if found else None
    if (raw["type"] != act.type or told.date is None) and not rests:
        return None
    if raw.get("association") and told.date:
        fits = act.association == raw["association"] and raw["type"] == act.type
    elif parties := set(raw.get("parties", "").split()):
        fits = bool(parties & set(act.parties))
    else:
        fits = alike(wanted, told, act, act.title.says(told.lang))
    return "same" if fits and days(told, act, act.done_on, act.until) == "same" else None


def member(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, MemberAdmitted) or not institution(wanted, told, act.institution):
        return None
    return days(told, act, act.done_on)


def presidency(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, PresidencyTaken):
        return None
    if institution(wanted, told, act.institution):
        return days(told, act, act.since, act.elected, act.done_on)
    if told.date and any(
        day and may_be_one(day, told.date) for day in (act.since, act.elected, act.done_on)
    ):
        return "against"
    return None


def institution(wanted: Wanted, told: Told, institution: Any) -> bool:
    ours = words_of(wanted.raw.get(f"institution.{told.lang}", ""), told.lang)
    return bool(ours) and set(ours) <= set(words_of(institution.says(told.lang), told.lang))


def project(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, ProjectStarted) or not alike(
        wanted, told, act, act.title.says(told.lang)
    ):
        return None
    ours = set(wanted.raw.get("parties", "").split())
    return "same" if not ours or ours & set(act.parties) or cites(told, act) else None
