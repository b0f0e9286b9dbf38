"""The one way a deed enters the journal: for web, API, command line and bulk import alike.

lock → the subject's version → role, state and kind → the rules of the day → entry → register rows
→ receipt. A refusal raises before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from django.db import transaction
from msgspec import Struct

from atazan.journal import private
from atazan.journal.acts import Act, plain
from atazan.journal.chain import START, canonical, digest
from atazan.journal.deeds import Deed, deed_of, read_act, today_of
from atazan.journal.models import Entry, Flag, Head, Stream
from atazan.journal.problems import BadAct, NotPermitted, Problem, Stale
from atazan.journal.rights import ABSENT, OnContradiction, Right, rights
from atazan.journal.rows import Change, Put, RowMissing, RowTaken, write
from atazan.rules.book import rules
from atazan.rules.finding import Finding


class By(Struct, frozen=True):
    """Who sends the command, and in which of their roles."""

    name: str
    role: str


class Receipt(Struct, frozen=True):
    """What the sender gets: enough to find the entry and to prove that it stands unchanged."""

    number: int
    stream: str
    version: int
    kind: str
    hash: str
    at: datetime
    flags: tuple[str, ...] = ()


def record(act: Act, *, by: By, at: datetime, seen: int) -> Receipt:
    """Record an act: check, append, update, in one transaction.

    `seen` is the version of the subject the sender looked at (0: nothing there yet).
    Raises Stale, NotPermitted (with findings), BadAct (with problems) or UnknownKind.
    """
    with transaction.atomic():
        head = _lock()
        deed = deed_of(act.kind)
        name = deed.stream(act)
        stream = Stream.objects.filter(pk=name).first()
        now = stream.version if stream else 0
        if now != seen:
            raise Stale(name, seen, now, act, acts_of(name, after=seen))
        return _append(head, deed, act, name, stream, by, at)[0]


def record_many(acts: Iterable[Act], *, by: By, at: datetime) -> list[Receipt]:
    """Record acts in order, all or none; each is taken to have seen the acts before it.

    Raises BadRow, naming the place in the order, for the first that cannot stand.
    """
    done = []
    with transaction.atomic():
        head = _lock()
        streams: dict[str, Stream] = {}
        for place, act in enumerate(acts):
            try:
                deed = deed_of(act.kind)
                name = deed.stream(act)
                found = streams.get(name) or Stream.objects.filter(pk=name).first()
                receipt, streams[name] = _append(head, deed, act, name, found, by, at)
                done.append(receipt)
            except (BadAct, NotPermitted) as wrong:
                raise BadRow(place, act, wrong) from wrong
    return done


class BadRow(ValueError):
    """One act of a batch cannot stand, so none was recorded."""

    def __init__(self, place: int, act: Act, why: Exception) -> None:
        self.place, self.act, self.why = place, act, why
        super().__init__(f"act {place + 1} ({act.kind}): {why}")


def _lock() -> Head:
    """Lock the journal's end: one writer at a time, numbers without gaps (ADR 3)."""
    head, _ = Head.objects.select_for_update().get_or_create(pk=1)
    return head


def _append(
    head: Head, deed: Deed[Any], act: Act, name: str, stream: Stream | None, by: By, at: datetime
) -> tuple[Receipt, Stream]:
    right = _right(act, by, name, stream.state if stream else ABSENT)
    flags = _flags(deed, act, right, at)
    _check_sources(act)
    sealed = private.seal(act)
    number, version = head.size + 1, (stream.version if stream else 0) + 1
    previous = stream.head if stream else START
    written = canonical(
        {
            "number": number,
            "stream": name,
            "version": version,
            "previous": previous,
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "by": by.name,
            "role": by.role,
            "act": plain(sealed),
            "flags": [_flag_facts(flag) for flag in flags],
        }
    )
    entry = Entry(
        number=number,
        stream=name,
        version=version,
        kind=act.kind,
        done_on=act.done_on,
        recorded_at=at,
        recorded_by=by.name,
        previous=previous,
        hash=digest(written),
        body=written.decode(),
    )
    entry.save(force_insert=True)
    head.size = number
    head.save()
    after = Stream(name=name, version=version, head=entry.hash, state=right.to)
    after.save(force_insert=stream is None, force_update=stream is not None)
    try:
        _update(deed, sealed, entry, flags)
    except RowTaken as wrong:
        raise BadAct(Problem("journal.row_taken", {"id": wrong.key})) from wrong
    except RowMissing as wrong:
        raise BadAct(Problem("journal.row_missing", {"id": wrong.key})) from wrong
    raised = tuple(flag.id for flag in flags)
    return Receipt(number, name, version, act.kind, entry.hash, at, raised), after


def _right(act: Act, by: By, stream: str, state: str) -> Right:
    right = rights().of(by.role, act.kind, stream.partition("/")[0], state)
    if right is None:
        facts = {"role": by.role, "kind": act.kind, "stream": stream, "state": state}
        raise NotPermitted([Problem("journal.no_right", facts)])
    return right


def _flags(deed: Deed[Any], act: Act, right: Right, at: datetime) -> list[Finding]:
    found = deed.check(act, rules().on(act.ruled_on(today_of(at))))
    broken = [finding for finding in found if finding.holds is False]
    if broken and right.contradiction is OnContradiction.REFUSE:
        raise NotPermitted(broken)
    return broken


def _check_sources(act: Act) -> None:
    if not act.sources and act.under is None:
        raise BadAct(Problem("journal.no_source", {"kind": act.kind}))


def _flag_facts(flag: Finding) -> dict[str, Any]:
    source = flag.rule.source
    return {
        "finding": flag.id,
        "rule": flag.rule.id,
        "work": source.work,
        "provision": source.provision_eid,
        "key": flag.key,
        "facts": msgspec.to_builtins(dict(flag.facts)),
    }


def _update(deed: Deed[Any], act: Act, entry: Entry, flags: Sequence[Finding]) -> None:
    from atazan.journal import corrections

    if corrections.is_one(act):
        corrections.rebuild(entry.stream)
        return
    written = [_flag_facts(flag) for flag in flags]
    write(changes(deed, act, entry.number, written), carried(act, entry.stream, entry.number))


def changes(
    deed: Deed[Any], act: Act, number: int, flags: Sequence[dict[str, Any]]
) -> list[Change]:
    """All rows one entry puts or amends: the deed's own, and a Flag for each broken rule."""
    return [
        *deed.rows(act),
        *(
            Put(Flag, f"{number}-{place}", {"of_entry": number, **flag})
            for place, flag in enumerate(flags, 1)
        ),
    ]


def carried(act: Act, stream: str, number: int) -> dict[str, Any]:
    """The fields every register row takes from the act that put it there."""
    return {
        "stream": stream,
        "entry": number,
        "sources": list(act.sources),
        "confidence": str(act.confidence),
        "note": act.note,
    }


def version_of(stream: str) -> int:
    """The version of a subject now; 0 where nothing is recorded of it."""
    found = Stream.objects.filter(pk=stream).values_list("version", flat=True).first()
    return found or 0


def acts_of(stream: str, after: int = 0) -> list[Act]:
    """The acts of a subject in order, those of versions above `after`."""
    bodies = Entry.objects.filter(stream=stream, version__gt=after).order_by("version")
    return [
        read_act(msgspec.json.decode(body)["act"]) for body in bodies.values_list("body", flat=True)
    ]
