"""Stretches of a text between quotation marks, whole or with one of the marks left out."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKS = re.compile('[«»“”„"‘’\n]')
_OPENS = {"«": "»", "“": "”", "„": "“”", "‘": "’"}
_CLOSES = "»”’"
FAR = 6
"""Paragraphs that one quotation may run over at most."""


class Stretch(NamedTuple):
    """What stands between two marks (without them). `whole` is False where a mark is left out."""

    start: int
    end: int
    opened: bool = True
    closed: bool = True


def stretches(text: str) -> list[Stretch]:
    """The outermost stretches in order.

    A quotation not closed in its paragraph runs on to a paragraph that closes one it has not
    opened, else to its own paragraph's end; one closed and not opened runs from its paragraph's
    start.
    """
    found: list[Stretch] = []
    stack: list[tuple[str, int]] = []
    begun, paragraph = 0, 0
    pending: tuple[int, int, int] | None = None  # start, own paragraph's end, paragraph
    for mark in _MARKS.finditer(text):
        sign, at = mark[0], mark.start()
        if sign == "\n":
            if stack:
                if pending is not None:
                    found.append(Stretch(pending[0], pending[1], closed=False))
                pending = (stack[0][1], at, paragraph)
            stack, begun, paragraph = [], at + 1, paragraph + 1
            continue
        if _opening(text, sign, at, bool(stack)):
            stack.append((sign, at + 1))
        elif stack and _pairs(stack[-1][0], sign):
            _, start = stack.pop()
            if not stack:
                found.append(Stretch(start, at))
        elif sign in '»”"' and not stack:
            if pending is not None and paragraph - pending[2] <= FAR:
                found = [one for one in found if one.end <= pending[0]]
                found.append(Stretch(pending[0], at))
                pending = None
            else:
                found.append(Stretch(begun, at, opened=False))
        if pending is not None and paragraph - pending[2] > FAR:
            found.append(Stretch(pending[0], pending[1], closed=False))
            pending = None
    if stack:
        found.append(Stretch(stack[0][1], len(text), closed=False))
    if pending is not None:
        found.append(Stretch(pending[0], pending[1], closed=False))
    return sorted(found)


def _opening(text: str, sign: str, at: int, within: bool) -> bool:
    if sign == '"':
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        left = before.isspace() or before in "([{—–-«:“"
        right = after.isspace() or after in ".,;:!?)]}»”—–"
        return left and not right if left != right else not within
    if sign == "“" and within:
        near = max(0, at - 400)
        return text.rfind("„", near, at) <= text.rfind("“", near, at)
    return sign in _OPENS


def _pairs(opening: str, closing: str) -> bool:
    return closing in _OPENS.get(opening, '"') or (opening != "‘" and closing in '»”"')
