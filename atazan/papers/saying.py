"""How a paper speaks one language: days, moments, sizes, provisions, printable characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from atazan.papers.kinds import Said
from atazan.papers.terms import earlier, worded
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.citation import Provision, cite
from atazan.rules.text import Lang, Text
from atazan.rules.words import all_words, in_words, phrase
from atazan.rules.works import works

ASTANA = ZoneInfo("Asia/Almaty")
DRAWN = (
    " -~\u00a0-\u017e\u0300-\u0304\u0308\u0400-\u045f\u0490-\u04f9\u2009\u2013\u2014\u2018-\u201e"
    "\u2020\u2022\u2026\u2030\u2039\u203a\u20ac\u20b8\u20bd\u2116\u2190-\u2193\u2212\u2260\u2264\u2265"
)
"""Ranges of characters that a typeface of the papers has: tests print them all."""
_UNDRAWN = re.compile(f"[^{DRAWN}]")
_ALIKE = str.maketrans({0x2011: "-", 0x202F: 0xA0, 0x2007: 0xA0, 0x200B: None, 0xFEFF: None})
_LONG = re.compile(r"\S{32,}")
_BREAK = "\u200b"
OLDER = "2023"
"""Marks a phrase as the law of 2023 worded it, until Law No. 305-VIII of 2026."""


class Saying(Struct, frozen=True):
    """One language, on the day whose rules the paper follows."""

    lang: Lang
    day: date
    rules: RulesOnDay

    def words(self, key: str, **facts: object) -> str:
        """A phrase of the papers as the law of the day words it, its values filled in."""
        return printable(self.worded(phrase(self._key(key), self.lang, facts)))

    def _key(self, key: str) -> str:
        """The phrase, or what stood in its place under the text of 2023."""
        older = f"paper.{key}.{OLDER}"
        return older if earlier(self.day) and older in all_words() else f"paper.{key}"

    def worded(self, words: str) -> str:
        """Words of the platform with the terms of the law of the day."""
        return worded(words, self.lang, self.day)

    def title(self, rule: Rule) -> str:
        """The name of a rule."""
        return self.worded(rule.title.says(self.lang))

    def text(self, said: Said) -> str:
        """What the record says, in this language, in characters that can be printed."""
        return printable(said.says(self.lang) if isinstance(said, Text) else said)

    def texts(self, said: Iterable[Said]) -> list[str]:
        return [self.text(one) for one in said]

    def on(self, day: date, weekday: bool = False) -> str:
        return in_words(day, self.lang, weekday)

    def moment(self, at: datetime) -> str:
        """The day and time in Astana, to the second."""
        there = at.astimezone(ASTANA)
        return self.words("moment", day=self.on(there.date()), time=f"{there:%H:%M:%S}")

    def cite(self, provision: Provision) -> str:
        """The work as readers call it and the place in it; `whole` names the work alone."""
        work = works()[provision.work].short.says(self.lang)
        if provision.eid == "whole":
            return work
        return f"{work}, {cite(provision.eid, self.lang)}"

    def under(self, rule: str) -> str:
        """The provision a rule of the day stands in."""
        return self.cite(self.rules[rule].source.provision)

    def rule(self, rule: Rule) -> dict[str, str]:
        """A rule in one sentence, with its provision."""
        says = self.worded(rule.says.says(self.lang))
        return {"says": says, "under": self.cite(rule.source.provision)}

    def size(self, size: int) -> str:
        """Bytes, grouped in threes: 1 204 331."""
        return self.words("bytes", n=size, size=f"{size:,}".replace(",", "\u00a0"))


def saying(lang: Lang, at: datetime) -> Saying:
    """How papers of this moment speak. The day is that of Astana."""
    day = at.astimezone(ASTANA).date()
    return Saying(lang, day, rules().on(day))


def printable(text: str) -> str:
    """Text in characters the typefaces of the papers have, long words with places to break.

    What they lack is shown by its number, so that nothing vanishes and no paper fails; letters
    with their accents apart are put together.

    >>> printable("жоба" + chr(0x1F600))
    'жоба[U+1F600]'
    """
    joined = unicodedata.normalize("NFC", text).translate(_ALIKE)
    shown = _UNDRAWN.sub(_named, joined)
    return _LONG.sub(lambda long: _BREAK.join(_every(long[0], 12)), shown)


def grouped(digits: str) -> str:
    """Hex digits in groups of eight, to be compared by eye.

    >>> grouped("4be190c72f5d0011")
    '4be190c7 2f5d0011'
    """
    return " ".join(_every(digits, 8))


def _named(char: re.Match[str]) -> str:
    return " " if char[0].isspace() else f"[U+{ord(char[0]):04X}]"


def _every(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]
