"""Prove that the journal stands as it was written: chains, numbers, checkpoints, receipts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from atazan.journal.chain import START, digest, proof, proven, root
from atazan.journal.models import Checkpoint, Entry, Stream


class Break(Struct, frozen=True):
    """A place where the journal is not what it was: the entry's number and what is wrong."""

    number: int
    what: str


class Verified(Struct, frozen=True):
    """How many entries were read, the root over them, and the breaks found."""

    entries: int
    root: str
    breaks: tuple[Break, ...]


def verify() -> Verified:
    """Read the whole journal and check every hash, chain, number and checkpoint."""
    hashes: list[str] = []
    breaks = list(_walk(hashes))
    for point in Checkpoint.objects.order_by("size"):
        if point.size > len(hashes):
            breaks.append(Break(point.size, "entries under a checkpoint are missing"))
        elif root(hashes[: point.size]) != point.root:
            breaks.append(Break(point.size, "the checkpoint's root is not that of its entries"))
    return Verified(len(hashes), root(hashes), tuple(breaks))


def _walk(hashes: list[str]) -> Iterator[Break]:
    heads: dict[str, tuple[int, str]] = {}
    columns = ("number", "stream", "version", "kind", "previous", "hash", "body")
    decode = msgspec.json.Decoder(_Envelope).decode
    rows = Entry.objects.order_by("number").values_list(*columns)
    for number, stream, version, kind, previous, found, body in rows.iterator(chunk_size=5000):
        hashes.append(found)
        if number != len(hashes):
            yield Break(number, f"follows number {len(hashes) - 1}: an entry is missing")
        if digest(body.encode()) != found:
            yield Break(number, "its body does not give its hash")
        else:
            told = decode(body)
            said = (told.number, told.stream, told.version, told.act.kind, told.previous)
            if said != (number, stream, version, kind, previous):
                yield Break(number, "its columns say something else than its body")
        if heads.get(stream, (0, START)) != (version - 1, previous):
            yield Break(number, f"does not follow the entry before it in '{stream}'")
        heads[stream] = (version, found)
    for name, version, head in Stream.objects.values_list("name", "version", "head"):
        if heads.pop(name, None) != (version, head):
            yield Break(len(hashes), f"the head of '{name}' is not its last entry")
    for name in heads:
        yield Break(len(hashes), f"'{name}' has entries and no head")


class _Kind(Struct):
    kind: str


class _Envelope(Struct):
    number: int
    stream: str
    version: int
    previous: str
    act: _Kind


def checkpoint(at: datetime) -> Checkpoint:
    """Publish the root over all entries so far; the same journal gives the same checkpoint."""
    hashes = list(Entry.objects.order_by("number").values_list("hash", flat=True))
    found, _ = Checkpoint.objects.get_or_create(
        size=len(hashes), defaults={"root": root(hashes), "at": at}
    )
    return found


def receipt(number: int) -> dict[str, Any]:
    """All that is needed to check an entry without us: its body and its path to a checkpoint.

    Raises Entry.DoesNotExist; `root` is None where no checkpoint covers the entry yet.
    """
    entry = Entry.objects.get(number=number)
    point = Checkpoint.objects.filter(size__gte=number).order_by("size").first()
    found: dict[str, Any] = {"entry": entry.body, "hash": entry.hash, "number": number}
    if point is None:
        return {**found, "root": None, "size": None, "path": []}
    hashes = list(
        Entry.objects.filter(number__lte=point.size)
        .order_by("number")
        .values_list("hash", flat=True)
    )
    return {
        **found,
        "root": point.root,
        "size": point.size,
        "path": [list(step) for step in proof(hashes, number - 1)],
    }


def receipt_holds(told: dict[str, Any], published_root: str) -> bool:
    """Whether a receipt proves its entry under a published root. Needs no database.

    Without a body (a sealed subject's) it proves that an entry of this hash stands there.
    """
    body = told["entry"]
    if body is not None and digest(str(body).encode()) != told["hash"]:
        return False
    path = [(str(side), str(sibling)) for side, sibling in told["path"]]
    return proven(str(told["hash"]), path) == published_root
