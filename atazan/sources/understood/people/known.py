"""Persons of a register found by any spelling of their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from atazan.rules.book import JURISDICTIONS, read_yaml
from atazan.words import name_keys

_PIECE = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ-](?=[^\W\d_]))*\.?")


class _Written(NamedTuple):
    """A person as a register writes the name: keys of the surname, of the others, of initials."""

    id: str
    family: frozenset[str]
    names: tuple[frozenset[str], ...]
    initials: tuple[str, ...]


class Known:
    """A register of persons: the names and variants of each by its slug.

    A name is written surname first ("Азимова Эльвира Абилхасимовна"), or with the initials first.

    >>> known = Known({"mami": ["Мәми Қайрат", "Мами Кайрат"], "ospanov": ["Оспанов М.Т."]})
    >>> known.who("Kairat Mamy"), known.who("М. Оспанов"), known.who("Марат Мами")
    ('mami', 'ospanov', '')
    """

    def __init__(self, persons: Mapping[str, Iterable[str]]) -> None:
        self._written: dict[str, list[_Written]] = defaultdict(list)
        self._found: dict[str, str] = {}
        for id_, names in persons.items():
            for one in self._all(id_, names):
                for key in one.family:
                    self._written[key].append(one)

    @staticmethod
    def _all(id_: str, names: Iterable[str]) -> list[_Written]:
        """The spellings of a person; one of no more than the surname has the rest from others."""
        found = []
        for name in names:
            pieces = _PIECE.findall(name)
            keys = [frozenset(name_keys(one)[:1]) for one in pieces if not _initial(one)]
            initials = tuple(_letter(one) for one in pieces if _initial(one))
            if keys:
                found.append(_Written(id_, keys[0], tuple(keys[1:]), initials))
        told = [one for one in found if one.names or one.initials]
        bare = [one for one in found if one not in told]
        return told + [other._replace(family=one.family) for one in bare for other in told or [one]]

    def who(self, name: str) -> str:
        """The slug of the one person the name may be of, "" where none or several may be."""
        found = self._found.get(name)
        if found is None:
            if len(self._found) > 50_000:
                self._found.clear()
            found = self._found[name] = self._who(name)
        return found

    def has(self, family: str) -> bool:
        """Whether just one person has a surname, spelt so or in the letters of another language."""
        keys = name_keys(family)[:1]
        return len({one.id for key in keys for one in self._written.get(key, ())}) == 1

    def _who(self, name: str) -> str:
        pieces = _PIECE.findall(name)
        whole = [name_keys(one) for one in pieces if not _initial(one)]
        initials = tuple(_letter(one) for one in pieces if _initial(one))
        for depth in (1, 2):
            for at, family in enumerate(whole):
                others = [*whole[:at], *whole[at + 1 :]]
                fits = self._fitting(family[:depth], others, initials)
                if len(fits) == 1:
                    return fits.pop()
        return ""

    def _fitting(
        self, family: tuple[str, ...], others: list[tuple[str, ...]], initials: tuple[str, ...]
    ) -> set[str]:
        return {
            one.id
            for key in family
            for one in self._written.get(key, ())
            if _fits(one, others, initials)
        }


def _fits(one: _Written, others: list[tuple[str, ...]], initials: tuple[str, ...]) -> bool:
    """Whether names and initials asked can be those of a person as written."""
    if others:
        if one.names:
            return any(one.names[0] & set(other) for other in others)
        return not one.initials or any(other[0][:1] == one.initials[0] for other in others)
    if initials:
        first = next(iter(one.names[0]))[:1] if one.names else "".join(one.initials[:1])
        second = next(iter(one.names[1]))[:1] if len(one.names) > 1 else "".join(one.initials[1:2])
        if first and initials[0] != first:
            return False
        return not (second and len(initials) > 1 and initials[1] != second)
    return True


def _initial(piece: str) -> bool:
    return len(piece) == 1 or (piece.endswith(".") and len(piece) < 4)


def _letter(piece: str) -> str:
    keys = name_keys(piece.rstrip("."))
    return keys[0][:1] if keys else ""


@lru_cache(maxsize=4)
def register(jurisdiction: str = "kz") -> Known:
    """The persons of the record of a jurisdiction. Raises FileRefused."""
    persons: dict[str, list[str]] = {}
    for path in sorted((JURISDICTIONS / jurisdiction / "record").glob("*persons.yaml")):
        for one in read_yaml(path):
            if one.get("kind") == "person.registered/1":
                persons[one["id"]] = [*one["names"].values(), *one.get("variants", ())]
    return Known(persons)


def who(name: str, jurisdiction: str = "kz") -> str:
    """The slug of the record's person whom any spelling of a name may be of, "" where none is.

    Initials tell only where one person fits.

    >>> who("Қайрат Мәми") == who("Кайрат Мами") == who("K. Mami") == "mami"
    True
    """
    return register(jurisdiction).who(name)
