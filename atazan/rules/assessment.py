"""The answer to "may I apply?": likely outcome, grounds, findings, days, what is missing."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.book import Rule, RuleBook
from atazan.rules.finding import Finding
from atazan.rules.ledger import Ledger
from atazan.rules.petition import Petition
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.rules.works import works

Outcome = Literal["admissible", "returned_by_staff", "refused", "terminated"]


class Reason(Finding, frozen=True, gc=False):
    """A finding about a petition. A fact `@key …` is shown by the words of these keys."""

    def says(self, lang: Lang) -> str:
        """Why, in words."""
        facts = {name: _shown(value, lang) for name, value in self.facts.items()}
        return phrase(self.key, lang, facts)


def _shown(value: object, lang: Lang) -> object:
    if isinstance(value, str) and value.startswith("@"):
        return ", ".join(phrase(key, lang) for key in value[1:].split())
    return value


class Ground(Struct, frozen=True, gc=False):
    """Why a petition would be returned, refused or ended.

    `id` as in grounds.yaml (`sr2-form-content`); `rule` is the ground's version of the day;
    `because` are the findings that bring it about.
    """

    id: str
    rule: Rule
    because: tuple[Reason, ...]

    @property
    def work(self) -> str:
        """The work it stands in, by Akoma Ntoso URI."""
        return works()[self.rule.source.work].uri

    @property
    def provision(self) -> str:
        """The provision, as eId."""
        return self.rule.source.provision_eid

    @property
    def curable(self) -> bool:
        """Whether curing it within the window keeps the first day of filing."""
        return bool(self.rule.value.curable)

    def says(self, lang: Lang) -> str:
        """The ground in words."""
        return self.rule.says.says(lang)


class Missing(Struct, frozen=True, gc=False):
    """Something the petition lacks or did not say.

    `code`: of the content or attachment (`c14-substance`), or the field of the fact not said.
    `said`: whether the petition says that it is absent (True) or is silent (False).
    `blocking`: without this fact no outcome can be named.
    """

    code: str
    kind: Literal["content", "attachment", "fact"]
    rule: Rule
    said: bool = False
    blocking: bool = False

    @property
    def work(self) -> str:
        """The work that asks for it, by Akoma Ntoso URI."""
        return works()[self.rule.source.work].uri

    @property
    def provision(self) -> str:
        """The provision that asks for it, as eId."""
        return self.rule.source.provision_eid

    def says(self, lang: Lang) -> str:
        """What is to be added or said."""
        return (
            phrase("missing." + self.code, lang)
            if self.kind == "fact"
            else self.rule.says.says(lang)
        )


class Elsewhere(Struct, frozen=True):
    """Where else to turn."""

    id: str
    rule: Rule

    def says(self, lang: Lang) -> str:
        """Where, and what for."""
        return self.rule.says.says(lang)


class Assessment(Struct, frozen=True, gc=False):
    """What the rules of a day say of a petition.

    `outcome`: the likely one at the stage asked; None while facts it turns on are not said.
    `may_apply`: whether the petition, as it stands, would be admitted; None for the same reason.
    `last_day_to_file`: the last day on which a filing is in time. `effective_filing_date`: the day
    that counts for the one-year limit. `correction_deadline`: last day on which a corrected
    petition keeps the first day of filing. `decision_due`: day by which the final decision is due,
    once admitted. `judicial_act_on`: adoption of the act the year is counted from.
    """

    petition: Petition
    on: date
    outcome: Outcome | None
    grounds: tuple[Ground, ...]
    missing: tuple[Missing, ...]
    last_day_to_file: date | None
    effective_filing_date: date | None
    correction_deadline: date | None
    decision_due: date | None
    judicial_act_on: date | None
    book: RuleBook

    @property
    def may_apply(self) -> bool | None:
        """Whether the petition as it stands would be admitted."""
        return None if self.outcome is None else self.outcome == "admissible"

    @property
    def findings(self) -> tuple[Reason, ...]:
        """Every condition asked, in order: holds, does not, or left to the Court or not said."""
        from atazan.rules.admissibility import inquire

        return tuple(inquire(self.petition, self.on, self.book)[0].found)

    @property
    def curable(self) -> bool:
        """Whether what stands in the way can be put right and the petition filed again in time."""
        if not self.grounds or not all(_is_paper(ground) for ground in self.grounds):
            return False
        until = self.curable_until
        return until is None or until >= self.on

    @property
    def curable_until(self) -> date | None:
        """The last day to file it put right; None where no limit runs, or none can be named yet.

        A petition filed in time and returned after the year has passed may still be put right
        within a month of the notification, which is yet to come (art. 47(4)).
        """
        days = [day for day in (self.last_day_to_file, self.correction_deadline) if day]
        last = max(days) if days else None
        awaits_notice = self.petition.stage == "filed" and self.outcome == "returned_by_staff"
        return None if awaits_notice and last is not None and last < self.on else last

    @property
    def ledgers(self) -> tuple[Ledger, ...]:
        """How each day was reached: filing, correction, decision."""
        from atazan.rules.petition_days import ledgers

        return ledgers(self)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Ids of the doubts the answer rests under, each once."""
        rules = [finding.rule for finding in self.findings]
        rules += [ground.rule for ground in self.grounds]
        ids = [id for rule in rules for id in rule.uncertain]
        ids += [id for ledger in self.ledgers for id in ledger.doubts]
        return tuple(dict.fromkeys(ids))

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """Where else the applicant may turn."""
        if self.outcome == "admissible":
            return ()
        capacity = self.petition.applicant.capacity
        broken = {one.id for ground in self.grounds for one in ground.because}
        broken |= {one.rule.id for one in self.missing if one.kind == "fact"}
        return tuple(
            Elsewhere(rule.id.removeprefix("elsewhere."), rule)
            for rule in self.book.on(self.on).of_kind("remedy")
            if (not rule.value.capacities or capacity in rule.value.capacities)
            and (not rule.value.outcomes or self.outcome in rule.value.outcomes)
            and (not rule.value.findings or broken.intersection(rule.value.findings))
        )

    @property
    def decision_form(self) -> Rule | None:
        """In which form the answer is given; None while no outcome is named."""
        if self.outcome is None:
            return None
        id = f"answered_by.{self.outcome}"
        return next((rule for rule in self.book.on(self.on).under(id) if rule.id == id), None)


def _is_paper(ground: Ground) -> bool:
    return all(getattr(one.rule.value, "head", None) in ("form", "fee") for one in ground.because)
