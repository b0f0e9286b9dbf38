"""What the law asks of a resolution before it is adopted and published: art. 50, 57–58, 63–65."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from atazan.decisions.acts import DecisionPublished, ResolutionAdopted
from atazan.decisions.models import Decision, Resolution
from atazan.docket import checks
from atazan.docket.checks import Check, carried
from atazan.docket.models import Petition
from atazan.docket.queries import joined_with
from atazan.journal import private
from atazan.journal.problems import BadAct, Problem
from atazan.journal.statements import one as stored
from atazan.law.target import check_target
from atazan.rules.book import NoRuleInForce, Rule, RulesOnDay, rules
from atazan.rules.citation import meet
from atazan.rules.decisions import possible_outcomes
from atazan.rules.effects import NoOtherDay, effect_of, follow_up_due
from atazan.rules.finding import Finding

QUESTION = "act_in_force"
LANGUAGES = ("kk", "ru")


def of(act: type[Any]) -> Check:
    """The check of a deed in a case: its place on the way, then its own questions."""
    return checks.of(act, {ResolutionAdopted: _adopted}.get(act))


def _no(rule: Rule, key: str, **facts: Any) -> Finding:
    return Finding(rule.id, False, rule, key, facts)


def _adopted(act: ResolutionAdopted, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    _free(act)
    _texts(act)
    yield from carried(row, law, "step.decided")
    yield from _covers(act, row, law)
    for holding in act.holdings:
        yield from _holding(holding, law)
    if act.term is not None and date.fromisoformat(act.term) <= law.day:
        yield _no(law["step.decided"], "decisions.no.term", day=date.fromisoformat(act.term))


def _free(act: ResolutionAdopted) -> None:
    """The number is not taken. Raises BadAct."""
    numbers = {"number": act.number, "number_kk": act.number_kk}
    for name, value in numbers.items():
        for table in (Decision, Resolution):
            if table.objects.filter(**{name: value}).exists():
                raise BadAct(Problem("decisions.bad.number", {"number": value}))


def _texts(act: ResolutionAdopted) -> None:
    """Both languages, paragraph beside paragraph: art. 65(1)(2). Raises BadAct."""
    try:
        told = msgspec.json.decode(act.texts, type=dict[str, tuple[str, ...]])
    except msgspec.MsgspecError as wrong:
        raise BadAct(Problem("docket.bad.facts", {"why": str(wrong)})) from wrong
    lengths = {lang: len([one for one in told.get(lang, ()) if one.strip()]) for lang in LANGUAGES}
    if 0 in lengths.values() or len(set(lengths.values())) > 1:
        raise BadAct(Problem("decisions.bad.texts", dict(lengths)))


def _covers(act: ResolutionAdopted, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    """A holding for each provision asked about, and for no other: art. 50(2)."""
    asked = asked_of(row)
    held = [(one.work, provision) for one in act.holdings for provision in one.provisions]
    scope = law["step.decided"]
    for work, provision in asked:
        if not any(work == w and meet(provision, p) for w, p in held):
            yield _no(scope, "decisions.no.holding", **_place(work, provision))
    for work, provision in held:
        if not any(work == w and meet(provision, p) for w, p in asked):
            yield _no(scope, "decisions.no.beyond", **_place(work, provision))
    if len(held) != len(set(held)):
        yield _no(scope, "decisions.no.twice")


def _place(work: str, provision: str) -> dict[str, str]:
    """The provision named in words; `at` is where a form put it."""
    return {"provision": f"{work} {provision}", "at": f"{work} {provision}"}


def asked_of(row: Petition) -> list[tuple[str, str]]:
    """The provisions challenged in a case: its own and those of the petitions joined to it."""
    norms = [norm for one in (row, *joined_with(row.id)) for norm in one.norms]
    return list(dict.fromkeys((norm["work"], norm["provision"]) for norm in norms))


def _holding(holding: Any, law: RulesOnDay) -> Iterator[Finding]:
    at = f"{holding.work} {next(iter(holding.provisions), '')}"
    for provision in holding.provisions:
        check_target(holding.work, provision)
    known = {rule.value.outcome for rule in possible_outcomes(QUESTION, law.day, rules())}
    if holding.outcome not in known:
        yield _no(law["step.decided"], "decisions.no.outcome", outcome=holding.outcome, at=at)
        return
    if holding.outcome == "conforms_as_interpreted" and holding.reading is None:
        yield _no(law["outcome.conforms_as_interpreted"], "decisions.no.reading", at=at)
    since = date.fromisoformat(holding.since) if holding.since else None
    try:
        effect_of(holding.outcome, QUESTION, law.day, rules(), since)
    except NoOtherDay as wrong:
        yield _no(wrong.rule, "decisions.no.other_day", day=wrong.set_date, at=at)
    except NoRuleInForce as none:
        raise BadAct(
            Problem("journal.no_rule", {"kind": holding.outcome, "day": none.day})
        ) from none


def as_adopted(act: DecisionPublished, law: RulesOnDay) -> Iterator[Finding]:
    """What is published is what was adopted, and the follow-up day is the one the rules give."""
    row = stored(Resolution, act.id)
    if row is None:
        raise BadAct(Problem("decisions.bad.not_adopted", {"id": act.id}))
    texts = msgspec.json.decode(private.reveal(row.texts) or "{}")
    told = [act.number, act.number_kk, act.done_on, act.holdings, act.texts]
    adopted = [row.number, row.number_kk, row.adopted_on, row.holdings, texts]
    if msgspec.json.decode(msgspec.json.encode(told)) != adopted:
        raise BadAct(Problem("decisions.bad.differs", {"number": row.number}))
    due = due_day(row, date.fromisoformat(str(act.published_on)))
    if act.follow_up_due != (due.isoformat() if due else None):
        raise BadAct(Problem("decisions.bad.follow_up", {"day": due or "—"}))
    return iter(())


def due_day(row: Resolution, published_on: date) -> date | None:
    """The last day for the bill or other act that must follow (art. 64(4)); None if none must."""
    if row.asks_measures is None:
        return None
    decided = date.fromisoformat(row.adopted_on)
    term = date.fromisoformat(row.term) if row.term else None
    for held in row.holdings:
        effect = effect_of(held["outcome"], QUESTION, decided, rules())
        found = follow_up_due(effect, published_on, rules(), term)
        if found is not None:
            due: date = found.facts["due"]  # type: ignore[assignment]
            return due
    return None
