"""From a shape found to the day it names."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from atazan.sources.understood.days import reckoning
from atazan.sources.understood.days.atoms import Atom


class Draft(NamedTuple):
    """A day before its year is settled: `year` None where the words give none.

    `day` holds what is settled without a year of its own (a day reckoned from publication), `loose`
    where that is a week; `lead` is the sort of the word directly before; `anchor` the days from the
    day named before; `season` a month of a season.
    """

    core: list[Atom]
    lead: str
    year: int | None = None
    month: int = 0
    number: int = 0
    until: tuple[int | None, int, int] | None = None
    relative: bool = False
    day: str = ""
    anchor: int | None = None
    season: int = 0
    loose: bool = False


def draft(name: str, atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    """The day that a shape names; None where it names none, or none that exists."""
    found = _BUILT.get(name, _calendar)(atoms, lead, published)
    return found if found and _real(found) else None


def _iso(atoms: list[Atom], lead: str, published: date | None) -> Draft:
    value = atoms[0].value
    return Draft(atoms, lead, value // 10_000, value // 100 % 100, value % 100)


def _numeric(atoms: list[Atom], lead: str, published: date | None) -> Draft:
    day, month, year = (one.value for one in atoms)
    if day > 31:
        day, year = year, day
    return Draft(atoms, lead, year, month, day)


def _calendar(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    months = [one.value for one in atoms if one.sort in "mMe"]
    numbers = [one.value for one in atoms if one.sort in "dr"]
    ends = [one.until for one in atoms if one.until] or numbers[1:]
    years, relative = _years(atoms, published)
    month = months[0]
    number = numbers[0] if numbers else 0
    year = years[0] if years else None
    until = None
    if len(months) > 1 or ends:
        last = months[-1]
        until = (years[-1] if years else None, last, ends[-1] if ends else 0)
        if len(years) == 1 and last < month and year is not None:
            year -= 1
    return Draft(atoms, lead, year, month, number, until, relative)


def _years(atoms: list[Atom], published: date | None) -> tuple[list[int], bool]:
    years = [one.value for one in atoms if one.sort == "Y"]
    told = [one for one in atoms if one.sort in "RPCX"]
    if years or published is None or not told:
        return years, False
    one = told[0]
    if one.sort == "R":
        return [published.year + one.value], True
    month = next((each.value for each in atoms if each.sort in "mMeH"), 0)
    if not month or one.sort == "C":
        return [published.year], True
    if one.sort == "P":
        return [published.year - (month >= published.month)], True
    return [published.year + (month <= published.month)], True


def _year(atoms: list[Atom], lead: str, published: date | None) -> Draft:
    years = [one for one in atoms if one.sort in "Yy"]
    last = years[-1].until or years[-1].value
    until = (last, 0, 0) if last > years[0].value else None
    return Draft(atoms, lead, years[0].value, until=until)


_SINGULAR = {1: 3, 7: 4, 30: 5, 365: 4}
"""Letters of "day", "week", "month" and "year", by their days."""


def _ago(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    if published is None:
        return None
    count = atoms[0].value if atoms[0].sort in "d#" else 1
    unit = next((one.value for one in atoms if one.sort in "Ug"), 0) or 365
    head = atoms[0]
    many = head.sort in "Ug" and head.latin and head.end - head.start > _SINGULAR[unit]
    if count > 1000 or many:  # "months ago" tells no month
        return None
    if unit == 1:
        day = reckoning.moved(published, -count)
    elif unit == 7:
        day = reckoning.week(published, -count)
    elif unit == 30:
        day = reckoning.month(published, -count)
    else:
        day = reckoning.shown(published.year - count)
    return Draft(atoms, lead, relative=True, day=day, loose=unit == 7) if day else None


def _relative(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    one = atoms[0]
    if one.sort == "A":
        return Draft(atoms, lead, anchor=one.value)
    if published is None:
        return None
    if one.sort == "R":
        return Draft(atoms, lead, published.year + one.value, relative=True)
    reckoned = {"T": reckoning.moved, "V": reckoning.week, "N": reckoning.month}[one.sort]
    day = reckoned(published, one.value)
    return Draft(atoms, lead, relative=True, day=day, loose=one.sort == "V") if day else None


def _weekday(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    """A weekday is reckoned later: what is to come decides between last and next."""
    day = next(one for one in atoms if one.sort == "w")
    which = atoms[0].sort if atoms[0].sort in "PCX" else ""
    english = day.form == "" and day.end - day.start >= 6 and day.latin
    if published is None or not (lead or which or day.form or len(atoms) > 1 or english):
        return None
    return Draft(atoms, lead, number=day.value, relative=True, day=which or "-")


def _season(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    """A season tells its year; in English it is one only after "in", "last", "by" and the like."""
    season = next(one for one in atoms if one.sort == "H")
    years, relative = _years(atoms, published)
    if years:
        return Draft(atoms, lead, years[0], relative=relative)
    if published is None or (season.latin and lead not in ("i", "u") and len(atoms) == 1):
        return None
    return Draft(atoms, lead, relative=True, season=season.value)


def _later(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    """So many days or weeks from the day named before; months and years later are no day."""
    unit = next(one.value for one in atoms if one.sort == "U")
    count = atoms[0].value if atoms[0].sort in "d#" else 1
    if unit > 7 or count > 366:
        return None
    return Draft(atoms, lead, anchor=count * unit * atoms[-1].value)


def _weekday_week(atoms: list[Atom], lead: str, published: date | None) -> Draft | None:
    """A weekday of last week, this week or next."""
    if published is None:
        return None
    week = next(one.value for one in atoms if one.sort == "V")
    day = next(one.value for one in atoms if one.sort == "w")
    told = reckoning.moved(published, day - published.weekday() + 7 * week)
    return Draft(atoms, lead, relative=True, day=told)


_BUILT = {
    "weekday_week": _weekday_week,
    "later": _later,
    "season": _season,
    "weekday": _weekday,
    "iso": _iso,
    "numeric": _numeric,
    "year": _year,
    "years": _year,
    "ago": _ago,
    "relative": _relative,
}


def _real(one: Draft) -> bool:
    if not one.month:
        return True
    year = one.year or 2000
    if not reckoning.real(year, one.month, one.number or 1):
        return False
    if one.until is None:
        return True
    last, month, day = one.until
    if not month or not reckoning.real(last or 2000, month, day or 1):
        return not month
    first = (year, one.month, one.number)
    return first < (last or 2000, month, day) or one.year is None
