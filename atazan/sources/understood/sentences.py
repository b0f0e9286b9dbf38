"""A text cut into sentences of words, each with its place (code points, `end` exclusive)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from atazan.words import Lang, language, passages
from atazan.words.word import folded

LONGEST = 2_000
"""Characters of a sentence at most: a text without stops is cut at a space."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’ʼ](?=[^\W_])|-(?=[^\W_]))*")
_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s|$)|\n+|;(?=\s)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«“\".]|\.-)(?:[^\W\d_]|гг?|ст|п|пп|им|ул|др|пр|т\.\s?[дпке]|см|млн|млрд|тыс|руб|тг|напр|акад|проф|"
    r"Mr|Mrs|Ms|Dr|St|No|Nos|art|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|e\.g|i\.e|ж|жж|т\.б|б|мың)$",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word of a sentence: as written, its place in the text, folded to small letters."""

    word: str
    start: int
    end: int
    small: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.word[0].isupper()


class Sentence(NamedTuple):
    """A sentence: its place in the text, its words, its language."""

    start: int
    end: int
    words: tuple[Word, ...]
    lang: Lang

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand whole between two places of the text."""
        return tuple(one for one in self.words if one.start >= start and one.end <= end)


_folded = lru_cache(maxsize=100_000)(folded)


def sentences(text: str, lang: Lang | None = None) -> list[Sentence]:
    """The sentences of a text in order; those without a word are left out.

    `lang` None: the language is told passage by passage.

    >>> [len(one.words) for one in sentences("Қ. Мәми келді. Сот ст. 45 қарады!", "kk")]
    [3, 4]
    """
    runs = [] if lang else passages(text)
    found, at = [], 0
    for start, end in _pieces(text):
        words = tuple(
            Word(one[0], one.start(), one.end(), _folded(one[0]))
            for one in _WORD.finditer(text, start, end)
        )
        if not words:
            continue
        while at < len(runs) and runs[at].end <= start:
            at += 1
        told = lang or (runs[at].lang if at < len(runs) else language(text[start:end]))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        found.append(Sentence(start, end, words, told))
    return found


def _pieces(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for one in _END.finditer(text):
        if (
            one[0] == "."
            and not one[0].startswith("\n")
            and _goes_on(text, start, one.start(), one.end())
        ):
            continue
        found += _cut(text, start, one.end())
        start = one.end()
    return found + _cut(text, start, len(text))


def _goes_on(text: str, start: int, dot: int, end: int) -> bool:
    """Whether a stop ends an abbreviation or an ordinal number, not the sentence."""
    before = text[max(start, dot - 12) : dot]
    if _ABBREVIATED.search(before):
        return True
    after = text[end : end + 2].strip()
    return bool(after) and after[0].islower()


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while end - start > LONGEST:
        at = text.rfind(" ", start + 1, start + LONGEST)
        at = at if at > start else start + LONGEST
        found.append((start, at))
        start = at
    return [*found, (start, end)]
