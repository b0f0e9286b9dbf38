"""An index in a database of PostgreSQL.

Keys are a `tsvector` with their places, those of titles weighted A and those of texts D. How many
documents say a key is kept beside, so that rare ones count for more. A writing is one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from psycopg import sql

from atazan.search import engines
from atazan.search.engines import Candidate, Entry, Found, Mark, Plan
from atazan.search.engines.postgresql_base import Base, Connection
from atazan.search.engines.postgresql_entry import COLUMNS, entry_row
from atazan.search.engines.postgresql_plan import Stated, rarity

_TABLES = """
create unlogged table if not exists {key} (key text primary key, documents bigint not null);
create unlogged table if not exists {mark} (
    one boolean primary key default true check (one), entry bigint not null, state text not null,
    documents bigint not null, words bigint not null, heading bigint not null
);
"""
_INDEXES = (
    "alter table {table} add primary key (id)",
    "create unique index on {table} (row)",
    "create index on {table} (place)",
    "create index on {table} using gin (keys)",
    "create index on {table} using gin (facets)",
    "create index on {table} using gin (names)",
)
_GONE = """
with gone as (
    delete from {entry} where id = any(%s) or id in (select id from {coming})
    returning keys, words, heading
), said as (
    select key, count(*) as times from gone, unnest(tsvector_to_array(keys)) as key group by key
), fewer as (
    update {key} as known set documents = known.documents - said.times
    from said where known.key = said.key
)
select count(*), coalesce(sum(words), 0), coalesce(sum(heading), 0) from gone
"""
_SAID = """
insert into {key} as known
select key, count(*) from {coming}, unnest(tsvector_to_array(keys)) as key group by key
on conflict (key) do update set documents = known.documents + excluded.documents
"""
_MARKED = """
insert into {mark} as had (entry, state, documents, words, heading) values (%s, %s, %s, %s, %s)
on conflict (one) do update set entry = excluded.entry, state = excluded.state,
    documents = had.documents + excluded.documents, words = had.words + excluded.words,
    heading = had.heading + excluded.heading
"""
_BEST = """
select row, since, until, place, thing, tier, score, count(*) over ()
from (
    select row, since, until, place, thing, tier, {score} as score
    from (
        select row, since, until, place, thing, tier, words, heading, long, names,
            case when words > 200 then keys || ''::tsvector else keys end as keys
        from {entry} where {condition} offset 0  -- long keys are unpacked once, not for each word
    ) as found offset 0  -- only scores go on, to be counted and put in order
) as scored
order by score desc, place limit %(most)s
"""
_BY_PLACE = """
select row, since, until, place, thing, tier, 0.0, (select count(*) from {entry} where {condition})
from {entry} where {condition} and {ahead} order by place {way} limit %(most)s
"""
_COUNT = "select count(*) from {entry} where {condition}"
_CODES = """
select code, count(*) from (select facets from {entry} where {condition} offset 0) as found,
    unnest(facets) as code group by code
