"""Keys, readings, lemmas and forms of words, whichever of the three languages they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from atazan.words import english, kazakh, russian
from atazan.words.tokens import ORDINAL, words
from atazan.words.typed import from_latin, layouts
from atazan.words.word import LANGS, Lang, Memo, Reading, folded, own_lang

_OF: dict[Lang, Any] = {"kk": kazakh, "ru": russian, "en": english}


_ORDINAL = re.compile(rf"(\d+(?:-\d+)*)(?:-(?:{ORDINAL})|st|nd|rd|th)")
_NUMBER = re.compile(r"(\d+)-(?:нп|нқ|nr|nq)")


def _number(small: str) -> str:
    """The key of a number: its ending aside, the mark of normative resolutions in one writing.

    >>> _number("45-й"), _number("88-нп"), _number("3-1"), _number("153-vii")
    ('45', '88-нқ', '3-1', '153-vii')
    """
    resolution = _NUMBER.fullmatch(small)
    if resolution:
        return f"{resolution[1]}-нқ"
    ordinal = _ORDINAL.fullmatch(small)
    return ordinal[1] if ordinal else small


def _key(word: str, lang: Lang) -> str:
    small = folded(word)
    if not small:
        return word
    if small[0].isdigit():
        return _number(small)
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


class AskedKey(NamedTuple):
    """A key a word of a question may stand for, and the language it is a key of.

    `guessed`: no lexicon knows the word as it stands; this is what it may have been meant for.
    """

    lang: Lang
    key: str
    guessed: bool


def asked(word: str, lang: Lang) -> tuple[AskedKey, ...]:
    """Every key a word of a question may stand for, with its language, the likeliest first.

    All readings and the whole lexeme count. A word no lexicon knows is also read as one of another
    language here, as typed without Kazakh letters, in Latin letters or on the wrong layout.

    >>> AskedKey("ru", key("конституция", "ru"), True) in asked("rjycnbnewbz", "en")
    True
    """
    small = folded(word)
    return _asked(small, lang) if small else ()


@lru_cache(maxsize=20_000)
def _asked(small: str, lang: Lang) -> tuple[AskedKey, ...]:
    own = own_lang(small, lang)
    keys_ = [key(small, lang), *_lexeme(small, own)]
    found = {(own, one): False for one in keys_}
    if not known(small, own) and small.isalpha():
        for other, guess in _otherwise(small, own):
            for one in (key(guess, other), *_lexeme(guess, other)):
                found.setdefault((other, one), True)
    return tuple(AskedKey(of, one, guessed) for (of, one), guessed in found.items())


def asked_keys(word: str, lang: Lang) -> tuple[str, ...]:
    """The keys of `asked`, whatever their language.

    >>> asked_keys("children", "en")
    ('child',)
    """
    return tuple(dict.fromkeys(one.key for one in asked(word, lang)))


def _lexeme(word: str, lang: Lang) -> tuple[str, ...]:
    """The keys of the lexemes a folded word may belong to."""
    if lang == "kk":
        return tuple(key(one.lemma, "kk") for one in kazakh.readings(word) if one.known)
    found: tuple[str, ...] = _OF[lang].asked_keys(word)
    return found


def _otherwise(word: str, lang: Lang) -> Iterator[tuple[Lang, str]]:
    """Words of a lexicon that an unknown folded word may have been meant for."""
    for other in LANGS:
        if other != lang and (other == "en") == word.isascii() and known(word, other):
            yield other, word
    for one in kazakh.restored(word):
        yield "kk", one
    if word.isascii():
        yield from (("ru", one) for one in islice(filter(russian.has, from_latin(word)), 2))
    for one in layouts(word):
        for other in LANGS:
            if (other == "en") == one.isascii() and one.isalpha() and known(one, other):
                yield other, one


def readings(word: str, lang: Lang) -> tuple[Reading, ...]:
    """The readings of a word, the likeliest first.

    >>> readings("судьями", "ru")[0].lemma
    'судья'
    """
    small = folded(word)
    return _readings(small, lang) if small else ()


@lru_cache(maxsize=20_000)
def _readings(small: str, lang: Lang) -> tuple[Reading, ...]:
    if small[0].isdigit():
        return (Reading(_number(small), _number(small), ("num",), True),)
    found: tuple[Reading, ...] = _OF[own_lang(small, lang)].readings(small)
    return found


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
