"""Rows into and out of tables by their key, with statements composed once.

Django composes a query anew each time it is asked, which costs more than the database needs to
answer. What every act does (read a row by its key, put one, amend one) is composed once a table
and keeps to the fields' own ways with values, on SQLite and PostgreSQL alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from msgspec import Struct

M = TypeVar("M", bound=models.Model)

_PLAIN = {
    models.CharField: str,
    models.TextField: str,
    models.PositiveIntegerField: int,
    models.PositiveSmallIntegerField: int,
}
"""Fields whose values of this very type go into the database as they are."""


class _Column(Struct, frozen=True):
    """A column: its quoted name, its field, the type that needs no preparing, its way out."""

    quoted: str
    field: Any
    plain: type | None
    as_column: Any
    converters: tuple[Any, ...]

    def into(self, value: Any, db: Any) -> Any:
        """The value as the database takes it."""
        if value is None or type(value) is self.plain:
            return value
        return self.field.get_db_prep_save(value, db)

    def out(self, value: Any, db: Any) -> Any:
        """The value as the model has it."""
        for convert in self.converters:
            value = convert(value, self.as_column, db)
        return value


class _Shape(Struct, frozen=True):
    """A table: its columns in field order, those that read out changed, and its statements."""

    table: str
    columns: dict[str, _Column]
    changed: tuple[tuple[int, _Column], ...]
    select: str
    insert: str


@cache
def _shape(model: type[models.Model], alias: str) -> _Shape:
    db, fields = connections[alias], model._meta.concrete_fields
    columns = {field.attname: _column(field, db) for field in fields}
    table = db.ops.quote_name(model._meta.db_table)
    listed = ", ".join(one.quoted for one in columns.values())
    key = columns[str(model._meta.pk.attname)].quoted
    return _Shape(
        table=table,
        columns=columns,
        changed=tuple((n, one) for n, one in enumerate(columns.values()) if one.converters),
        select=f"SELECT {listed} FROM {table} WHERE {key} = %s",
        insert=f"INSERT INTO {table} ({listed}) VALUES ({', '.join(['%s'] * len(columns))})",
    )


def _column(field: models.Field[Any, Any], db: Any) -> _Column:
    column = field.get_col(field.model._meta.db_table)
    converters = (*db.ops.get_db_converters(column), *column.get_db_converters(db))
    quoted = db.ops.quote_name(str(field.column))
    return _Column(quoted, field, _PLAIN.get(type(field)), column, converters)


def one(model: type[M], key: Any) -> M | None:
    """The row of this key as it is now, or None."""
    db = connections[DEFAULT_DB_ALIAS]
    shape = _shape(model, db.alias)
    with db.cursor() as cursor:
        cursor.execute(shape.select, (key,))
        found = cursor.fetchone()
    if found is None:
        return None
    row = list(found)
    for place, column in shape.changed:
        row[place] = column.out(row[place], db)
    return model.from_db(db.alias, list(shape.columns), row)


def several(model: type[models.Model], names: str, key: str, keys: tuple[str, ...]) -> list[Any]:
    """Columns (`names`, with spaces between) of the rows whose `key` is one of `keys`, as stored.

    In the order of `key`.
    """
    db = connections[DEFAULT_DB_ALIAS]
    with db.cursor() as cursor:
        cursor.execute(_select(model, db.alias, names, key, len(keys)), keys)
        return list(cursor.fetchall())


@lru_cache(maxsize=1024)
def _select(model: type[models.Model], alias: str, names: str, key: str, many: int) -> str:
    shape = _shape(model, alias)
    listed = ", ".join(shape.columns[name].quoted for name in names.split())
    wanted, places = shape.columns[key].quoted, ", ".join(["%s"] * many)
    return f"SELECT {listed} FROM {shape.table} WHERE {wanted} IN ({places}) ORDER BY {wanted}"


def last(model: type[models.Model], prefix: str) -> str | None:
    """The last key that begins with `prefix`, in the order of keys."""
    db = connections[DEFAULT_DB_ALIAS]
    key = str(model._meta.pk.attname)
    shape = _shape(model, db.alias)
    column = shape.columns[key].quoted
    with db.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {shape.table} WHERE {column} LIKE %s"
            f" ORDER BY {column} DESC LIMIT 1",
            (f"{prefix}%",),
        )
        found = cursor.fetchone()
    return None if found is None else str(found[0])


def insert(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Put rows; a field not named takes its default.

    Raises django.db.IntegrityError, and TypeError where a row names what is no field.
    """
    db = connections[DEFAULT_DB_ALIAS]
    shape = _shape(model, db.alias)
    told = [_told(model, shape, row, db) for row in rows]
    with db.cursor() as cursor:
        if len(told) == 1:
            cursor.execute(shape.insert, told[0])
        elif told:
            cursor.executemany(shape.insert, told)


def _told(model: type[models.Model], shape: _Shape, row: Mapping[str, Any], db: Any) -> list[Any]:
    if unknown := row.keys() - shape.columns.keys():
        raise TypeError(f"{model.__name__} has no field {', '.join(sorted(unknown))}")
    return [
        column.into(row[name] if name in row else column.field.get_default(), db)
        for name, column in shape.columns.items()
    ]


def amend(model: type[models.Model], where: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """Set columns of the rows that are as `where` says; how many there were."""
    db = connections[DEFAULT_DB_ALIAS]
    columns = _shape(model, db.alias).columns
    statement = _update(model, db.alias, tuple(values), tuple(where))
    told = [columns[name].into(value, db) for name, value in (*values.items(), *where.items())]
    with db.cursor() as cursor:
        cursor.execute(statement, told)
        return int(cursor.rowcount)


@lru_cache(maxsize=1024)
def _update(
    model: type[models.Model], alias: str, values: tuple[str, ...], where: tuple[str, ...]
) -> str:
    shape = _shape(model, alias)
    setting = ", ".join(f"{shape.columns[name].quoted} = %s" for name in values)
    wanted = " AND ".join(f"{shape.columns[name].quoted} = %s" for name in where)
    return f"UPDATE {shape.table} SET {setting} WHERE {wanted}"
