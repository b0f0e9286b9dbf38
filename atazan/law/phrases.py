"""Since when a phrase stands in an act: from the text of a day back, as long as it is in it."""

from __future__ import annotations

from functools import lru_cache

from atazan.law import kept
from atazan.law.pieces import ALL, Pieces, Row
from atazan.law.text.document import Block
from atazan.law.text.letters import plain


def folded(text: str) -> str:
    """The text without what sets no two phrases apart: letters of two scripts, blanks, case."""
    return " ".join(plain(text).casefold().split())


class Phrase:
    """A phrase looked for in the pieces of one text; each piece is looked at once."""

    def __init__(self, phrase: str, of: Pieces, entry: int = ALL) -> None:
        self.asked = folded(phrase)
        self._word = max(self.asked.split(), key=len, default="")
        self._of, self._entry = of, entry
        self._known: dict[str, bool] = {}

    def standing(self, day: str) -> tuple[str, str | None, Block] | None:
        """The first day it stands without a break up to `day`, the last, and the line it is in.

        The line is that of the piece that holds it around `day` the longest.
        """
        state = self._of.state(day, self._entry)
        self._of.read([row.words for row in state if row.words])
        held = [row for row in state if self._in(row.words)]
        if not self.asked or not held:
            return None
        found = [(*self._around(row, day), row) for row in held]
        since, until, row = min(found, key=lambda one: one[0])
        return self._back(since), until, self._line(row)

    def _in(self, words: str | None) -> bool:
        if words is None:
            return False
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = self._word in _lines(words) and any(
                self.asked in " ".join(line.split()) for line in _lines(words).split("\0")
            )
        return found

    def _line(self, row: Row) -> Block:
        assert row.words is not None
        return next(line for line in kept.words(row.words) if self.asked in folded(line.text))

    def _around(self, row: Row, day: str) -> tuple[str, str | None]:
        """The days around `day` on which a piece held it."""
        run: tuple[str, str | None] | None = None
        for one in self._of.stretches(row.wid, self._entry):
            if not self._in(one.row.words):
                run = None
            else:
                run = (run[0] if run is not None and run[1] == one.since else one.since, one.until)
            if run is not None and run[0] <= day and (run[1] is None or day < run[1]):
                found = run
            elif one.since > day:
                break
        return found

    def _back(self, since: str) -> str:
        """The first day of the versions before `since` that all held it, in whatever piece."""
        for day in sorted({one.since for one in self._of.versions(self._entry)}, reverse=True):
            if day < since:
                if not self._any(self._of.state(day, self._entry)):
                    break
                since = day
        return since

    def _any(self, rows: list[Row]) -> bool:
        if any(self._known.get(row.words or "") for row in rows):
            return True
        return any(self._in(row.words) for row in rows)


_CYRILLIC_ONLY = bytes(
    code
    for code in range(256)
    if not (code < 128 and chr(code).isalpha()) and code not in b"\xc6\xc9"
)
"""Bytes of UTF-8 without Latin letters: the last two begin the Latin letters like the Kazakh ә."""


@lru_cache(maxsize=2048)
def _lines(sha256: str) -> str:
    """The lines of a piece, folded but for blanks, between zeros; about 3 KB."""
    lines = [line.text for line in kept.words(sha256)]
    together = "\0".join(lines)
    if together.encode().translate(None, _CYRILLIC_ONLY):
        together = "\0".join(plain(line) for line in lines)
    return together.casefold()
