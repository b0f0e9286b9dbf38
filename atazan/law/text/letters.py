"""Letters of another script inside a word: Latin i, ə, c set for the Cyrillic ones they look like.

The text stays as printed; what searches and compares asks `plain`, which keeps every position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TO_CYRILLIC = str.maketrans("iIəƏcCaAeEoOpPxXyYkKmMtTbBhH", "іІәӘсСаАеЕоОрРхХуУкКмМтТвВһҺ")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-zƏə]")


class Mixed(NamedTuple):
    """A word with letters of two scripts: where it stands, as printed, and as it was meant."""

    start: int
    printed: str
    meant: str


def mixed(text: str) -> Iterator[Mixed]:
    """Words that mix Cyrillic letters with Latin ones of the same look.

    >>> [one.meant for one in mixed("Конституцияның iс жүргiзу")]
    ['іс', 'жүргізу']
    """
    for word in _WORD.finditer(text):
        if _LATIN.search(word[0]) and _CYRILLIC.search(word[0]):
            yield Mixed(word.start(), word[0], word[0].translate(_TO_CYRILLIC))


def plain(text: str) -> str:
    """The text with such letters put right, of the same length: for search and comparison only."""
    if not _LATIN.search(text) or not _CYRILLIC.search(text):
        return text
    found = list(text)
    for one in mixed(text):
        found[one.start : one.start + len(one.printed)] = one.meant
    return "".join(found)
