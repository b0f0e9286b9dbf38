"""A question as parts, each with the other ways of saying it, in the three languages.

Each word that tells something is a part. It can be said by the word itself, by its translations,
by another spelling; and where it belongs to an expression of several words (of the thesaurus or of
the table of translations), by what that expression is called elsewhere. So «ата заң» is found
where only "Constitution" is written, and a text that says its two words apart is still found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from atazan import words as analysis
from atazan.rules.text import Lang
from atazan.search.asked_word import AskedWord, Key, Vocabularies, asked_words
from atazan.search.asking import Widened
from atazan.search.letters import elsewhere
from atazan.search.quoted import pieces
from atazan.search.translations.expressions import Match
from atazan.search.ways import APART, TOGETHER, Way, spans, ways

Via = Literal["word", "concept", "translation", "spelling"]
EVERYTHING = "*"
"""In `without`: nothing is widened at all."""

MOST_WORDS = 60
MOST_LETTERS = 4_000
"""So much of a question is read; the door refuses one of a tenth of it (`asking.LONGEST`)."""


class Alternative(Struct, frozen=True, kw_only=True):
    """One way of saying a part of a question, as the index keeps it.

    `keys` are index keys of one language, in order; several of them stand for words that belong
    together. `weight` is above 0 and at most 1 and multiplies the score of all its keys together.
    `widened` is the id of the `Widened` it comes from (None: it is the word asked itself); `shown`
    what a reader is told was searched, `asked` for which words of the question.
    """

    lang: Lang
    keys: tuple[str, ...]
    weight: float
    via: Via = "word"
    widened: str | None = None
    shown: str = ""
    asked: str = ""


class Group(Struct, frozen=True, kw_only=True):
    """One part of a question: a document says it if it says any of the alternatives.

    `asked` is the part as typed. `exact`: it was quoted and must stand in the text as it is.
    """

    asked: str
    alternatives: tuple[Alternative, ...]
    exact: bool = False


def widen(
    words: str,
    lang: Lang,
    *,
    without: Collection[str] = (),
    vocabulary: Vocabularies | None = None,
) -> tuple[Group, ...]:
    """The parts of a question with their alternatives, in the order asked.

    Words that tell nothing are left out; a question of nothing else has no parts. `without` holds
    ids of `Widened` to leave out (`*`: all). `vocabulary` is what the index knows: a word it does
    not know is also looked for in its likeliest right spelling.
    """
    groups: list[Group] = []
    for piece in pieces(words[:MOST_LETTERS]):
        if piece.exact:
            groups += _exact(piece.text, lang)
        else:
            asked = asked_words(piece.text, lang, vocabulary, MOST_WORDS - len(groups))
            groups += _groups(piece.text, asked, frozenset(without))
    return tuple(groups)


def told(groups: Iterable[Group]) -> tuple[Widened, ...]:
    """How a question was widened, for the reader, in the order asked."""
    found: dict[str, tuple[str, dict[Lang, dict[str, None]]]] = {}
    for group in groups:
        for one in group.alternatives:
            if one.widened and one.shown:
                by_lang = found.setdefault(one.widened, (one.asked, {}))[1]
                by_lang.setdefault(one.lang, {})[one.shown] = None
    return tuple(
        Widened(
            id=id,
            asked=asked,
            words={lang: tuple(shown) for lang, shown in by_lang.items()},
            concept=id.removeprefix("concept:") if id.startswith("concept:") else None,
        )
        for id, (asked, by_lang) in found.items()
    )


def _exact(phrase: str, lang: Lang) -> list[Group]:
    keys = tuple(analysis.keys(phrase, lang))
    if not keys:
        return []
    only = Alternative(lang=lang, keys=keys, weight=1.0)
    return [Group(asked=phrase, alternatives=(only,), exact=True)]


def _groups(text: str, asked: Sequence[AskedWord], without: frozenset[str]) -> list[Group]:
    """A group for each word: said by itself, and by what the expression it is in is called."""
    said = [_own(word.text, word.own, without) for word in asked]
    if EVERYTHING not in without:
        for span in _kept(asked, without):
            start, end = span[0].start, span[0].end
            typed = text[asked[start].start : asked[end - 1].end]
            whole = _called(typed, asked, span)
            for at in range(start, end):
                said[at] += whole
                if end - start > 1:
                    said[at] += _alone(asked[at], whole)
        for word, ways in zip(asked, said, strict=True):
            if len(ways) == len(word.own):
                ways += _own(word.text, elsewhere(word), without)
    return [
        Group(asked=word.text, alternatives=_once(ways))
        for word, ways in zip(asked, said, strict=True)
    ]


def _own(typed: str, keys: Iterable[Key], without: frozenset[str]) -> list[Alternative]:
    """The word itself, and its spelling put right."""
    found = []
    for lang, key, weight, spelt in keys:
        id = f"spelling:{spelt}" if spelt else None
        if id is None or without.isdisjoint((id, EVERYTHING)):
            found.append(
                Alternative(
                    lang=lang,
                    keys=(key,),
                    weight=weight,
                    via="spelling" if spelt else "word",
                    widened=id,
                    shown=spelt or "",
                    asked=typed if spelt else "",
                )
            )
    return found


def _kept(asked: Sequence[AskedWord], without: frozenset[str]) -> Iterable[list[Match]]:
    """The expressions of the question that were not taken away; where one of several words was,
    its words are met one by one."""
    for span in spans(asked):
        start, end = span[0].start, span[0].end
        left = _left(span, without)
        if left:
            yield left
        elif end - start > 1:
            for at in range(start, end):
                for alone in spans(asked[at : at + 1]):
                    yield [match._replace(start=at, end=at + 1) for match in _left(alone, without)]


def _left(span: list[Match], without: frozenset[str]) -> list[Match]:
    """What a span may still mean; nothing when every concept it means was taken away."""
    left = [match for match in span if _id(match, span) not in without]
    concepts = any(match.meaning.concept for match in span)
    return left if not concepts or any(match.meaning.concept for match in left) else []


def _id(match: Match, span: Sequence[Match]) -> str:
    """Each concept is one widening; all that the table says of what was met is one more."""
    if match.meaning.concept is not None:
        return f"concept:{match.meaning.concept}"
    first = next(one.said for one in span if one.meaning.concept is None)
    return f"word:{first.lang}:{first.text}"


def _called(typed: str, asked: Sequence[AskedWord], span: Sequence[Match]) -> list[Alternative]:
    """What an expression is called otherwise; one of several words also as it stands."""
    found = [_alternative(way, typed, _id(way.match, span)) for way in ways(asked, span)]
    if span[0].end - span[0].start > 1:
        met = span[0].said
        found.append(Alternative(lang=met.lang, keys=met.keys, weight=TOGETHER))
    return found


def _alternative(way: Way, typed: str, id: str | None) -> Alternative:
    return Alternative(
        lang=way.said.lang,
        keys=way.said.keys,
        weight=way.weight * len(way.said.keys) ** -0.5,
        via="translation" if way.match.meaning.concept is None else "concept",
        widened=id,
        shown=way.said.text,
        asked=typed,
    )


def _alone(word: AskedWord, whole: Sequence[Alternative]) -> list[Alternative]:
    """What one word of an expression is called by itself, told and taken away with the whole."""
    id = next((one.widened for one in whole if one.widened), None)
    return [
        msgspec.structs.replace(
            _alternative(way, word.text, id), weight=way.weight * APART, shown=""
        )
        for span in spans([word])
        for way in ways([word], span)
    ]


def _once(found: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Each expression once, by its greatest weight."""
    best: dict[tuple[Lang, tuple[str, ...]], Alternative] = {}
    for one in found:
        had = best.get((one.lang, one.keys))
        if had is None or had.weight < one.weight:
            best[one.lang, one.keys] = one
    return tuple(best.values())
