"""The rooms of the house that have something to be searched: the settings name their modules."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from django.conf import settings

from atazan.rules.book import JURISDICTIONS
from atazan.rules.text import Lang
from atazan.rules.words import word_files
from atazan.search import describing
from atazan.search.document import Audience, Document


class Room(Protocol):
    """A module `searched` of an app. A room may also say where words lead `straight`."""

    def subjects(self, streams: Collection[str]) -> set[str]:
        """What acts of these subjects of the journal may have changed: beginnings of ids."""

    def documents(
        self, audience: Audience, changed: Collection[str] | None = None
    ) -> Iterator[Document]:
        """The documents an audience may see, or those of the subjects changed."""


@lru_cache(maxsize=1)
def rooms() -> tuple[Room, ...]:
    """Every room, in the order of the settings."""
    return tuple(cast(Room, import_module(name)) for name in settings.ATAZAN_SEARCHED)


def subjects(streams: Collection[str]) -> set[str]:
    """What acts of these subjects of the journal may have changed, in every room."""
    return set[str]().union(*(room.subjects(streams) for room in rooms()))


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """The documents of every room."""
    for room in rooms():
        yield from room.documents(audience, changed)


def straight(words: str, day: date | None, lang: Lang) -> str | None:
    """The path of the one thing the words name outright, by the first room that knows it."""
    for room in rooms():
        if asked := getattr(room, "straight", None):
            found: str | None = asked(words, lang, day or date.max)
            if found:
                return found
    return None


@lru_cache(maxsize=1)
def made() -> str:
    """The version of all files that documents are made of beside the journal: rules, names, words,
    and how the rooms write them down."""
    homes = [Path(str(import_module(name).__file__)).parent for name in settings.ATAZAN_SEARCHED]
    own = [path for home in homes for path in home.glob("searched*.py")]
    files = {*JURISDICTIONS.rglob("*.yaml"), *word_files(), *own, Path(describing.__file__)}
    told = blake2b(digest_size=12)
    for path in sorted(files):
        told.update(path.read_bytes())
    return told.hexdigest()
