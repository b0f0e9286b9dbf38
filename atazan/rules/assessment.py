"""The answer to "may I apply?": likely outcome, grounds, findings, days, what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from msgspec import Struct

from atazan.rules.book import Rule
from atazan.rules.finding import Finding
from atazan.rules.petition import Petition
from atazan.rules.text import Lang
from atazan.rules.works import works

Outcome = Literal["admissible", "returned_by_staff", "refused", "terminated"]


class Ground(Struct, frozen=True):
    """Why a petition would be returned, refused or ended.

    `id` as in grounds.yaml (`sr2-form-content`); `rule` is the ground's version of the day;
    `because` are the findings that bring it about.
    """

    id: str
    rule: Rule
    because: tuple[Finding, ...]

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


class Missing(Struct, frozen=True):
    """Something the petition lacks or did not say.

    `code`: of the content, attachment or fact; `kind`: `content`, `attachment`, `form` (given and
    not enough, or not said), or `fact` (not said, and a condition turns on it).
    `said`: whether the petition says that it is absent (True) or is silent (False).
    """

    code: str
    kind: Literal["content", "attachment", "form", "fact"]
    rule: Rule
    said: bool = False

    @property
    def work(self) -> str:
        """The work that asks for it, by Akoma Ntoso URI."""
        return works()[self.rule.source.work].uri

    @property
    def provision(self) -> str:
        """The provision that asks for it, as eId."""
        return self.rule.source.provision_eid

    def says(self, lang: Lang) -> str:
        """What is to be added."""
        raise NotImplementedError


class Elsewhere(Struct, frozen=True):
    """Where else to turn."""

    id: str
    rule: Rule

    def says(self, lang: Lang) -> str:
        """Where, and what for."""
        return self.rule.says.says(lang)


class Assessment(Struct, frozen=True):
    """What the rules of a day say of a petition.

    `outcome`: the likely one at the stage asked; None while facts it turns on are not said.
    `may_apply`: True, False, or None for the same reason.
    `last_day_to_file`: the last day on which a first filing is in time; a petition that restored
    its first day has kept it. `effective_filing_date`: the day that counts for the one-year limit.
    `correction_deadline`: last day on which a corrected petition keeps the first day of filing.
    `decision_due`: day by which the final decision is due, once admitted.
    `ledgers`: how each of these days was reached.
    """

    petition: Petition
    on: date
    outcome: Outcome | None
    may_apply: bool | None
    grounds: tuple[Ground, ...]
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    last_day_to_file: date | None
    effective_filing_date: date | None
    correction_deadline: date | None
    decision_due: date | None
    ledgers: tuple[Any, ...]
    doubts: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]
    curable: bool
    decision_form: Rule | None
