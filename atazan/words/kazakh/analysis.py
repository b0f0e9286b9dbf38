"""Readings of a word form: its stem looked up in the lexicon, its ending in the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from atazan.words.kazakh.derivation import made_noun, made_verb
from atazan.words.kazakh.endings import Ending, Endings
from atazan.words.kazakh.letters import final, harmony
from atazan.words.kazakh.lexicon import (
    NAMES,
    UNDECLINED,
    VERB,
    Entry,
    lexicon,
    verb_headword,
    voiced,
)
from atazan.words.kazakh.nominal import NOMINAL, OF_TIME
from atazan.words.kazakh.tails import verb_tails
from atazan.words.kazakh.verbal import AGENT, VOICES

UNVOICED: Final = {"б": "п", "г": "к", "ғ": "қ"}
_OPENERS: Final = frozenset("ыі")
_VOICE_TAGS: Final = frozenset({"pass", "caus", "recip"})

# What a reading costs; the cheapest is the likeliest, of two that cost the same the longer stem.
_HEADWORD: Final = 0.0
_INFLECTED: Final = 1.0
_UNSOFTENED: Final = 0.4
_OF_TIME: Final = 0.3
_SELDOM_DECLINED: Final = {"adj": 0.2, "adv": 0.6, "num": 0.1}
_RARE: Final = {"my": 0.3, "our": 0.75, "your": 1.1, "your+": 0.9, "own": 0.1, "sim": 0.6}
_RARE_OF_VERBS: Final = {
    "did": 0.2,
    "imp": 0.5,
    "fut": 0.3,
    "opt": 0.4,
    "wish": 0.3,
    "caus": 0.15,
    "recip": 0.15,
    "1sg": 0.3,
    "1pl": 0.1,
    "2sg": 0.6,
    "2pol": 0.2,
}
_VERB: Final = 1.5
_BARE_VERB: Final = 1.8
_WE_DID: Final = 0.6  # ынтымақтастық: "co-operation", not "we co-operated"
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


def found(word: str, own_voices: bool = False) -> list[Candidate]:
    """Return the readings of a form whose stem is in the lexicon, in no order.

    With `own_voices` also as a form of the verb that a voice makes.
    """
    readings: list[Candidate] = []
    shapes = lexicon().shapes
    for cut in range(len(word), 1, -1):
        head = word[:cut]
        for entry, openers in shapes.get(head, ()):
            tail = word[cut:]
            if openers and (not tail or tail[0] not in openers):
                continue
            if entry.pos == VERB:
                after = _as_after_stem(tail) if openers else tail
                readings += _conjugated(entry, head, verb_tails(after), own_voices)
            elif not tail or entry.pos not in UNDECLINED:
                readings += _inflected(entry, head, NOMINAL.get(tail, ()), 0.0)
                readings += _inflected(entry, head, OF_TIME.get(tail, ()), _OF_TIME)
    return readings


def derived(word: str) -> list[Candidate]:
    """Return the readings of a form whose stem is made of a word of the lexicon, in no order."""
    return [*_derived_nominal(word), *_derived_verbal(word)]


def _inflected(entry: Entry, head: str, endings: Endings, more: float) -> Iterator[Candidate]:
    for ending in endings:
        cost = _HEADWORD
        if ending.text:
            cost = _INFLECTED + more + _misfit(entry.after, entry.harmony, ending)
            cost += _SELDOM_DECLINED.get(entry.pos, 0.0)
            cost += _RARE.get(ending.tags[0], 0.0)
            if ending.text[0] in _OPENERS and head == entry.stem and head[-1] in "пкқ":
                cost += _UNSOFTENED
        tags = (NAMES[entry.pos], *ending.tags)
        yield Candidate(cost, -len(head), entry.lemma, entry.stem, tags, True, entry.key)


def _misfit(after: int, vowels: int, ending: Ending) -> float:
    cost = 0.0 if after & ending.after else _ILL_FITTING
    return cost if vowels & ending.harmony else cost + _ILL_FITTING


def _as_after_stem(tail: str) -> str:
    return {"и": "й", "ю": "у", "я": "а"}.get(tail[0], tail[0]) + tail[1:]


def _conjugated(
    entry: Entry, head: str, tails: Endings, own_voices: bool = False
) -> Iterator[Candidate]:
    for tail in tails:
        cost = _VERB if tail.text else _BARE_VERB
        if tail.tags == ("ger",):
            cost = _HEADWORD + 0.1
        elif tail.tags[-2:] == ("did", "1pl"):
            cost += _WE_DID
        if tail.text:
            cost += _misfit(entry.after, entry.harmony, tail)
        for tag in tail.tags:
            cost += _RARE_OF_VERBS.get(tag, 0.0) + _RARE.get(tag, 0.0)
        if "agent" in tail.tags and "pur" not in tail.tags:
            yield _agent(entry, head, tail, cost)
            continue
        tags = ("verb", *tail.tags)
        yield Candidate(cost, -len(head), entry.lemma, entry.stem, tags, True, entry.key)
        if own_voices and tail.tags and tail.tags[0] in _VOICE_TAGS:
            yield from _own_voice(entry, head, tail, cost)


def _agent(entry: Entry, head: str, tail: Ending, cost: float) -> Candidate:
    """The doer is a noun of its own: тексеруші, and what he does another: бұзушылық."""
    start = max(tail.text.find("ушы"), tail.text.find("уші"))
    end = max(size for size in range(3, 8) if _is_agent(tail.text[start : start + size])) + start
    if end < len(tail.text) and tail.text[end - 1] == "ғ":
        end = len(tail.text)
    made = _with_voice(entry.stem, tail.text[:start])
    suffix = tail.text[start + 1 : end]
    lemma = verb_headword(made) + suffix[:-1] + UNVOICED.get(suffix[-1], suffix[-1])
    tags = ("noun", *(tag for tag in tail.tags if tag not in _VOICE_TAGS))
    return Candidate(cost - 0.2, -len(head) - end, lemma, lemma, tags, True, lemma)


def _with_voice(stem: str, voice: str) -> str:
    return (voiced(stem) if voice[:1] in ("ы", "і") else stem) + voice


def _is_agent(text: str) -> bool:
    last = text[-1:]
    return text in AGENT or text[:-1] + UNVOICED.get(last, last) in AGENT


def _own_voice(entry: Entry, head: str, tail: Ending, cost: float) -> Iterator[Candidate]:
    """Read the same form as one of the verb that its voice makes: қабылдану."""
    count = sum(1 for tag in tail.tags if tag in _VOICE_TAGS)
    for cut in range(min(len(tail.text), 8), 0, -1):
        voices = VOICES.get(tail.text[:cut], ())
        if any(voice.tags == tail.tags[:count] for voice in voices):
            stem = _with_voice(entry.stem, tail.text[:cut])
            tags = ("verb", *tail.tags[count:])
            lemma = verb_headword(stem)
            yield Candidate(cost + _OWN_VOICE, -len(head), lemma, stem, tags, True, entry.key)
            return


def _derived_nominal(word: str) -> Iterator[Candidate]:
    for cut in range(len(word), 3, -1):
        endings = NOMINAL.get(word[cut:])
        if endings is None:
            continue
        head = word[:cut]
        if cut < len(word) and word[cut] in _OPENERS and head[-1] in UNVOICED:
            head = head[:-1] + UNVOICED[head[-1]]
        made = made_noun(head)
        if made is None:
            continue
        for ending in endings:
            cost = _DERIVED + _misfit(final(head), harmony(head), ending)
            tags = (made.pos, *ending.tags)
            yield Candidate(cost, -made.base, made.stem, made.stem, tags, True, made.stem)


def _derived_verbal(word: str) -> Iterator[Candidate]:
    for cut in range(len(word) - 1, 3, -1):
        tails = verb_tails(word[cut:])
        made = made_verb(word[:cut]) if tails else None
        if made is None:
            continue
        entry = Entry(
            verb_headword(made.stem),
            made.stem,
            VERB,
            verb_headword(made.stem),
            final(made.stem),
            harmony(made.stem),
        )
        for one in _conjugated(entry, word[:cut], tails):
            yield one._replace(cost=one.cost + _DERIVED - _INFLECTED)
