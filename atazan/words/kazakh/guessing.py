"""Words of unknown stems: the longest ending that fits, if what is left may be a stem."""

from __future__ import annotations

from typing import Final

from atazan.words.kazakh.analysis import UNVOICED, Candidate
from atazan.words.kazakh.letters import EITHER, VOWELS, final, harmony
from atazan.words.kazakh.lexicon import verb_headword
from atazan.words.kazakh.nominal import NOMINAL
from atazan.words.kazakh.tails import verb_tails

_WHOLE: Final = 9.0
_CUT: Final = 8.0
_SHORTEST: Final = 4
_SURE_OF_A_VERB: Final = frozenset({"past", "hab", "pres", "neg", "if"})
_SURNAMES: Final = ("ов", "ев", "ин", "ова", "ева", "ина", "ұлы", "қызы")
_LOANS: Final = (
    "ция сия зия изм ист лог граф тор инг ент ант аж ор ер ика ура ива ум он ия ор ал ель ол"
).split()


def guessed(word: str) -> list[Candidate]:
    """Return readings of a form by its endings alone, in no order; the form itself among them."""
    found = [Candidate(_WHOLE, -len(word), word, word, ("noun",), False, word)]
    for cut in range(len(word) - 1, 2, -1):
        head, tail = word[:cut], word[cut:]
        if len(head) < _SHORTEST and (len(head) + len(tail) // 3 < _SHORTEST):
            break
        if not VOWELS.intersection(head):
            continue
        found += _nouns(head, tail)
        found += _verbs(head, tail)
    return found


def _nouns(head: str, tail: str) -> list[Candidate]:
    found = []
    for ending in NOMINAL.get(tail, ()):
        if final(head) & ending.after and _vowels(head) & ending.harmony:
            lemma = head
            if tail[0] in "ыі" and head[-1] in UNVOICED:
                lemma = head[:-1] + UNVOICED[head[-1]]
            cost = _CUT - len(tail) / 10 - (0.25 if head.endswith(tuple(_LOANS)) else 0)
            tags = ("noun", *ending.tags)
            found.append(Candidate(cost, -len(head), lemma, lemma, tags, False, _key(lemma)))
    return found


def _vowels(head: str) -> int:
    """Return the harmony; a surname keeps that of its root: Ескендіровтің."""
    return EITHER if head.endswith(_SURNAMES) else harmony(head)


def _key(lemma: str) -> str:
    """Return one key for the lemma and for its forms, though the lemma itself looks inflected."""
    return min(guessed(lemma)).key


def _verbs(head: str, tail: str) -> list[Candidate]:
    if len(tail) < 3:
        return []
    found = []
    for ending in verb_tails(tail):
        if not _SURE_OF_A_VERB.intersection(ending.tags) or "agent" in ending.tags:
            continue
        if final(head) & ending.after and harmony(head) & ending.harmony:
            lemma = verb_headword(head)
            cost = _CUT - len(tail) / 10 + 0.05
            tags = ("verb", *ending.tags)
            found.append(Candidate(cost, -len(head), lemma, head, tags, False, lemma))
    return found
