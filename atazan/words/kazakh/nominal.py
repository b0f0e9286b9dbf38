"""Endings of nouns: number, possessor, case, and -ғы of place and time, in this order.

Source: the order and shapes of endings as any grammar of Kazakh gives them (көптік, тәуелдік,
септік жалғаулары); the wording of the tables is ours.
"""

from __future__ import annotations

from typing import Final

from atazan.words.kazakh.endings import NONE, Endings, both, fixed, joined, table
from atazan.words.kazakh.letters import (
    ANY,
    CONSONANT,
    GLIDE,
    LATERAL,
    NASAL,
    SIBILANT,
    VOICED,
    VOICELESS,
    VOWEL,
)

PLURAL: Final = (
    both("лар", VOWEL | GLIDE, "pl")
    + both("дар", LATERAL | NASAL | SIBILANT, "pl")
    + both("тар", VOICELESS, "pl")
)

_MY: Final = both("м", VOWEL, "my") + both("ым", CONSONANT, "my")
_YOUR: Final = both("ң", VOWEL, "your") + both("ың", CONSONANT, "your")
_YOUR_POLITE: Final = both("ңыз", VOWEL, "your+") + both("ыңыз", CONSONANT, "your+")
_OUR: Final = both("мыз", VOWEL, "our") + both("ымыз", CONSONANT, "our")
_ITS: Final = both("сы", VOWEL, "its") + both("ы", CONSONANT, "its")

_GENITIVE: Final = (
    both("ның", VOWEL | NASAL, "gen")
    + both("дың", GLIDE | LATERAL | SIBILANT, "gen")
    + both("тың", VOICELESS, "gen")
)
_ACCUSATIVE: Final = (
    both("ны", VOWEL, "acc")
    + both("ды", GLIDE | LATERAL | NASAL | SIBILANT, "acc")
    + both("ты", VOICELESS, "acc")
)
_DATIVE: Final = both("ға", VOICED, "dat") + both("қа", VOICELESS, "dat")
_LOCATIVE: Final = both("да", VOICED, "loc") + both("та", VOICELESS, "loc")
_ABLATIVE: Final = (
    both("дан", VOICED & ~NASAL, "abl") + both("нан", NASAL, "abl") + both("тан", VOICELESS, "abl")
)
_INSTRUMENTAL: Final = (
    fixed("мен", ANY & ~SIBILANT & ~VOICELESS, "ins")
    + fixed("бен", SIBILANT, "ins")
    + fixed("пен", VOICELESS, "ins")
)
_EQUATIVE: Final = both("ша", ANY, "equ")
_LIKE: Final = both("дай", VOICED, "sim") + both("тай", VOICELESS, "sim")
_OWNED: Final = (
    fixed("нікі", VOWEL | NASAL, "own")
    + fixed("дікі", GLIDE | LATERAL | SIBILANT, "own")
    + fixed("тікі", VOICELESS, "own")
)

_PLAIN_CASES: Final = (
    _GENITIVE
    + _ACCUSATIVE
    + _DATIVE
    + _LOCATIVE
    + _ABLATIVE
    + _INSTRUMENTAL
    + _EQUATIVE
    + _LIKE
    + _OWNED
)
# After "my" and "your" the dative is -а, after "its" cases have shapes of their own.
_AFTER_MY: Final = (
    _GENITIVE
    + _ACCUSATIVE
    + both("а", ANY, "dat")
    + _LOCATIVE
    + _ABLATIVE
    + _INSTRUMENTAL
    + _EQUATIVE
    + _LIKE
    + _OWNED
)
_AFTER_ITS: Final = (
    both("ның", ANY, "gen")
    + both("н", ANY, "acc")
    + both("на", ANY, "dat")
    + both("нда", ANY, "loc")
    + both("нан", ANY, "abl")
    + fixed("мен", ANY, "ins")
    + both("нша", ANY, "equ")
    + both("нсыз", ANY, "without")
    + both("ндай", ANY, "sim")
    + fixed("нікі", ANY, "own")
)

_WHOSE: Final = joined(_OWNED, NONE, _AFTER_ITS)

_POSSESSED: Final = (
    joined(_MY + _YOUR, NONE, _AFTER_MY)
    + joined(_YOUR_POLITE + _OUR, NONE, _PLAIN_CASES)
    + joined(_ITS, NONE, _AFTER_ITS)
)


def _declined() -> Endings:
    bare = NONE + _PLAIN_CASES + _POSSESSED + _WHOSE
    number = NONE + PLURAL
    declined = bare + joined(PLURAL, bare)
    places = tuple(ending for ending in declined if ending.tags[-1:] == ("loc",))
    located = joined(places, both("ғы", ANY, "attr"))
    after = joined(number, NONE, _PLAIN_CASES, joined(_ITS, NONE, _AFTER_ITS))
    return tuple(dict.fromkeys(declined + located + joined(located, after)))


ENDINGS: Final = _declined()
NOMINAL: Final = table(ENDINGS)
"""Every chain of nominal endings by its text; the empty one too."""

OF_TIME: Final = table(
    joined(
        both("ғы", VOICED, "attr") + both("қы", VOICELESS, "attr"),
        joined(NONE + PLURAL, NONE, _PLAIN_CASES),
    )
)
"""-ғы straight after a word of time: жылғы, түнгі; only after words of the lexicon."""
