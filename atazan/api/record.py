"""The journal and its registers: what anyone may read, and the one way in for every deed.

A sealed subject (rights.yaml) is never read here: its own endpoints say who sees what of it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from atazan.api.auth import SIGNED, by
from atazan.api.components import ActSent
from atazan.api.door import After, Place, Size, Told, Word, door
from atazan.api.faults import RequestRefused
from atazan.docket import queries
from atazan.docket.sight import Viewer, show
from atazan.journal.answering import as_json
from atazan.journal.deeds import UnknownKind, deed_of, read_act
from atazan.journal.models import Checkpoint, Entry
from atazan.journal.record import acts_of, record, version_of
from atazan.journal.rights import rights
from atazan.journal.rows import RegisterRow
from atazan.journal.sealed import public_receipt

router = Router(tags=["record"])
_ACT = {
    "act": {
        "kind": "person.registered/1",
        "id": "new-person",
        "names": {"en": "New Person"},
        "sources": ["https://court.example/people"],
    },
    "seen": 0,
    "role": "curator",
}


class RegisterName(Told):
    """A register and how many rows it has."""

    name: str
    rows: int


class Rows(Told):
    """Rows of a register; `next` is the last id to page on from."""

    rows: list[dict[str, Any]]
    next: str | None


class StreamTold(Told):
    """The acts of one subject, oldest first."""

    stream: str
    version: int
    acts: list[dict[str, Any]]


class ReceiptTold(Told):
    """An entry's hash and its path to a checkpoint; `entry` null where its subject is sealed."""

    number: int
    hash: str
    entry: str | None
    sealed: bool
    root: str | None
    size: int | None
    path: list[list[str]]


class Point(Told):
    """A published root over the first `size` entries."""

    size: int
    root: str
    at: datetime


class Recorded(Told):
    """What the sender gets: enough to find the entry and to prove that it stands unchanged."""

    number: int
    stream: str
    version: int
    kind: str
    hash: str
    at: datetime


class Command(Schema):
    """An act, the version of its subject the sender looked at, and the role to act in."""

    act: ActSent
    seen: Place
    role: Word


def registers() -> dict[str, type[RegisterRow]]:
    """Every open register by its name in the API: `institutions.tenure`."""
    return {
        model._meta.label_lower: model
        for model in apps.get_models()
        if issubclass(model, RegisterRow) and not model.sealed
    }


@door(router, "GET", "/registers", list[RegisterName], "/api/registers")
def register_names(request: HttpRequest) -> HttpResponse:
    """The registers that can be read whole, and how many rows each has."""
    return as_json([{"name": n, "rows": m.objects.count()} for n, m in registers().items()])


@door(router, "GET", "/registers/{name}", Rows, "/api/registers/institutions.person?limit=20")
def register_rows(
    request: HttpRequest, name: Word, after: After = "", limit: Size = 100
) -> HttpResponse:
    """Rows of a register with sources and confidence, by id; page on with `after=<last id>`."""
    if name not in registers():
        raise RequestRefused(404, "api.no_register", "name", register=name)
    found = registers()[name].objects.filter(pk__gt=after).order_by("pk")
    rows = list(found.values()[:limit])
    return as_json({"rows": rows, "next": rows[-1]["id"] if len(rows) == limit else None})


@door(
    router,
    "GET",
    "/streams/{path:stream}",
    StreamTold,
    "/api/streams/office/constitutional_court_chair",
)
def stream(request: HttpRequest, stream: Word) -> HttpResponse:
    """The acts of one subject in order, and its version now. Petitions: /api/petitions/{number}."""
    if not rights().is_open(stream):
        raise RequestRefused(404, "api.sealed", "stream")
    version = version_of(stream)
    if not version:
        raise RequestRefused(404, "api.no_stream", "stream", stream=stream)
    return as_json({"stream": stream, "version": version, "acts": acts_of(stream)})


@door(router, "GET", "/receipts/{number}", ReceiptTold, "/api/receipts/1")
def receipt_of(request: HttpRequest, number: Place) -> HttpResponse:
    """All that is needed to check an entry without us: its body and its path to a checkpoint."""
    try:
        return as_json(public_receipt(number))
    except Entry.DoesNotExist:
        raise RequestRefused(404, "api.no_entry", "number", number=number) from None


@door(router, "GET", "/checkpoints", list[Point], "/api/checkpoints")
def checkpoints(request: HttpRequest) -> HttpResponse:
    """The published roots over the journal, newest first."""
    return as_json(list(Checkpoint.objects.order_by("-size").values("size", "root", "at")[:100]))


@door(router, "POST", "/acts", Recorded, _ACT, auth=SIGNED)
def record_act(request: HttpRequest, sent: Command) -> HttpResponse:
    """Record an act in one of the sender's roles; 409 where the version seen is stale."""
    who = by(request, sent.role)
    try:
        act = read_act(sent.act)
    except UnknownKind as wrong:
        raise RequestRefused(422, "api.no_kind", "act.kind", kind=wrong.kind) from None
    _within_sight(deed_of(act.kind).stream(act), request, sent.role)
    now = request.now  # type: ignore[attr-defined]
    return as_json(record(act, by=who, at=now, seen=sent.seen))


def _within_sight(stream: str, request: HttpRequest, role: str) -> None:
    """A refusal tells where a subject stands: it is given to those alone who see that anyway.

    Raises NoSuchPetition.
    """
    if rights().is_open(stream) or not version_of(stream):
        return
    viewer: Viewer = request.auth  # type: ignore[attr-defined]
    id = stream.partition("/")[2]
    if show(queries.petition(id), Viewer(viewer.name, (role,), viewer.person)) is None:
        raise queries.NoSuchPetition(id)
