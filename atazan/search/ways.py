"""In what other ways an expression of a question is said, and how surely each says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from atazan import words as analysis
from atazan.rules.text import Lang
from atazan.search.asked_word import AskedWord
from atazan.search.translations.expressions import Match, Said, expressions, spelt_out

CONCEPT = 0.8
"""Labels of one concept, and an abbreviation spelt out: people said that they mean the same."""

TRANSLATION = 0.75
"""A translation by the table; times the weight of its row."""

SYNONYM = 0.5
"""Another way in the same cell of the table: near in meaning, often in one sense only."""

LESS_USUAL = 0.9
"""Each further way within a cell or among the labels says it a little less surely."""

SAME_KEY = 0.4
"""A word that only shares its key with the one asked, as «правило» does with «право»."""

LONGER = 0.85
"""Each word more in a label of a concept than in the one met: it may say something narrower."""

APART = 0.6
"""Translations of a single word of an expression: what it means alone may be another thing."""

TOGETHER = 0.7
"""An expression of several words as it stands: a little more than its words apart."""

MOST = 4
"""Ways in one language that are looked for."""

_ENDING = 2
"""Letters a word may differ in at its end and be the same word."""

_SURE = 4
"""So many letters of a short word must be the same."""

_FEW = 3
"""Cells with more ways than this hold several senses: no synonyms."""


class Way(NamedTuple):
    """One way of saying it. `weight` is above 0 and at most 1."""

    said: Said
    weight: float
    match: Match


def spans(asked: Sequence[AskedWord]) -> list[list[Match]]:
    """The expressions of a question, the longest first, none over another; each with all that it
    may mean."""
    by_place: dict[tuple[int, int], list[Match]] = {}
    for match in _matches(asked):
        by_place.setdefault((match.start, match.end), []).append(match)
    taken: set[int] = set()
    found = []
    for start, end in sorted(by_place, key=lambda one: (one[0] - one[1], one)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append(by_place[start, end])
    return found


def ways(asked: Sequence[AskedWord], span: Iterable[Match]) -> list[Way]:
    """The other ways of saying what was met, the surest of each language first."""
    best: dict[tuple[str, tuple[str, ...]], Way] = {}
    for match, sure in _weighed(asked, span):
        for said in match.meaning.ways:
            if (weight := sure * _weight(match, said)) > 0:
                way = Way(said, weight, match)
                had = best.get((said.lang, said.keys))
                if had is None or had.weight < weight:
                    best[said.lang, said.keys] = way
    kept: dict[str, int] = {}
    found = []
    for way in sorted(best.values(), key=lambda one: -one.weight):
        kept[way.said.lang] = kept.get(way.said.lang, 0) + 1
        if kept[way.said.lang] <= MOST:
            found.append(way)
    return found


def _matches(asked: Sequence[AskedWord]) -> Iterable[Match]:
    """Expressions of several words in any language; of one in those the word is read in."""
    known = expressions()
    for lang in ("kk", "ru", "en"):
        keys = [word.keys(lang) for word in asked]
        for start in range(len(asked)):
            for match in known.starting(keys, start, lang):
                if match.end - start > 1 or lang in asked[start].langs:
                    yield match
    for start, word in enumerate(asked):
        for meaning in spelt_out(word.text):
            yield Match(start, start + 1, Said(word.langs[0], word.text, 0), meaning)


def _weighed(asked: Sequence[AskedWord], span: Iterable[Match]) -> Iterator[tuple[Match, float]]:
    """What was met, and how surely it is that. Words of one key are not all one word: where the
    very word is met, others that share its key are unlikely."""
    found = list(span)
    very = [_is_very(asked[match.start], match.said) for match in found]
    for match, is_very in zip(found, very, strict=True):
        sure = 1.0 if is_very or not any(very) else SAME_KEY
        for word, key in zip(asked[match.start : match.end], match.said.keys, strict=True):
            sure *= word.weight(match.said.lang, key)
        yield match, sure


def _is_very(word: AskedWord, said: Said) -> bool:
    """Whether an expression of one word is the word asked, in whatever form."""
    text, asked = said.text.lower(), word.text.lower()
    stem = max(len(text) - _ENDING, min(len(text), _SURE))
    return text[:stem] == asked[:stem] or text in _lemmas(asked, said.lang)


@lru_cache(maxsize=20_000)
def _lemmas(word: str, lang: Lang) -> frozenset[str]:
    return frozenset(one.lemma.replace("ё", "е") for one in analysis.readings(word, lang))


def _weight(match: Match, said: Said) -> float:
    """How surely a way says what was met; 0 for what was met itself."""
    meaning, met = match.meaning, match.said
    if (said.lang, said.keys) == (met.lang, met.keys):
        return 0.0
    sure = meaning.weight * LESS_USUAL ** (said.rank + met.rank)
    if meaning.full:
        return CONCEPT * sure
    if meaning.concept is not None:
        return CONCEPT * sure * LONGER ** max(0, len(said.keys) - len(met.keys))
    if said.lang != met.lang:
        return TRANSLATION * sure
    mates = sum(one.lang == said.lang for one in meaning.ways)
    return SYNONYM * sure if mates <= _FEW else 0.0
