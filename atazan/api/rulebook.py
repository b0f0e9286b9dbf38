"""Rules, the check of a petition, and the periods of the law, as of a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from atazan.api.components import FactsSent
from atazan.api.door import Day, Told, Word, door
from atazan.api.faults import RequestRefused, language
from atazan.docket.clocks import Clock
from atazan.journal.answering import as_json
from atazan.rules.admissibility import assess
from atazan.rules.answer import as_json as assessed
from atazan.rules.bad_petition import read_facts
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.calendar import YearNotCovered
from atazan.rules.deadline import DeadlineRule, LawSilent
from atazan.rules.ledger import Ledger, open_ledger
from atazan.rules.text import Lang
from atazan.rules.works import works

router = Router(tags=["rules"])
PETITION = {
    "applicant": {"capacity": "citizen"},
    "challenged": [{"act": "civil-procedure-code-2015", "provision": "art_151"}],
}


class RulesTold(Told):
    """The rules of a day."""

    on: date
    rules: list[dict[str, Any]]


class RuleTold(Told):
    """One rule: the version of the day (null where none is in force), and all versions."""

    on: date
    rule: dict[str, Any] | None
    versions: list[dict[str, Any]]


class Assessed(Told):
    """May the petition be admitted? `may_apply` null: not all that matters is said yet."""

    on: date
    outcome: str | None
    may_apply: bool | None
    grounds: list[dict[str, Any]]
    missing: list[dict[str, Any]]
    findings: list[dict[str, Any]]


class Period(Told):
    """A period of the law. `length` null: the law names none."""

    rule: str
    says: str
    length: int | None
    unit: str
    work: str
    provision: str


class Periods(Told):
    """The periods in force on a day."""

    on: date
    periods: list[Period]


class Counted(Told):
    """A period counted: `due` is the last day, inclusive; null while it stands still."""

    due: date | None
    explained: list[str]
    rule: str
    work: str
    provision: str


def day_of(request: HttpRequest, on: date | None) -> date:
    """The day asked for, else today in Astana."""
    return on or request.asked.day  # type: ignore[attr-defined,no-any-return]


def counted(ledger: Ledger, lang: Lang) -> dict[str, Any]:
    """A ledger with its arithmetic in words, and its provision."""
    return {
        "due": ledger.due,
        "explained": ledger.explain(lang),
        "rule": ledger.rule.id,
        "work": works()[ledger.rule.source.work].uri,
        "provision": ledger.rule.source.provision_eid,
        "uncertain": list(ledger.doubts),
    }


def clock(one: Clock, lang: Lang, on: date) -> dict[str, Any]:
    """A running or kept period of a petition."""
    kept = {"what": one.what, "who": one.who, "done": one.done, "overdue": one.overdue(on)}
    return {**kept, **counted(one.ledger, lang)}


@door(router, "GET", "/rules", RulesTold, "/api/rules?on=2026-07-01&topic=deadlines")
def rules_on(request: HttpRequest, on: Day | None = None, topic: Word | None = None) -> Any:
    """Every rule in force on a day (default: today), with its source, words and doubts."""
    day = day_of(request, on)
    found = [rule for rule in rules().on(day).values() if topic in (None, rule.topic)]
    return as_json({"on": day, "rules": found})


@door(router, "GET", "/rules/{rule}", RuleTold, "/api/rules/citizen.judicial_act?on=2026-07-01")
def rule_on(request: HttpRequest, rule: Word, on: Day | None = None) -> Any:
    """One rule as of a day, and all its versions. 404 where no such rule is known at all."""
    if rule not in rules().rules:
        raise RequestRefused(404, "api.no_rule", "rule", rule=rule)
    day = day_of(request, on)
    try:
        found = rules().on(day)[rule]
    except NoRuleInForce:
        found = None
    return as_json({"on": day, "rule": found, "versions": rules().rules[rule]})


@door(router, "POST", "/check", Assessed, PETITION, auth=None)
def check(request: HttpRequest, sent: Body[FactsSent], on: Day | None = None) -> HttpResponse:
    """May this petition be admitted? The body is a petition (docs/reference/petition.md)."""
    day = day_of(request, on)
    found = assess(read_facts(sent, day), day)
    return as_json(assessed(found, language(request)))


@door(router, "GET", "/clocks", Periods, "/api/clocks?on=2026-07-01")
def periods(request: HttpRequest, on: Day | None = None) -> HttpResponse:
    """The periods of the law in force on a day: how long, in which days, under which provision."""
    day, lang = day_of(request, on), language(request)
    found = [one for one in rules().on(day).values() if isinstance(one.value, DeadlineRule)]
    return as_json({"on": day, "periods": [_period(one, lang) for one in found]})


def _period(rule: Rule, lang: Lang) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "says": rule.says.says(lang),
        "length": rule.value.length,
        "unit": rule.value.unit,
        "begins_with": rule.value.event,
        "work": works()[rule.source.work].uri,
        "provision": rule.source.provision_eid,
    }


@door(router, "GET", "/clocks/{rule}", Counted, "/api/clocks/deadline.correction?since=2026-09-21")
def period(request: HttpRequest, rule: Word, since: Day) -> HttpResponse:
    """The last day of a period that began with the event of a day, and how it was counted."""
    versions = rules().rules.get(rule, ())
    if not any(isinstance(one.value, DeadlineRule) for one in versions):
        raise RequestRefused(404, "api.no_period", "rule", rule=rule)
    try:
        ledger = open_ledger(rules(), rule, since)
    except LawSilent:
        raise RequestRefused(422, "api.law_silent", "rule", rule=rule) from None
    except (YearNotCovered, OverflowError):
        raise RequestRefused(422, "api.year_not_covered", "since", year=since.year) from None
    return as_json(counted(ledger, language(request)))
