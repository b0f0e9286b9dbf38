"""What the result of a check shows: verdict, what is missing, conditions, how days came about."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct

from atazan.docket.guide.questions import BY_ID, Answers
from atazan.docket.guide.told import Told, tell
from atazan.rules.assessment import Assessment, Missing, Reason
from atazan.rules.book import Rule, rules
from atazan.rules.due_days import decision_due
from atazan.rules.text import Lang

Verdict = Literal["may", "may_after", "may_not", "open", "admitted", "ended"]
Answer = Literal["yes", "no", "court", "unsaid"]
_LISTED = "competence.listed_questions"
_PAPER_HEADS = ("form", "fee")
# The field of a fact that is not said, and the question that asks for it.
_ASKED_BY = {
    "subject.asks": ("asks",),
    "challenged.kind": ("kind",),
    "challenged.status": ("status",),
    "challenged.still_applies": ("still",),
    "case.norm_applied": ("applied",),
    "case.directly_affects": ("affects",),
    "case.applicant_took_part": ("took-part",),
    "case.judicial_acts": ("appeal", "judgment"),
    "case.judicial_acts.in_force": ("appeal", "judgment"),
    "case.judicial_acts.instance": ("appeal", "judgment"),
    "case.judicial_acts.appeal": ("appeal", "judgment"),
    "case.judicial_acts.adopted_on": ("adopted",),
    "rights.whose": ("whose",),
    "rights.signs_of_violation": ("signs",),
    "earlier_rulings": ("decided",),
    "earlier_rulings.same_question": ("basis",),
    "earlier_termination.same_grounds": ("ended",),
    "earlier_filing.notification_received_on": ("notice",),
    "earlier_filing.grounds": ("grounds",),
    "events.filed_on": ("filed-on",),
}


class Found(Struct, frozen=True):
    """One finding as a line of the result: its answer, and the rule with the version before it."""

    reason: Reason
    answer: Answer
    before: Rule | None

    @property
    def rule(self) -> Rule:
        return self.reason.rule


class Unsaid(Struct, frozen=True):
    """A fact not said, with the question that asks for it."""

    missing: Missing
    question: str | None


class Result:
    """An assessment made ready to be read, in one language."""

    def __init__(self, assessment: Assessment, answers: Answers, lang: Lang) -> None:
        self.assessment, self.answers, self.lang = assessment, answers, lang
        self.on = assessment.on

    @cached_property
    def verdict(self) -> Verdict:
        """The answer in one word; the words of each stand under `check.verdict.*`."""
        found = self.assessment
        if found.petition.stage == "proceedings":
            return "ended" if found.outcome == "terminated" else "admitted"
        if found.may_apply is None:
            return "open"
        if found.may_apply:
            return "may"
        return "may_after" if found.curable else "may_not"

    @property
    def title_key(self) -> str:
        """The words of the answer: of a petition filed already they say less."""
        filed = self.assessment.petition.stage == "filed"
        return f"check.verdict.filed.{self.verdict}" if filed else f"check.verdict.{self.verdict}"

    @cached_property
    def filed(self) -> bool:
        return self.assessment.petition.stage != "preparing"

    @cached_property
    def against(self) -> tuple[Reason, ...]:
        """The findings that stand in the way, those of the law before those of the paper."""
        reasons = [one for ground in self.assessment.grounds for one in ground.because]
        unique = {one.id: one for one in reasons}
        return tuple(sorted(unique.values(), key=_is_paper))

    @property
    def barred(self) -> tuple[Reason, ...]:
        """Those no paper can cure."""
        return tuple(one for one in self.against if not _is_paper(one))

    @cached_property
    def conditions(self) -> list[Found]:
        """The conditions of the law, in its order."""
        found = [one for one in self._found if not _is_paper(one.reason)]
        if self.assessment.petition.question == "citizen_complaint":
            # that a citizen's petition may be made at all goes without saying
            return [one for one in found if one.reason.id != _LISTED or one.answer == "no"]
        return found

    @cached_property
    def papers(self) -> list[Found]:
        """What is asked of the petition as a paper, where there is one to look at."""
        if not self._written:
            return []
        return [one for one in self._found if _is_paper(one.reason)]

    @property
    def _written(self) -> bool:
        return self.answers.get("stage") == "filed" or self.answers.get("written") == "yes"

    @cached_property
    def _found(self) -> list[Found]:
        return [
            Found(reason, _answer(reason), version_before(reason.rule))
            for reason in self.assessment.findings
        ]

    @cached_property
    def told_counts(self) -> list[tuple[str, int]]:
        """How many conditions hold, do not hold, are the Court's, are not said; zeros left out."""
        answers = [one.answer for one in self.conditions]
        counts = [(name, answers.count(name)) for name in ("yes", "no", "court", "unsaid")]
        return [(f"check.result.counts_{name}", n) for name, n in counts if n]

    @cached_property
    def unsaid(self) -> list[Unsaid]:
        """The facts not said; those without which there is no answer come first."""
        facts = [one for one in self.assessment.missing if one.kind == "fact"]
        facts = list({one.code: one for one in facts}.values())
        facts.sort(key=lambda one: not one.blocking)
        return [Unsaid(one, self._question(one.code)) for one in facts]

    def _question(self, code: str) -> str | None:
        asked = [one for one in _ASKED_BY.get(code, ()) if one in self.answers]
        return asked[0] if asked else next(iter(_ASKED_BY.get(code, ())), None)

    @cached_property
    def to_add(self) -> list[Missing]:
        """What the paper does not hold yet, contents before attachments."""
        if self.filed and not self._written:
            return []
        return [one for one in self.assessment.missing if one.kind != "fact"]

    @property
    def looked(self) -> bool:
        """Whether the reader has said what the paper holds; else all it must hold is listed."""
        return any(one.said for one in self.to_add)

    @cached_property
    def until(self) -> date | None:
        """The last day to file; where a correction keeps the first day, that of its window."""
        last, window = self.assessment.last_day_to_file, self.assessment.correction_deadline
        if last is None or window is None or self.correction is None or not self.correction.holds:
            return last
        return max(last, window)

    @cached_property
    def left(self) -> int | None:
        """Days left to file; below zero once the last day has passed."""
        return None if self.until is None else (self.until - self.on).days

    @property
    def overdue(self) -> int:
        """Days gone by since the last day to file."""
        return -(self.left or 0)

    @property
    def in_time(self) -> bool:
        """Whether a petition filed already was filed within the year."""
        last, filed = self.assessment.last_day_to_file, self.assessment.effective_filing_date
        return self.filed and last is not None and filed is not None and filed <= last

    @property
    def no_limit(self) -> bool:
        """Whether the answer is known and no year runs: nothing to count from is needed."""
        return self.verdict in ("may", "may_after") and self.left is None

    @cached_property
    def told_ledgers(self) -> list[Told]:
        """How each day was reached: filing, correction, decision."""
        return [tell(ledger, self.on, self.lang) for ledger in self.assessment.ledgers]

    @cached_property
    def correction(self) -> Reason | None:
        """Whether the first day of filing is kept; None where nothing was returned."""
        found = (one.reason for one in self._found if one.reason.id == "correction.restores")
        return next(found, None)

    @cached_property
    def if_admitted(self) -> Told | None:
        """Until when the Court would decide, were the petition admitted on the day asked."""
        if self.verdict in ("admitted", "ended", "may_not"):
            return None
        return tell(decision_due(self.on, rules(), citizen=True), self.on, self.lang)

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """Open points the answer rests on, those told beside a ledger left out."""
        told = {id for one in self.told_ledgers for id in one.ledger.doubts}
        told.update(self.doubts_if_admitted)
        return tuple(id for id in self.assessment.doubts if id not in told)

    @cached_property
    def doubts_if_admitted(self) -> tuple[str, ...]:
        """Those of the time for the decision, each told once."""
        if self.if_admitted is None:
            return ()
        told = {id for one in self.told_ledgers for id in one.ledger.doubts}
        return tuple(id for id in self.if_admitted.ledger.doubts if id not in told)

    @cached_property
    def days(self) -> list[tuple[str, date]]:
        """The days of the petition, each with the key of its words."""
        found = self.assessment
        listed = (
            ("check.desk.last", found.last_day_to_file),
            ("check.desk.effective", found.effective_filing_date),
            ("check.desk.correction", found.correction_deadline),
            ("check.desk.due", found.decision_due),
        )
        return [(key, day) for key, day in listed if day is not None]


def version_before(rule: Rule) -> Rule | None:
    """The version that held until this one began; None if there was none or it said the same."""
    versions = rules().rules.get(rule.id, ())
    return next(
        (one for one in versions if one.term.until == rule.term.since and one.says != rule.says),
        None,
    )


def version_after(rule: Rule) -> Rule | None:
    """The version that begins when this one ends, if it says something else."""
    versions = rules().rules.get(rule.id, ())
    return next(
        (one for one in versions if one.term.since == rule.term.until and one.says != rule.says),
        None,
    )


def _is_paper(reason: Reason) -> bool:
    return getattr(reason.rule.value, "head", None) in _PAPER_HEADS


def _answer(reason: Reason) -> Answer:
    if reason.holds is not None:
        return "yes" if reason.holds else "no"
    return "unsaid" if "unknown" in reason.key or reason.key.endswith("_given") else "court"


def question_of(field: str) -> str:
    """The question a field of the form belongs to."""
    stem = field.rsplit("-", 1)[0]
    return field if field in BY_ID else stem if stem in BY_ID else "norm"
