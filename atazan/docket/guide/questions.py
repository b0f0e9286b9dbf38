"""The questions of the guided check: which are asked, in which order, under the rules of a day.

A question is asked when the answers before it make it matter; the rule it opens onto says why.
Words: `words/ask-*.yaml`, by the id of the question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from atazan.docket.guide.norm import known_kind
from atazan.rules.book import RulesOnDay

Answers = Mapping[str, str]
UNKNOWN = "unknown"
NONE = "none"
YES_NO = ("yes", "no")
PEOPLE = ("citizen", "foreigner", "stateless", "legal_entity")
REPRESENTATIVES = (
    "legal_representative",
    "advocate",
    "legal_consultant_chamber_member",
    "authorised_person_of_organisation",
    "legal_consultant",
    "other",
)


class Question(Struct, frozen=True):
    """One question a page.

    `rule` is the id of the rule it opens onto. `options` are the codes of a choice; those of
    `ticks` come from the rules of the day. `unknown`: "I do not know" may be answered, and the
    answer then names what is missing. `after` are questions whose day may not come later than
    the day this one asks for.
    """

    id: str
    kind: Literal["choice", "day", "norm", "ticks"]
    rule: str
    options: tuple[str, ...] = ()
    when: Callable[[Answers, RulesOnDay], bool] = lambda answers, rules: True
    unknown: bool = True
    after: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The names under which its answer is kept."""
        return ("act", "provision", "whole") if self.kind == "norm" else (self.id,)


def answered(question: Question, answers: Answers) -> bool:
    """Whether it has an answer, "I do not know" included."""
    return question.fields[0] in answers


def _is(id: str, *values: str) -> Callable[[Answers, RulesOnDay], bool]:
    return lambda answers, rules: answers.get(id) in values


def _asked(rule: str) -> Callable[[Answers, RulesOnDay], bool]:
    return lambda answers, rules: rule in rules


def _both(*all_of: Callable[[Answers, RulesOnDay], bool]) -> Callable[[Answers, RulesOnDay], bool]:
    return lambda answers, rules: all(one(answers, rules) for one in all_of)


def _appeal_needed(answers: Answers, rules: RulesOnDay) -> bool:
    return bool(rules["citizen.judicial_act"].value.instances)


def _any_act_will_do(answers: Answers, rules: RulesOnDay) -> bool:
    return not _appeal_needed(answers, rules)


def _affects_matters(answers: Answers, rules: RulesOnDay) -> bool:
    """Where one of the two is enough, the second is asked only if the first does not hold."""
    return rules["citizen.norm_applied"].value.needs == "all" or answers.get("applied") != "yes"


def _act_day_matters(answers: Answers, rules: RulesOnDay) -> bool:
    if _appeal_needed(answers, rules):
        return answers.get("appeal") == "yes"
    return answers.get("judgment") == "yes" or answers.get("reading") == "yes"


def _no_act_in_force(answers: Answers, rules: RulesOnDay) -> bool:
    return answers.get("judgment") in ("pending", NONE, UNKNOWN) and answers.get("reading") != "yes"


def _fee_asked(answers: Answers, rules: RulesOnDay) -> bool:
    return "fee.paid" in rules


def _consent_asked(answers: Answers, rules: RulesOnDay) -> bool:
    wanted = answers.get("representative") == "authorised_person_of_organisation"
    return wanted and "attachment.a05-written-consent" in rules


def _kind_open(answers: Answers, rules: RulesOnDay) -> bool:
    return known_kind(answers.get("act", "")) is None


def _by_paper(answers: Answers, rules: RulesOnDay) -> bool:
    return answers.get("representative") not in (None, "legal_representative")


def _pending(answers: Answers, rules: RulesOnDay) -> bool:
    """A petition filed before the law of the day asked began to govern it."""
    rule, filed = rules.get("transition.pending_2026"), answers.get("filed-on")
    return bool(rule and filed and filed != UNKNOWN and filed < rule.term.since.isoformat())


def _written(answers: Answers, rules: RulesOnDay) -> bool:
    """Whether there is a paper to ask about: not yet, or no longer, once the Court admitted it."""
    return answers.get("stage") == "filed" or answers.get("written") == "yes"


_preparing = _is("stage", "preparing")
_filed = _is("stage", "filed", "admitted")

