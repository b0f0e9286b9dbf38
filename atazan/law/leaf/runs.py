"""A printed line cut into runs: words that cite, words that ceased to apply, words that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from atazan.law.text.letters import plain


class Link(Struct, frozen=True):
    """Where a citation leads: a provision (or `whole`) of a work on the day the words began.

    `others` are further provisions of the work that the same words name. With `decision`, its
    number, `work` is the id of a decision in the record.
    """

    work: str
    eid: str
    day: date
    others: tuple[str, ...] = ()
    decision: str = ""


class Run(Struct, frozen=True):
    """Words of a line that are shown alike."""

    text: str
    to: Link | None = None
    ceased: bool = False
    repeats: bool = False


class Span(Struct, frozen=True):
    """A stretch of a line, `end` excluded, and how it is shown."""

    start: int
    end: int
    to: Link | None = None
    ceased: bool = False
    repeats: bool = False


def runs(text: str, spans: Sequence[Span]) -> tuple[Run, ...]:
    """The line cut where a stretch begins or ends; the runs together are the line.

    >>> [(one.text, one.ceased) for one in runs("all but some words", [Span(8, 12, ceased=True)])]
    [('all but ', False), ('some', True), (' words', False)]
    """
    if not spans:
        return (Run(text),) if text else ()
    cuts = sorted({0, len(text), *(one.start for one in spans), *(one.end for one in spans)})
    inside = [cut for cut in cuts if 0 <= cut <= len(text)]
    return tuple(
        _run(text[start:end], [one for one in spans if one.start <= start and end <= one.end])
        for start, end in pairwise(inside)
    )


def _run(words: str, over: Iterable[Span]) -> Run:
    over = list(over)
    return Run(
        words,
        next((one.to for one in over if one.to is not None), None),
        any(one.ceased for one in over),
        any(one.repeats for one in over),
    )


def found(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in the text, letters of another script and case aside."""
    line, asked = plain(text).casefold(), plain(words).casefold().strip()
    if len(line) != len(text) or not asked:
        return
    start = line.find(asked)
    while start >= 0:
        yield start, start + len(asked)
        start = line.find(asked, start + len(asked))
