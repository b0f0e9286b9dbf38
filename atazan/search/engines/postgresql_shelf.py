"""Documents as they are shown, in the same database as the engine's keys.

Several machines see the same shelf. What is forgotten is in no answer from then on; its bytes leave
the files when the server writes over them, at the latest with `shrink`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from psycopg import sql

from atazan.rules.text import LANGS, Lang
from atazan.search.document import Document
from atazan.search.engines.postgresql_base import Base, Connection
from atazan.search.shelf import batches, counted, none_said, packed, unpacked, words_in

_TABLES = """
create unlogged table if not exists {kept} (
    row bigint primary key generated always as identity, id text not null, body bytea not null
);
create unlogged table if not exists {word} (
    lang text, word text, times integer not null, primary key (lang, word)
);
"""
_ROWS = "select nextval(pg_get_serial_sequence(%s, 'row')) from generate_series(1, %s)"
_COUNTED = """
insert into {word} as had select * from unnest(%s::text[], %s::text[], %s::int[])
on conflict (lang, word) do update set times = had.times + excluded.times
"""
_BATCH = 1000


class PostgresqlShelf:
    """The shelf. See `Shelf` for what it promises."""

    def __init__(self, base: Base) -> None:
        self._base = base
        with base.making() as connection:
            made = base.has("_kept", connection)
            connection.execute(base.written(_TABLES))
            if not made:
                connection.execute(base.written("create index on {kept} (id)"))

    def add(self, documents: Iterable[Document]) -> Iterator[tuple[int, Document]]:
        with self._base.changing() as connection:
            found = none_said()
            for batch in batches(documents, _BATCH):
                rows = self._rows(connection, len(batch))
                kept = [
                    (row, _text(one.id), packed(one)) for row, one in zip(rows, batch, strict=True)
                ]
                statement = self._base.written("copy {kept} (row, id, body) from stdin")
                with connection.cursor() as cursor, cursor.copy(statement) as copy:
                    for row in kept:
                        copy.write_row(row)
                counted(batch, found)
                yield from zip(rows, batch, strict=True)
            self._count(connection, found, 1)

    def forget(self, rows: Collection[int]) -> None:
        if not rows:
            return
        with self._base.changing() as connection:
            gone = none_said()
            statement = self._base.written("delete from {kept} where row = any(%s) returning body")
            for batch in batches(rows, _BATCH):
                bodies = connection.execute(statement, (list(batch),)).fetchall()
                counted((unpacked(body) for (body,) in bodies), gone)
            self._count(connection, gone, -1)
            connection.execute(self._base.written("delete from {word} where times <= 0"))

    def __len__(self) -> int:
        number: int = self._each("select count(*) from {kept}")[0][0]
        return number

    def rows(self) -> frozenset[int]:
        return frozenset(row for (row,) in self._each("select row from {kept}"))

    def all(self) -> Iterator[tuple[int, Document]]:
        last = 0
        statement = "select row, body from {kept} where row > %s order by row limit %s"
        while batch := self._each(statement, (last, _BATCH)):
            yield from ((row, unpacked(body)) for row, body in batch)
            last = batch[-1][0]

    def shrink(self) -> None:
        with self._base.connected() as connection:
            for table in ("_kept", "_word"):
                name = self._base.table(table)
                connection.execute(sql.SQL("vacuum full {}").format(name))

    def rows_of(self, ids: Collection[str]) -> frozenset[int]:
        wanted = [_text(id) for id in ids]
        found = self._each("select row from {kept} where id = any(%s)", (wanted,))
        return frozenset(row for (row,) in found)

    def fetch(self, rows: Collection[int]) -> dict[int, Document]:
        found = self._each("select row, body from {kept} where row = any(%s)", (list(rows),))
        return {row: unpacked(body) for row, body in found}

    def ids(self, rows: Collection[int]) -> dict[int, str]:
        return dict(self._each("select row, id from {kept} where row = any(%s)", (list(rows),)))

    def vocabulary(self, lang: Lang) -> dict[str, int]:
        return dict(self._each("select word, times from {word} where lang = %s", (lang,)))

    def close(self) -> None:
        self._base.close()

    def _rows(self, connection: Connection, many: int) -> list[int]:
        table = self._base.table("_kept").as_string(connection)
        return [row for (row,) in connection.execute(_ROWS, (table, many))]

    def _count(self, connection: Connection, runs: Mapping[Lang, Counter[str]], by: int) -> None:
        for lang in LANGS:
            said = words_in(runs[lang])
            values = ([lang] * len(said), [*said], [by * times for times in said.values()])
            if said:
                connection.execute(self._base.written(_COUNTED), values)

    def _each(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        with self._base.connected() as connection:
            return connection.execute(self._base.written(statement), values).fetchall()


def _text(value: str) -> str:
    return value.replace("\x00", "")
