"""Which constitution, review body and law governed on a day.

Rule file: rules/regimes.yaml, one rule `regime` with a version for each edition of the constitution
that mattered to constitutional review; words for the three eras: labels/regimes.yaml.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.book import Rule, RuleBook
from atazan.rules.day import Term
from atazan.rules.text import Lang, Text
from atazan.rules.words import phrase

KEY = "regime"
Era = Literal["council", "court_1995", "court_2026"]


class RegimeValue(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of a version of the rule `regime`.

    `constitution`, `amended_by` and `law` are works; `review_body` is a body. `changes`: what is
    different from the version before.
    """

    order: int
    era: Era
    constitution: str
    review_body: str
    law: str | None = None
    amended_by: str | None = None
    changes: tuple[Text, ...] = ()


class Regime(Struct, frozen=True):
    """The rules a day stood under, with the version of the rule book that says so."""

    rule: Rule
    value: RegimeValue

    @property
    def term(self) -> Term:
        """The days this regime holds."""
        return self.rule.term

    @property
    def era(self) -> Era:
        """The Council, the Court under the Constitution of 1995, or under that of 2026."""
        return self.value.era

    def era_name(self, lang: Lang) -> str:
        """The era in words."""
        return phrase(f"era.{self.value.era}", lang)

    def changes(self, lang: Lang) -> list[str]:
        """What it changed, in words."""
        return [change.says(lang) for change in self.value.changes]


def regime(day: date, book: RuleBook) -> Regime:
    """The regime of a day. Raises NoRuleInForce before 5 September 1995."""
    return _regime(book.on(day)[KEY])


def regimes(book: RuleBook) -> list[Regime]:
    """All regimes, oldest first."""
    return [_regime(rule) for rule in book.rules[KEY]]


def _regime(rule: Rule) -> Regime:
    if not isinstance(rule.value, RegimeValue):
        raise TypeError(f"'{rule.id}' is a rule of kind {rule.kind}, not regime")
    return Regime(rule, rule.value)
