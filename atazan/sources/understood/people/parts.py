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
from atazan.words.word import folded

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
_ENGLISH = re.compile(
    r".{2}(?:[oe]va?|yeva?|sky|skiy|skaya|enko|shvili|adze|[iy]anov|ić|ič|vich|wski|wska|sson|escu"
    r"|bekov|bayev|bekova|bayeva|idze|opoulos|uly|kyzy)$"
)


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


@lru_cache(maxsize=25_000)
def kind(small: str, lang: Lang) -> str:
    """The kind of a folded word in a text of a language.

    >>> [kind(one, "ru") for one in ("эльвиру", "азимову", "абилхасимовну", "судья", "мами")]
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
    common = _common(small, lang)
    surname = {"ru": _RUSSIAN, "kk": _KAZAKH, "en": _ENGLISH}[lang].search(bare)
    if surname and not common:
        return "S"
    if not _NEVER.isdisjoint(signs(small)) or _COUNTRY.search(small):
        return "X"
    if surname:
        return "s"
    if lang == "en" and _KOREAN.fullmatch(small) and not common:
        return "k"
    if given.givenish(bare) is not None and not common:
        return "g"
    return "U" if not common else "c" if lang == "ru" and _noun(small) else "C"


_NEVER = frozenset(("title", "thing", "place"))


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
    spans = iter(sorted((one.start, one.end - _held(text, one)) for one in taken))
    start, end = next(spans, (never, never))
    for sentence in sentences:
        words, lang = sentence.words, sentence.lang
        capitals = [at for at, word in enumerate(words) if word[0] != word[3]]
        told = [_told(words[at][0], words[at][3], lang) for at in capitals]
        if _TELLING.isdisjoint([one[0] for one in told]):
            continue
        row: list[Part] = []
        for at, (kind_, own) in zip(capitals, told, strict=True):
            word = words[at]
            while word[1] >= end:
                start, end = next(spans, (never, never))
            if not kind_ or word[2] > start:
                continue
            if row:
                between = _between(text, row[-1], words, at)
                if between is None:
                    yield from _row(text, sentence, row)
                    row = []
                else:
                    row += between
            if kind_ == "i":
                kind_ = "I" if text[word[2] : word[2] + 1] == "." else kind(word[3], own)
            elif row and word[3] in _AL:
                kind_ = "p"
            row.append(Part(kind_, word, at, own))
        if row:
            yield from _row(text, sentence, row)


def _held(text: str, taken: Mention) -> int:
    """Characters at the end of an office that are the name of its holder."""
    return _holder(text[taken.start : taken.end], taken.lang) if taken.sort == "office" else 0


@lru_cache(maxsize=20_000)
def _holder(office: str, lang: Lang) -> int:
    words = office.split()
    if len(words) < 3 or not words[-1][0].isupper() or not words[-2][0].isupper():
        return 0
    kinds = [kind(folded(word), lang) for word in words[-2:]]
    return len(words[-1]) + len(words[-2]) + 1 if kinds[0] == "G" and kinds[1] in "GSs" else 0


_TELLING = frozenset("GgPSsIiUk")


def _row(text: str, sentence: Sentence, parts: list[Part]) -> Iterator[Row]:
    """The row, where a word of it may be a name; with «оглы» after its last word."""
    kinds = "".join([one[0] for one in parts])
    if _TELLING.isdisjoint(kinds):
        return
    at = parts[-1].at + 1
    if at < len(sentence.words) and sentence.words[at].small in FATHERS:
        word = sentence.words[at]
        if text[parts[-1].word.end : word.start] == " ":
            parts, kinds = [*parts, Part("F", word, at, parts[-1].lang)], kinds + "F"
    yield Row(sentence, tuple(parts), kinds)


def _between(text: str, last: Part, words: tuple[Word, ...], at: int) -> list[Part] | None:
    """The particles from one capitalised word to the next; None where a row ends between them."""
    inside = words[last.at + 1 : at] if at - last.at < 4 else words[:1]
    if not inside:
        gap = text[last[1][2] : words[at][1]]
        if last[0] == "I":
            gap = gap.removeprefix(".").removeprefix("-")
            return None if gap.strip(_SPACES) else []
        return [] if gap == " " or (gap and not gap.strip(_SPACES)) else None
    parts: list[Part] = []
    for one in inside:
        kind_ = "p" if one.small in PARTICLES else "F" if one.small in FATHERS else ""
        if not kind_:
            return None
        parts.append(Part(kind_, one, last.at + 1 + len(parts), last.lang))
    gap = text[last[1][2] : words[at][1]]
    return parts if gap.split() == [one.word for one in inside] else None


_SPACES = " \u00a0\u202f"


@lru_cache(maxsize=25_000)
def _told(written: str, small: str, lang: Lang) -> tuple[str, Lang]:
    """The kind of a word as written and the language it is of; "" where it is of no name."""
    first = written[0]
    if not first.isupper():
        return "", lang
    if len(written) == 1 or small in _SHORT:
        return "i", "en" if first < "\u0400" else "ru" if lang == "en" else lang
    own: Lang = "en" if first < "\u0400" else "ru" if lang == "en" else lang
    found = kind(small, own)
    return "X" if len(written) > 1 and written.isupper() and found in "UgCcXs" else found, own
