"""The names of a text joined to its persons: one full spelling for all mentions of each."""

from __future__ import annotations

from dataclasses import dataclass

from atazan.sources.understood.people.spelt import Spelt, Way
from atazan.words import name_keys


@dataclass(slots=True, eq=False)
class Person:
    """A person of the text: the parts of the name as first met, `full` the fullest spelling."""

    given: str = ""
    father: str = ""
    family: str = ""
    initials: str = ""
    sex: str = ""
    full: str = ""
    rank: int = -1
    start: int = 0

    def takes(self, way: Way, initials: str, name: str) -> None:
        """Join a name of the same person: the fullest, of these the first, gives the spelling."""
        rank = _rank(way, initials)
        if rank > self.rank:
            self.full, self.rank = name, rank
        self.given = self.given or way.given
        self.father = self.father or way.father
        self.family = self.family or way.family
        self.initials = self.initials or initials
        self.sex = self.sex or way.sex

    def may_be(self, way: Way, initials: str) -> bool:
        """Whether nothing in a name speaks against its being this person's."""
        if way.family and self.family and not _same(way.family, self.family):
            return False
        if not (way.family and self.family) and not (way.given and self.given):
            return False
        if way.given and self.given and not _same(way.given, self.given):
            return False
        if way.father and self.father and way.father[0] != self.father[0]:
            return False
        if not _opens(initials, self.given) or not _opens(self.initials, way.given):
            return False
        return not (initials and self.initials and initials[0] != self.initials[0])


def _rank(way: Way, initials: str) -> int:
    if way.given and way.family:
        return 4 if way.father else 3
    if way.family and initials:
        return 2
    return 1 if way.given and way.father else 0


def _same(one: str, other: str) -> bool:
    return one == other or name_keys(one)[:1] == name_keys(other)[:1]


def _opens(initials: str, given: str) -> bool:
    return not initials or not given or name_keys(initials[0])[0][:1] == name_keys(given)[0][:1]


class Persons:
    """The persons of a text, in the order they were met."""

    def __init__(self) -> None:
        self._sounding: dict[str, list[Person]] = {}
        self._families: dict[str, list[Person]] = {}
        self._givens: dict[str, list[Person]] = {}

    def joined(self, spelt: Spelt, way: Way, name: str) -> Person:
        """The person a name is of, a new one where none was met."""
        keys = [key for part in (way.family, way.given) if part for key in name_keys(part)[:1]]
        found = next(
            (
                one
                for key in keys
                for one in reversed(self._sounding.get(key, ()))
                if one.may_be(way, spelt.initials)
            ),
            None,
        )
        if found is None:
            found = Person(start=spelt.start)
        found.takes(way, spelt.initials, name)
        for key in keys:
            _keep(self._sounding, key, found)
        if way.family:
            _keep(self._families, way.family, found)
        if way.given:
            _keep(self._givens, way.given, found)
        return found

    def added(self, way: Way, name: str, start: int) -> Person:
        """A person of whom the text gives no more than a surname."""
        one = Person(family=way.family, sex=way.sex, full=name, start=start)
        _keep(self._families, way.family, one)
        return one

    def of_family(self, family: str, start: int) -> Person | None:
        """The person of a surname met last before a place of the text, else the first after."""
        known = self._families.get(family, ())
        return next(
            (one for one in reversed(known) if one.start < start), known[0] if known else None
        )

    def of_given(self, given: str) -> Person | None:
        """The one person of a given name."""
        known = self._givens.get(given, ())
        return known[0] if len(known) == 1 else None


_MOST = 50
"""Persons of one name that are told apart, the last met: more are of no news."""


def _keep(under: dict[str, list[Person]], name: str, person: Person) -> None:
    known = under.setdefault(name, [])
    if person not in known:
        known.append(person)
        del known[:-_MOST]
