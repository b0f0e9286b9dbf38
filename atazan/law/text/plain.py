"""Plain text: a line is a line; wrapped ones are put together where that is plain to see."""

from __future__ import annotations

from atazan.law.text.lines import Line, label

_WIDEST = 120
"""A text with a longer line was not wrapped."""
_ENDS = '.:;!?…»")'


def words_of(text: str) -> str:
    """All the text."""
    return text


def lines_of(text: str) -> list[Line]:
    """The lines of a text."""
    found: list[Line] = []
    wrapped = max(map(len, text.split("\n"))) <= _WIDEST
    open_line = False
    for at, raw in enumerate(text.split("\n"), 1):
        words = raw.strip()
        if not words:
            open_line = False
            continue
        line = Line(words, at, len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip()))
        if open_line and words[0].islower() and label(line) is None:
            held = found[-1]
            found[-1] = Line(f"{held.text} {words}", held.at, held.indent)
        else:
            found.append(line)
        open_line = wrapped and len(words) > 50 and words[-1] not in _ENDS
    return found
