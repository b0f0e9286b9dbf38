"""The numbers of a sentence, in digits and in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from atazan.sources.understood.counted.numerals import numeral, run
from atazan.sources.understood.kept import Kept
from atazan.sources.understood.sentences import Sentence, Word

_DIGITS = re.compile(r"\d{1,15}")
_ENDED = re.compile(r"(\d{1,4})-?(?:а|я|у|ю|и|х|ти|ми|ге|ға|қа|ке|ден|дан|тан|тен|нан|нен|і|ы)")
_SPACES = (" ", "\xa0", "\u2009", "\u202f")


class Number(NamedTuple):
    """A number: its place in the text, its value, its last word's place in the sentence."""

    start: int
    end: int
    value: Decimal
    first: int
    last: int


def numbers(text: str, sentence: Sentence) -> list[Number]:
    """The numbers that count ("35", "87,15", "8 million 200 thousand"), not those that rank."""
    words, past = sentence.words, 0
    found: list[Number] = []
    for place in [place for place, small in enumerate(sentence.smalls) if _BEGINS[small]]:
        if place >= past and (one := _number(text, words, place)) is not None:
            found.append(one)
            past = one.last + 1
    return found


def _begins(small: str) -> bool:
    """Whether a number can begin with the word."""
    return small[0].isdigit() or numeral(small) is not None


_BEGINS = Kept(_begins)


def _number(text: str, words: tuple[Word, ...], place: int) -> Number | None:
    start, total, at = place, Decimal(0), place
    while at < len(words):
        part = _part(text, words, at)
        if part is None:
            break
        value, last = part
        scale = numeral(words[last + 1].small) if last + 1 < len(words) else None
        if scale and scale.worth >= 1000 and not scale.ordinal:
            value, last = value * scale.worth, last + 1
        elif at > start and total < 1000:
            break
        total, at = total + value, last + 1
        if (
            value < 1000
            or at >= len(words)
            or text[words[at - 1].end : words[at].start].strip(" .\xa0")
        ):
            break
    if at == start:
        return None
    return Number(words[start].start, words[at - 1].end, total, start, at - 1)


def _part(text: str, words: tuple[Word, ...], at: int) -> tuple[Decimal, int] | None:
    small = words[at].small
    if small[0].isdigit():
        return _digits(text, words, at)
    found = run(words, at)
    return None if found is None or found.ordinal else (Decimal(found.value), found.end - 1)


def _digits(text: str, words: tuple[Word, ...], at: int) -> tuple[Decimal, int] | None:
    """Digits in groups of three and with a fraction: "1 200 000", "87,15"."""
    small = words[at].small
    if not _DIGITS.fullmatch(small):
        ended = _ENDED.fullmatch(small)
        return (Decimal(ended[1]), at) if ended else None
    digits, last = small, at
    while len(digits) <= 15 and last + 1 < len(words):
        following = words[last + 1].small
        gap = text[words[last].end : words[last + 1].start]
        grouped = len(following) == 3 and following.isdigit() and len(small) <= 3
        if grouped and (gap in _SPACES or gap == ","):  # "1 200", and "1,200" as English has it
            digits, last = digits + following, last + 1
            continue
        if gap in (",", ".") and following.isdigit() and len(following) <= 3:
            return Decimal(f"{digits}.{following}"), last + 1
        break
    return Decimal(digits), last
