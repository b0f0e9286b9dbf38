"""What the record says already of an act that a text tells: the same, or something against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from atazan.journal.acts import Act
from atazan.journal.corrections import effective
from atazan.journal.models import Entry
from atazan.sources.curated.compared import COMPARED, Verdict, cites
from atazan.sources.curated.register import Told
from atazan.sources.curated.targets.wanted import Wanted


class Standing(Struct, frozen=True):
    """An act of the record as it reads today, and where it stands in the journal."""

    number: int
    stream: str
    version: int
    act: Act


class Says(Struct, frozen=True):
    """What the record says of an act: entries that tell the same, and entries against it."""

    same: tuple[Standing, ...] = ()
    against: tuple[Standing, ...] = ()


class Record:
    """The acts of the journal as they read today, read once a page by the beginning of their
    streams' names."""

    def __init__(self) -> None:
        self._read: dict[str, list[Standing]] = {}

    def under(self, prefix: str) -> list[Standing]:
        """The acts of the streams whose names begin so."""
        if prefix not in self._read:
            self._read[prefix] = list(_standing(prefix))
        return self._read[prefix]

    def says(self, wanted: Wanted, told: Told) -> Says:
        """What the record says of an act that a text tells."""
        found: dict[Verdict, list[Standing]] = {"same": [], "against": []}
        for prefix, compare in COMPARED.get(wanted.kind, ()):
            for one in self.under(prefix.format_map(wanted.raw)):
                verdict = compare(wanted, told, one.act)
                if verdict is not None:
                    found[verdict].append(one)
        if found["same"]:
            return Says(tuple(_nearest(found["same"], told)))
        return Says((), tuple(found["against"]))


def _standing(prefix: str) -> Iterator[Standing]:
    rows = Entry.objects.order_by("stream", "version")
    rows = (
        rows.filter(stream__startswith=prefix)
        if prefix.endswith("/")
        else rows.filter(stream=prefix)
    )
    bodies: dict[str, list[dict[str, Any]]] = {}
    versions: dict[int, int] = {}
    for number, stream, version, body in rows.values_list("number", "stream", "version", "body"):
        bodies.setdefault(stream, []).append(msgspec.json.decode(body))
        versions[number] = version
    for stream, written in bodies.items():
        for number, act, _ in effective(written):
            yield Standing(number, stream, versions[number], act)


def _nearest(same: list[Standing], told: Told) -> list[Standing]:
    """Of several acts that fit, one that names this document already, else any; the last done: a
    text without a day tells of what is new, and of what was before it in passing."""
    resting = [one for one in same if cites(told, one.act)]
    return sorted(resting or same, key=lambda one: one.act.done_on or "")[-1:]
