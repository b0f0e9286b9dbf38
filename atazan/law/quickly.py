"""Reads that are asked all day, past what Django does around a statement.

Django converts and wraps a statement each time, which costs more than the database needs to answer.
Statements are written with `%s`; the driver keeps them prepared. Errors are Django's.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


def answers(statement: str, *values: str | int | bytes) -> list[tuple[Any, ...]]:
    """The rows a statement gives."""
    db = connections[DEFAULT_DB_ALIAS]
    if db.connection is None:
        db.ensure_connection()
    if db.queries_logged:
        with db.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall())
    with db.wrap_database_errors:
        own = _with_marks(statement) if db.vendor == "sqlite" else statement
        found: list[tuple[Any, ...]] = db.connection.execute(own, values).fetchall()
    return found


@cache
def _with_marks(statement: str) -> str:
    return statement.replace("%s", "?")