"""


class Postgresql:
    """The engine. See `Engine` for what it promises."""

    def __init__(self, base: Base) -> None:
        self._base = base
        with base.making() as connection:
            connection.execute(base.written(_TABLES))
            if not base.has("_entry", connection):
                self._made(connection, base.table("_entry"))
                self._indexed(connection, base.table("_entry"))

    @property
    def mark(self) -> Mark:
        with self._base.connected() as connection:
            found = self._one(connection, "select entry, state from {mark}")
        return Mark(*found) if found else Mark()

    @property
    def size(self) -> int:
        with self._base.connected() as connection:
            found = self._one(connection, "select documents from {mark}")
        return found[0] if found else 0

    def write(self, put: Iterable[Entry], drop: Collection[str], mark: Mark) -> None:
        coming = sql.Identifier("coming")
        with self._base.changing() as connection:
            connection.execute(self._base.written("lock table {mark} in exclusive mode"))
            connection.execute(f"create temp table coming ({COLUMNS}) on commit drop")
            many, words, heading = self._copied(connection, coming, put)
            gone = connection.execute(self._base.written(_GONE, coming=coming), (list(drop),))
            less = gone.fetchone() or (0, 0, 0)
            connection.execute(self._base.written("insert into {entry} select * from coming"))
            connection.execute(self._base.written(_SAID, coming=coming))
            self._marked(connection, mark, many - less[0], words - less[1], heading - less[2])

    def rewrite(self, put: Iterable[Entry], mark: Mark) -> None:
        fresh, entry = self._base.table("_fresh"), self._base.table("_entry")
        with self._base.changing() as connection:
            connection.execute(self._base.written("lock table {mark} in exclusive mode"))
            self._made(connection, fresh)
            numbers = self._copied(connection, fresh, put)
            self._indexed(connection, fresh)
            connection.execute(self._base.written("truncate {key}"))
            connection.execute(self._base.written(_SAID, coming=fresh))
            connection.execute(self._base.written("delete from {mark}"))
            self._marked(connection, mark, *numbers)
            connection.execute(self._base.written("drop table {entry}"))
            name = sql.Identifier(f"{self._base.name}_entry")
            connection.execute(
                sql.SQL("alter table {fresh} rename to {name}").format(fresh=fresh, name=name)
            )
        with self._base.connected() as connection:
            for table in (entry, self._base.table("_key")):
                connection.execute(sql.SQL("analyze {table}").format(table=table))

    def find(
        self,
        plan: Plan,
        most: int,
        *,
        order: engines.Order = "best",
        beyond: int | None = None,
    ) -> Found:
        stated = Stated(plan)
        condition = stated.condition()
        with self._base.changing() as connection:
            if most == 0:
                (total,) = self._asked(connection, stated, _COUNT, condition=condition)[0]
                return Found((), total)
            if order == "best":
                score = stated.score(*self._weighed(connection, stated))
                rows = self._asked(
                    connection, stated, _BEST, most, condition=condition, score=score
                )
                return _found(rows)
            ahead, way = _way(stated, order, beyond)
            rows = self._asked(
                connection, stated, _BY_PLACE, most, condition=condition, ahead=ahead, way=way
            )
            if rows:
                return _found(rows)
            (total,) = self._asked(connection, stated, _COUNT, condition=condition)[0]
            return Found((), total)

    def counts(self, plan: Plan) -> dict[str, int]:
        stated = Stated(plan)
        condition = stated.condition()
        with self._base.connected() as connection:
            return dict(self._asked(connection, stated, _CODES, condition=condition))

    def rows(self) -> frozenset[int]:
        with self._base.connected() as connection:
            found = connection.execute(self._base.written("select row from {entry}"))
            return frozenset(row for (row,) in found)

    def close(self) -> None:
        self._base.close()

    def _made(self, connection: Connection, table: sql.Identifier) -> None:
        connection.execute(sql.SQL("create unlogged table {} (" + COLUMNS + ")").format(table))

    def _indexed(self, connection: Connection, table: sql.Identifier) -> None:
        for statement in _INDEXES:
            connection.execute(sql.SQL(statement).format(table=table))

    def _copied(
        self, connection: Connection, table: sql.Identifier, put: Iterable[Entry]
    ) -> tuple[int, int, int]:
        """Copy entries in; of an id given twice the last stays. How many, and their lengths."""
        rows: dict[str, int] = {}
        twice = False
        statement = sql.SQL("copy {} from stdin").format(table)
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for entry in put:
                twice = twice or entry.id in rows
                rows[entry.id] = entry.row
                copy.write_row(entry_row(entry))
        if twice:
            connection.execute(
                sql.SQL("delete from {} where row <> all(%s)").format(table), ([*rows.values()],)
            )
        found = connection.execute(
            sql.SQL(
                "select count(*), coalesce(sum(words), 0), coalesce(sum(heading), 0) from {}"
            ).format(table)
        )
        return found.fetchone() or (0, 0, 0)

    def _marked(self, connection: Connection, mark: Mark, *numbers: int) -> None:
        connection.execute(self._base.written(_MARKED), (mark.entry, mark.state, *numbers))

    def _weighed(
        self, connection: Connection, stated: Stated
    ) -> tuple[dict[str, float], tuple[float, float]]:
        """What each key of the plan is worth, and how long texts and titles are on the average."""
        numbers = self._one(connection, "select documents, words, heading from {mark}")
        documents, words, heading = numbers or (0, 0, 0)
        keys = stated.keys()
        found = connection.execute(
            self._base.written("select key, documents from {key} where key = any(%s)"),
            ([*keys],),
        )
        said = dict(found.fetchall())
        worth = {key: rarity(documents, said.get(key, 0)) for key in keys}
        return worth, (words / max(documents, 1), heading / max(documents, 1))

    def _asked(
        self,
        connection: Connection,
        stated: Stated,
        statement: str,
        most: int = 0,
        **parts: str,
    ) -> list[Any]:
        texts = {name: sql.SQL(part) for name, part in parts.items()}
        values = {**stated.values, "most": most}
        return connection.execute(self._base.written(statement, **texts), values).fetchall()

    def _one(self, connection: Connection, statement: str) -> Any:
        return connection.execute(self._base.written(statement)).fetchone()


def _way(stated: Stated, order: engines.Order, beyond: int | None) -> tuple[str, str]:
    """What is still ahead in the order of days, and that order."""
    sign, way = (">", "asc") if order == "oldest" else ("<", "desc")
    return ("true" if beyond is None else f"place {sign} {stated.value(beyond)}"), way


def _found(rows: list[Any]) -> Found:
    candidates = tuple(
        Candidate(row, float(score), since, until, place, thing, tier)
        for row, since, until, place, thing, tier, score, _ in rows
    )
    return Found(candidates, rows[0][-1] if rows else 0)
