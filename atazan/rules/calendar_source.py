"""Our table of working days beside the `holidays` library: seed a year, list where they differ.

Only for those who keep the table: nothing that counts a deadline imports this module, and the
library is a tool of development, not a dependency.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atazan.rules.calendar import Calendar
from atazan.rules.calendar_file import Year

_NAMES = {
    "New Year's Day": "new_year",
    "Orthodox Christmas": "orthodox_christmas",
    "International Women's Day": "womens_day",
    "Nowruz Holiday": "nauryz",
    "Kazakhstan's People Solidarity Holiday": "unity_day",
    "Defender of the Fatherland Day": "defender_day",
    "Victory Day": "victory_day",
    "Capital Day": "capital_day",
    "Constitution Day": "constitution_day",
    "Republic Day": "republic_day",
    "First President Day": "first_president_day",
    "Independence Day": "independence_day",
    "Eid al-Adha": "kurban_ait",
}


class Difference(Struct, frozen=True, order=True):
    """A day on which the table and the library disagree whether it is worked."""

    day: date
    ours: Literal["off", "working"]


def library() -> Any:
    """The library's Kazakhstan with English names. Raises ImportError where it is not installed."""
    import holidays

    return holidays.country_holidays("KZ", language="en_US")


def seed_calendar(years: Iterable[int]) -> dict[int, Year]:
    """What the library says of these years, in the form of calendar.yaml.

    The result is a draft: compare with the order of the year before it is entered.
    """
    table = library()
    return {year: _year(table, year) for year in years}


def _year(table: Any, year: int) -> Year:
    _ = date(year, 1, 1) in table  # the library fills a year when first asked about it
    found = Year(holidays={}, observed={}, moved={})
    for day in sorted(d for d in table if d.year == year):
        said = table[day]
        key = f"{day:%m-%d}"
        if said.startswith("Day off"):
            month, number, of = said.split("from ")[1].rstrip(")").split("/")
            found.moved[key] = date(int(of), int(month), int(number))
        elif "(observed" in said:
            found.observed[key] = _NAMES[said.split(" (observed")[0]]
        else:
            found.holidays[key] = _NAMES[said.split("; ")[0].split(" (estimated")[0]]
    return found


def differences(calendar: Calendar, years: Iterable[int]) -> list[Difference]:
    """The days of these years on which the calendar and the library differ, in order."""
    table = library()
    found = []
    for year in years:
        day = date(year, 1, 1)
        while day.year == year:
            if (ours := calendar.is_working(day)) != table.is_working_day(day):
                found.append(Difference(day, "working" if ours else "off"))
            day += timedelta(days=1)
    return found


def as_yaml(years: dict[int, Year]) -> str:
    """The years as lines of calendar.yaml."""
    lines = []
    for number, year in years.items():
        lines.append(f"      {number}:")
        for part, days in msgspec.to_builtins(year).items():
            if days:
                inside = ", ".join(f"{day}: {what}" for day, what in days.items())
                lines.append(f"        {part}: {{{inside}}}")
    return "\n".join(lines) + "\n"
