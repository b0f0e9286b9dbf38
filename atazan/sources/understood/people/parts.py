"""What part of a name a capitalised word may be, and where such words stand in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.people import declined, given
from atazan.sources.understood.people.signs import signs
from atazan.sources.understood.sentences import Sentence, Word
from atazan.words import Lang, readings

PARTICLES = frozenset(
    "bin binti ibn al el de da del della van von der den di la le dos ter "
    "ал эль аль ибн бин бен фон ван де да ди дер".split()
)
FATHERS = frozenset("оглы улы кызы уулу гызы ұлы қызы oglu oğlu uly kyzy qyzy".split())
_SHORT = frozenset("ye zh sh ch kh yu ya ts дж".split())
"""Initials of two letters."""

_RUSSIAN = re.compile(
    r".{2}(?:[оеё]в|[иы]н)(?:|а|у|ым|ом|ой|ою|е)$|.{2}[сц]к(?:ий|ого|ому|им|ом|ая|ую|ой)$"
    r"|.{2}(?:енко|швили|адзе|идзе)$|.{3}янц?(?:|а|у|ом|е)$|.{3}(?:[иы]х|чук|[ую]к)(?:|а|у|ом|е)$"
)
_KAZAKH = re.compile(r".{2}(?:[оеё]ва?|ина?|[сц]кий|[сц]кая|ұлы|қызы|енко|тегі)$")
_ENGLISH = re.compile(r".{2}(?:[oe]va?|yeva?|sky|skiy|skaya|enko|shvili|adze|[iy]anov)$")


class Part(NamedTuple):
    """A word that may be of a name: G given name, g one by its ending, P patronymic, F "son of",
    S surname by its ending (s: a common word too), I initial, p particle, C common word, X never of a name, U unknown."""

    kind: str
    word: Word
    at: int
    lang: Lang


class Row(NamedTuple):
    """Capitalised words in a row, in a sentence."""

    sentence: Sentence
    parts: tuple[Part, ...]

    @property
    def kinds(self) -> str:
        """The kinds of its parts, a letter each."""
        return "".join(one.kind for one in self.parts)


@lru_cache(maxsize=100_000)
def kind(small: str, lang: Lang) -> str:
    """The kind of a folded word in a text of a language.

    >>> [kind(one, "ru") for one in ("эльвиру", "азимову", "абилхасимовну", "суда", "мами")]
    ['G', 'S', 'P', 'X', 'U']
    """
    plain = small.replace("ё", "е")
    if lang == "ru":
        bare, known = plain, bool(given.russian(plain))
    else:
        bare = declined.kazakh(small).name if lang == "kk" else small.removesuffix("'s")
        known = given.sex(bare) is not None or (lang == "kk" and given.sex(small) is not None)
    if known:
        return "G"
    if small in FATHERS:
        return "F"
    if given.patronymic(bare) is not None:
        return "P"
    if signs(small) & {"title", "thing"}:
        return "X"
    common = _common(small, lang)
    if {"ru": _RUSSIAN, "kk": _KAZAKH, "en": _ENGLISH}[lang].search(bare):
        return "s" if common else "S"
    if given.givenish(bare) is not None and not common:
        return "g"
    return "C" if common else "U"


def _common(small: str, lang: Lang) -> bool:
    """Whether a lexicon knows the word, and not as a person's name."""
    known = [one for one in readings(small, lang) if one.known]
    return bool(known) and not any("person" in one.tags or "name" in one.tags for one in known)


def rows(text: str, sentences: list[Sentence], taken: list[Mention]) -> Iterator[Row]:
    """The rows of words that may be of names, outside what is taken."""
    spans = iter(sorted((one.start, one.end) for one in taken))
    start, end = next(spans, (len(text), len(text)))
    for sentence in sentences:
        row: list[Part] = []
        for at, word in enumerate(sentence.words):
            while word.start >= end:
                start, end = next(spans, (len(text) + 1, len(text) + 1))
            one = None if word.end > start else _part(text, word, at, sentence.lang, bool(row))
            if row and (one is None or not _beside(text, row[-1], word)):
                yield Row(sentence, tuple(row))
                row = []
            if one is not None and (row or one.kind != "p"):
                row.append(one)
        if row:
            yield Row(sentence, tuple(row))


def _part(text: str, word: Word, at: int, lang: Lang, inside: bool) -> Part | None:
    first = word.word[0]
    if not first.isupper():
        if inside and word.small in PARTICLES:
            return Part("p", word, at, lang)
        return Part("F", word, at, lang) if inside and word.small in FATHERS else None
    latin = first.isascii() or first < "Ѐ"
    own: Lang = "en" if latin else "ru" if lang == "en" else lang
    if (len(word.word) == 1 or word.small in _SHORT) and text[word.end : word.end + 1] == ".":
        return Part("I", word, at, own)
    found = kind(word.small, own)
    if len(word.word) > 1 and word.word.isupper() and found in "UgCXs":
        found = "X"
    return Part(found, word, at, own)


def _beside(text: str, last: Part, word: Word) -> bool:
    gap = text[last.word.end : word.start]
    if last.kind == "I":
        gap = gap.removeprefix(".")
    return len(gap) < 3 and not gap.strip(" \u00a0\u202f") and (bool(gap) or last.kind == "I")
