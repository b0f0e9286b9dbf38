"""What the Court may decide and must write, and the typed content of the rules on effects.

Rules: decisions.yaml, effects.yaml, follow_up.yaml.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.book import Rule, RuleBook

Question = Literal[
    "act_in_force",
    "parliament_resolution",
    "law_before_signature",
    "treaty_before_ratification",
    "constitution_amendment",
    "constitution_interpretation",
    "io_decision",
    "president_election",
    "deputies_election",
    "referendum",
    "president_incapacity",
    "president_removal",
    "president_resignation",
    "presidency_refusal",
]
Outcome = Literal[
    "conforms",
    "conforms_as_interpreted",
    "does_not_conform",
    "official_interpretation",
    "procedures_observed",
    "procedures_not_observed",
    "certified",
]
Fate = Literal[
    "stands",
    "repealed",
    "ceases",
    "applies_as_interpreted",
    "cannot_be_signed",
    "signing_resumes",
    "cannot_be_ratified",
    "ratification_resumes",
    "cannot_be_put_to_vote",
    "may_be_put_to_vote",
    "read_as_interpreted",
    "executed",
    "not_executed",
    "invalid",
    "registered",
    "summing_up_resumes",
    "consideration_ends",
    "consideration_continues",
    "released",
    "powers_pass_on",
]
Duty = Literal[
    "judgments_not_enforced",
    "judgments_reviewed",
    "judgments_reviewed_where_law_says",
    "reproducing_repealed",
    "reproducing_ended",
    "no_readoption",
    "direct_application",
]


class DecisionForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A form a decision may take. `final`: it exercises the Court's constitutional powers."""

    final: bool
    in_name_of_republic: bool = False
    part_of_law_in_force: bool = False


class PossibleOutcome(Struct, frozen=True, forbid_unknown_fields=True):
    """An outcome the Court may declare on the questions named."""

    outcome: Outcome
    questions: tuple[Question, ...]


class DecisionContent(Struct, frozen=True, forbid_unknown_fields=True):
    """What a final decision must state, in the `order` of the law; no `outcomes`: always."""

    order: int
    outcomes: tuple[Outcome, ...] = ()


class EffectRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What an outcome does to the subject of the question.

    `set_day`: the Court may name another day for it than that of its decision.
    """

    outcome: Outcome
    questions: tuple[Question, ...]
    fate: Fate
    set_day: bool = False


class Consequence(Struct, frozen=True, forbid_unknown_fields=True):
    """A duty others have after such an outcome."""

    outcomes: tuple[Outcome, ...]
    questions: tuple[Question, ...]
    duty: Duty


class FollowUp(Struct, frozen=True, forbid_unknown_fields=True):
    """A bill or other act due within `months` of publication, where the Court set no other term."""

    outcomes: tuple[Outcome, ...]
    questions: tuple[Question, ...]
    months: int
    to: str


class EarlierDecisions(Struct, frozen=True, forbid_unknown_fields=True):
    """What the constitution says of the force of decisions made before a day.

    `named`: it lets them keep their force so far as it allows; otherwise it does not speak of
    decisions of these `forms`.
    """

    body: Literal["council", "both"]
    made_before: date
    forms: tuple[Literal["normative_resolution", "conclusion"], ...] = ("normative_resolution",)
    named: bool = True


def possible_outcomes(question: Question, day: date, book: RuleBook) -> tuple[Rule, ...]:
    """The outcomes the Court may declare on a question that day, as the rules that allow them."""
    rules = book.on(day).of_kind("outcome")
    return tuple(rule for rule in rules if question in rule.value.questions)


def required_contents(outcome: Outcome, day: date, book: RuleBook) -> tuple[Rule, ...]:
    """What the text of a normative resolution or conclusion must state, in the order of the law."""
    rules = book.on(day).of_kind("decision_content")
    asked = (r for r in rules if not r.value.outcomes or outcome in r.value.outcomes)
    return tuple(sorted(asked, key=lambda rule: rule.value.order))
