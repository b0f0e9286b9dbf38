"""The words of a question that tell something, with the keys each may stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from atazan import words as analysis
from atazan.rules.text import Lang
from atazan.search.translations.expressions import expressions, vocabulary

MOST_KEYS = 5
"""Keys of a word in one language that are looked for; the likeliest come first."""

FURTHER = 0.85
"""Each further key a word may stand for is so much less likely than the one before."""

ELSEWHERE = 0.5
"""A known word, met as it is in a text of the other language written in the same letters."""

RESPELT = 0.6
"""A likely right spelling of a word that the index does not know."""

_SHORT = 5

_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

Vocabularies = Mapping[Lang, analysis.Vocabulary]


class Key(NamedTuple):
    """An index key a word is looked for by; `spelt` is the spelling put right it comes from."""

    lang: Lang
    key: str
    weight: float
    spelt: str | None = None


class AskedWord(NamedTuple):
    """A word of a question. `start` and `end` (exclusive) are its place; `langs` the languages it
    is read in, the likeliest first; `own` the keys it is looked for by as it is."""

    text: str
    start: int
    end: int
    langs: tuple[Lang, ...]
    own: tuple[Key, ...]

    def keys(self, lang: Lang) -> tuple[str, ...]:
        """The keys it may stand for in a language."""
        return tuple(dict.fromkeys(own.key for own in self.own if own.lang == lang))

    def weight(self, lang: Lang, key: str) -> float:
        """How surely it stands for a key."""
        return max((o.weight for o in self.own if (o.lang, o.key) == (lang, key)), default=0.0)


def asked_words(
    text: str, lang: Lang, known: Vocabularies | None = None, most: int = 60
) -> list[AskedWord]:
    """The first words of a text, at most so many, that tell something."""
    found: list[AskedWord] = []
    for token in analysis.tokens(text):
        if len(found) == most:
            break
        may_be = _may_be(token.word, lang)
        langs = _read_in(token.word, may_be)
        if not any(analysis.is_common(token.word, one) for one in (lang, langs[0])):
            found.append(AskedWord(*token, langs, _own(token.word, may_be, langs, known)))
    return found


def _may_be(word: str, lang: Lang) -> tuple[Lang, ...]:
    """The languages a word may be of by its letters, the language of the question first."""
    if _KAZAKH.search(word):
        return ("kk",)
    if _CYRILLIC.search(word):
        return ("kk", "ru") if lang == "kk" else ("ru", "kk")
    return ("en", "kk", "ru") if lang == "kk" else ("en", "ru", "kk")


def _read_in(word: str, may_be: tuple[Lang, ...]) -> tuple[Lang, ...]:
    """The first language that has expressions with the word; else the first whose lexicon has it;
    all it may be of if none knows it. A short word is read in the language of the question if that
    knows it at all: few letters mean other things elsewhere."""
    short = len(word) < _SHORT and _in_lexicon(word, may_be[0])
    for lang in may_be[: 1 if short else None]:
        if expressions().knows(analysis.key(word, lang), lang):
            return (lang,)
    return next(((lang,) for lang in may_be if _in_lexicon(word, lang)), may_be)


def _in_lexicon(word: str, lang: Lang) -> bool:
    found = analysis.readings(word, lang)
    return bool(found) and found[0].known


def _own(
    word: str,
    may_be: tuple[Lang, ...],
    langs: tuple[Lang, ...],
    known: Vocabularies | None,
) -> tuple[Key, ...]:
    keys = [key for lang in langs for key in _keys(word, lang)]
    if not word.isascii():
        others = [lang for lang in may_be if lang not in langs]
        keys += [Key(lang, analysis.key(word, lang), ELSEWHERE) for lang in others]
    right = _respelt(word, langs[0], known)
    if right:
        keys += [
            Key(langs[0], key, weight * RESPELT, right)
            for _, key, weight, _ in _keys(right, langs[0])
        ]
    return tuple(keys)


def _keys(word: str, lang: Lang) -> list[Key]:
    asked = analysis.asked_keys(word, lang)[:MOST_KEYS]
    return [Key(lang, key, FURTHER**place) for place, key in enumerate(asked)]


def _respelt(word: str, lang: Lang, known: Vocabularies | None) -> str | None:
    """The likeliest right spelling of a word that neither the index nor a lexicon has. Where it is
    not told what the index knows, only a word in small letters is put right: others are names."""
    if _in_lexicon(word, lang) or (known is None and (len(word) < _SHORT or not word.islower())):
        return None
    if known is None:
        return _by_table(word, lang)
    among = known.get(lang)
    return None if among is None else next(iter(analysis.suggest(word, lang, among)), None)


@lru_cache(maxsize=5_000)
def _by_table(word: str, lang: Lang) -> str | None:
    return next(iter(analysis.suggest(word, lang, vocabulary(lang))), None)
