"""The names of a text joined to its persons: one full spelling for all mentions of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from atazan.sources.understood.people.spelt import Spelt, Way
from atazan.words import name_keys


@dataclass(slots=True)
class Person:
    """A person of the text: the parts of the name as first met, `full` the fullest spelling."""

    given: str = ""
    father: str = ""
    family: str = ""
    initials: str = ""
    sex: str = ""
    full: str = ""
    rank: int = -1
    families: set[str] = field(default_factory=set)

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
        if way.family:
            self.families.add(way.family)

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
        self.all: list[Person] = []
        self._named: dict[str, list[Person]] = {}

    def joined(self, spelt: Spelt, way: Way, name: str) -> Person:
        """The person a name is of, a new one where none was met."""
        keys = [key for part in (way.family, way.given) if part for key in name_keys(part)[:1]]
        met = {id(one): one for key in keys for one in self._named.get(key, ())}
        found = next(
            (one for one in reversed(met.values()) if one.may_be(way, spelt.initials)), None
        )
        if found is None:
            found = Person()
            self.all.append(found)
        found.takes(way, spelt.initials, name)
        for key in keys:
            known = self._named.setdefault(key, [])
            if found not in known:
                known.append(found)
        return found
