"""Where the words of a pattern stand in a sentence, and in which form."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache, partial
from typing import NamedTuple

from atazan.sources.understood.kept import Kept
from atazan.sources.understood.patterns import Compiled, patterns
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues import TONGUES, Form
from atazan.sources.understood.tongues.kazakh import verbless
from atazan.sources.understood.tongues.tables import words as listed
from atazan.words import LANGS, Lang, readings


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


def lemmas(small: str, lang: Lang) -> frozenset[str]:
    """The dictionary forms a word may have, and the word itself."""
    return _LEMMAS[lang][small]


def _lemmas(lang: Lang, small: str) -> frozenset[str]:
    return frozenset((small, *(one.lemma for one in readings(small, lang))))


def _cues(lang: Lang, small: str) -> _Cues:
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


_OF_WHAT_FOLLOWS = ("ған", "ген", "қан", "кен", "тын", "тін")
"""Endings of a Kazakh participle: «жүргізіп жатқан бұл жоба»."""
MOST = 40
"""Patterns heeded in one sentence: more stand only in heaps of words."""
NOTHING: frozenset[str] = frozenset()


def topics(sentence: Sentence) -> frozenset[str]:
    """The dictionary forms of a sentence that a pattern may ask for (`only`)."""
    topic = _TOPIC[sentence.lang]
    found = [one for small in sentence.said if (one := topic[small])]
    return NOTHING.union(*found) if found else NOTHING


def _topic(lang: Lang, small: str) -> frozenset[str]:
    return lemmas(small, lang) & _asked(lang)


@lru_cache(maxsize=3)
def _asked(lang: Lang) -> frozenset[str]:
    return frozenset(word for one in patterns(lang) for word in one.pattern.only)


def triggers(sentence: Sentence, topic: frozenset[str] = NOTHING) -> list[Trigger]:
    """The patterns met in a sentence, in its order; at one word the longest phrase first.

    `topic` are words of the sentences before that a pronoun here may stand for.
    """
    cues = _CUES[sentence.lang]
    cued = [(at, found) for at, small in enumerate(sentence.smalls) if (found := cues[small])]
    if not cued:
        return []
    known = _LEMMAS[sentence.lang]
    said = [known[small] for small in sentence.smalls]
    own = NOTHING.union(*said)
    met: list[Trigger] = []
    for at, found in cued:
        met += _met(sentence, said, at, found, own, topic)
    del met[MOST:]
    return met if len(met) < 2 else sorted(met, key=lambda one: (one.head, -len(one.others)))


def _met(
    sentence: Sentence,
    said: list[frozenset[str]],
    at: int,
    cues: _Cues,
    own: frozenset[str],
    topic: frozenset[str],
) -> list[Trigger]:
    tongue = TONGUES[sentence.lang]
    found: list[Trigger] = []
    for compiled, form in cues:
        if not _fits(compiled, own, topic):
            continue
        others = _others(compiled, said, at, own, sentence.smalls[at].endswith(_OF_WHAT_FOLLOWS))
        if others is None or (compiled.pattern.bare and not _bare(sentence, others)):
            continue
        if compiled.pattern.line and not verbless(sentence):
            continue
        placed = tongue.in_place(form, sentence, at)
        if compiled.pattern.line and form.voice != "noun":
            placed = Form("active", "future")
        if placed is None:
            continue
        if compiled.pattern.voice:
            placed = placed._replace(voice=compiled.pattern.voice)
        if compiled.pattern.times and placed.time not in compiled.pattern.times:
            continue
        found.append(Trigger(compiled, at, others, placed))
    return found


def _others(
    compiled: Compiled, said: list[frozenset[str]], at: int, own: frozenset[str], before: bool
) -> tuple[int, ...] | None:
    """The indexes of the phrase's other words near the head; None where one lacks."""
    others = [words for number, words in enumerate(compiled.words) if number != compiled.head]
    for words in others:
        if words.isdisjoint(own):
            return None
    found: list[int] = []
    ends = (
        not before and compiled.name.startswith("kk.") and compiled.head == len(compiled.words) - 1
    )
    for words in others:
        place = _nearest(words, said, at, compiled.pattern.within, found, not ends)
        if place < 0:
            return None
        found.append(place)
    return tuple(sorted(found))


def _nearest(
    words: frozenset[str],
    said: list[frozenset[str]],
    at: int,
    within: int,
    taken: list[int],
    behind: bool,
) -> int:
    """The index nearest to `at` where one of the words stands, the one before first; -1: none.

    `behind`: they may stand after it too; a Kazakh verb has all that belongs to it before it.
    """
    for away in range(1, within + 1):
        for one in (at - away, at + away) if behind else (at - away,):
            if 0 <= one < len(said) and one not in taken and not words.isdisjoint(said[one]):
                return one
    return -1


_PREPOSITIONS = listed("ru", "other") | frozenset("в во с со из от к ко у между перед ходе".split())
_ADJECTIVE = ("ого", "его", "ой", "ей", "ом", "ем", "ых", "их", "ую", "юю", "ым", "им")
_IN_PLACE = frozenset(("loc", "abl", "ins", "dat"))


def _bare(sentence: Sentence, others: tuple[int, ...]) -> bool:
    if sentence.lang == "ru":
        return not any(_after_preposition(sentence, one) for one in others)
    return not any(_placed(sentence.words[one].small, sentence.lang) for one in others)


def _after_preposition(sentence: Sentence, at: int) -> bool:
    """Whether a noun, with an adjective before it or without, stands after a preposition."""
    before = [one.small for one in sentence.words[max(0, at - 2) : at]]
    if before and before[-1] in _PREPOSITIONS:
        return True
    return len(before) > 1 and before[0] in _PREPOSITIONS and before[1].endswith(_ADJECTIVE)


@lru_cache(maxsize=10_000)
def _placed(small: str, lang: Lang) -> bool:
    found = [one.tags for one in readings(small, lang) if "noun" in one.tags]
    return bool(found) and not _IN_PLACE.isdisjoint(found[0])


def _fits(compiled: Compiled, own: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether the words of the sentence, and those a pronoun stands for, let the pattern speak."""
    if not compiled.unless.isdisjoint(own):
        return False
    if compiled.kind is Kind.ADOPT_LAW and not _AMENDED.isdisjoint(topic):
        return False  # «внёс поправки в кодекс. Президент подписал их»
    only = compiled.only
    return not only or not only.isdisjoint(own) or not only.isdisjoint(topic)


_AMENDED = frozenset(("поправка", "изменение"))
_CUES = {lang: Kept(partial(_cues, lang)) for lang in LANGS}
_LEMMAS = {lang: Kept(partial(_lemmas, lang)) for lang in LANGS}
_TOPIC = {lang: Kept(partial(_topic, lang)) for lang in LANGS}
