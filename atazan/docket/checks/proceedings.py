"""What the law asks of each ruling of the Court on the proceedings, beyond who rules: ruling.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from atazan.docket import acts, clocks
from atazan.docket.checks.common import day_of, grounds, lead, no, reasoned
from atazan.docket.checks.ruling import ruled
from atazan.docket.models import Petition, Recusal, Suspension
from atazan.journal.problems import BadAct, Problem
from atazan.journal.statements import one as stored
from atazan.law.models import Effect
from atazan.rules.book import NoRuleInForce, RulesOnDay, rules
from atazan.rules.citation import meet
from atazan.rules.finding import Finding
from atazan.rules.procedure import route_from


def _joined(act: acts.PetitionJoined, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    into = stored(Petition, act.into)
    if into is None or into.id == row.id or into.step != "admitted":
        yield no(law["step.joined"], "docket.no.into", id=act.into)


def _suspended(act: acts.ProceedingsSuspended, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return reasoned(act.reason, law["step.suspended"])


def _resumed(act: acts.ProceedingsResumed, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    open_one = Suspension.objects.filter(petition=row.id, until=None).first()
    if open_one is None or open_one.since != act.since:
        since = open_one.since if open_one else "—"
        raise BadAct(Problem("docket.bad.suspension", {"since": since}))
    if act.done_on == act.since:
        yield no(law["step.resumed"], "docket.no.same_day")


def _prolonged(act: acts.TermProlonged, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    ledger = clocks.decision(row)
    due = None if ledger is None else ledger.due
    if due is None or day_of(act.to) <= due:
        yield no(law["step.prolonged"], "docket.no.no_later", day=due or "—")
    yield from reasoned(act.reason, law["step.prolonged"])


def _urgent(act: acts.UrgencyGranted, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return reasoned(act.reason, law["step.urgent"])


def _recusal_decided(act: acts.RecusalDecided, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    if act.judge in act.present:
        yield no(law["step.recusal"], "docket.no.own_recusal", who=act.judge)
    stated = Recusal.objects.filter(petition=row.id, judge=act.judge, granted=None)
    if not stated.exists():
        yield no(law["step.recusal"], "docket.no.no_recusal", who=act.judge)


def _terminated(
    act: acts.ProceedingsTerminated, row: Petition, law: RulesOnDay
) -> Iterator[Finding]:
    yield from _of_the_joined(row, law)
    yield from grounds(act, law, "terminated", "step.terminated")
    yield from reasoned(act.reasons, law["step.terminated"])
    if "tm1-withdrawal" in act.grounds and not row.withdrawn_on:
        yield no(law["step.terminated"], "docket.no.withdrawal")
    if "tm4-same-question-decided" in act.grounds and not _decided(row):
        yield no(law["step.terminated"], "docket.no.same_question")


def _of_the_joined(row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    """A joined petition is ended by itself as long as its case might be."""
    if row.step != "joined":
        return
    case = lead(row)
    try:
        open_ways = route_from(case.step, law.day, rules()).value.to
    except NoRuleInForce:
        open_ways = ()
    if "terminated" not in open_ways:
        yield no(law["step.terminated"], "docket.no.lead_retired", id=case.id)


def _decided(row: Petition) -> bool:
    """Whether a decision told in the record touches a provision the petition challenges."""
    return any(
        meet(norm["provision"], provision)
        for norm in row.norms
        for provision in Effect.objects.filter(
            work=norm["work"], by_decision__isnull=False
        ).values_list("provision", flat=True)
    )


OWN: dict[type[Any], Callable[..., Iterator[Finding]]] = {
    acts.PetitionJoined: ruled("step.joined", _joined),
    acts.ProceedingsSuspended: ruled("step.suspended", _suspended),
    acts.ProceedingsResumed: ruled("step.resumed", _resumed),
    acts.TermProlonged: ruled("step.prolonged", _prolonged),
    acts.UrgencyGranted: ruled("step.urgent", _urgent),
    acts.RecusalDecided: ruled("step.recusal", _recusal_decided),
    acts.ProceedingsTerminated: ruled("step.terminated", _terminated),
}
