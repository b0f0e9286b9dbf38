"""Two wordings compared word by word, in pieces a reader takes in at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Literal, NamedTuple

from msgspec import Struct

from atazan.law.text.letters import plain

PieceKind = Literal["same", "gone", "new"]

_TOKEN = re.compile(r"(\s*(\w+(?:-\w+)*|[^\w\s])(?:\s+\Z)?)")
# A word with its hyphens, or a mark; the blanks before it go with it.
_ISLAND_WORDS = 3
"""Up to so many words between two longer changes are shown as changed with them."""
_LITTLE_ALIKE = 0.25
"""Below this share of equal words the two are shown whole, one after the other."""


class Piece(Struct, frozen=True, omit_defaults=True):
    """Words that stay, went or came.

    `earlier` is how words that stay were printed before, where only blanks or letters of another
    script differ; "" where they were printed alike.
    """

    kind: PieceKind
    text: str
    earlier: str = ""


class _Tokens:
    """A text cut into words and marks, and how many words stand before each."""

    def __init__(self, text: str) -> None:
        right = plain(text)
        found = _TOKEN.findall(right) or ([(right, "")] if right else [])
        self.words = [word for _, word in found]
        self.ends = [0, *accumulate([len(printed) for printed, _ in found])]
        # Single letters and marks do not count: they help nobody to find the place.
        counted = [len(word) > 1 or word.isdigit() for word in self.words]
        self.before = [0, *accumulate(counted)]
        self.text = text

    def said(self, start: int, end: int) -> str:
        """The words from one to another as printed."""
        return self.text[self.ends[start] : self.ends[end]]

    def weight(self, start: int, end: int) -> int:
        """How many words from one to another."""
        return self.before[end] - self.before[start]


class _Span(NamedTuple):
    """Tokens a to b of the old text against c to d of the new."""

    equal: bool
    a: int
    b: int
    c: int
    d: int


def compared(was: str, becomes: str) -> list[Piece]:
    """The pieces of both wordings in reading order; what went before what came in its place.

    Exact: `earlier_text` of the pieces is `was`, `later_text` is `becomes`.

    >>> [(one.kind, one.text) for one in compared("пять дней", "десять дней")]
    [('gone', 'пять'), ('new', 'десять'), ('same', ' дней')]
    """
    if was == becomes or not was or not becomes:
        kind: PieceKind = "same" if was == becomes else "gone" if was else "new"
        return [Piece(kind, was or becomes)] if was or becomes else []
    head, tail = _edges(was, becomes)
    around = (becomes[:head], becomes[len(becomes) - tail :])
    middle = _middle(was[head : len(was) - tail], becomes[head : len(becomes) - tail], around)
    if middle is None:
        return [Piece("gone", was), Piece("new", becomes)]
    return _with_edges(middle, *around)


def _edges(one: str, other: str) -> tuple[int, int]:
    """How many letters are printed alike at the beginning and at the end, up to a blank."""
    head = _common(one, other)
    if head < min(len(one), len(other)):
        head = max(one.rfind(" ", 0, head), 0)
    rest, also = one[head:][::-1], other[head:][::-1]
    alike = _common(rest, also)
    tail = rest.rfind(" ", 0, alike) + 1  # a word goes with the blank before it
    return head, tail


def _common(one: str, other: str) -> int:
    """How many first letters are equal, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        half = (low + high + 1) // 2
        low, high = (half, high) if one[low:half] == other[low:half] else (low, half - 1)
    return low


def _middle(was: str, becomes: str, around: tuple[str, str]) -> list[Piece] | None:
    """The pieces between the edges; None where the two have too little in common."""
    old, new = _Tokens(was), _Tokens(becomes)
    spans = _spans(old.words, new.words)
    within = sum(old.weight(one.a, one.b) for one in spans if one.equal)
    equal = within + sum(len(text.split()) for text in around)
    changed = old.before[-1] + new.before[-1] - 2 * within
    if 2 * equal < _LITTLE_ALIKE * (2 * equal + changed):
        return None
    found: list[Piece] = []
    for same, a, b, c, d in _legible(spans, old, new):
        gone, came = old.said(a, b), new.said(c, d)
        if same:
            found.append(Piece("same", came, "" if gone == came else gone))
        else:
            found += [Piece("gone", gone)] if gone else []
            found += [Piece("new", came)] if came else []
    return found


def _with_edges(middle: list[Piece], head: str, tail: str) -> list[Piece]:
    """The pieces with what is printed alike around them, one piece where both stay."""
    found = list(middle)
    if head and found and found[0].kind == "same":
        first = found.pop(0)
        was = head + first.earlier if first.earlier else ""
        found.insert(0, Piece("same", head + first.text, was))
    elif head:
        found.insert(0, Piece("same", head))
    if tail and found and found[-1].kind == "same":
        last = found.pop()
        was = last.earlier + tail if last.earlier else ""
        found.append(Piece("same", last.text + tail, was))
    elif tail:
        found.append(Piece("same", tail))
    return found


def earlier_text(pieces: Iterable[Piece]) -> str:
    """The earlier wording as printed."""
    return "".join(one.earlier or one.text for one in pieces if one.kind != "new")


def later_text(pieces: Iterable[Piece]) -> str:
    """The later wording as printed."""
    return "".join(one.text for one in pieces if one.kind != "gone")


def _spans(old: list[str], new: list[str]) -> list[_Span]:
    """Runs that are equal and runs that are not, in order."""
    first, most = 0, min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    middle = (old[first : len(old) - last], new[first : len(new) - last])
    found = [_Span(True, 0, first, 0, first)] if first else []
    if middle[0] and middle[1]:
        codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
        found += [
            _Span(tag == "equal", first + a, first + b, first + c, first + d)
            for tag, a, b, c, d in codes
        ]
    elif middle[0] or middle[1]:
        found.append(_Span(False, first, len(old) - last, first, len(new) - last))
    if last:
        found.append(_Span(True, len(old) - last, len(old), len(new) - last, len(new)))
    return found


def _legible(spans: list[_Span], old: _Tokens, new: _Tokens) -> list[_Span]:
    """Equal runs too small to help a reader made part of the changes around them."""
    while True:
        joined = _joined(
            one._replace(equal=False) if one.equal and _island(n, spans, old, new) else one
            for n, one in enumerate(spans)
        )
        if len(joined) == len(spans):
            return joined
        spans = joined


def _island(n: int, spans: list[_Span], old: _Tokens, new: _Tokens) -> bool:
    """Whether an equal run stands between two changes and is smaller than one of them."""
    if not 0 < n < len(spans) - 1:
        return False
    here = old.weight(spans[n].a, spans[n].b)
    around = [
        max(old.weight(one.a, one.b), new.weight(one.c, one.d))
        for one in (spans[n - 1], spans[n + 1])
    ]
    return here == 0 or (here <= _ISLAND_WORDS and here < sum(around) and here <= max(around))


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    """Neighbours of one kind as one."""
    found: list[_Span] = []
    for one in spans:
        if found and found[-1].equal == one.equal:
            before = found.pop()
            one = _Span(one.equal, before.a, one.b, before.c, one.d)
        found.append(one)
    return found
