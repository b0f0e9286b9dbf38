"""Everything told of each word of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from atazan.words.analysis import key, known, readings
from atazan.words.identify import language, passages
from atazan.words.tokens import tokens
from atazan.words.word import LONGEST, Lang, Reading, Token, folded, own_lang

_OURS = re.compile(r"[a-zà-ɏ\u0400-\u04ff0-9]")


_Told = tuple[Lang, Reading, str, tuple[Reading, ...], bool]


class Analysed(NamedTuple):
    """A token with its language, its likeliest reading, its key, and the further readings.

    `ours` is False for a word in letters of none of the three languages.
    """

    token: Token
    lang: Lang
    reading: Reading
    key: str
    others: tuple[Reading, ...]
    ours: bool


def analysed(text: str, lang: Lang | None = None) -> Iterator[Analysed]:
    """Each word and number of a text in order; `lang` None: told passage by passage.

    >>> [(one.lang, one.reading.lemma) for one in analysed("Права граждан. Сот үкімі")]
    [('ru', 'право'), ('ru', 'гражданин'), ('kk', 'сот'), ('kk', 'үкім')]
    """
    # A few words are too little for passages.
    whole: Lang | None = lang or (language(text) if len(text) < 40 and "." not in text else None)
    runs = iter([] if whole else passages(text))
    run = next(runs, None)
    for token in tokens(text):
        while run and run.end <= token.start:
            run = next(runs, None)
        found = whole or (run.lang if run else "ru")
        yield Analysed(token, *_told(token.word[:LONGEST], found, fixed=lang is not None))


@lru_cache(maxsize=20_000)
def _told(word: str, lang: Lang, fixed: bool) -> _Told:
    """What is told of a word in a passage; `fixed`: its language was given."""
    small = folded(word)
    if not _OURS.search(small):
        return lang, Reading(small, small, (), False), small, (), False
    own = own_lang(small, lang)
    if not fixed and own != "en" and not known(small, own):
        other: Lang = "ru" if own == "kk" else "kk"
        own = other if known(small, other) and own_lang(small, other) == other else own
    found = readings(word, own) or (Reading(small, small, (), False),)
    return own, found[0], key(word, own), found[1:], True


def as_json(one: Analysed) -> dict[str, Any]:
    """A word with what is told of it, as programs are given it."""
    return {
        "token": one.token.word,
        "start": one.token.start,
        "end": one.token.end,
        "lang": one.lang,
        **_reading(one.reading),
        "key": one.key,
        "known": one.reading.known,
        "others": [_reading(other) | {"known": other.known} for other in one.others],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {"lemma": reading.lemma, "stem": reading.stem, "tags": list(reading.tags)}
