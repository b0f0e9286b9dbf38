"""Where the words of a pattern stand in a sentence, and in which form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from atazan.sources.understood.patterns import Compiled, patterns
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.tongues import TONGUES, Form
from atazan.words import Lang, readings


class Trigger(NamedTuple):
    """A pattern met: `head` is the index of its verb or noun, `others` those of its other words."""

    pattern: Compiled
    head: int
    others: tuple[int, ...]
    form: Form


_Cues = tuple[tuple[Compiled, Form], ...]


@lru_cache(maxsize=3)
def _heads(lang: Lang) -> dict[str, list[Compiled]]:
    found: dict[str, list[Compiled]] = defaultdict(list)
    for one in patterns(lang):
        for lemma in one.words[one.head]:
            found[lemma].append(one)
    return found


@lru_cache(maxsize=100_000)
def lemmas(small: str, lang: Lang) -> frozenset[str]:
    """The dictionary forms a word may have, and the word itself."""
    return frozenset((small, *(one.lemma for one in readings(small, lang))))


@lru_cache(maxsize=100_000)
def _cues(small: str, lang: Lang) -> _Cues:
    """The patterns whose head a word may be, with the form it then stands in."""
    heads, tongue = _heads(lang), TONGUES[lang]
    found: dict[str, tuple[Compiled, Form]] = {}
    for reading in readings(small, lang):
        form = tongue.form(reading.tags, reading.lemma, small)
        for one in heads.get(reading.lemma, ()):
            voice = one.pattern.voice
            given = Form(voice, form.time if form else "past") if voice else form
            if given and one.name not in found:
                found[one.name] = (one, given)
    for one in heads.get(small, ()):
        if one.name not in found:
            found[one.name] = (one, Form(one.pattern.voice or "active", "past"))
    return tuple(found.values())


NOTHING: frozenset[str] = frozenset()


def topics(sentence: Sentence) -> frozenset[str]:
    """The dictionary forms of a sentence that a pattern may ask for (`only`)."""
    lang = sentence.lang
    return NOTHING.union(*(_topic(word.small, lang) for word in sentence.words))


@lru_cache(maxsize=100_000)
def _topic(small: str, lang: Lang) -> frozenset[str]:
    return lemmas(small, lang) & _asked(lang)


@lru_cache(maxsize=3)
def _asked(lang: Lang) -> frozenset[str]:
    return frozenset(word for one in patterns(lang) for word in one.pattern.only)


def triggers(sentence: Sentence, topic: frozenset[str] = NOTHING) -> list[Trigger]:
    """The patterns met in a sentence, in its order; at one word the longest phrase first.

    `topic` are words of the sentences before that a pronoun here may stand for.
    """
    lang = sentence.lang
    cued = [
        (at, found) for at, word in enumerate(sentence.words) if (found := _cues(word.small, lang))
    ]
    if not cued:
        return []
    said = [lemmas(word.small, lang) for word in sentence.words]
    own = NOTHING.union(*said)
    met = [one for at, found in cued for one in _met(sentence, said, at, found, own, topic)]
    return sorted(met, key=lambda one: (one.head, -len(one.others)))


def _met(
    sentence: Sentence,
    said: list[frozenset[str]],
    at: int,
    cues: _Cues,
    own: frozenset[str],
    topic: frozenset[str],
) -> Iterator[Trigger]:
    tongue = TONGUES[sentence.lang]
    for compiled, form in cues:
        if not _fits(compiled, own, topic):
            continue
        others = _others(compiled, said, at)
        if others is None or (compiled.pattern.bare and not _bare(sentence, others)):
            continue
        placed = tongue.in_place(form, sentence, at)
        if compiled.pattern.voice:
            placed = placed._replace(voice=compiled.pattern.voice)
        if compiled.pattern.times and placed.time not in compiled.pattern.times:
            continue
        yield Trigger(compiled, at, others, placed)


def _others(compiled: Compiled, said: list[frozenset[str]], at: int) -> tuple[int, ...] | None:
    """The indexes of the phrase's other words near the head; None where one lacks."""
    found: list[int] = []
    within = compiled.pattern.within
    for number, words in enumerate(compiled.words):
        if number == compiled.head:
            continue
        near = sorted(
            range(max(0, at - within), min(len(said), at + within + 1)),
            key=lambda one: abs(one - at),
        )
        place = next(
            (one for one in near if one != at and one not in found and words & said[one]), None
        )
        if place is None:
            return None
        found.append(place)
    return tuple(sorted(found))


_IN_PLACE = frozenset(("loc", "abl", "ins", "dat"))


def _bare(sentence: Sentence, others: tuple[int, ...]) -> bool:
    return not any(_placed(sentence.words[one].small, sentence.lang) for one in others)


@lru_cache(maxsize=10_000)
def _placed(small: str, lang: Lang) -> bool:
    found = [one.tags for one in readings(small, lang) if "noun" in one.tags]
    return bool(found) and not _IN_PLACE.isdisjoint(found[0])


def _fits(compiled: Compiled, own: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether the words of the sentence, and those a pronoun stands for, let the pattern speak."""
    if not compiled.unless.isdisjoint(own):
        return False
    only = compiled.only
    return not only or not only.isdisjoint(own) or not only.isdisjoint(topic)
