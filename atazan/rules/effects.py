"""What a decision of the Court or the Council does, by outcome and question, on the day it is made.

A decision works by the law of its own day: one of June 2026 repeals (отменяется), one of July 2026
ends the effect (прекращает действие). Rules: decisions.yaml, effects.yaml, follow_up.yaml.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.rules.book import NoRuleInForce, Rule, RuleBook
from atazan.rules.decisions import EffectRule, Fate, FollowUp, Outcome, Question
from atazan.rules.finding import Finding
from atazan.rules.transition import months_after

# Fates after which the subject no longer applies, may not be signed, put to the vote or executed.
_FALLEN: frozenset[Fate] = frozenset(
    {
        "repealed",
        "ceases",
        "cannot_be_signed",
        "cannot_be_ratified",
        "cannot_be_put_to_vote",
        "not_executed",
        "invalid",
        "consideration_ends",
    }
)


class Effect(Struct, frozen=True):
    """What a decision did: to its subject from `since` on, and what others must do after it.

    `decided_on` counts; `since` counts and may lie after it (or, the text does not bar it, before).
    `uncertain` are doubts of this very case, beside those of the rules.
    """

    outcome: Outcome
    question: Question
    fate: Fate
    decided_on: date
    since: date
    what: Finding
    consequences: tuple[Finding, ...]
    uncertain: tuple[str, ...] = ()

    def duty(self, name: str) -> Finding | None:
        """The consequence of that name (`judgments`, `reproducing`, `bill`…), if there is one."""
        return next((one for one in self.consequences if one.id == f"consequence.{name}"), None)


class NoOtherDay(ValueError):
    """A day was named for the effect though the rule of that day leaves no choice of one."""

    def __init__(self, rule: Rule, set_date: date) -> None:
        self.rule, self.set_date = rule, set_date
        at = f"{rule.source.work} {rule.source.provision_eid}"
        super().__init__(f"{set_date} cannot be set: under {at} the effect begins on the decision")


def effect_of(
    outcome: Outcome,
    question: Question,
    decided_on: date,
    book: RuleBook,
    set_date: date | None = None,
) -> Effect:
    """What a decision of that day does, each point with its rule and words.

    `set_date` is the day the Court itself named, if it named one.
    Raises NoRuleInForce where no rule of the day gives the outcome an effect on the question, and
    NoOtherDay where that rule leaves no choice of day.
    Source: Law on the Court, art. 63 and 64; Constitution of 1995, art. 74; of 2026, art. 75.
    """
    today = book.on(decided_on)
    rule = _rule_for(outcome, question, today.of_kind("effect"))
    if rule is None:
        raise NoRuleInForce(f"effect of '{outcome}' on '{question}'", decided_on)
    written: EffectRule = rule.value
    if set_date not in (None, decided_on) and not written.set_day:
        raise NoOtherDay(rule, set_date or decided_on)
    since = set_date or decided_on
    what = Finding(rule.id, True, rule, f"effect.{written.fate}", {"since": since})
    after = [*today.of_kind("consequence"), *today.of_kind("follow_up")]
    consequences = tuple(
        _duty(one)
        for one in after
        if outcome in one.value.outcomes and question in one.value.questions
    )
    doubts = _doubts(decided_on, since, book)
    return Effect(outcome, question, written.fate, decided_on, since, what, consequences, doubts)


def _rule_for(outcome: Outcome, question: Question, rules: list[Rule]) -> Rule | None:
    return next(
        (r for r in rules if r.value.outcome == outcome and question in r.value.questions), None
    )


def _duty(rule: Rule) -> Finding:
    if isinstance(rule.value, FollowUp):
        facts = {"n": rule.value.months}
        return Finding(rule.id, True, rule, "consequence.bill", facts)
    return Finding(rule.id, True, rule, f"consequence.{rule.value.duty}")


def _doubts(decided_on: date, since: date, book: RuleBook) -> tuple[str, ...]:
    found = []
    if since < decided_on:
        found.append("sil-set-day-before")
    if any(decided_on < edge <= since for edge in _edges(book)):
        found.append("sil-set-day-across-regimes")
    return tuple(found)


def _edges(book: RuleBook) -> set[date]:
    """The days on which the rules on effects changed."""
    return {
        rule.term.since
        for versions in book.rules.values()
        for rule in versions
        if rule.kind == "effect" and rule.value.set_day
    }


def standing(effect: Effect, day: date) -> Finding:
    """How the subject of a decision stands on `day`, in the verb right for its regime and the day.

    `holds`: it applies that day (may be signed, put to the vote, executed…).
    Raises ValueError for a day before the decision: then there was nothing to say yet.
    """
    if day < effect.decided_on:
        raise ValueError(f"{day} is before the decision of {effect.decided_on}")
    waits = day < effect.since
    key = f"fate.{effect.fate}.awaited" if waits else f"fate.{effect.fate}"
    facts = {"since": effect.since, "decided": effect.decided_on}
    return Finding("fate", waits or effect.fate not in _FALLEN, effect.what.rule, key, facts)


def still_binding(
    decided_on: date, day: date, book: RuleBook, form: str = "normative_resolution"
) -> Finding:
    """Whether a final decision of `decided_on` binds on `day`.

    `holds` is True under the constitution it was made under, None once another took its place: a
    normative resolution so far as it does not contradict the present one (the measure of that is
    the Court's); of a conclusion the text says nothing.
    Raises NoRuleInForce before the first rule on the force of decisions.
    """
    for rule in book.on(day).of_kind("earlier_decisions"):
        if decided_on < rule.value.made_before and form in rule.value.forms:
            key = f"binding.{rule.value.body}" if rule.value.named else "binding.silent"
            return Finding("binding", None, rule, key, {"before": rule.value.made_before})
    rule = book.on(day)["force.binding"]
    return Finding("binding", True, rule, "binding.yes", {"decided": decided_on})


def follow_up_due(
    effect: Effect, published_on: date, book: RuleBook, set_date: date | None = None
) -> Finding | None:
    """By which day the bill or other act must be in, None where the outcome asks for none.

    Counted from publication by the calendar month, the last day included; a day the Court set
    (`set_date`) goes first. Source: Law on the Court, art. 64(4).
    """
    rule = next(
        (
            one
            for one in book.on(effect.decided_on).of_kind("follow_up")
            if effect.outcome in one.value.outcomes and effect.question in one.value.questions
        ),
        None,
    )
    if rule is None:
        return None
    due = set_date or months_after(published_on, rule.value.months)
    key = "follow_up.due_set" if set_date else "follow_up.due"
    facts = {"due": due, "published": published_on, "n": rule.value.months}
    return Finding("follow_up.due", True, rule, key, facts)
