"""Words made of words of the lexicon that are not in it themselves: егеменшілік, айғақталу.

They are words of their own: the lemma keeps the suffix. Only the comparative keeps its adjective.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from atazan.words.kazakh.endings import both, joined, table
from atazan.words.kazakh.letters import (
    ANY,
    CONSONANT,
    GLIDE,
    LATERAL,
    NASAL,
    SIBILANT,
    VOICELESS,
    VOWEL,
    final,
    harmony,
)
from atazan.words.kazakh.lexicon import UNDECLINED, lexicon, voiced

_SOFT: Final = VOWEL | GLIDE
_HARD: Final = LATERAL | NASAL | SIBILANT

_NESS: Final = (
    both("лық", _SOFT, "noun") + both("дық", _HARD, "noun") + both("тық", VOICELESS, "noun")
)
_WITH: Final = both("лы", _SOFT, "adj") + both("ды", _HARD, "adj") + both("ты", VOICELESS, "adj")
_WITHOUT: Final = both("сыз", ANY, "adj")
_DOER: Final = both("шы", ANY, "noun")
_GIVEN_TO: Final = both("шыл", ANY, "adj")
_FELLOW: Final = (
    both("лас", _SOFT, "noun") + both("дас", _HARD, "noun") + both("тас", VOICELESS, "noun")
)
_MORE: Final = both("рақ", VOWEL, "more") + both("ырақ", CONSONANT, "more")
_NOUNS: Final = table(
    _NESS
    + _WITH
    + _WITHOUT
    + _DOER
    + _GIVEN_TO
    + _FELLOW
    + _MORE
    + both("аралық", CONSONANT, "adj")
    + joined(_WITH + _WITHOUT + _DOER + _GIVEN_TO + _FELLOW, both("лық", ANY, "noun"))
    + joined(_WITH + _WITHOUT + _FELLOW, both("тық", VOICELESS, "noun"), both("дық", _HARD, "noun"))
    + joined(_WITH, _MORE)
)

_LA: Final = both("ла", _SOFT, "verb") + both("да", _HARD, "verb") + both("та", VOICELESS, "verb")
_VERBS: Final = table(
    joined(
        _LA,
        both("", VOWEL, "verb"),
        both("н", VOWEL, "verb"),
        both("с", VOWEL, "verb"),
        both("т", VOWEL, "verb"),
        both("ндыр", VOWEL, "verb"),
        both("стыр", VOWEL, "verb"),
    )
)
_LONGEST: Final = 9


class Made(NamedTuple):
    """A word as made: its lemma or verb stem, its part of speech, how long its base is."""

    stem: str
    pos: str
    base: int


@lru_cache(maxsize=16_384)
def made_noun(word: str) -> Made | None:
    """Return a noun or adjective as made of a word of the lexicon; None where it is not.

    >>> made_noun("қағазсыз"), made_noun("қағазжай")
    (Made(stem='қағазсыз', pos='adj', base=5), None)
    """
    words = lexicon()
    for size in range(min(_LONGEST, len(word) - 2), 1, -1):
        cut = len(word) - size
        for suffix in _NOUNS.get(word[cut:], ()):
            base = word[:cut]
            if not _fits(base, suffix.after, suffix.harmony):
                continue
            if suffix.tags[-1] == "more":
                of = words.nouns.get(base) or words.nouns.get(_hardened(base))
                if of:
                    return Made(of[0].lemma, "adj", cut)
                continue
            of = words.nouns.get(base)
            if base not in words.verbs and (not of or of[0].pos in UNDECLINED):
                continue
            return Made(word, suffix.tags[-1], cut)
    return None


@lru_cache(maxsize=16_384)
def made_verb(stem: str) -> Made | None:
    """Return a verb stem as made of a noun of the lexicon; None where it is not."""
    nouns = lexicon().nouns
    for size in range(min(_LONGEST, len(stem) - 2), 1, -1):
        cut = len(stem) - size
        for suffix in _VERBS.get(stem[cut:], ()):
            base = stem[:cut]
            of = nouns.get(base)
            if of and of[0].pos not in UNDECLINED and _fits(base, suffix.after, suffix.harmony):
                return Made(stem, "verb", cut)
    return None


def _fits(base: str, after: int, vowels: int) -> bool:
    return bool(final(base) & after and harmony(base) & vowels)


def _hardened(base: str) -> str:
    """Return the adjective before -ырақ: жақынырақ as it is, биігірек of биік."""
    for plain in ("п", "к", "қ"):
        if voiced(base[:-1] + plain) == base:
            return base[:-1] + plain
    return base
