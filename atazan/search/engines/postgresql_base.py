"""Tables of an index in a database of PostgreSQL: their names, their connections, their lock.

They are in a schema of their own and unlogged: what they hold can be made anew at any time, so it
goes into no log and no archive, and after a crash of the server they are empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from threading import RLock
from time import monotonic, sleep
from types import TracebackType
from typing import Any

import psycopg
from psycopg import sql
from psycopg_pool import ConnectionPool

from atazan.search.bad import IndexBusy
from atazan.search.writing import WAIT

SCHEMA = "atazan_search"
_MOST = 6
"""Connections one process holds for an index."""

Connection = psycopg.Connection[Any]


class Base:
    """The tables of one index, `name` and more, and the connections to them.

    `reached` is how the database is reached, as psycopg takes it. Connections are our own: what a
    request does in its transaction says nothing of what is in the index.
    """

    def __init__(self, reached: Mapping[str, Any], name: str) -> None:
        self.name = name
        given = dict(reached)
        self._pool = ConnectionPool(
            given.pop("conninfo", ""),
            kwargs={**given, "autocommit": True, "prepare_threshold": None},
            configure=_configured,
            min_size=0,
            max_size=_MOST,
            max_idle=60,
            open=True,
        )

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection; each statement by itself."""
        with self._pool.connection() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A connection in a transaction: all that is done or nothing."""
        with self._pool.connection() as connection, connection.transaction():
            yield connection

    def table(self, part: str = "") -> sql.Identifier:
        """The table of a part of the index, with its schema."""
        return sql.Identifier(SCHEMA, self.name + part)

    def written(self, statement: str, **parts: sql.Composable) -> sql.Composed:
        """A statement with the names of tables in it: `{entry}`, `{key}`, `{mark}`, ..."""
        tables = {part: self.table(f"_{part}") for part in ("entry", "key", "mark", "kept", "word")}
        return sql.SQL(statement).format(**tables, **parts)

    @contextmanager
    def making(self) -> Iterator[Connection]:
        """As `changing`, in a schema that is there, while nobody else makes tables."""
        with self.changing() as connection:
            connection.execute("select pg_advisory_xact_lock(hashtext(%s))", (SCHEMA,))
            connection.execute(sql.SQL("create schema if not exists {}").format(_SCHEMA))
            yield connection

    def has(self, part: str, connection: Connection) -> bool:
        """Whether the table of a part is there."""
        found = connection.execute(
            "select 1 from pg_tables where schemaname = %s and tablename = %s",
            (SCHEMA, self.name + part),
        )
        return found.fetchone() is not None

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


_SCHEMA = sql.Identifier(SCHEMA)


def _configured(connection: Connection) -> None:
    """Compiling a query takes longer than it saves here; notices say nothing."""
    connection.execute("set jit = off")
    connection.execute("set client_min_messages = warning")


def drop_tables(base: Base, beginning: str, *, but: str | None = None) -> None:
    """Drop the tables of our schema whose names begin so, save those that begin as `but`."""
    with base.making() as connection:
        found = connection.execute(
            "select tablename from pg_tables where schemaname = %s and starts_with(tablename, %s)",
            (SCHEMA, beginning),
        ).fetchall()
        for (name,) in found:
            if but is None or not name.startswith(but):
                table = sql.Identifier(SCHEMA, name)
                connection.execute(sql.SQL("drop table if exists {}").format(table))


class Turn:
    """The right to write in an index, over all machines that reach the database; a writer that dies
    lets go. See `Writing`."""

    def __init__(self, base: Base, wait: float = WAIT) -> None:
        self._base, self._wait = base, wait
        self._mine = RLock()
        self._deep = 0
        self._held = ExitStack()

    def __enter__(self) -> None:
        if not self._mine.acquire(timeout=self._wait):
            raise IndexBusy
        self._deep += 1
        try:
            if self._deep == 1:
                self._held.enter_context(_locked(self._base, self._wait))
        except BaseException:
            self._let_go()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._let_go()

    def _let_go(self) -> None:
        self._deep -= 1
        try:
            if not self._deep:
                self._held.close()
        finally:
            self._mine.release()


@contextmanager
def _locked(base: Base, wait: float) -> Iterator[None]:
    """The lock of an index, on a connection of its own. Raises IndexBusy after `wait` seconds."""
    number = "hashtext(%s), hashtext(%s)"
    names = (SCHEMA, base.name)
    until = monotonic() + wait
    with base.connected() as connection:
        while connection.execute(f"select pg_try_advisory_lock({number})", names).fetchone() != (
            True,
        ):
            if monotonic() > until:
                raise IndexBusy
            sleep(0.02)
        try:
            yield
        finally:
            with suppress(psycopg.OperationalError):  # gone with the connection
                connection.execute(f"select pg_advisory_unlock({number})", names)
