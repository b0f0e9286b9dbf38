"""Expressions that mean the same, found by the keys of their words: concepts and translations.

An expression is one word or a few. It is matched by the keys of its words that tell something:
"право на жизнь" by those of "право" and "жизнь".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import contains
from typing import NamedTuple

from atazan import words
from atazan.rules.concepts import Concept, concepts
from atazan.rules.text import LANGS, Lang
from atazan.search.translations.table import LEARNED, Row, read, rows
from atazan.words import abbreviations
from atazan.words.common import COMMON
from atazan.words.names import name_keys

_LONGEST_ABBREVIATION = 12
_SHORTEST_NAME = 4
_SHORTEST_ROOT = 5
_LARGEST_FAMILY = 8
_ASIDE = re.compile(r"\([^)]*\)")


class Said(NamedTuple):
    """One way of saying a meaning. `rank` is its place among those of its language, 0 first."""

    lang: Lang
    text: str
    rank: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The index keys of its words that tell something; of all its words if none does."""
        return _keys(self.text, self.lang)


class Meaning(NamedTuple):
    """What several expressions mean. `concept` is an id of the thesaurus; None for a row of the
    table of translations. `weight` as in `Row`; `full`: the ways spell an abbreviation out, or are
    one name in other letters."""

    ways: tuple[Said, ...]
    concept: str | None
    weight: float
    full: bool = False


class Match(NamedTuple):
    """An expression met in a question: words `start` up to `end` (exclusive), in a language.

    `sure` is below 1 where only what the word is made from was met: салықтық from салық.
    """

    start: int
    end: int
    said: Said
    meaning: Meaning
    sure: float = 1.0


class _Begun(NamedTuple):
    """An expression whose first key is known; the keys of its further words."""

    further: tuple[str, ...]
    said: Said
    meaning: Meaning


class Expressions:
    """Meanings, to be met in a question by the keys of its words.

    They are kept by the first letters of their first word, and keys are worked out for those that
    a question comes near: most are never asked for.
    """

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._near: dict[tuple[Lang, str], list[tuple[Said, Meaning]]] = defaultdict(list)
        self._ready: dict[tuple[Lang, str], dict[str, list[_Begun]]] = {}
        self._families: dict[tuple[Lang, str], list[tuple[Said, Meaning]]] = {}
        for meaning in meanings:
            for said in meaning.ways:
                self._near[said.lang, _letters(_first(said))].append((said, meaning))

    def starting(self, asked: Sequence[Collection[str]], start: int, lang: Lang) -> Iterator[Match]:
        """Expressions that begin at a word; `asked` gives the keys each word may stand for."""
        for key in asked[start]:
            for further, said, meaning in self._beginning(key, lang):
                end = start + 1 + len(further)
                if not further or (
                    end <= len(asked) and all(map(contains, asked[start + 1 : end], further))
                ):
                    yield Match(start, end, said, meaning)

    def knows(self, key: str, lang: Lang) -> bool:
        """Whether an expression of a language begins with a key."""
        return bool(self._beginning(key, lang))

    def family(self, said: Said, meaning: Meaning) -> Sequence[tuple[Said, Meaning]]:
        """Single words of one root with a single word: they begin alike in two languages."""
        at = said.lang, said.text
        if at not in self._families:
            self._families[at] = [
                (other, others)
                for other, others in self._near.get((said.lang, _letters(said.text)), ())
                if other.text != said.text and _akin(said, meaning, other, others)
            ][:_LARGEST_FAMILY]
        return self._families[at]

    def _beginning(self, key: str, lang: Lang) -> Sequence[_Begun]:
        near = lang, _letters(key)
        if near not in self._ready:
            by_key: dict[str, list[_Begun]] = defaultdict(list)
            for said, meaning in self._near.get(near, ()):
                keys = said.keys
                by_key[keys[0]].append(_Begun(keys[1:], said, meaning))
            self._ready[near] = by_key
        return self._ready[near].get(key, ())


