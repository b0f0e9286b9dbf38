"""The annotated set: texts with the acts and names a careful reader finds in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.sources.understood.told import Kind, Modality
from atazan.words import Lang


class ActMarked(Struct, frozen=True):
    """An act as the annotator marked it; `says` are the very words of the text that carry it."""

    kind: Kind
    says: str
    date: str | None = None
    actors: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    office: str | None = None
    counterparts: tuple[str, ...] = ()
    modality: Modality = "done"


class Item(Struct, frozen=True):
    """A text of the set with all that is to be told of it."""

    id: str
    lang: Lang
    text: str
    published: str | None = None
    acts: tuple[ActMarked, ...] = ()
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known whole."""
        written = (self.published or "")[:10]
        return date.fromisoformat(written) if len(written) == 10 else None


class BadGold(ValueError):
    """A line of the annotated set does not follow the guide; names file, line and reason."""


def items(folder: Path) -> Iterator[Item]:
    """Every item of a folder of `*.jsonl`, in the order of file names. Raises BadGold."""
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_bytes().splitlines(), 1):
            if not line.strip():
                continue
            try:
                yield msgspec.json.decode(line, type=Item)
            except msgspec.DecodeError as wrong:
                raise BadGold(f"{file.name}:{number}: {wrong}") from None


def places(text: str, says: str) -> list[tuple[int, int]]:
    """Where words stand in a text, each time they do.

    >>> places("сот, сот", "сот")
    [(0, 3), (5, 8)]
    """
    found, at = [], text.find(says) if says else -1
    while at >= 0:
        found.append((at, at + len(says)))
        at = text.find(says, at + 1)
    return found
