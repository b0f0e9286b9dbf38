"""Words of a law that repeat those of another provision: long runs of equal words.

Case, blanks, punctuation and letters of two scripts apart. What is compared are words held
unconstitutional with everything else that is held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from atazan.law.text.document import Document
from atazan.law.text.letters import plain

LEAST = 8
"""Fewer equal words in a row say nothing: turns of phrase of every law are that long."""
SURE, LIKELY = 20, 12
"""From how many equal words in a row a repetition is sure, and from how many likely."""
_CHAIN = 5
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Word(NamedTuple):
    """A word to compare, with its place in the text as printed."""

    said: str
    start: int
    end: int


Lines = list[tuple[int, list[Word]]]
"""The lines of a document by their place in its blocks, with their words."""


class Run(NamedTuple):
    """Equal words in a row: how many, from `start` to `end` (excluded) of each text."""

    words: int
    start: int
    end: int
    other_start: int
    other_end: int


class Repeated(NamedTuple):
    """A run in the line `line` of a document's blocks; `share` (0 to 1) of all the words sought."""

    line: int
    run: Run
    share: float


class Sought:
    """Words looked for in other texts; made once, asked of every line.

    Of words fewer than `least` all must stand in a row, and of fewer than five nothing is found.
    """

    def __init__(self, text: str, least: int = LEAST) -> None:
        self.words = list(words_of(text))
        self.least = min(least, len(self.words))
        said = [word.said for word in self.words]
        self._at: dict[tuple[str, ...], list[int]] = {}
        if len(said) >= 5:
            for n in range(len(said) - self.least + 1):
                self._at.setdefault(tuple(said[n : n + self.least]), []).append(n)
        self._said = said
        self._rare = {chain[0] for chain in self._at}

    def runs(self, words: Sequence[Word]) -> Iterator[Run]:
        """Every run of the words sought among others, the longest at each place, in order."""
        said = [word.said for word in words]
        at = 0
        while at + self.least <= len(said):
            starts = said[at] in self._rare and self._at.get(tuple(said[at : at + self.least]))
            if not starts:
                at += 1
                continue
            first, size = max(
                ((start, self._size(start, said, at)) for start in starts), key=lambda one: one[1]
            )
            own, other = words[at : at + size], self.words[first : first + size]
            yield Run(size, own[0].start, own[-1].end, other[0].start, other[-1].end)
            at += size

    def _size(self, start: int, said: list[str], at: int) -> int:
        size = self.least
        while (
            start + size < len(self._said)
            and at + size < len(said)
            and self._said[start + size] == said[at + size]
        ):
            size += 1
        return size

    def repeated(self, lines: Lines) -> Iterator[Repeated]:
        """Every run of the words sought in a document's lines."""
        for line, words in lines if self._at else ():
            for run in self.runs(words):
                yield Repeated(line, run, run.words / len(self.words))

    def chains(self) -> list[str]:
        """Some of the words sought such that one stands in any text with a run of them.

        Five words each, from every fourth on: a run of eight holds one whole.
        """
        if self.least < LEAST:
            return [" ".join(self._said)] if self._at else []
        ends = range(0, len(self._said) - _CHAIN + 1, LEAST - _CHAIN + 1)
        return [" ".join(self._said[n : n + _CHAIN]) for n in ends]


@lru_cache(maxsize=128)
def lines_of(document: Document) -> Lines:
    """The words of a document's own lines to compare; headings and notes left out. Not to be
    changed: kept for the next who asks."""
    return [
        (line, list(words_of(block.text)))
        for line, block in enumerate(document.blocks)
        if block.kind == "text"
    ]


def joined(document: Document) -> str:
    """The words of a document's own lines, a blank between: where `Sought.chains` stand."""
    own = (block.text for block in document.blocks if block.kind == "text")
    return "\n".join(" ".join(_WORD.findall(_alike(plain(text)))) for text in own)


def _alike(text: str) -> str:
    return text.casefold().replace("ё", "е")


def words_of(text: str) -> Iterator[Word]:
    """The words of a text to compare.

    >>> [word.said for word in words_of("Суд  решает, 3-1.")]
    ['суд', 'решает', '3-1']
    """
    for match in _WORD.finditer(plain(text)):
        yield Word(_alike(match[0]), match.start(), match.end())
