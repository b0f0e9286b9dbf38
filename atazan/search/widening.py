"""A question as parts, each with the other ways of saying it, in the three languages.

Each word that tells something is a part. It can be said by the word itself, by its translations,
by another spelling; and where it belongs to an expression of several words (of the thesaurus or of
the table of translations), by what that expression is called elsewhere. So «ата заң» is found
where only "Constitution" is written, and a text that says its two words apart is still found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from atazan import words as analysis
from atazan.rules.text import Lang
from atazan.search.asked_word import AskedWord, Key, Vocabularies, asked_words
from atazan.search.asking import Widened
from atazan.search.letters import elsewhere
from atazan.search.quoted import pieces
from atazan.search.translations.expressions import Match
from atazan.search.ways import APART, NEAR, TOGETHER, Way, matches, near, spans, ways

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


class Called(NamedTuple):
    """Words `start` to `end` (exclusive) of a question, and in what other ways they are said."""

    start: int
    end: int
    ways: list[Alternative]


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
            kept = [_as_typed(word, frozenset(without)) for word in asked]
            groups += _groups(piece.text, kept, frozenset(without))
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
    """A group for each word: said by itself, and by what the expressions it is in are called."""
    said = [_own(word, word.own) for word in asked]
    if EVERYTHING not in without:
        met = list(matches(asked))
        for called in _called(text, asked, met, without, 0, len(asked), len(asked)):
            for at in range(called.start, called.end):
                said[at] += called.ways
        for word, ways in zip(asked, said, strict=True):
            if len(ways) == len(word.own):
                ways += _own(word, elsewhere(word))
    return [
        Group(asked=word.text, alternatives=_once(ways))
        for word, ways in zip(asked, said, strict=True)
    ]


def _as_typed(word: AskedWord, without: frozenset[str]) -> AskedWord:
    """The word without spellings that were taken away."""
    own = (
        key
        for key in word.own
        if key.spelt is None or without.isdisjoint((_spelling(key.spelt), EVERYTHING))
    )
    return word._replace(own=tuple(own))


def _spelling(word: str) -> str:
    return f"spelling:{word}"


def _own(word: AskedWord, keys: Iterable[Key]) -> list[Alternative]:
    """The word itself, and its spelling put right."""
    return [
        Alternative(lang=lang, keys=(key,), weight=weight)
        if spelt is None
        else Alternative(
            lang=lang,
            keys=(key,),
            weight=weight,
            via="spelling",
            widened=_spelling(spelt),
            shown=spelt,
            asked=word.text,
        )
        for lang, key, weight, spelt in keys
    ]


def _called(
    text: str,
    asked: Sequence[AskedWord],
    met: Sequence[Match],
    without: frozenset[str],
    start: int,
    end: int,
    most: int,
) -> Iterator[Called]:
    """What the expressions among some words are called: the longest first, then those within each,
    which say less of what was asked and are told and taken away with the whole. Where an expression
    was taken away, those within it stand for themselves."""
    for span in spans(asked, met, start, end, most):
        start, end = span[0].start, span[0].end
        left = _left(span, without)
        whole: list[Alternative] = []
        if left:
            typed = text[asked[start].start : asked[end - 1].end]
            whole = _ways(typed, asked, left, without)
            yield Called(start, end, whole)
        if end - start > 1:
            id = next((one.widened for one in whole if one.widened), None)
            for part in _called(text, asked, met, without, start, end, end - start - 1):
                yield part._replace(ways=[_within(one, id) for one in part.ways]) if left else part


def _within(one: Alternative, id: str | None) -> Alternative:
    return msgspec.structs.replace(one, weight=one.weight * APART, widened=id, shown="")


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


def _ways(
    typed: str, asked: Sequence[AskedWord], span: Sequence[Match], without: frozenset[str]
) -> list[Alternative]:
    """What an expression is called otherwise; one of several words also as it stands, and what is
    near it: it says so much that few texts say just that."""
    found = [_alternative(way, typed, _id(way.match, span)) for way in ways(asked, span)]
    if span[0].end - span[0].start > 1:
        met = span[0].said
        found.append(Alternative(lang=met.lang, keys=met.keys, weight=TOGETHER))
        for match in span:
            id = f"near:{match.meaning.concept}"
            if match.meaning.concept and id not in without:
                found += [_alternative(Way(said, NEAR, match), typed, id) for said in near(match)]
    return found


def _alternative(way: Way, typed: str, id: str) -> Alternative:
    return Alternative(
        lang=way.said.lang,
        keys=way.said.keys,
        weight=way.weight * len(way.said.keys) ** -0.5,
        via="translation" if way.match.meaning.concept is None else "concept",
        widened=id,
        shown=way.said.text,
        asked=typed,
    )


def _once(found: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Each expression once, by its greatest weight."""
    best: dict[tuple[Lang, tuple[str, ...]], Alternative] = {}
    for one in found:
        had = best.get((one.lang, one.keys))
        if had is None or had.weight < one.weight:
            best[one.lang, one.keys] = one
    return tuple(best.values())