def _letters(word: str) -> str:
    return word[:2].lower()


def _first(said: Said) -> str:
    """The first word that tells something."""
    first, _, rest = said.text.partition(" ")
    if not rest or first.lower() not in COMMON[said.lang]:
        return first
    return next((one for one in rest.split() if one.lower() not in COMMON[said.lang]), first)


def _akin(said: Said, meaning: Meaning, other: Said, others: Meaning) -> bool:
    """Whether two single words begin alike, and so do words that translate them in a language."""
    return _alike(said.text, other.text) and any(
        way.lang == further.lang != said.lang and _alike(way.text, further.text)
        for way in meaning.ways
        for further in others.ways
    )


def _alike(one: str, other: str) -> bool:
    """Whether two single words begin with the same letters, most of the shorter one."""
    shorter = min(len(one), len(other))
    if " " in one or " " in other or shorter < _SHORTEST_ROOT:
        return False
    root = max(_SHORTEST_ROOT, shorter - 2)
    return one[:root].lower() == other[:root].lower()


@lru_cache(maxsize=50_000)
def _keys(text: str, lang: Lang) -> tuple[str, ...]:
    every = [token.word for token in words.tokens(text)]
    telling = [word for word in every if not words.is_common(word, lang)]
    return tuple(words.key(word, lang) for word in telling or every)


@lru_cache(maxsize=1)
def expressions() -> Expressions:
    """Those of the thesaurus, then those of the table; read once."""
    return Expressions((*map(_of_concept, concepts().values()), *map(_of_row, rows())))


@lru_cache(maxsize=3)
def vocabulary(lang: Lang) -> words.Vocabulary:
    """The words of a language that expressions are made of."""
    return words.Vocabulary(
        word
        for meaning in (*map(_of_concept, concepts().values()), *map(_of_row, rows()))
        for way in meaning.ways
        if way.lang == lang
        for word in way.text.split()
    )


@lru_cache(maxsize=5_000)
def spelt_out(word: str) -> tuple[Meaning, ...]:
    """What a word may stand for as an abbreviation; nothing for one that is not written as one."""
    if len(word) > _LONGEST_ABBREVIATION or not word[:2].isupper():
        return ()
    found = abbreviations.spelt_out(word)
    return tuple(
        Meaning(_ways({lang: (full,) for lang, full in one.items()}), None, 0.9**place, full=True)
        for place, one in enumerate(found)
    )


def named(word: str) -> Sequence[Meaning]:
    """The names of the table that sound as a word does, in whatever letters it is written."""
    found: dict[int, Meaning] = {}
    for sound in name_keys(word) if len(word) >= _SHORTEST_NAME else ():
        found |= {id(meaning): meaning for meaning in _names().get(sound, ())}
    return tuple(found.values())


@lru_cache(maxsize=1)
def _names() -> Mapping[str, list[Meaning]]:
    """Names of the table by their sound: what was learned in all three languages."""
    by_sound: dict[str, list[Meaning]] = defaultdict(list)
    for row in read(LEARNED):
        if len(row.says) == len(LANGS):
            meaning = Meaning(_ways(row.says), None, row.weight, full=True)
            sounds = {one for way in meaning.ways for one in name_keys(way.text)}
            for sound in sounds:
                by_sound[sound].append(meaning)
    return by_sound


def _of_concept(concept: Concept) -> Meaning:
    return Meaning(_ways({lang: concept.labels(lang) for lang in LANGS}), concept.id, 1.0)


def _of_row(row: Row) -> Meaning:
    return Meaning(_ways(row.says), None, row.weight)


def _ways(by_lang: dict[Lang, tuple[str, ...]]) -> tuple[Said, ...]:
    """Ways without what stands in brackets: a note, not part of the expression."""
    return tuple(
        Said(lang, plain, rank)
        for lang, texts in by_lang.items()
        for rank, text in enumerate(texts)
        if (plain := _ASIDE.sub(" ", text).strip() if "(" in text else text)
    )