QUESTIONS: tuple[Question, ...] = (
    Question("who", "choice", "standing.citizen_complaint", PEOPLE, unknown=False),
    Question("by", "choice", "representation.kinds", ("self", "representative"), unknown=False),
    Question(
        "representative",
        "choice",
        "representation.kinds",
        REPRESENTATIVES,
        _is("by", "representative"),
        unknown=False,
    ),
    Question(
        "how-many",
        "choice",
        "representation.count",
        ("1", "2", "3"),
        _is("by", "representative"),
        unknown=False,
    ),
    Question(
        "powers",
        "choice",
        "representation.authority",
        YES_NO,
        _both(_is("by", "representative"), _by_paper),
    ),
    Question(
        "entitled",
        "choice",
        "representation.kinds",
        YES_NO,
        _is("representative", "authorised_person_of_organisation"),
    ),
    Question("consent", "choice", "attachment.a05-written-consent", YES_NO, _consent_asked),
    Question("norm", "norm", "object.normative_act", unknown=False),
    Question("kind", "choice", "object.normative_act", ("normative", "individual"), _kind_open),
    Question("status", "choice", "act.still_applies", ("in_force", "lost_force")),
    Question("still", "choice", "act.still_applies", YES_NO, _is("status", "lost_force")),
    Question("asks", "choice", "competence.law_only", ("law", "facts")),
    Question("applied", "choice", "citizen.norm_applied", YES_NO),
    Question("affects", "choice", "citizen.norm_applied", YES_NO, _affects_matters),
    Question("took-part", "choice", "citizen.took_part", YES_NO),
    Question("whose", "choice", "citizen.own_rights", ("own", "another")),
    Question(
        "signs",
        "choice",
        "citizen.signs_of_violation",
        YES_NO,
        _asked("citizen.signs_of_violation"),
    ),
    Question(
        "appeal",
        "choice",
        "citizen.judicial_act",
        ("yes", "pending", "first", NONE),
        _appeal_needed,
    ),
    Question(
        "judgment", "choice", "citizen.judicial_act", ("yes", "pending", NONE), _any_act_will_do
    ),
    Question(
        "reading",
        "choice",
        "citizen.exception_supreme_court",
        YES_NO,
        _both(_is("judgment", "pending"), _asked("citizen.exception_supreme_court")),
    ),
    Question(
        "imperative",
        "choice",
        "citizen.exception_imperative",
        YES_NO,
        _both(_no_act_in_force, _asked("citizen.exception_imperative")),
    ),
    Question("adopted", "day", "deadline.citizen_limit", when=_act_day_matters),
    Question("decided", "choice", "earlier.not_decided", ("no", "yes")),
    Question("basis", "choice", "earlier.not_decided", YES_NO, _is("decided", "yes")),
    Question("ended", "choice", "earlier.not_terminated", ("no", "same", "other")),
    Question("returned", "choice", "correction.restores", ("no", "yes"), unknown=False),
    Question(
        "first-filed", "day", "correction.restores", when=_is("returned", "yes"), unknown=False
    ),
    Question(
        "notice",
        "day",
        "deadline.correction",
        when=_is("returned", "yes"),
        after=("first-filed",),
    ),
    Question("grounds", "ticks", "correction.restores", when=_is("returned", "yes")),
    Question(
        "stage",
        "choice",
        "answered_by.returned_by_staff",
        ("preparing", "filed", "admitted"),
        unknown=False,
    ),
    Question(
        "filed-on",
        "day",
        "deadline.citizen_limit",
        when=_filed,
        after=("adopted", "first-filed", "notice"),
    ),
    Question("adapted", "day", "transition.pending_2026", when=_pending, after=("filed-on",)),
    Question(
        "admitted-on",
        "day",
        "deadline.decision_citizen",
        when=_is("stage", "admitted"),
        after=("filed-on",),
    ),
    Question("written", "choice", "form.contents", YES_NO, _preparing, unknown=False),
    Question("form", "choice", "form.written_or_electronic", ("written", "electronic"), _written),
    Question("signed", "choice", "form.signed", YES_NO, _written),
    Question("eds", "choice", "form.eds", YES_NO, _both(_written, _is("form", "electronic"))),
    Question("language", "choice", "form.language", ("kk", "ru", "other"), _written),
    Question("translation", "choice", "form.translation", ("not_needed", "yes", "no"), _written),
    Question(
        "fee", "choice", "fee.paid", ("paid", "exempt", "unpaid"), _both(_written, _fee_asked)
    ),
    Question("contents", "ticks", "form.contents", when=_written),
    Question("attachments", "ticks", "form.attachments", when=_written),
)
BY_ID = {question.id: question for question in QUESTIONS}
FIELDS = tuple(field for question in QUESTIONS for field in question.fields)


def route(answers: Answers, rules: RulesOnDay) -> list[Question]:
    """The questions these answers lead through, in order, those not answered yet included."""
    first = QUESTIONS[0]
    if answers.get(first.id) in PEOPLE[1:]:  # only citizens may apply: nothing else matters
        return [first]
    return [question for question in QUESTIONS if question.when(answers, rules)]


def next_open(answers: Answers, rules: RulesOnDay) -> Question | None:
    """The first question on the route without an answer; None where all have one."""
    return next((one for one in route(answers, rules) if not answered(one, answers)), None)


def kept(answers: Answers, rules: RulesOnDay) -> dict[str, str]:
    """The answers that still count: those to questions on the route, in its order."""
    fields = [field for question in route(answers, rules) for field in question.fields]
    return {field: answers[field] for field in fields if field in answers}
