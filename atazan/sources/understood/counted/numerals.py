"""Numbers written in words, in Kazakh, Russian and English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from atazan.sources.understood.sentences import Word

_ENDINGS = (
    "ый ий ой ого его ому ему ым им ом ем ая ую ое ые ых ыми ья ье ьего ьему ьим ьем ьей ью ьи ьих"
).split()


class Numeral(NamedTuple):
    """A number word: what it is worth, and whether it ranks ("third") or counts ("three")."""

    worth: int
    ordinal: bool


class Run(NamedTuple):
    """Number words that make one number: `end` is the place after the last of them."""

    value: int
    ordinal: bool
    end: int


@cache
def numerals() -> dict[str, Numeral]:
    """Every number word by its form in small letters."""
    found: dict[str, Numeral] = {}
    path = Path(__file__).with_name("numerals.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        worth, cardinal, ordinal = (part.strip() for part in line.split("|"))
        found |= dict.fromkeys(cardinal.split(), Numeral(int(worth), False))
        found |= dict.fromkeys(_ordinals(ordinal), Numeral(int(worth), True))
    return found | {"двухтысячного": Numeral(2000, True), "двухтысячном": Numeral(2000, True)}


def _ordinals(stems: str) -> list[str]:
    found = []
    for stem in stems.split():
        found += [stem[1:]] if stem[0] == "=" else [stem + ending for ending in _ENDINGS]
    return found


def numeral(small: str) -> Numeral | None:
    """What a word in small letters is worth as a number; "twenty-third" is one word.

    >>> numeral("twenty-third"), numeral("үшінші"), numeral("суд")
    (Numeral(worth=23, ordinal=True), Numeral(worth=3, ordinal=True), None)
    """
    table = numerals()
    found = table.get(small)
    if found is None and "-" in small:
        tens, _, ones = small.partition("-")
        first, last = table.get(tens), table.get(ones)
        if first and last and not first.ordinal and 20 <= first.worth < 100 > last.worth * 10:
            return Numeral(first.worth + last.worth, last.ordinal)
    return found


def run(words: Sequence[Word], at: int) -> Run | None:
    """The number that begins with the word at a place, None if that is no number word.

    A word that cannot follow ends it: "five six" is five. An ordinal ends it too.
    """
    total, group, ordinal, place = 0, 0, False, at
    while place < len(words) and not ordinal:
        found = numeral(words[place].small)
        if found is None or (place > at and not _follows(total, group, found.worth)):
            break
        if found.worth >= 1000:
            total, group = total + (group or 1) * found.worth, 0
        elif found.worth == 100 and 0 < group < 10:
            group *= 100
        elif group in (19, 20) and found.worth >= 10:
            group = group * 100 + found.worth
        else:
            group += found.worth
        ordinal, place = found.ordinal, place + 1
    return Run(total + group, ordinal, place) if place > at else None


def _follows(total: int, group: int, worth: int) -> bool:
    if worth >= 1000:
        return group > 0 and (total == 0 or total % worth == 0)
    if group in (19, 20) and 10 <= worth < 100:
        return True  # nineteen ninety-five, twenty twenty-four
    if worth == 100:
        return 0 < group < 10
    place = 10 if worth < 10 else 100 if worth < 100 else 1000
    return group % place == 0
