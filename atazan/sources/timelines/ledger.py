"""What of the journal timelines tell, indexed by whom each act concerns.

Acts stand as corrected; what was withdrawn stands no more but is still known to have changed. The
index is kept in memory and reads only what was recorded since; a journal that is not the one read
before (another database, a test rolled back) is read anew.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atazan.journal.acts import plain
from atazan.journal.corrections import effective
from atazan.journal.models import Entry
from atazan.journal.sealed import open_entries
from atazan.sources.chronicle import Written
from atazan.sources.timelines.concerns import Key, concerns, told

Known = Literal["done", "seen", "none"]
_CORRECTIONS = ("act.corrected/1", "act.withdrawn/1", "source.added/1")


class Line(Struct, frozen=True):
    """An act in short. `day` as written; `known`: the act is of that day, or its fact was `seen`
    then, or no day was found. `changed` is the entry that last changed it, else its own."""

    number: int
    stream: str
    kind: str
    day: str | None
    known: Known
    sources: tuple[str, ...]
    keys: frozenset[Key]
    changed: int

    @property
    def first(self) -> str:
        """The first day it may be of, 2019-02-01 for 2019-02; empty where none was found.

        >>> line = Line(1, "", "", "2019-02", "done", (), frozenset(), 1)
        >>> line.first
        '2019-02-01'
        """
        return f"{self.day}-01-01"[:10] if self.day else ""

    @property
    def order(self) -> tuple[bool, str, int]:
        """By day; a year comes before its months, a month before its days; without a day last."""
        return self.day is None, self.day or "", self.number


class Ledger:
    """Lines by number, numbers by key, and what became of acts that were withdrawn."""

    def __init__(self) -> None:
        self.lines: dict[int, Line] = {}
        self.withdrawn: dict[int, Line] = {}
        self._numbers: dict[Key, set[int]] = defaultdict(set)
        self.head = 0
        self._hash = ""

    def of(self, keys: Iterable[Key]) -> list[Line]:
        """The lines that concern any of the keys, in the order of their days."""
        return sorted((self.lines[one] for one in self.numbers(keys)), key=lambda line: line.order)

    def numbers(self, keys: Iterable[Key]) -> set[int]:
        """The entries that concern any of the keys."""
        return set().union(*(self._numbers.get(key, ()) for key in keys))

    def ended(self, keys: Iterable[Key]) -> list[Line]:
        """The lines withdrawn that concerned any of the keys."""
        asked = set(keys)
        return [line for line in self.withdrawn.values() if line.keys & asked]

    def ids(self, sort: str) -> set[str]:
        """The ids of a sort that some act concerns."""
        return {id for (one, id), numbers in list(self._numbers.items()) if one == sort and numbers}

    def stands(self) -> bool:
        """Whether the journal still holds what was read."""
        return not self.head or Entry.objects.filter(number=self.head, hash=self._hash).exists()

    def read_on(self) -> None:
        """Read what was recorded since. Sealed subjects are passed over."""
        last = Entry.objects.order_by("-number").values_list("number", "hash").first()
        if last is None or last[0] == self.head:
            return
        rows = open_entries().filter(number__gt=self.head, number__lte=last[0]).order_by("number")
        names = ("number", "stream", "kind", "body")
        for number, stream, kind, body in rows.values_list(*names).iterator(chunk_size=2000):
            if kind in _CORRECTIONS:
                self._correct(number, stream, msgspec.json.decode(body)["act"])
            elif told(kind):
                self._put(_line(number, stream, msgspec.json.decode(body)["act"], number))
        self.head, self._hash = last

    def _correct(self, number: int, stream: str, act: dict[str, Any]) -> None:
        found = Entry.objects.filter(stream=stream, version=act["version"]).first()
        if found is None or not told(found.kind):
            return
        before = self.lines.pop(found.number, None)
        if before is not None:
            for key in before.keys:
                self._numbers[key].discard(found.number)
        after = next(acts_as_they_count([found.number]), None)
        if after is not None:
            self._put(_line(after.number, stream, after.body, number))
        elif before is not None:
            self.withdrawn[found.number] = msgspec.structs.replace(before, changed=number)

    def _put(self, line: Line) -> None:
        self.lines[line.number] = line
        for key in line.keys:
            self._numbers[key].add(line.number)


def _line(number: int, stream: str, act: Mapping[str, Any], changed: int) -> Line:
    day, known = _day(act)
    sources = tuple(act.get("sources", ()))
    return Line(number, stream, act["kind"], day, known, sources, concerns(act), changed)


def _day(act: Mapping[str, Any]) -> tuple[str | None, Known]:
    """The day of an act: that it was done on, else the one from which what it began held."""
    for field in ("done_on", "since"):
        if act.get(field):
            return act[field], "done"
    seen = act.get("seen_first") or act.get("seen_last")
    return (seen, "seen") if seen else (None, "none")


def acts_as_they_count(numbers: Iterable[int]) -> Iterator[Written]:
    """The acts of these entries, corrections applied; those withdrawn are left out."""
    asked = list(numbers)
    rows = {row.number: row for row in open_entries().filter(number__in=asked)}
    streams = {row.stream for row in rows.values()}
    corrected = set(
        Entry.objects.filter(stream__in=streams, kind__in=_CORRECTIONS).values_list(
            "stream", flat=True
        )
    )
    standing = {one.number: one for stream in corrected for one in _of_stream(stream)}
    for number in asked:
        row = rows.get(number)
        if row is not None and row.stream not in corrected:
            body = msgspec.json.decode(row.body)["act"]
            yield Written(number, row.stream, row.done_on, body)
        elif number in standing:
            yield standing[number]


def _of_stream(stream: str) -> Iterator[Written]:
    rows = Entry.objects.filter(stream=stream).order_by("version").values_list("body", flat=True)
    for number, act, _ in effective(msgspec.json.decode(body) for body in rows):
        yield Written(number, stream, act.done_on, {**plain(act), "kind": act.kind})


_lock = threading.Lock()
_kept: list[Ledger] = []


def ledger() -> Ledger:
    """The index, up to the journal's last entry."""
    with _lock:
        if not _kept or not _kept[0].stands():
            _kept[:] = [Ledger()]
        _kept[0].read_on()
        return _kept[0]
