"""In what other ways an expression of a question is said, and how surely each says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from atazan import words as analysis
from atazan.rules.concepts import concepts, narrower
from atazan.rules.text import LANGS, Lang
from atazan.search.asked_word import AskedWord
from atazan.search.translations.expressions import Match, Said, expressions, named, spelt_out

CONCEPT = 0.8
"""Labels of one concept, and an abbreviation spelt out: people said that they mean the same."""

TRANSLATION = 0.75
"""A translation by the table; times the weight of its row."""

SYNONYM = 0.5
"""Another way in the same cell of the table: near in meaning, often in one sense only."""

LESS_USUAL = 0.9
"""Each further way within a cell or among the labels says it a little less surely."""

FAMILY = 0.6
"""Words of one root: банкрот and банкротство, elect and election."""

MADE_FROM = 0.7
"""What a word that no table has is made from: салықтық from салық."""

LONGER = 0.85
"""Each word more in a label of a concept than in the one met: it may say something narrower."""

APART = 0.6
"""Translations of a single word of an expression: what it means alone may be another thing."""

TOGETHER = 0.7
"""An expression of several words as it stands: a little more than its words apart."""

NEAR = 0.15
"""Concepts beside and below the one met: not what was asked, at the end of what is found."""

MOST_NEAR = 3

MOST = 4
"""Ways in one language that are looked for."""

_ENDING = 2
_OF_PARTICIPLES = ("ый", "ий", "ой")

_MAKES_WORDS = re.compile(r"(?<=...)(?:шы|ші)?(?:[лдт][ыі][қк]|[лдт][ыі]|(?:шы|ші))$")
_FEW = 3
"""Cells with more ways than this hold several senses: no synonyms."""


class Way(NamedTuple):
    """One way of saying it. `weight` is above 0 and at most 1."""

    said: Said
    weight: float
    match: Match


def spans(
    asked: Sequence[AskedWord], met: Iterable[Match], start: int, end: int, most: int
) -> list[list[Match]]:
    """Of what was met, what stands among the words `start` to `end` (exclusive) and has at most so
    many: the longest first, none over another; each with all that it may mean."""
    by_place: dict[tuple[int, int], list[Match]] = {}
    for match in met:
        if start <= match.start and match.end <= end and match.end - match.start <= most:
            by_place.setdefault((match.start, match.end), []).append(match)
    taken: set[int] = set()
    found = []
    for place in sorted(by_place, key=lambda one: (one[0] - one[1], one)):
        if taken.isdisjoint(range(*place)):
            taken.update(range(*place))
            there = by_place[place]
            found.append(there if place[1] - place[0] > 1 else _meant(asked, there))
    return found


def ways(asked: Sequence[AskedWord], span: Iterable[Match]) -> list[Way]:
    """The other ways of saying what was met, the surest of each language first."""
    best: dict[tuple[str, tuple[str, ...]], Way] = {}
    for match, sure in _weighed(asked, span):
        for said, weight in _said_by(match):
            if sure * weight > 0:
                had = best.get((said.lang, said.keys))
                if had is None or had.weight < sure * weight:
                    best[said.lang, said.keys] = Way(said, sure * weight, match)
    kept: dict[str, int] = {}
    found = []
    for way in sorted(best.values(), key=lambda one: -one.weight):
        kept[way.said.lang] = kept.get(way.said.lang, 0) + 1
        if kept[way.said.lang] <= MOST:
            found.append(way)
    return found


def matches(asked: Sequence[AskedWord]) -> Iterator[Match]:
    """What is met in a question: expressions of several words in any language; of one word in those
    it is read in; an abbreviation; what is none of them but sounds like a name that is known."""
    known = expressions()
    met: set[int] = set()
    for lang in LANGS:
        keys = [word.keys(lang) for word in asked]
        for start in range(len(asked)):
            for match in known.starting(keys, start, lang):
                if match.end - start > 1 or lang in asked[start].langs:
                    met.add(start)
                    yield match
    for at, word in enumerate(asked):
        for meaning in spelt_out(word.text) or (() if at in met else named(word.text)):
            yield Match(at, at + 1, Said(word.langs[0], word.text, 0), meaning)
        if at not in met and "kk" in word.langs:
            for one in known.starting([_made_from(word)], 0, "kk"):
                if one.end == 1:
                    yield one._replace(start=at, end=at + 1, sure=MADE_FROM)


def _made_from(word: AskedWord) -> list[str]:
    """The keys of what a Kazakh word may be made from by an ending that makes words."""
    made = (_MAKES_WORDS.search(lemma) for lemma in _lemmas(word.text.lower(), "kk"))
    return [analysis.key(one.string[: one.start()], "kk") for one in made if one]


def near(match: Match) -> Iterator[Said]:
    """What the concepts beside and below a concept are called; not of a body or an office, whose
    parts are other things."""
    concept = concepts()[match.meaning.concept or ""]
    if concept.kind in ("institution", "office"):
        return
    for id in (*concept.related, *narrower(concept.id))[:MOST_NEAR]:
        for lang in LANGS:
            yield Said(lang, concepts()[id].preferred.says(lang), 0)


def _weighed(asked: Sequence[AskedWord], span: Iterable[Match]) -> Iterator[tuple[Match, float]]:
    """What was met, and how surely it is that."""
    for match in span:
        sure = match.sure
        if sure < 1:
            yield match, sure
            continue
        for word, key in zip(asked[match.start : match.end], match.said.keys, strict=True):
            sure *= word.weight(match.said.lang, key)
        yield match, sure


def _meant(asked: Sequence[AskedWord], found: list[Match]) -> list[Match]:
    """Of what was met at one place, what is meant. Words of one key are not all one word, as
    «правило» is not «право»: where the very word is met, others that share its key are not."""
    very = [match for match in found if _is_very(asked[match.start], match.said)]
    return very or found


def _is_very(word: AskedWord, said: Said) -> bool:
    """Whether an expression of one word is the word asked, in whatever form."""
    text, asked = said.text.lower(), word.text.lower()
    return text == asked or text in _lemmas(asked, said.lang) or _is_participle(text, asked)


def _is_participle(text: str, asked: str) -> bool:
    """Whether «осужденных» is a form of «осужденный»: its dictionary form is the verb."""
    stem = len(text) - _ENDING
    return (
        text.endswith(_OF_PARTICIPLES)
        and text[:stem] == asked[:stem]
        and any("participle" in one.tags for one in analysis.readings(asked, "ru"))
    )


@lru_cache(maxsize=20_000)
def _lemmas(word: str, lang: Lang) -> frozenset[str]:
    return frozenset(one.lemma.replace("ё", "е") for one in analysis.readings(word, lang))


def _said_by(match: Match) -> Iterator[tuple[Said, float]]:
    """The ways of what was met, then those of words of its root."""
    for said in match.meaning.ways:
        yield said, _weight(match, said)
    for said, meaning in expressions().family(match.said, match.meaning):
        kin = match._replace(said=said, meaning=meaning)
        yield said, SYNONYM * FAMILY
        for way in meaning.ways:
            if way.lang != said.lang:
                yield way, FAMILY * _weight(kin, way)


def _weight(match: Match, said: Said) -> float:
    """How surely a way says what was met; 0 for what was met itself."""
    meaning, met = match.meaning, match.said
    if (said.lang, said.keys) == (met.lang, met.keys):
        return SYNONYM if match.sure < 1 else 0.0
    sure = meaning.weight * LESS_USUAL ** (said.rank + met.rank)
    if meaning.full:
        return CONCEPT * sure
    if meaning.concept is not None:
        return CONCEPT * sure * LONGER ** max(0, len(said.keys) - len(met.keys))
    if said.lang != met.lang:
        return TRANSLATION * sure
    mates = sum(one.lang == said.lang for one in meaning.ways)
    return SYNONYM * sure if mates <= _FEW else 0.0
