"""Keys, readings, lemmas and forms of words, whichever of the three languages they are in."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from atazan.words import english, russian
from atazan.words.tokens import words
from atazan.words.word import LONGEST, Lang, Memo, Reading, folded, own_lang


class _Surface:
    """Words as they are, until there is an analyser."""

    @staticmethod
    def key(word: str) -> str:
        return word

    @staticmethod
    def readings(word: str) -> tuple[Reading, ...]:
        return (Reading(word, word, (), False),)

    @staticmethod
    def forms(lemma: str) -> tuple[str, ...]:
        return (lemma,)

    @staticmethod
    def restored(word: str) -> tuple[str, ...]:
        return ()


def _kazakh() -> Any:
    try:
        found = import_module("atazan.words.kazakh")
    except ImportError:
        return _Surface
    return found if hasattr(found, "key") else _Surface


_OF: dict[Lang, Any] = {"kk": _kazakh(), "ru": russian, "en": english}


def _key(word: str, lang: Lang) -> str:
    small = folded(word)
    if small[0].isdigit():
        return small
    found: str = _OF[own_lang(small, lang)].key(small)
    return found or small


_KEYS: dict[Lang, Memo] = {
    "kk": Memo(lambda word: _key(word, "kk")),
    "ru": Memo(lambda word: _key(word, "ru")),
    "en": Memo(lambda word: _key(word, "en")),
}


def keys(text: str, lang: Lang) -> list[str]:
    """The index key of each of the `tokens` of a text in a language, in order.

    A word that is surely of another language by its letters gets the key it has there.

    >>> keys("The Court's decisions", "en")
    ['the', 'court', 'decis']
    """
    return list(map(_KEYS[lang].__getitem__, words(text)))


def key(word: str, lang: Lang) -> str:
    """The index key of one word.

    >>> key("конституцией", "ru")
    'конституц'
    """
    return _KEYS[lang][word] if word else ""


@lru_cache(maxsize=20_000)
def asked_keys(word: str, lang: Lang) -> tuple[str, ...]:
    """Every key a word of a question may stand for, the likeliest first."""
    if not word:
        return ()
    small = folded(word)
    own = own_lang(small, lang)
    found = {key(word, lang): None}
    if own == "kk":
        found |= {key(one.lemma, "kk"): None for one in _OF["kk"].readings(small)}
        found |= {key(lemma, "kk"): None for lemma in _OF["kk"].restored(small)}
    else:
        found |= dict.fromkeys(_OF[own].asked_keys(small))
    return tuple(found)


@lru_cache(maxsize=20_000)
def readings(word: str, lang: Lang) -> tuple[Reading, ...]:
    """The readings of a word, the likeliest first.

    >>> readings("судьями", "ru")[0].lemma
    'судья'
    """
    small = folded(word)[:LONGEST]
    return tuple(_OF[own_lang(small, lang)].readings(small)) if small else ()


def known(word: str, lang: Lang) -> bool:
    """Whether a lexicon of the language has the word.

    >>> known("судьями", "ru"), known("судбями", "ru")
    (True, False)
    """
    return any(reading.known for reading in readings(word, lang))


def lemma(word: str, lang: Lang) -> str:
    """The dictionary form of a word by its likeliest reading.

    >>> lemma("законов", "ru")
    'закон'
    """
    found = readings(word, lang)
    return found[0].lemma if found else word


def forms(lemma: str, lang: Lang) -> tuple[str, ...]:
    """The forms of a word.

    >>> "законами" in forms("закон", "ru")
    True
    """
    small = folded(lemma)
    return tuple(_OF[own_lang(small, lang)].forms(small))
