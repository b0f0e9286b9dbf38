"""Ask the record of persons: their offices, the votes about them, the sittings they were at."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.institutions.models import Person, Sitting, Vote
from atazan.institutions.queries import Held, name_of, offices_on
from atazan.rules.text import LANGS, Lang

_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_ORDER = {letter: place for place, letter in enumerate(_KAZAKH)}


class Form(Struct, frozen=True):
    """A name in one language; None where no form was found. `usual`: no cited source prints it."""

    lang: Lang
    name: str | None
    usual: bool


def people(lang: Lang) -> list[Person]:
    """Every person of the record, in the order of the alphabet of their names."""
    return sorted(Person.objects.all(), key=lambda row: in_order(name_of(row.names, lang)))


def in_order(name: str) -> list[tuple[int, str]]:
    """A key that sorts names by the Kazakh alphabet, which holds the Russian one; Latin first."""
    return [(_ORDER.get(letter, -1), letter) for letter in name.lower()]


def forms(person: Person) -> list[Form]:
    """The name in each of the three languages."""
    return [Form(lang, person.names.get(lang), lang in person.common_usage) for lang in LANGS]


def held_on(day: date) -> dict[str, list[Held]]:
    """The offices each person held on `day`, by person."""
    found: dict[str, list[Held]] = {}
    for _, holders in offices_on(day):
        for held in holders:
            found.setdefault(held.person, []).append(held)
    return found


def votes_about(person: str) -> list[Vote]:
    """The votes on the person, the earliest first."""
    return sorted(
        Vote.objects.filter(person=person), key=lambda row: (row.done_on or "", row.entry)
    )


def sittings_with(person: str) -> list[Sitting]:
    """The sittings, meetings and visits in which the person took part, the earliest first."""
    found = [
        row
        for row in Sitting.objects.all()
        if any(one.get("person") == person for one in row.participants)
    ]
    return sorted(found, key=lambda row: row.done_on or "")
