"""When what is told about a decision last changed, by the journal.

An act about a decision changes what is told of those it rests on or whose positions it speaks of,
so these bear its moment too. A decision that left the register (its act was withdrawn) stays known
as gone. Names of persons and works are not counted: they change without an act on the decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec import Struct

from atazan.decisions.models import Decision
from atazan.journal.models import Entry

_STREAM = "decision/"
_BEGINS = ("decision.adopted/1", "decision.published/1")


class Stamp(Struct, frozen=True, order=True):
    """The journal entry that last changed it and its moment (UTC); `gone`: no longer on record."""

    entry: int
    at: datetime
    id: str
    gone: bool = False


class Head(Struct, frozen=True):
    """How far the record is: its last entry, the hash of it, its moment (UTC)."""

    entry: int
    hash: str
    at: datetime | None


class _Linking(Struct):
    relates_to: tuple[str, ...] = ()
    position: str = ""


class _Act(_Linking):
    kind: str = ""
    id: str = ""
    changes: _Linking = msgspec.field(default_factory=_Linking)


class _Body(Struct):
    act: _Act


def head() -> Head:
    """The last entry that may say something of a decision; entry 0 while nothing is recorded.

    What happens to petitions is not waited for: a resolution has entries of its own once published.
    """
    rows = Entry.objects.exclude(stream__startswith="petition/").order_by("-number")
    row = rows.values_list("number", "hash", "recorded_at").first()
    return Head(*row) if row else Head(0, "", None)


def stamps() -> dict[str, Stamp]:
    """Every decision that is or was public, by id."""
    last: dict[str, tuple[int, datetime]] = {}
    begun: set[str] = set()
    links: dict[str, set[str]] = defaultdict(set)
    owner: dict[str, str] = {}
    named: list[tuple[str, str]] = []
    rows = Entry.objects.filter(stream__startswith=_STREAM).order_by("number")
    for stream, number, at, kind, body in rows.values_list(
        "stream", "number", "recorded_at", "kind", "body"
    ):
        id = stream.removeprefix(_STREAM)
        last[id] = (number, at)
        act = msgspec.json.decode(body, type=_Body).act
        if kind in _BEGINS:
            begun.add(id)
        if kind == "position.stated/1":
            owner[act.id] = id
        links[id].update(act.relates_to, act.changes.relates_to)
        named += [(id, one) for one in (act.position, act.changes.position) if one]
    for id, position in named:
        links[id].add(owner.get(position, id))
    held = set(Decision.objects.values_list("id", flat=True))
    near = _both_ways(links)
    return {
        id: Stamp(*max(last[one] for one in {id, *near[id]} if one in last), id, id not in held)
        for id in begun
    }


def _both_ways(links: dict[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for id, others in links.items():
        for other in others:
            found[id].add(other)
            found[other].add(id)
    return found


def newest(found: Iterable[Stamp]) -> Stamp | None:
    """The stamp of the last change among them."""
    return max(found, default=None)
