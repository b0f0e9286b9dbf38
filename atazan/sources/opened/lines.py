"""Lines of a source to paragraphs: blanks evened, wrapped lines joined."""

from __future__ import annotations

import re
from itertools import pairwise

_BLANK = re.compile(r"(?: [^\S\n]|[^\S\n ])[^\S\n]*")
"""Every run of blanks but a single space."""
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ENDS = re.compile(r"[.!?…:;»”\")]$")
_NARROW = 100
"""Characters of the longest line of a text that was wrapped."""
_SOME = 40
"""Characters from which a line counts as full."""
_MARKS = ("-", "–", "—", "•", "*", "#", ">", "|")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, none empty; runs of blanks are one blank.

    Lines cut at a margin are joined where no line of the text is longer than 100 characters and
    most lines that another follows are full.

    >>> paragraphs("Сот  отырысы.\\n\\nОтырыс\\tашық.")
    ['Сот отырысы.', 'Отырыс ашық.']
    """
    lines = [line.strip() for line in _BLANK.sub(" ", _HIDDEN.sub("", text)).split("\n")]
    if _wrapped(lines):
        lines = _joined(lines)
    return [line for line in lines if line]


def _wrapped(lines: list[str]) -> bool:
    if max(map(len, lines), default=0) > _NARROW:
        return False
    full, followed, goes_on = 0, 0, 0
    for line, after in pairwise(lines):
        if line and after:
            followed += 1
            full += len(line) >= _SOME
            goes_on += not _ENDS.search(line) and after[:1].islower()
    return followed >= 3 and full > 0.6 * followed and goes_on > 0.25 * followed


def _joined(lines: list[str]) -> list[str]:
    """A new paragraph begins after an empty line, at a mark, or after a short line that ends."""
    widest = max(map(len, lines))
    found: list[str] = []
    before = ""
    for line in lines:
        new = not before or not line or line.startswith(_MARKS)
        new = new or (len(before) < 0.8 * widest and bool(_ENDS.search(before)))
        if new:
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}"
        before = line
    return found
