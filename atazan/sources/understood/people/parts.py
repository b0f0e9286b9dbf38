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
_AL = frozenset("al el bin ibn van von der de di da la le del dos".split())
"""Particles that may have a capital letter too."""
_SHORT = frozenset("ye zh sh ch kh yu ya ts дж".split())
"""Initials of two letters."""

_RUSSIAN = re.compile(
    r".{2}(?:[оеё]в|[иы]н)(?:|а|у|ым|ом|ой|ою|е)$|.{2}[сц]к(?:ий|ого|ому|им|ом|ая|ую|ой)$"
    r"|.{2}(?:енко|швили|адзе|идзе)$|.{3}янц?(?:|а|у|ом|е)$|.{3}(?:[иы]х|чук|[ую]к)(?:|а|у|ом|е)$"
)
_KAZAKH = re.compile(r".{2}(?:[оеё]ва?|ина?|[сц]кий|[сц]кая|ұлы|қызы|енко|тегі)$")
_KOREAN = re.compile(r"[a-z]{2,6}-[a-z]{2,6}")
_COUNTRY = re.compile(r".(?:стан|stan)(?:[нтд]\w{1,3}|[ғқмбу]\w{1,2}|[аеу])?$")
_ENGLISH = re.compile(r".{2}(?:[oe]va?|yeva?|sky|skiy|skaya|enko|shvili|adze|[iy]anov)$")


class Part(NamedTuple):
    """A word that may be of a name, and its place among the words of the sentence.

    `kind`: G given name, g one by its ending, k one of two syllables (Jong-seok), P patronymic,
    F "son of", S surname by its ending, s one that is a common word too, I initial, p particle,
    c common word that is a Russian noun, C another one, X word never of a name, U unknown.
    """

    kind: str
    word: Word
    at: int
    lang: Lang


class Row(NamedTuple):
    """Capitalised words in a row in a sentence; `kinds` are those of the parts, a letter each."""

    sentence: Sentence
    parts: tuple[Part, ...]
    kinds: str


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
    if signs(small) & {"title", "thing"} or _COUNTRY.search(small):
        return "X"
    common = _common(small, lang)
    if {"ru": _RUSSIAN, "kk": _KAZAKH, "en": _ENGLISH}[lang].search(bare):
        return "s" if common else "S"
    if lang == "en" and _KOREAN.fullmatch(small) and not common:
        return "k"
    if given.givenish(bare) is not None and not common:
        return "g"
    return "U" if not common else "c" if lang == "ru" and _noun(small) else "C"


def _common(small: str, lang: Lang) -> bool:
    """Whether a lexicon knows the word, and not as a person's name."""
    known = [one for one in readings(small, lang) if one.known]
    return bool(known) and not any("person" in one.tags or "name" in one.tags for one in known)


def _noun(small: str) -> bool:
    """Whether a Russian word is before all a noun: it may be a surname too."""
    tags = readings(small, "ru")[0].tags
    return "noun" in tags


def rows(text: str, sentences: list[Sentence], taken: list[Mention]) -> Iterator[Row]:
    """The rows of words that may be of names, outside what is taken."""
    never = len(text) + 1
    spans = iter(sorted((one.start, one.end) for one in taken))
    start, end = next(spans, (never, never))
    row: list[Part] = []
    for sentence in sentences:
        lang = sentence.lang
        for at, word in enumerate(sentence.words):
            if word[0] == word[3] and not row:  # a small letter first: most words end here
                continue
            while word.start >= end:
                start, end = next(spans, (never, never))
            one = None if word.end > start else _part(text, word, at, lang, bool(row))
            if row and (one is None or not _beside(text, row[-1], word)):
                yield from _row(sentence, row)
                row = []
            if one is not None and (row or one.kind not in "pF"):
                row.append(one)
        yield from _row(sentence, row)
        row = []


_TELLING = frozenset("GgPSsIUk")


def _row(sentence: Sentence, parts: list[Part]) -> Iterator[Row]:
    """The row, where a word of it may be a name."""
    kinds = "".join([one[0] for one in parts])
    if not _TELLING.isdisjoint(kinds):
        yield Row(sentence, tuple(parts), kinds)


def _part(text: str, word: Word, at: int, lang: Lang, inside: bool) -> Part | None:
    written = word[0]
    if (
        len(written) < 3
        and (len(written) == 1 or word.small in _SHORT)
        and written[0].isupper()
        and text[word.end : word.end + 1] == "."
    ):
        return Part("I", word, at, lang)
    if inside and word.small in _AL:
        return Part("p", word, at, "en")
    found, own = _told(written, word[3], lang)
    return Part(found, word, at, own) if found and (inside or found not in "pF") else None


@lru_cache(maxsize=100_000)
def _told(written: str, small: str, lang: Lang) -> tuple[str, Lang]:
    """The kind of a word as written and the language it is of; "" where it is of no name."""
    first = written[0]
    if not first.isupper():
        return "p" if small in PARTICLES else "F" if small in FATHERS else "", lang
    own: Lang = "en" if first < "\u0400" else "ru" if lang == "en" else lang
    found = kind(small, own)
    return "X" if len(written) > 1 and written.isupper() and found in "UgCcXs" else found, own


def _beside(text: str, last: Part, word: Word) -> bool:
    gap = text[last.word.end : word.start]
    if last.kind == "I":
        gap = gap.removeprefix(".").removeprefix("-")
    return len(gap) < 3 and not gap.strip(" \u00a0\u202f") and (bool(gap) or last.kind == "I")
