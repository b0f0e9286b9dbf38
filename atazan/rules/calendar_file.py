"""How a calendar of working days is written down, and how it is read: `calendar.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.rules.book import FileRefused, read_yaml
from atazan.rules.calendar import (
    Calendar,
    Calendars,
    CalendarSource,
    DayOff,
    Doubted,
    Unlike,
)
from atazan.rules.day import Term
from atazan.rules.text import Text


class Year(Struct, forbid_unknown_fields=True):
    """A year as written: `MM-DD` of each day off, with the holiday's name or the day worked."""

    holidays: dict[str, str]
    observed: dict[str, str] = {}
    moved: dict[str, date] = {}


class _Version(Struct, forbid_unknown_fields=True):
    id: str
    known_from: date | None
    source: CalendarSource
    years: dict[int, Year]
    uncertain: tuple[Doubted, ...] = ()


class _File(Struct, forbid_unknown_fields=True):
    names: dict[str, Text]
    versions: list[_Version]
    unlike_library: tuple[Unlike, ...] = ()


def load(path: Path) -> Calendars:
    """Read a calendar file. Raises FileRefused, naming file, key and reason."""
    try:
        read = msgspec.convert(read_yaml(path), _File)
    except (msgspec.ValidationError, ValueError) as wrong:
        raise FileRefused(path, "whole file", str(wrong)) from wrong
    years: dict[int, Year] = {}
    done: list[Calendar] = []
    for version in read.versions:
        if done and (version.known_from is None or version.known_from <= (_known(done[-1]))):
            raise FileRefused(path, version.id, "put the version known first before it")
        years = {**years, **version.years}
        covers = _span(path, version.id, years)
        off = {o.day: o for number in years for o in _days_off(path, number, years[number])}
        for day in off.values():
            if day.name is not None and day.name not in read.names:
                raise FileRefused(path, str(day.day), f"the holiday '{day.name}' has no name")
        done.append(
            Calendar(
                version.id,
                version.known_from,
                covers,
                off,
                read.names,
                version.uncertain,
                version.source,
            )
        )
    if not done:
        raise FileRefused(path, "versions", "has no versions; a calendar needs at least one")
    return Calendars(tuple(done), read.unlike_library)


def _known(calendar: Calendar) -> date:
    return calendar.known_from or date.min


def _span(path: Path, key: str, years: Mapping[int, Year]) -> Term:
    if not years or sorted(years) != list(range(min(years), max(years) + 1)):
        raise FileRefused(path, key, "leaves out a year between its first and its last")
    return Term(date(min(years), 1, 1), date(max(years) + 1, 1, 1))


def _days_off(path: Path, number: int, year: Year) -> list[DayOff]:
    def on(written: str) -> date:
        try:
            return date.fromisoformat(f"{number}-{written}")
        except ValueError:
            raise FileRefused(path, str(number), f"'{written}' is no day; write 03-22") from None

    return [
        *(DayOff(on(day), "holiday", name) for day, name in year.holidays.items()),
        *(DayOff(on(day), "observed", name) for day, name in year.observed.items()),
        *(DayOff(on(day), "moved", None, worked) for day, worked in year.moved.items()),
    ]
