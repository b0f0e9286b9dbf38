"""Referendums, laws, drafts and decisions of the record against what a text tells."""

from __future__ import annotations

from atazan.decisions.acts import DecisionAdopted
from atazan.journal.acts import Act
from atazan.law.acts import LawAdopted
from atazan.reform.acts import DraftPublished, ReferendumCalled, ReferendumDecided, ReferendumHeld
from atazan.rules.day import PartialDay
from atazan.sources.curated.compared.common import NEAR, Verdict, alike, cites, days
from atazan.sources.curated.register import Told
from atazan.sources.curated.same import may_be_one
from atazan.sources.curated.targets.wanted import Wanted


def called(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, ReferendumCalled):
        return None
    if wanted.raw["vote_on"]:
        return days_of(wanted.raw["vote_on"], told, act.vote_on)
    return days(told, act, act.done_on)


def days_of(ours: str, told: Told, theirs: str) -> Verdict | None:
    if may_be_one(ours, theirs):
        return "same"
    apart = PartialDay.read(ours).first - PartialDay.read(theirs).first
    return "against" if abs(apart.days) <= NEAR else None


def held(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    return days(told, act, act.done_on) if isinstance(act, ReferendumHeld) else None


def decided(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, ReferendumDecided) or act.id != wanted.raw["id"]:
        return None
    found = days(told, act, act.done_on)
    return (
        "against" if found == "same" and act.adopted != (wanted.raw["adopted"] == "yes") else found
    )


def law(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, LawAdopted):
        return None
    if wanted.raw["work"]:
        if act.work != wanted.raw["work"]:
            return None
        if told.date is None:  # a law is adopted once
            return "same"
        return days(told, act, act.done_on, act.in_force_from)
    if not (told.date and act.done_on and may_be_one(told.date, act.done_on)):
        return None
    amended = set(wanted.raw.get("amends", "").split())
    if amended:
        return "same" if amended & set(act.amends) else None
    return "same" if alike(wanted, told, act, act.title.says(told.lang)) else None


def draft(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, DraftPublished) or act.done_on is None:
        return None
    if told.date is None:
        return "same" if cites(told, act) else None
    return "same" if may_be_one(told.date, act.done_on) else None


def decision(wanted: Wanted, told: Told, act: Act) -> Verdict | None:
    if not isinstance(act, DecisionAdopted) or act.body != wanted.raw["body"]:
        return None
    if wanted.raw["number"]:
        number = wanted.raw["number"].partition("-")[0]
        if number != (act.number or "").partition("-")[0]:
            return None
        return days(told, act, act.done_on)
    if told.date and act.done_on and may_be_one(told.date, act.done_on):
        return "same"
    return None
