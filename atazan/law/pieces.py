"""The pieces of a text with all their days, read from the register once and kept until it changes.

One statement reads a text (60 articles in 13 versions: 220 rows); what is asked of any day, known
at any entry, is then found in memory. Texts are let go when 100,000 rows are held (30 MB).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from sys import intern
from typing import NamedTuple

from msgspec import Struct

from atazan.law import kept
from atazan.law.at_hand import AtHand
from atazan.law.fresh import stamp
from atazan.law.quickly import answers
from atazan.rules.text import Lang

ALL = 2**31 - 1
"""Every entry: all that is recorded."""
_MOST_ROWS = 100_000
_MOST_STATES = 32


class Row(Struct, frozen=True, gc=False):
    """A piece as its table has it; `words` None: gone from `since` on."""

    wid: str
    since: str
    entry: int
    eid: str
    place: int
    words: str | None


class Stretch(Struct, frozen=True, gc=False):
    """Days on which a piece bore one eId and read the same; `row` is the first that says so."""

    since: str
    until: str | None
    row: Row


class VersionRow(NamedTuple):
    """A recorded version of the text."""

    since: str
    entry: int
    id: str
    source: str
    title: str | None


class Pieces:
    """All that is recorded of the text of one work in one language."""

    def __init__(self, work: str, lang: Lang) -> None:
        self.work, self.lang = work, lang
        self.of_wid: dict[str, list[Row]] = {}
        self._names: dict[str, dict[str, None]] = {}
        for wid, since, entry, eid, place, words in answers(_ROWS, work, lang):
            row = Row(intern(wid), intern(since), entry, intern(eid), place, words)
            self.of_wid.setdefault(row.wid, []).append(row)
            self._names.setdefault(row.eid, {})[row.wid] = None
        self._days = sorted({row.since for rows in self.of_wid.values() for row in rows})
        self._stretches: dict[str, tuple[list[str], list[Stretch]]] = {}
        self._states: dict[int, list[Row]] = {}
        self._versions: list[VersionRow] | None = None

    @property
    def rows(self) -> int:
        """How many rows of the register it holds."""
        return sum(map(len, self.of_wid.values()))

    def read(self, words: Iterable[str]) -> None:
        """Bring all words of the text out of the database where some of these are not at hand.

        Once for a text: words never change.
        """
        if kept.far(words):
            kept.near({row.words for rows in self.of_wid.values() for row in rows if row.words})

    def stretches(self, wid: str, entry: int = ALL) -> list[Stretch]:
        """The days of a piece as known at an entry, oldest first; those it was gone included."""
        return (
            self._stretched(wid)[1] if entry == ALL else list(_stretches(self._known(wid, entry)))
        )

    def bearing(self, eid: str) -> list[str]:
        """The permanent names of the pieces that ever bore an eId."""
        return sorted(self._names.get(eid, ()))

    def on_day(self, eid: str, day: str, entry: int = ALL) -> Stretch | None:
        """The piece that bore an eId on a day."""
        # Nearly always its permanent name is its eId; else it is looked for among all that bore it.
        found = self._stretch(eid, day, entry)
        if found is not None and found.row.words is not None and found.row.eid == eid:
            return found
        for wid in self.bearing(eid):
            found = self._stretch(wid, day, entry)
            if found is not None and found.row.words is not None and found.row.eid == eid:
                return found
        return None

    def last_words(self, day: str, entry: int = ALL) -> dict[str, Row]:
        """The last word on every piece up to a day, those that are gone included."""
        found = {}
        for wid, rows in self.of_wid.items():
            last = next((r for r in reversed(rows) if r.since <= day and r.entry <= entry), None)
            if last is not None:
                found[wid] = last
        return found

    def state(self, day: str, entry: int = ALL) -> list[Row]:
        """The pieces of the text of a day, in order."""
        at = bisect_right(self._days, day) if entry == ALL else -1
        found = self._states.get(at)
        if found is None:
            last = self.last_words(day, entry).values()
            found = sorted((row for row in last if row.words), key=lambda row: row.place)
            if at >= 0 and len(self._states) < _MOST_STATES:
                self._states[at] = found
        return found

    def versions(self, entry: int = ALL) -> list[VersionRow]:
        """The versions recorded up to an entry, oldest first; of a day recorded twice both."""
        if self._versions is None:
            rows = answers(_VERSIONS, self.work, self.lang)
            self._versions = [VersionRow(*row) for row in rows]
        return [one for one in self._versions if one.entry <= entry]

    def version(self, day: str, entry: int = ALL) -> VersionRow | None:
        """The version that stands on a day."""
        return next((one for one in reversed(self.versions(entry)) if one.since <= day), None)

    def _known(self, wid: str, entry: int) -> Iterable[Row]:
        return (row for row in self.of_wid.get(wid, ()) if row.entry <= entry)

    def _stretched(self, wid: str) -> tuple[list[str], list[Stretch]]:
        found = self._stretches.get(wid)
        if found is None:
            all_of_it = list(_stretches(self.of_wid.get(wid, ())))
            found = [one.since for one in all_of_it], all_of_it
            if all_of_it:
                self._stretches[wid] = found
        return found

    def _stretch(self, wid: str, day: str, entry: int) -> Stretch | None:
        if entry == ALL:
            days, found = self._stretched(wid)
        else:
            found = self.stretches(wid, entry)
            days = [one.since for one in found]
        at = bisect_right(days, day)
        return found[at - 1] if at else None


_ROWS = (
    "SELECT wid, since, entry, eid, place, words FROM law_textpiece WHERE work = %s AND lang = %s"
    " ORDER BY wid, since, entry"
)
_VERSIONS = (
    "SELECT since, entry, id, source, title FROM law_textversion WHERE work = %s AND lang = %s"
    " ORDER BY since, entry"
)


def _stretches(rows: Iterable[Row]) -> Iterator[Stretch]:
    """One piece's days: of a day recorded twice the later entry; equal words in a row are one."""
    held: tuple[str, Row] | None = None
    for since, row in {row.since: row for row in rows}.items():
        if held is not None and (held[1].words, held[1].eid) == (row.words, row.eid):
            continue
        if held is not None:
            yield Stretch(held[0], since, held[1])
        held = (since, row)
    if held is not None:
        yield Stretch(held[0], None, held[1])


_held: AtHand[tuple[str, str], tuple[object, Pieces]] = AtHand(_MOST_ROWS)


def pieces_of(work: str, lang: Lang) -> Pieces:
    """The pieces of a text as the register has them now."""
    now = stamp()
    held = _held.get((work, lang))
    if held is not None and held[0] == now:
        return held[1]
    found = Pieces(work, lang)
    _held.put((work, lang), (now, found), found.rows + 20)
    return found


def forget() -> None:
    """Read again from the database what is asked next."""
    _held.clear()
