"""Russian: keys by the Snowball stemmer, lemmas and paradigms by the dictionary of pymorphy3."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pymorphy3
import Stemmer

from atazan.words.word import Reading

_STEMMER = Stemmer.Stemmer("russian")


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    return pymorphy3.MorphAnalyzer()


def key(word: str) -> str:
    """The index key of a folded word."""
    stem: str = _STEMMER.stemWord(word.replace("ё", "е"))
    return stem


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a folded word, the likeliest first."""
    found: dict[Reading, None] = {}
    for parse in _dictionary().parse(word):
        tags = tuple(str(parse.tag).replace(" ", ",").split(","))
        found[Reading(parse.normal_form, key(parse.normal_form), tags, parse.is_known)] = None
    return tuple(found)


@lru_cache(maxsize=20_000)
def forms(lemma: str) -> tuple[str, ...]:
    """Every form of the lexeme of a lemma; the lemma alone if the dictionary has no such word."""
    for parse in _dictionary().parse(lemma):
        if parse.normal_form == lemma and parse.is_known:
            return tuple(dict.fromkeys(form.word for form in parse.lexeme))
    return (lemma,)


@lru_cache(maxsize=20_000)
def asked_keys(word: str) -> tuple[str, ...]:
    """The keys of all forms of the lexemes the word may belong to."""
    found = {key(word): None}
    for parse in _dictionary().parse(word):
        if parse.is_known:
            found |= {key(form.word): None for form in parse.lexeme}
    return tuple(found)
