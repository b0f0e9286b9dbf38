"""Lines of a file one by one, none held in memory beyond a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LONGEST = 50_000_000
"""Bytes of a line at most: of a longer one only this much is ever held."""


class Line(NamedTuple):
    """A line with its number from 1; of a line over the limit `cut` is set and the rest is lost."""

    number: int
    content: bytes
    cut: bool


def lines(file: BinaryIO, longest: int = LONGEST) -> Iterator[Line]:
    """The lines of a file that are not blank, without their ends.

    >>> from io import BytesIO
    >>> [tuple(one) for one in lines(BytesIO(b"a\\n\\nbbbb\\nc"), longest=3)]
    [(1, b'a', False), (3, b'bbb', True), (4, b'c', False)]
    """
    number = 0
    while content := file.readline(longest + 1):
        number += 1
        cut = len(content) > longest and not content.endswith(b"\n")
        if cut:
            _pass(file, longest)
            content = content[:longest]
        content = content.strip().removeprefix(b"\xef\xbb\xbf")
        if content:
            yield Line(number, content, cut)


def _pass(file: BinaryIO, longest: int) -> None:
    """Go to the end of the line."""
    while (rest := file.readline(longest)) and not rest.endswith(b"\n"):
        pass
