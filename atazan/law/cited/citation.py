"""What the recogniser finds: a phrase that cites, the act it names, the provisions named in it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class CitedWork(Struct, frozen=True, gc=False):
    """An act that words name: its address, number as printed, day of adoption, name in English.

    `id` is the short id in works.yaml or cited_works.yaml, or the id of a decision in the record;
    None where the act is known by its number and day alone.
    """

    uri: str
    number: str | None = None
    date: date | None = None
    name: str | None = None
    id: str | None = None


class Step(Struct, frozen=True, gc=False):
    """One step of the way to a provision: `level` by the word used, `number` as printed."""

    level: str
    number: str


Path = tuple[Step, ...]


class Citation(Struct, frozen=True, gc=False):
    """A phrase that cites.

    `start` and `end` count code points of the text; `end` is not part of it. `targets` are eIds of
    `work`, relative ones where the article is not known; `path` goes along with them, each from the
    outside in. `why` is "" or the reason for what is left open (see docs/reference/citations.md).
    """

    start: int
    end: int
    work: CitedWork | None
    targets: tuple[str, ...]
    path: tuple[Path, ...]
    why: str = ""
