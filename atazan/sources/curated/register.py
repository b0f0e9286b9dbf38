"""Names of a text matched with the registers: persons, offices, bodies, partners, associations.

A name is matched by what the text itself made clear, else by its words in dictionary form against
the names of the registers in three languages, else by the readers of persons and bodies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from atazan.cooperation.models import Association, Partner
from atazan.institutions.certainty import certainty
from atazan.institutions.models import Person, Tenure
from atazan.rules.bodies import bodies, offices
from atazan.rules.text import LANGS, Lang, Text
from atazan.sources.models import Proposal, Reading
from atazan.sources.understood import named
from atazan.sources.understood.sentences import sentences
from atazan.words import keys, name_keys

Words = tuple[str, ...]
_DROPPED = {
    "en": "the of a republic kazakhstan rk and",
    "ru": "республика казахстан рк и",
    "kk": "қазақстан республикасы қр мен пен бен және",
}
_SAME = {"chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "speaker": "chair"}


@lru_cache(maxsize=1)
def _dropped() -> dict[str, frozenset[str]]:
    return {lang: frozenset(keys(words, lang)) for lang, words in _DROPPED.items()}  # type: ignore[arg-type]


def words_of(name: str, lang: Lang) -> Words:
    """The words of a name by which it is the same name: dictionary forms, the state left out."""
    plain = " ".join(_SAME.get(word, word) for word in name.casefold().split())
    found = [key for key in keys(plain, lang) if key not in _dropped()[lang]]
    return tuple(sorted(found))


class Register:
    """The registers as they stand now; made once a page."""

    def __init__(self) -> None:
        self.persons = {row.id: row for row in Person.objects.all()}
        self.partners = {row.id: Text(**row.names) for row in Partner.objects.all()}
        self.associations = {row.id: row for row in Association.objects.all()}
        self._bodies = _index({id: one.names for id, one in bodies().items()})
        self._offices = _index({id: one.names for id, one in offices().items()})
        self._partners = _index(self.partners)
        named = {id: Text(**row.names) for id, row in self.associations.items()}
        short = {id: Text(**row.short) for id, row in self.associations.items()}
        self._associations = {**_index(named), **_index(short)}
        self._people = _people(self.persons)

    def person(self, name: str, told: Told) -> str | None:
        """The slug of a person, None where the register has none, or more than one, of the name."""
        given = told.known.get(name)
        return given if given in self.persons else _one(self._people, _name(name))

    def office(self, told: Told) -> str | None:
        """The slug of the office an act is told of."""
        return self._found(told.office, told, offices(), self._offices)

    def body(self, name: str | None, told: Told) -> str | None:
        """The slug of an organ of ours."""
        return self._found(name, told, bodies(), self._bodies)

    def organ(self, name: str | None, told: Told) -> str | None:
        """The slug of an organ, an office, or of the office that a person named holds that day."""
        found = self.body(name, told) or self._found(name, told, offices(), self._offices)
        if found or name is None:
            return found
        person = self.person(name, told)
        held = _held(person, told.day) if person else []
        return "president" if "president" in held else held[0] if held else None

    def party(self, name: str, told: Told) -> str | None:
        """The slug of a partner; a person stands for the body of the office held that day."""
        found = self._found(name, told, self.partners, self._partners)
        if found:
            return found
        body = self.body(name, told)
        if body in self.partners:
            return body
        person = self.person(name, told)
        held = (offices()[one].body for one in (_held(person, told.day) if person else ()))
        return next((one for one in held if one in self.partners), None)

    def association(self, name: str | None, told: Told) -> str | None:
        """The slug of an association, named whole or by at least half of its words."""
        whole = self._found(name, told, self.associations, self._associations)
        if whole or name is None:
            return whole
        said = set(words_of(name, told.lang))
        found = {
            ids[0]
            for words, ids in self._associations.items()
            if len(words) > 2 and 2 * len(said & set(words)) >= len(words)
        }
        return found.pop() if len(found) == 1 else None

    def _found(
        self,
        name: str | None,
        told: Told,
        known: Mapping[str, object],
        index: Mapping[Words, list[str]],
    ) -> str | None:
        if name is None:
            return None
        given = told.known.get(name)
        if given in known:
            return given
        found = _fitting(index.get(words_of(name, told.lang), []), told.day)
        read = None if found else _read_as(name, told.lang)
        return found or (read if read in known else None)


class Told:
    """What a proposal says, with the language and day of its document."""

    def __init__(self, row: Proposal, reading: Reading, today: date) -> None:
        self.row, self.reading = row, reading
        self.lang: Lang = next((one for one in LANGS if one == reading.language), "kk")
        self.known: dict[str, str] = row.known
        self.office: str | None = row.office
        self.actors: list[str] = row.actors
        self.objects: list[str] = row.object_names
        self.counterparts: list[str] = row.counterparts
        self.date: str | None = row.date
        self.day = _day(row.date or reading.published) or today


def _day(written: str | None) -> date | None:
    from atazan.rules.day import PartialDay

    return PartialDay.read(written).first if written else None


def _index(named: Mapping[str, Text]) -> dict[Words, list[str]]:
    found: dict[Words, list[str]] = {}
    for id, names in named.items():
        for lang in LANGS:
            ids = found.setdefault(words_of(names.says(lang), lang), [])
            if id not in ids:
                ids.append(id)
    return found


@lru_cache(maxsize=10_000)
def _read_as(name: str, lang: Lang) -> str | None:
    """The slug that the reader of bodies and offices gives a name, where it is the whole name."""
    found = named.mentions(name, sentences(name, lang))
    whole = (one for one in found if one.id and (one.start, one.end) == (0, len(name)))
    return next((one.id for one in whole), None)


def _fitting(ids: list[str], day: date) -> str | None:
    """The one of a name; of several, the one that existed that day."""
    if len(ids) < 2:
        return ids[0] if ids else None
    places = {**bodies(), **offices()}
    alive = [one for one in ids if one not in places or places[one].exists(day)]
    return alive[0] if len(alive) == 1 else None


def _people(persons: Mapping[str, Person]) -> dict[frozenset[str], set[str]]:
    """Given name and surname of each person in each spelling, by their keys."""
    found: dict[frozenset[str], set[str]] = {}
    for id, row in persons.items():
        for name in (*row.names.values(), *row.variants):
            found.setdefault(_name(name), set()).add(id)
            found.setdefault(_name(" ".join(name.split()[:2])), set()).add(id)
    return found


def _name(name: str) -> frozenset[str]:
    return frozenset(name_keys(word)[0] for word in name.replace(".", " ").split() if len(word) > 1)


def _one(people: Mapping[frozenset[str], set[str]], name: frozenset[str]) -> str | None:
    found = people.get(name) or set().union(
        *(ids for known, ids in people.items() if len(known) > 1 and known <= name)
    )
    return next(iter(found)) if len(found) == 1 else None


def _held(person: str, day: date) -> list[str]:
    """The offices a person may hold on a day, those of heads of bodies first."""
    rows = Tenure.objects.filter(person=person).exclude(since=None, seen_first=None)
    held = {row.office for row in rows if certainty(row, day, None) is not None}
    return sorted(held, key=lambda one: (offices()[one].seats != 1, offices()[one].order))


def names_of(ids: Iterable[str], register: Register) -> Text | None:
    """The names of partners, one after another, in three languages."""
    found = [register.partners[one] for one in ids]
    if not found:
        return None
    joined = {lang: ", ".join(one.says(lang) for one in found) for lang in LANGS}
    return Text(**joined)
