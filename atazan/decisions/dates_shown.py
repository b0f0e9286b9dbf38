"""The days of a decision, each with the rule that gives it its meaning, where the rules do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from atazan.decisions.models import Decision
from atazan.decisions.queries import DecisionOn
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.day import PartialDay

_FINAL = frozenset({"normative_resolution", "conclusion", "message"})
"""Final decisions: art. 56(1) of the law on the Court."""


class Dated(Struct, frozen=True):
    """A day: `what` is a code of decisions.dated; `rule` None where the rules say nothing of it."""

    what: str
    day: PartialDay
    rule: Rule | None = None


def dates_of(found: DecisionOn) -> tuple[Dated, ...]:
    """In the order of a decision's life: made, published, in effect, to be followed up, met."""
    return tuple(_dates(found, found.decision))


def _dates(found: DecisionOn, row: Decision) -> Iterator[Dated]:
    if row.done_on is None:
        return
    made = PartialDay.read(row.done_on)
    yield Dated("made", made, _rule(_form(row), made.first))
    if row.published_on:
        published = "publication.final" if row.form in _FINAL else "publication.other"
        yield Dated("published", PartialDay.read(row.published_on), _rule(published, made.first))
    since: dict[str, Rule] = {}
    for held in found.held:
        if held.since and held.effect is not None:
            since.setdefault(held.since, held.effect.what.rule)
    for day, rule in since.items():
        yield Dated("effect", PartialDay.read(day), rule)
    if row.follow_up_due:
        yield Dated("due", PartialDay.read(row.follow_up_due), _follow_up(found))
    if found.follow_up.state == "met" and row.follow_up_met_on:
        yield Dated("met", PartialDay.read(row.follow_up_met_on))


def _form(row: Decision) -> str:
    council = row.body == "constitutional_council"
    return "decision.form.council" if council else f"decision.form.{row.form}"


def _follow_up(found: DecisionOn) -> Rule | None:
    told = (one for held in found.held if held.effect for one in held.effect.consequences)
    return next((one.rule for one in told if one.rule.kind == "follow_up"), None)


def _rule(id: str, day: date) -> Rule | None:
    try:
        return rules().on(day)[id]
    except NoRuleInForce:
        return None
