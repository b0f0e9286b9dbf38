"""What happened to bodies, as seen from a day: later things, figures of elections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from msgspec import Struct

from atazan.institutions.models import Election, Person
from atazan.rules.day import PartialDay


def is_later(written: str | None, day: date) -> bool:
    """Whether a written day lies wholly after `day`; unknown days do not."""
    return written is not None and PartialDay.read(written).first > day


def up_to(rows: Iterable[Any], day: date) -> list[Any]:
    """The rows that may have happened by `day`, the earliest first."""
    found = [row for row in rows if not is_later(row.done_on, day)]
    return sorted(found, key=lambda row: row.done_on or "")


class Figure(Struct, frozen=True):
    """A published figure of an election: a number, a day, or a person of the record."""

    name: str
    number: Decimal | None = None
    day: str | None = None
    person: Person | None = None
    words: str | None = None


def results_of(row: Election) -> list[Figure]:
    """The figures of an election, in the order of the record."""
    persons = Person.objects.in_bulk(list(row.results.values()))
    return [_figure(name, value, persons.get(value)) for name, value in row.results.items()]


def _figure(name: str, value: str, person: Person | None) -> Figure:
    if person is not None:
        return Figure(name, person=person)
    if name.endswith("_on"):
        return Figure(name, day=value)
    try:
        return Figure(name, number=Decimal(value))
    except InvalidOperation:
        return Figure(name, words=value)
