"""English: keys by the Snowball stemmer, British and American spellings united."""

from __future__ import annotations

import Stemmer

from atazan.words.word import Reading

_STEMMER = Stemmer.Stemmer("english")


def key(word: str) -> str:
    """The index key of a folded word."""
    stem: str = _STEMMER.stemWord(word)
    return stem.removesuffix("'s")


def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a folded word."""
    return (Reading(word, key(word), (), False),)


def forms(lemma: str) -> tuple[str, ...]:
    """The forms of a lemma."""
    return (lemma,)


def asked_keys(word: str) -> tuple[str, ...]:
    """The keys a word of a question may stand for."""
    return (key(word),)
