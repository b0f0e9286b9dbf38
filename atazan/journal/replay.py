"""Rebuild every register from the journal and compare it with the tables, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from django.apps import apps
from django.db import models, transaction
from msgspec import Struct

from atazan.journal import corrections
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.models import Entry
from atazan.journal.record import carried, changes
from atazan.journal.rows import RegisterRow, Tables, as_stored, in_database


class Difference(Struct, frozen=True):
    """A row that the journal and a register tell apart: only here, only there, or unlike."""

    table: str
    row: str
    what: str


class Replayed(Struct, frozen=True):
    """How much was replayed and what did not agree."""

    entries: int
    rows: int
    differences: tuple[Difference, ...]


def registers() -> list[type[models.Model]]:
    """Every register table of the platform."""
    return [model for model in apps.get_models() if issubclass(model, RegisterRow)]


def replay() -> Replayed:
    """Rebuild all registers in memory and compare them with the database."""
    tables, entries = rebuilt()
    differences = [one for table in registers() for one in _compare(table, tables)]
    return Replayed(entries, sum(map(len, tables.rows.values())), tuple(differences))


def restore() -> Replayed:
    """Write the registers anew from the journal, in one transaction; tells what differed before."""
    tables, entries = rebuilt()
    differences = [one for table in registers() for one in _compare(table, tables)]
    with transaction.atomic():
        for table in registers():
            table._default_manager.all().delete()
            rows = tables.rows.get(table, {}).values()
            table._default_manager.bulk_create([table(**row) for row in rows], batch_size=500)
    return Replayed(entries, sum(map(len, tables.rows.values())), tuple(differences))


def rebuilt() -> tuple[Tables, int]:
    """All registers in memory as the journal says, and how many entries it took."""
    tables, count = Tables(), 0
    corrected = _corrected_streams()
    late: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for written in _bodies():
        count += 1
        stream = written["stream"]
        if stream in corrected:
            late[stream].append(written)
            continue
        act = read_act(written["act"])
        number = written["number"]
        rows = changes(deed_of(act.kind), act, number, written["flags"])
        tables.apply(rows, carried(act, stream, number))
    for stream, entries in late.items():
        for number, act, flags in corrections.effective(entries):
            rows = changes(deed_of(act.kind), act, number, flags)
            tables.apply(rows, carried(act, stream, number))
    return tables, count


def _bodies() -> Iterator[dict[str, Any]]:
    decode = msgspec.json.Decoder().decode
    bodies = Entry.objects.order_by("number").values_list("body", flat=True)
    return (decode(body) for body in bodies.iterator(chunk_size=5000))


def _corrected_streams() -> set[str]:
    kinds = [deed.kind for deed in corrections.DEEDS]
    return set(Entry.objects.filter(kind__in=kinds).values_list("stream", flat=True))


def _compare(table: type[models.Model], tables: Tables) -> Iterator[Difference]:
    name = table.__name__
    told = dict(tables.rows.get(table, {}))
    fields = [field.attname for field in table._meta.concrete_fields]
    for key, stored in in_database(table):
        row = told.pop(key, None)
        if row is None:
            yield Difference(name, key, "stands in the register, not in the journal")
            continue
        expected = as_stored(table, row)
        if expected != stored:
            unlike = [n for n, a, b in zip(fields, expected, stored, strict=True) if a != b]
            yield Difference(name, key, f"differs in {', '.join(unlike)}")
    for key in told:
        yield Difference(name, key, "stands in the journal, not in the register")
