"""Rows into and out of tables by their key, with statements composed once.

Django composes a query anew each time it is asked, which costs more than the database needs to
answer. What every act does (read a row by its key, put one, amend one) is composed once a table
and keeps to the fields' own ways with values, on SQLite and PostgreSQL alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

from django.db import connection, models
from msgspec import Struct

M = TypeVar("M", bound=models.Model)


class _Shape(Struct, frozen=True):
    """A table as statements need it: its columns in field order, and how values go in and out."""

    names: tuple[str, ...]
    columns: dict[str, str]
    ways_in: dict[str, Callable[[Any], Any]]
    ways_out: tuple[tuple[int, Callable[[Any], Any]], ...]
    defaults: dict[str, Callable[[], Any]]
    select: str
    insert: str
    table: str
    key: str


@cache
def _shape(model: type[models.Model], vendor: str) -> _Shape:
    quote, fields = connection.ops.quote_name, model._meta.concrete_fields
    names = tuple(field.attname for field in fields)
    columns = {field.attname: quote(str(field.column)) for field in fields}
    table, listed = quote(model._meta.db_table), ", ".join(columns.values())
    key = columns[str(model._meta.pk.attname)]
    return _Shape(
        names=names,
        columns=columns,
        ways_in={one.attname: partial(_in, one) for one in fields},
        ways_out=tuple(
            (place, partial(_out, converters, column))
            for place, field in enumerate(fields)
            for column in [field.get_col(model._meta.db_table)]
            if (converters := _converters(column))
        ),
        defaults={one.attname: one.get_default for one in fields},
        select=f"SELECT {listed} FROM {table} WHERE {key} = %s",
        insert=f"INSERT INTO {table} ({listed}) VALUES ({', '.join(['%s'] * len(names))})",
        table=table,
        key=key,
    )


def _in(field: models.Field[Any, Any], value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def _out(converters: tuple[Any, ...], column: Any, value: Any) -> Any:
    for convert in converters:
        value = convert(value, column, connection)
    return value


def _converters(column: Any) -> tuple[Any, ...]:
    own = column.get_db_converters(connection)
    return (*connection.ops.get_db_converters(column), *own)


def one(model: type[M], key: Any) -> M | None:
    """The row of this key as it is now, or None."""
    shape = _shape(model, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(shape.select, [key])
        found = cursor.fetchone()
    if found is None:
        return None
    row = list(found)
    for place, way_out in shape.ways_out:
        row[place] = way_out(row[place])
    return model.from_db(connection.alias, shape.names, row)


def insert(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Put rows; a field not named takes its default.

    Raises django.db.IntegrityError, and TypeError where a row names what is no field.
    """
    shape = _shape(model, connection.vendor)
    told = [_told(model, shape, row) for row in rows]
    with connection.cursor() as cursor:
        if len(told) == 1:
            cursor.execute(shape.insert, told[0])
        elif told:
            cursor.executemany(shape.insert, told)


def _told(model: type[models.Model], shape: _Shape, row: Mapping[str, Any]) -> list[Any]:
    if unknown := row.keys() - shape.columns.keys():
        raise TypeError(f"{model.__name__} has no field {', '.join(sorted(unknown))}")
    return [
        way_in(row[name] if name in row else shape.defaults[name]())
        for name, way_in in shape.ways_in.items()
    ]


def amend(model: type[models.Model], where: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """Set columns of the rows that are as `where` says; how many there were."""
    shape = _shape(model, connection.vendor)
    statement = _update(model, connection.vendor, tuple(values), tuple(where))
    told = [shape.ways_in[name](value) for name, value in (*values.items(), *where.items())]
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
        return int(cursor.rowcount)


@lru_cache(maxsize=1024)
def _update(
    model: type[models.Model], vendor: str, values: tuple[str, ...], where: tuple[str, ...]
) -> str:
    shape = _shape(model, vendor)
    setting = ", ".join(f"{shape.columns[name]} = %s" for name in values)
    wanted = " AND ".join(f"{shape.columns[name]} = %s" for name in where)
    return f"UPDATE {shape.table} SET {setting} WHERE {wanted}"


def several(model: type[models.Model], names: str, key: str, keys: tuple[str, ...]) -> list[Any]:
    """Columns (`names`, with spaces between) of the rows whose `key` is one of `keys`, as stored.

    In the order of `key`.
    """
    shape = _shape(model, connection.vendor)
    listed = ", ".join(shape.columns[name] for name in names.split())
    with connection.cursor() as cursor:
        places = ", ".join(["%s"] * len(keys))
        column = shape.columns[key]
        cursor.execute(
            f"SELECT {listed} FROM {shape.table} WHERE {column} IN ({places}) ORDER BY {column}",
            keys,
        )
        return list(cursor.fetchall())
