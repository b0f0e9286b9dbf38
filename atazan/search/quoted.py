"""What a question quotes, told apart from the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ('"', '"'), ("‹", "›"))
_QUOTED = re.compile(
    "|".join(f"{re.escape(left)}[^{re.escape(left + right)}]*{right}" for left, right in _PAIRS)
)


class Piece(NamedTuple):
    """A run of a question; `exact`: it stood in quotes, which are left out of `text`."""

    text: str
    exact: bool


def pieces(question: str) -> Iterator[Piece]:
    """The question in runs, in order; a quote without its other half is no quote.

    >>> [(piece.text, piece.exact) for piece in pieces('дом «под ключ» и "')]
    [('дом ', False), ('под ключ', True), (' и "', False)]
    """
    done = 0
    for quoted in _QUOTED.finditer(question):
        if quoted.start() > done:
            yield Piece(question[done : quoted.start()], False)
        yield Piece(quoted[0][1:-1].strip(), True)
        done = quoted.end()
    if done < len(question):
        yield Piece(question[done:], False)
