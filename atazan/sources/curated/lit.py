"""The text of a reading with the words of each proposal lit and numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from atazan.sources.models import Proposal


class Piece(Struct, frozen=True):
    """A run of the text inside the same proposals. `begins` are the numbers of the proposals whose
    words begin here; `state` is that of the first, None outside all of them."""

    words: str
    state: str | None = None
    begins: tuple[int, ...] = ()


Paragraph = tuple[Piece, ...]


def lit(text: str, proposals: Sequence[tuple[int, Proposal]]) -> list[Paragraph]:
    """The paragraphs of a text, each in pieces. Spans may overlap and run over paragraphs."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(tuple(_pieces(line, at, proposals)))
        at += len(line) + 1
    return found


def _pieces(line: str, at: int, proposals: Sequence[tuple[int, Proposal]]) -> Iterator[Piece]:
    end = at + len(line)
    inside = [(no, row) for no, row in proposals if row.start < end and row.end > at]
    cuts = {at, end}
    for _, row in inside:
        cuts |= {max(row.start, at), min(row.end, end)}
    places = sorted(cuts)
    for first, last in pairwise(places):
        here = [(no, row) for no, row in inside if row.start <= first and last <= row.end]
        begins = tuple(no for no, row in here if row.start == first)
        state = here[0][1].state if here else None
        yield Piece(line[first - at : last - at], state, begins)
