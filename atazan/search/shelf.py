"""Documents as they are shown, in one SQLite file beside the engine.

Long bodies are packed. Words are counted so that a misspelt question can be put right by what the
index holds. What is forgotten is overwritten, in the file and in its log.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
from msgspec.structs import astuple

from atazan.rules.text import LANGS, Lang
from atazan.search.document import Document

_TABLES = """
create table if not exists kept (
    row integer primary key autoincrement, id text not null, body blob not null
);
create index if not exists kept_id on kept (id);
create table if not exists word (
    lang text, word text, times integer not null, primary key (lang, word)
) without rowid;
"""
_BATCH = 1000
_WORD = re.compile(r"[^\W\d_]{3,40}")
_FIELDS = Document.__struct_fields__
_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder().decode
_LONG = 1000
_PACKED = b"x"
"""The first byte of what zlib packed; no document written as it is begins so."""


class SqliteShelf:
    """The shelf; `path` None keeps everything in memory. See `Shelf` for what it promises."""

    def __init__(self, path: Path | None = None) -> None:
        self._base = _opened(path)
        self._pen = _opened(path) if path else self._base
        self._lock = Lock()

    def add(self, documents: Iterable[Document]) -> Iterator[tuple[int, Document]]:
        with self._writing() as base:
            found = none_said()
            last = base.execute("select max(seq) from sqlite_sequence").fetchone()[0] or 0
            for batch in batches(documents):
                rows = range(last + 1, last + 1 + len(batch))
                last += len(batch)
                kept = [(row, one.id, packed(one)) for row, one in zip(rows, batch, strict=True)]
                base.executemany("insert into kept values (?, ?, ?)", kept)
                counted(batch, found)
                yield from zip(rows, batch, strict=True)
            _count(base, found, 1)

    def forget(self, rows: Collection[int]) -> None:
        if not rows:
            return
        with self._writing() as base:
            gone = none_said()
            bodies = _each(base, "select body from kept where row in ({})", rows)
            counted((unpacked(body) for (body,) in bodies), gone)
            _count(base, gone, -1)
            base.execute("delete from word where times <= 0")
            base.executemany("delete from kept where row = ?", [(row,) for row in rows])
        self._into_the_file()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A writing, all or nothing; readers go on with what was there before."""
        with self._lock:
            self._pen.execute("begin immediate")
            try:
                yield self._pen
                self._pen.execute("commit")
            except BaseException:
                self._pen.execute("rollback")
                raise

    def _into_the_file(self) -> None:
        """Move what the log holds into the file and empty it; readers are waited for."""
        if self._pen is not self._base:
            self._pen.execute("pragma wal_checkpoint(truncate)")

    def __len__(self) -> int:
        number: int = self._one("select count(*) from kept")
        return number

    def all(self) -> Iterator[tuple[int, Document]]:
        last = 0
        while batch := self._base.execute(
            "select row, body from kept where row > ? order by row limit ?", (last, _BATCH)
        ).fetchall():
            yield from ((row, unpacked(body)) for row, body in batch)
            last = batch[-1][0]

    def shrink(self) -> None:
        with self._lock:
            self._pen.execute("vacuum")
        self._into_the_file()

    def rows(self) -> frozenset[int]:
        return frozenset(row for (row,) in self._base.execute("select row from kept"))

    def rows_of(self, ids: Collection[str]) -> frozenset[int]:
        found = _each(self._base, "select row from kept where id in ({})", ids)
        return frozenset(row for (row,) in found)

    def fetch(self, rows: Collection[int]) -> dict[int, Document]:
        found = _each(self._base, "select row, body from kept where row in ({})", rows)
        return {row: unpacked(body) for row, body in found}

    def ids(self, rows: Collection[int]) -> dict[int, str]:
        return dict(_each(self._base, "select row, id from kept where row in ({})", rows))

    def vocabulary(self, lang: Lang) -> dict[str, int]:
        return dict(self._base.execute("select word, times from word where lang = ?", (lang,)))

    def close(self) -> None:
        self._pen.close()
        self._base.close()

    def _one(self, sql: str) -> Any:
        return self._base.execute(sql).fetchone()[0]


def _opened(path: Path | None) -> sqlite3.Connection:
    base = sqlite3.connect(
        path or ":memory:", check_same_thread=False, timeout=30, isolation_level=None
    )
    for pragma in ("journal_mode=wal", "synchronous=normal", "secure_delete=on"):
        base.execute(f"pragma {pragma}")
    base.executescript(_TABLES)
    return base


def _each(base: sqlite3.Connection, sql: str, values: Collection[Any]) -> Iterator[Any]:
    for batch in batches(values, 500):
        yield from base.execute(sql.format(",".join("?" * len(batch))), batch)


def _count(base: sqlite3.Connection, runs: Mapping[Lang, Counter[str]], by: int) -> None:
    base.executemany(
        "insert into word values (?, ?, ?) on conflict do update"
        " set times = times + excluded.times",
        [(lang, one, by * n) for lang in LANGS for one, n in words_in(runs[lang]).items()],
    )


def packed(document: Document) -> bytes:
    """A document as it is kept: packed where that is worth the time."""
    raw = _ENCODE(astuple(document))
    return zlib.compress(raw, 1) if len(raw) > _LONG else raw


def unpacked(body: bytes) -> Document:
    values = _DECODE(zlib.decompress(body) if body[:1] == _PACKED else body)
    return msgspec.convert(dict(zip(_FIELDS, values, strict=True)), Document)


def none_said() -> dict[Lang, Counter[str]]:
    return {lang: Counter() for lang in LANGS}


def counted(documents: Iterable[Document], found: Mapping[Lang, Counter[str]]) -> None:
    """Count the runs of letters between blanks; what words they hold is looked at once a run."""
    for one in documents:
        for lang in LANGS:
            found[lang].update(one.title.get(lang, "").split())
            found[lang].update(one.text.get(lang, "").split())


def words_in(runs: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for run, times in runs.items():
        for word in _WORD.findall(run.lower()):
            found[word] += times
    return found


def batches(many: Iterable[Any], size: int = _BATCH) -> Iterator[Sequence[Any]]:
    rest = iter(many)
    while batch := tuple(islice(rest, size)):
        yield batch
