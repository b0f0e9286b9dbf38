"""What the lawmaker's deeds do to the register of the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import Change, Put
from atazan.law import record_texts
from atazan.law.acts import CitationNoted, LawAdopted, ProvisionAffected, ProvisionChanged
from atazan.law.models import Adoption, Citation, Effect
from atazan.law.target import check_target
from atazan.rules.book import RulesOnDay
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding

_ADOPTION = "work title number done_on done_by in_force_from amends facts".split()
CHANGES = ("inserted", "amended", "repealed", "commenced", "renumbered")
BEFALL = (*CHANGES, "suspended", "void_from", "interim_rule")
_AFFECTED = "work provision effect since until says lang extent span intervals"


def _adoption(act: LawAdopted) -> Iterator[Change]:
    yield Put(Adoption, act.id, values(act, *_ADOPTION))


def _change(act: ProvisionChanged) -> Iterator[Change]:
    row = values(act, "work", "provision", "effect", "since", "says")
    yield Put(Effect, act.id, {**row, "by_work": act.by})


def _affected(act: ProvisionAffected) -> Iterator[Change]:
    row = values(act, *_AFFECTED.split())
    yield Put(Effect, act.id, {**row, "by_work": act.by, "by_decision": act.decision})


def _citations(act: CitationNoted) -> Iterator[Change]:
    row = {"from_work": act.work, "from_provision": act.provision}
    row |= values(act, "since", "until")
    for place, (work, eid) in enumerate(_cited(act), 1):
        yield Put(Citation, f"{act.id}:{place}", {**row, "to_work": work, "to_provision": eid})


def _cited(act: CitationNoted) -> list[tuple[str, str]]:
    return [(work, eid) for work, provisions in act.cites.items() for eid in provisions]


def _check_change(act: ProvisionChanged, rules: RulesOnDay) -> Iterator[Finding]:
    check_target(act.work, act.provision)
    check_target(act.by, "whole")
    _check_effect(act.effect, CHANGES)
    return iter(())


def _check_effect(effect: str, known: tuple[str, ...]) -> None:
    if effect not in known:
        facts = {"effect": effect, "known": ", ".join(known)}
        raise BadAct(Problem("law.unknown_effect", facts))


def _check_affected(act: ProvisionAffected, rules: RulesOnDay) -> Iterator[Finding]:
    check_target(act.work, act.provision)
    _check_effect(act.effect, BEFALL)
    if (act.by is None) == (act.decision is None):
        raise BadAct(Problem("law.one_source", {"provision": act.provision}))
    if act.by is not None:
        check_target(act.by, "whole")
    last = date.min
    for one in act.intervals or (act,):
        since = PartialDay.read(one.since).first
        until = PartialDay.read(one.until).first if one.until else date.max
        if until <= since or since < last:
            facts = {"since": one.since, "until": one.until or str(act.until)}
            raise BadAct(Problem("law.bad_span", facts))
        last = until
    return iter(())


def _check_citations(act: CitationNoted, rules: RulesOnDay) -> Iterator[Finding]:
    check_target(act.work, act.provision)
    cited = _cited(act)
    for work, eid in cited:
        check_target(work, eid)
    if not cited or (act.work, act.provision) in cited or len(cited) != len(set(cited)):
        raise BadAct(Problem("law.bad_citation", {"provision": act.provision}))
    since, until = PartialDay.read(act.since), PartialDay.read(act.until or "9999")
    if until.first <= since.first:
        raise BadAct(Problem("law.bad_span", {"since": act.since, "until": str(act.until)}))
    return iter(())


def _check_adoption(act: LawAdopted, rules: RulesOnDay) -> Iterator[Finding]:
    for work in (act.work, *act.amends):
        if work is not None:
            check_target(work, "whole")
    return iter(())


DEEDS = [
    Deed(LawAdopted, stream=lambda act: f"law/{act.id}", rows=_adoption, check=_check_adoption),
    Deed(
        ProvisionChanged,
        stream=lambda act: f"work/{act.work}",
        rows=_change,
        check=_check_change,
    ),
    Deed(
        ProvisionAffected,
        stream=lambda act: f"work/{act.work}",
        rows=_affected,
        check=_check_affected,
    ),
    Deed(
        CitationNoted,
        stream=lambda act: f"work/{act.work}",
        rows=_citations,
        check=_check_citations,
    ),
    *record_texts.DEEDS,
]
