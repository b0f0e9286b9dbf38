"""What the checks of all deeds share: the place on the way, grounds, reasons, who may sit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from atazan.docket import voting
from atazan.docket.models import Petition
from atazan.docket.steps import STEP
from atazan.journal.problems import BadAct, Problem
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
