"""Register rows: what an act changes in the tables, said as data so that replay can do the same.

A row belongs to the stream whose act put it there; no other stream may touch it. That lets a
corrected stream be rebuilt alone, and every register be rebuilt from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, NamedTuple

from django.db import IntegrityError, models

from atazan.journal.statements import amend, insert


class RegisterRow(models.Model):
    """What every register row carries: whose act put it there, its sources, how sure we are.

    A `sealed` register is never read out whole: its own room says who sees what of it.
    """

    sealed: ClassVar[bool] = False

    id = models.CharField(primary_key=True, max_length=160)
    stream = models.CharField(max_length=160, db_index=True)
    entry = models.PositiveIntegerField()
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=8, default="high")
    note = models.JSONField(null=True)

    class Meta:
        abstract = True


class Put(NamedTuple):
    """A new row. `values` name model fields; the fields of RegisterRow are filled in."""

    table: type[models.Model]
    id: str
    values: dict[str, Any]


class Amend(NamedTuple):
    """New values in a row of the same stream."""

    table: type[models.Model]
    id: str
    values: dict[str, Any]


class Clear(NamedTuple):
    """Every row of a table that the same stream put there goes: what follows says it anew."""

    table: type[models.Model]


Change = Put | Amend | Clear


class Tables:
    """Registers in memory, one dict a table: where replay writes."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], dict[str, dict[str, Any]]] = {}
        self._of_stream: dict[tuple[type[models.Model], str], list[str]] = {}

    def apply(self, changes: Iterable[Change], carried: dict[str, Any]) -> None:
        """Apply the changes of one entry; `carried` are the RegisterRow fields of its act."""
        for change in changes:
            table = self.rows.setdefault(change.table, {})
            if isinstance(change, Put):
                if change.id in table:
                    raise RowTaken(change.table, change.id)
                table[change.id] = {**carried, **change.values, "id": change.id}
                self._of_stream.setdefault((change.table, carried["stream"]), []).append(change.id)
            elif isinstance(change, Clear):
                for key in self._of_stream.pop((change.table, carried["stream"]), ()):
                    del table[key]
            else:
                _own(table.get(change.id), change, carried)
                table[change.id].update(change.values, entry=carried["entry"])


class RowTaken(ValueError):
    """The record holds a row of this name already."""

    def __init__(self, table: type[models.Model], key: str) -> None:
        self.table, self.key = table, key
        super().__init__(
            f"{table.__name__} '{key}' stands in the record already; correct it instead"
        )


class RowMissing(LookupError):
    """The act speaks of a row its stream never put there."""

    def __init__(self, table: type[models.Model], key: str) -> None:
        self.table, self.key = table, key
        super().__init__(f"{table.__name__} '{key}' is not in this stream of the record")


def _own(row: dict[str, Any] | None, change: Amend, carried: dict[str, Any]) -> None:
    if row is None or row["stream"] != carried["stream"]:
        raise RowMissing(change.table, change.id)


def write(changes: Iterable[tuple[Iterable[Change], dict[str, Any]]]) -> None:
    """Apply the changes of entries to the database, in order, inside the caller's transaction.

    Raises RowTaken or RowMissing; the transaction can then only be rolled back.
    """
    waiting: dict[type[models.Model], list[dict[str, Any]]] = {}
    for rows, carried in changes:
        for change in rows:
            if isinstance(change, Put):
                new = {**carried, **change.values, "id": change.id}
                waiting.setdefault(change.table, []).append(new)
            elif isinstance(change, Clear):
                _insert(change.table, waiting.pop(change.table, []))
                change.table._default_manager.filter(stream=carried["stream"]).delete()
            else:
                _insert(change.table, waiting.pop(change.table, []))
                own = {"id": change.id, "stream": carried["stream"]}
                if not amend(change.table, own, {**change.values, "entry": carried["entry"]}):
                    raise RowMissing(change.table, change.id)
    for table, new_rows in waiting.items():
        _insert(table, new_rows)


def _insert(table: type[models.Model], rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    try:
        insert(table, rows)
    except IntegrityError as wrong:
        keys = [str(row["id"]) for row in rows]
        twice = [key for key in keys if keys.count(key) > 1]
        raise RowTaken(table, (twice or keys)[0]) from wrong


def in_database(table: type[models.Model]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every row of a register table as stored: its id and its values in field order."""
    names = [field.attname for field in table._meta.concrete_fields]
    at = names.index("id")
    for row in table._default_manager.values_list(*names).iterator(chunk_size=5000):
        yield row[at], tuple(row)


def as_stored(table: type[models.Model], row: dict[str, Any]) -> tuple[Any, ...]:
    """A row in memory in the form the database would give it back."""
    return tuple(
        _stored(field, row[field.attname]) if field.attname in row else field.get_default()
        for field in table._meta.concrete_fields
    )


def _stored(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return _lists(value)
    return field.to_python(value)


def _lists(value: Any) -> Any:
    """JSON knows lists, not tuples."""
    if isinstance(value, (list, tuple)):
        return [_lists(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _lists(inner) for key, inner in value.items()}
    return value
