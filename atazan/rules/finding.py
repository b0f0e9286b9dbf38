"""The answer to a legal question: it holds or not, why, and under which provision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from atazan.rules.book import Rule
from atazan.rules.text import Lang
from atazan.rules.words import phrase

Fact = str | int | date | None


class Finding(Struct, frozen=True):
    """What a rule says of the facts.

    `holds` is True, False, or None where the law leaves the answer to the Court.
    `key` names the words (labels/*.yaml, three languages); `facts` are the values they mention,
    with the arithmetic in them. The provision is that of `rule`.
    """

    id: str
    holds: bool | None
    rule: Rule
    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def says(self, lang: Lang) -> str:
        """Why, in words. Raises KeyError where the key has no words: `make messages` finds it."""
        return phrase(self.key, lang, self.facts)

    def cites(self, lang: Lang) -> str:
        """The provision it rests on, in words."""
        return self.rule.source.provision.cite(lang)
