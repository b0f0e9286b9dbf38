"""What the checks of all deeds share: the place on the way, grounds, reasons, who may sit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from atazan.docket import voting
from atazan.docket.models import Petition
from atazan.docket.steps import STEP
from atazan.journal.deeds import read_act
from atazan.journal.models import Entry
from atazan.journal.problems import BadAct, Problem
from atazan.journal.statements import one as stored
from atazan.rules.book import NoRuleInForce, Rule, RulesOnDay, rules
from atazan.rules.finding import Finding
from atazan.rules.procedure import route_from


def way(row: Petition, act: Any, law: RulesOnDay) -> list[Finding]:
    """Whether the route of the day leads from the petition's step to that of the deed."""
    to = STEP[act.kind]
    if to is None or to == row.step:
        return []
    try:
        route = route_from(row.step, law.day, rules())
    except NoRuleInForce:
        raise BadAct(Problem("docket.bad.at_end", {"id": row.id})) from None
    if to in route.value.to:
        return []
    return [no(route, "docket.no.way", id=row.id)]


CONSIDERED = frozenset(
    "study.reported/1 admission.convened/1 vote.cast/1 petition.admitted/1 petition.refused/1"
    " hearing.convened/1 judges.retired/1 resolution.adopted/1".split()
)
"""Deeds by which the Court considers a petition; others keep its file."""


def pending(row: Petition, act: Any, law: RulesOnDay) -> list[Finding]:
    """Whether a petition that was pending on 1 July 2026 has been brought into line: art. 66(3).

    One filed again since then was not pending, nor is one that its applicant has adapted.
    """
    if not must_adapt(row, act.kind, law):
        return []
    rule = law["transition.pending_2026"]
    return [no(rule, "docket.no.pending", day=rule.term.since)]


def must_adapt(row: Petition, kind: str, law: RulesOnDay) -> bool:
    """Whether this kind of deed waits for the applicant to adapt the petition."""
    rule = law.get("transition.pending_2026")
    if rule is None or kind not in CONSIDERED or row.adapted_on:
        return False
    return day_of(row.received_on) < rule.term.since


def lead(row: Petition) -> Petition:
    """The case a petition is heard in: its own, or the one it was joined to."""
    while row.step == "joined" and (into := stored(Petition, str(row.joined_to))):
        row = into
    return row


def heard(row: Petition, rule: Rule) -> Iterator[Finding]:
    """The judges of the case the petition was joined to have not retired: art. 42."""
    case = lead(row)
    if case.step not in BEFORE_RETIRING:
        yield no(rule, "docket.no.lead_retired", id=case.id)


BEFORE_RETIRING = frozenset({"admitted", "suspended", "in_session", "adjourned"})
"""Steps of an admitted case before its judges retire to deliberate."""


def done(id: str, kind: str, on: str | None = None) -> list[Any]:
    """The deeds of a kind in a petition, those of one day where it is told."""
    entries = Entry.objects.filter(stream=f"petition/{id}", kind=kind)
    entries = entries if on is None else entries.filter(done_on=on)
    return [
        read_act(msgspec.json.decode(one)["act"]) for one in entries.values_list("body", flat=True)
    ]


def no(rule: Rule, key: str, **facts: Any) -> Finding:
    return Finding(rule.id, False, rule, key, facts)


def day_of(written: str | None) -> date:
    return date.fromisoformat(str(written))


def names(judges: Any) -> str:
    return ", ".join(judges)


def grounds(act: Any, law: RulesOnDay, leads_to: str, step: str) -> Iterator[Finding]:
    """Grounds are named, and each leads to this outcome under the rules of the day."""
    if not act.grounds:
        yield no(law[step], "docket.no.grounds")
    for one in act.grounds:
        rule = law.get(f"ground.{one}")
        if rule is None or rule.value.leads_to != leads_to:
            yield no(law[step], "docket.no.such_ground", ground=one, day=law.day)


def reasoned(words: str, rule: Rule) -> Iterator[Finding]:
    if not words.strip().strip("{}"):
        yield no(rule, "docket.no.reasons")


def able(judges: tuple[str, ...], row: Petition, day: date, rule: Rule) -> Iterator[Finding]:
    """Each is a judge in office that day, not suspended and not recused in this case."""
    if not judges:
        yield no(rule, "docket.no.judge_named")
    if len(set(judges)) < len(judges):
        yield no(rule, "docket.no.judge_twice")
    if out := voting.sits(judges, row.id, day):
        yield no(rule, "docket.no.judges", who=names(out), day=day)
