"""A text cut into sentences of words, each with its place (code points, `end` exclusive)."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from atazan.words import Lang, language, passages
from atazan.words.word import folded

LONGEST = 1_000
"""Characters of a sentence at most: a text without stops is cut at a space."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_END = re.compile(r"[.!?…;\n](?:(?<=[.!?…])[.!?…]*[»”\"')\]]*(?=\s|$)|(?<=\n)\n*|(?<=;)(?=\s))")
"""Begins with one set of signs, by which a text is run through several times faster."""
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«“\".]|\.-)(?:[^\W\d_]|гг?|ст|п|пп|им|ул|др|пр|т\.\s?[дпке]|см|млн|млрд|тыс|руб|тг|напр|акад|проф|"
    r"Mr|Mrs|Ms|Dr|St|No|Nos|art|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|e\.g|i\.e|ж|жж|т\.б|б|мың)$",
    re.IGNORECASE,
)
_UNABBREVIATED = 5
"""Letters in a row before a stop that no abbreviation has."""


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


class Sentence:
    """A sentence: its place in the text, its words, its language; never changed once made.

    `smalls` are its words folded, in order; `said` the same without order, to ask what is in it.
    """

    __slots__ = ("end", "lang", "said", "smalls", "start", "words")

    def __init__(self, start: int, end: int, words: tuple[Word, ...], lang: Lang) -> None:
        self.start, self.end, self.words, self.lang = start, end, words, lang
        self.smalls = [word[3] for word in words]
        self.said = frozenset(self.smalls)

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand whole between two places of the text."""
        return tuple([one for one in self.words if one[1] >= start and one[2] <= end])


class _Folded(dict[str, str]):
    """Words folded, kept."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        small = self[word] = folded(word)
        return small


_MOST = 25_000
_FOLDED = _Folded()
_word = partial(tuple.__new__, Word)
"""A word from its four parts, without the checks of `Word(...)`: there are very many."""


def sentences(text: str, lang: Lang | None = None) -> list[Sentence]:
    """The sentences of a text in order; those without a word are left out.

    `lang` None: the language is told passage by passage.

    >>> [len(one.words) for one in sentences("Қ. Мәми келді. Сот ст. 45 қарады!", "kk")]
    [3, 4]
    """
    runs = [] if lang else passages(text)
    found, at = [], 0
    for start, end in _pieces(text):
        words = _words(text, start, end)
        if not words:
            continue
        while at < len(runs) and runs[at].end <= start:
            at += 1
        told = lang or (runs[at].lang if at < len(runs) else language(text[start:end]))
        if told != "en" and not lang and text[start:end].isascii():
            told = "en"  # "ALMATY, 15 November": a name alone tells no language
        while text[start].isspace():
            start += 1
        found.append(Sentence(start, end, words, told))
    return found


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    places = [one.span() for one in _WORD.finditer(text, start, end)]
    return tuple([_word(((word := text[one:to]), one, to, _FOLDED[word])) for one, to in places])


def _pieces(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for one in _END.finditer(text):
        dot, end = one.span()
        if end == dot + 1 and text[dot] == "." and _goes_on(text, start, dot, end):
            continue
        found += _cut(text, start, end)
        start = end
    return found + _cut(text, start, len(text))


def _goes_on(text: str, start: int, dot: int, end: int) -> bool:
    """Whether a stop ends an abbreviation or an ordinal number, not the sentence."""
    near = text[max(start, dot - _UNABBREVIATED) : dot]
    whole = len(near) == _UNABBREVIATED and near.isalpha()
    if not whole and _ABBREVIATED.search(text[max(start, dot - 12) : dot]):
        return True
    after = text[end : end + 2].strip()
    return bool(after) and after[0].islower()


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= LONGEST:
        return [(start, end)]
    found = []
    while end - start > LONGEST:
        at = _space(text, start, start + LONGEST)
        found.append((start, at))
        start = at
    return [*found, (start, end)]


def _space(text: str, start: int, end: int) -> int:
    """Where to cut: at the last space, if it may be before a small letter, not within a name."""
    last = at = text.rfind(" ", start + 1, end)
    for _ in range(10):
        if at <= start or not text[at + 1].isupper():
            break
        at = text.rfind(" ", start + 1, at)
    return at if at > start else last if last > start else end
