"""Kazakh words: their readings, lemmas, keys and forms, without a dependency.

A suffix automaton in tables, held in check by a lexicon of our own.
"""

from __future__ import annotations

from functools import lru_cache

from atazan.words.kazakh.letters import normal
from atazan.words.kazakh.paradigm import forms
from atazan.words.kazakh.quick import quick_key
from atazan.words.kazakh.restoring import restored
from atazan.words.kazakh.shapes import candidates
from atazan.words.word import Reading

__all__ = ["forms", "key", "readings", "restored"]


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """Return the index key of a word form: one for all forms of a lexeme.

    >>> key("құқығымыздың"), key("қабылданған"), key("қабылдау")
    ('құқық', 'қабылдау', 'қабылдау')
    """
    small = normal(word)
    return quick_key(small) or min(candidates(small)).key if small else ""


@lru_cache(maxsize=16_384)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word form, the likeliest first.

    >>> [reading.lemma for reading in readings("заңды")]
    ['заңды', 'заң']
    """
    if not word:
        return ()
    found: dict[tuple[str, tuple[str, ...]], Reading] = {}
    for one in sorted(candidates(normal(word), own_voices=True)):
        found.setdefault((one.lemma, one.tags), Reading(one.lemma, one.stem, one.tags, one.known))
    return tuple(found.values())
