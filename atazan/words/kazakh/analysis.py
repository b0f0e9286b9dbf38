"""Readings of a word form: its stem looked up in the lexicon, its ending in the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from atazan.words.kazakh.endings import Ending, Endings
from atazan.words.kazakh.letters import final, harmony
from atazan.words.kazakh.lexicon import NAMES, UNDECLINED, Entry, lexicon, verb_headword
from atazan.words.kazakh.nominal import NOMINAL, OF_TIME
from atazan.words.kazakh.tails import verb_tails
from atazan.words.kazakh.verbal import VOICES

_UNVOICED: Final = {"б": "п", "г": "к", "ғ": "қ"}
_VOWEL_OPENERS: Final = frozenset("ыі")
_VOICE_TAGS: Final = frozenset({"pass", "caus", "recip"})

# What a reading costs; the cheapest is the likeliest, of two that cost the same the longer stem.
_HEADWORD: Final = 0.0
_INFLECTED: Final = 1.0
_VERB: Final = 1.5
_OWN_VOICE: Final = 0.5
_ILL_FITTING: Final = 2.0
_DERIVED: Final = 2.5


class Candidate(NamedTuple):
    """A possible reading and what it costs."""

    cost: float
    shortness: int
    lemma: str
    stem: str
    tags: tuple[str, ...]
    known: bool
    key: str


def known(word: str) -> list[Candidate]:
    """Return the readings of a form whose stem is in the lexicon, in no order."""
    return [*_nominal(word), *_verbal(word)]


def _nominal(word: str) -> Iterator[Candidate]:
    nouns, before_vowels, _, _ = lexicon()
    for cut in range(len(word), 1, -1):
        head, tail = word[:cut], word[cut:]
        endings = NOMINAL.get(tail)
        timed = OF_TIME.get(tail)
        if endings is None and timed is None:
            continue
        entries = nouns.get(head, ())
        if tail and tail[0] in _VOWEL_OPENERS:
            if head[-1] in _UNVOICED:
                entries += nouns.get(head[:-1] + _UNVOICED[head[-1]], ())
            if head in before_vowels:
                entries += (before_vowels[head],)
        for entry in entries:
            if tail and entry.pos in UNDECLINED:
                continue
            yield from _inflected(entry, head, endings or timed or ())


def _inflected(entry: Entry, head: str, endings: Endings) -> Iterator[Candidate]:
    for ending in endings:
        cost = _INFLECTED if ending.text else _HEADWORD
        if ending.text:
            cost += _misfit(entry.after, entry.harmony, ending)
            if head == entry.stem and ending.text[0] in _VOWEL_OPENERS and head[-1] in "пкқ":
                cost += 0.4
        tags = (NAMES[entry.pos], *ending.tags)
        yield Candidate(cost, -len(head), entry.lemma, entry.stem, tags, True, entry.key)


def _misfit(after: int, vowels: int, ending: Ending) -> float:
    cost = 0.0 if after & ending.after else _ILL_FITTING
    return cost if vowels & ending.harmony else cost + _ILL_FITTING


def _verbal(word: str) -> Iterator[Candidate]:
    _, _, verbs, changed = lexicon()
    for cut in range(len(word), 1, -1):
        head, tail = word[:cut], word[cut:]
        for entry in verbs.get(head, ()):
            yield from _conjugated(entry, head, verb_tails(tail))
        if not tail:
            continue
        for entry, openers in changed.get(head, ()):
            if tail[0] in openers:
                yield from _conjugated(entry, head, verb_tails(_restored_tail(entry, tail)))


def _restored_tail(entry: Entry, tail: str) -> str:
    first = {"и": "й", "ю": "у", "я": "а"}.get(tail[0], tail[0])
    return first + tail[1:]


def _conjugated(entry: Entry, head: str, tails: Endings) -> Iterator[Candidate]:
    for tail in tails:
        cost = _VERB if tail.text != "у" else _HEADWORD + 0.1
        if tail.text:
            cost += _misfit(entry.after, entry.harmony, tail)
        tags = ("verb", *tail.tags)
        if "agent" in tail.tags and "pur" not in tail.tags:
            yield _agent(entry, head, tail, cost)
            continue
        yield Candidate(cost, -len(head), entry.lemma, entry.stem, tags, True, entry.key)
        if tail.tags and tail.tags[0] in _VOICE_TAGS:
            yield _own_voice(entry, head, tail, cost)


def _agent(entry: Entry, head: str, tail: Ending, cost: float) -> Candidate:
    """The doer is a noun of its own: тексеруші."""
    end = max(tail.text.find("ушы"), tail.text.find("уші")) + 3
    front = tail.text[end - 1] == "і"
    made = entry.stem + tail.text[: end - 3]
    lemma = verb_headword(made) + ("ші" if front else "шы")
    tags = ("noun", *(tag for tag in tail.tags if tag not in _VOICE_TAGS))
    return Candidate(cost - 0.2, -len(head) - end, lemma, lemma, tags, True, lemma)


def _own_voice(entry: Entry, head: str, tail: Ending, cost: float) -> Candidate:
    """The same form read as a form of the verb its voice makes: қабылдану."""
    count = 0
    while count < len(tail.tags) and tail.tags[count] in _VOICE_TAGS:
        count += 1
    for cut in range(min(len(tail.text), 8), 0, -1):
        voice = VOICES.get(tail.text[:cut], ())
        if any(one.tags == tail.tags[:count] for one in voice):
            stem = entry.stem + tail.text[:cut]
            tags = ("verb", *tail.tags[count:])
            lemma = verb_headword(stem)
            return Candidate(cost + _OWN_VOICE, -len(head), lemma, stem, tags, True, entry.key)
    return Candidate(cost + 9, 0, entry.lemma, entry.stem, tail.tags, True, entry.key)


def guessed(word: str) -> list[Candidate]:
    """Return readings of a form whose stem is in no lexicon: the longest ending that fits."""
    found = [Candidate(9.0, -len(word), word, word, ("noun",), False, word)]
    for cut in range(len(word) - 1, 2, -1):
        head, tail = word[:cut], word[cut:]
        if len(head) + len(tail) // 3 < 4:
            break
        for ending in NOMINAL.get(tail, ()):
            if _misfit(final(head), harmony(head), ending) == 0:
                lemma = head
                if tail[0] in _VOWEL_OPENERS and head[-1] in "бғг":
                    lemma = head[:-1] + _UNVOICED[head[-1]]
                cost = 8.0 - len(tail) / 10
                tags = ("noun", *ending.tags)
                found.append(Candidate(cost, -cut, lemma, lemma, tags, False, lemma))
    return found
