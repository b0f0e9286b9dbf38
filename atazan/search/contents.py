"""What an index holds, by id and digest, and the steps by which it came to it.

A small SQLite file beside the index. Its transaction is the right to bring the index up to date:
one process at a time has it, and a process that dies lets go of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.search.document import Document

KEPT_STEPS = 200
_TABLES = """
create table if not exists doc (id text primary key, digest blob not null) without rowid;
create table if not exists step (entry integer primary key, hash text, subjects text, made text);
"""
_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class Step(Struct, frozen=True):
    """The index was brought up to `entry` of the journal, whose hash is `hash`.

    `subjects` are those written anew for it; `made` is the version of the files read.
    """

    entry: int
    hash: str
    made: str
    subjects: tuple[str, ...] = ()


class Changes(Struct, frozen=True):
    """What is to be written: documents, the ids that go, and the digests to note once it is."""

    put: Iterable[Document]
    drop: tuple[str, ...]
    digests: dict[str, bytes]


def digest_of(document: Document) -> bytes:
    """What is equal only where the whole document is."""
    return blake2b(_ENCODE(document), digest_size=16).digest()


class Contents:
    """The contents of one index; `path` None: of one in memory."""

    def __init__(self, path: Path | None = None) -> None:
        place = path or ":memory:"
        self._base = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
        self._base.executescript(f"pragma journal_mode=wal; pragma secure_delete=on; {_TABLES}")

    @contextmanager
    def held(self, wait: float) -> Iterator[None]:
        """The right to bring the index up to date, within `wait` seconds. Raises TimeoutError."""
        self._base.execute(f"pragma busy_timeout = {int(wait * 1000)}")
        try:
            self._base.execute("begin immediate")
        except sqlite3.OperationalError as busy:
            if busy.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise TimeoutError("another process is bringing the index up to date") from busy
        try:
            yield
        except BaseException:
            self._base.execute("rollback")
            raise
        self._base.execute("commit")

    @property
    def size(self) -> int:
        """How many documents there are."""
        return int(self._base.execute("select count(*) from doc").fetchone()[0])

    def steps(self) -> list[Step]:
        """The steps kept, the last first."""
        found = self._base.execute("select entry, hash, made, subjects from step order by 1 desc")
        return [
            Step(entry, hash, made, tuple(msgspec.json.decode(subjects, type=list[str])))
            for entry, hash, made, subjects in found
        ]

    def last(self) -> Step | None:
        """The last step."""
        row = self._base.execute(
            "select entry, hash, made from step order by entry desc limit 1"
        ).fetchone()
        return Step(*row) if row else None

    def changes(self, documents: Iterable[Document], subjects: Collection[str] | None) -> Changes:
        """What differs between documents and what is held of their subjects (None: of all)."""
        old = self._held(subjects)
        put: dict[str, Document] = {}
        digests: dict[str, bytes] = {}
        for one in documents:
            digest = digest_of(one)
            if old.pop(one.id, None) != digest:
                put[one.id], digests[one.id] = one, digest
        return Changes(put.values(), tuple(old), digests)

    def anew(self, documents: Iterable[Document]) -> Changes:
        """Everything, in place of whatever is held; documents are read as they are asked for."""
        self.forget()
        digests: dict[str, bytes] = {}

        def each() -> Iterator[Document]:
            for one in documents:
                digests[one.id] = digest_of(one)
                yield one

        return Changes(each(), (), digests)

    def _held(self, subjects: Collection[str] | None) -> dict[str, bytes]:
        if subjects is None:
            return dict(self._base.execute("select id, digest from doc"))
        found: dict[str, bytes] = {}
        for one in subjects:
            found.update(
                self._base.execute(_UNDER, (one, f"{one}/", f"{one}0", f"{one}@", f"{one}A"))
            )
        return found

    def wrote(self, changes: Changes, step: Step) -> None:
        """Note that the index holds the changes; later steps that came to nothing go."""
        self._base.executemany("delete from doc where id = ?", ((id,) for id in changes.drop))
        self._base.executemany(
            "insert or replace into doc values (?, ?)",
            changes.digests.items(),
        )
        self._base.execute("delete from step where entry >= ?", (step.entry,))
        kept = msgspec.json.encode(step.subjects).decode()
        self._base.execute(
            "insert into step values (?, ?, ?, ?)", (step.entry, step.hash, kept, step.made)
        )
        self._base.execute(
            "delete from step where entry not in (select entry from step order by 1 desc limit ?)",
            (KEPT_STEPS,),
        )

    def doubt(self) -> None:
        """What is held may not be what the registers say now: everything is to be looked at."""
        self._base.execute("delete from step")

    def forget(self) -> None:
        """Nothing is held."""
        self._base.execute("delete from doc")
        self._base.execute("delete from step")

    def close(self) -> None:
        """Give back the file."""
        self._base.close()


# The id itself, its parts (`/` comes before `0`) and its wordings (`@` comes before `A`).
_UNDER = """
select id, digest from doc where id = ? or (id >= ? and id < ?) or (id >= ? and id < ?)
"""
