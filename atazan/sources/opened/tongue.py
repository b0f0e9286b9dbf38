"""Whether a text is in one of the three languages at all."""

from __future__ import annotations

import re

from atazan.words.common import COMMON

_LOOKED_AT = 2_000
_LEAST = 100
"""Letters below which nothing is said."""
_KAZAKH = re.compile("[қғұҚҒҰ]")
"""Letters of Kazakh that its neighbours do not write: 5 to 7 of a hundred."""
_NOT_RUSSIAN = re.compile("[іїєґўђћљњџѕѓќәөүһң]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def is_ours(text: str) -> bool:
    """Whether a text may be Kazakh, Russian or English, by its beginning; short ones always may.

    Kazakh is told by its letters, English by its common words, Russian by both: its neighbours
    write neither ы nor э, or letters that it has not.

    >>> is_ours("Das Verfassungsgericht hat am Montag die Beschwerde der Kläger gegen das neue "
    ...     "Gesetz verworfen und die Kosten des Verfahrens dem Staat auferlegt.")
    False
    """
    sample = text[:_LOOKED_AT]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < _LEAST or len(_KAZAKH.findall(sample)) > 0.02 * letters:
        return True
    if sum(map(COMMON["en"].__contains__, words)) > 0.15 * len(words):
        return True
    russian = sum(map(COMMON["ru"].__contains__, words)) > 0.03 * len(words)
    strange = len(_NOT_RUSSIAN.findall(sample)) > 0.01 * letters
    return russian and not strange and ("ы" in sample or "э" in sample)
