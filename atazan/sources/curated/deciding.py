"""A person decides about a proposal: accept, correct, reject, take a decision back.

Accepting and the acts it records are one transaction: all of it stands in the journal, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from atazan.journal.acts import Act
from atazan.journal.corrections import ActCorrected, ActWithdrawn, SourceAdded, effective, is_one
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.models import Entry
from atazan.journal.problems import BadAct, Problem
from atazan.journal.record import By, Receipt, record, version_of
from atazan.rules.day import day_in_astana
from atazan.sources.acts import (
    DocumentDescribed,
    How,
    ProposalAccepted,
    ProposalCorrected,
    ProposalRejected,
    ProposalReopened,
    Why,
)
from atazan.sources.curated.known import Standing
from atazan.sources.models import Document, Proposal, Reading


def accept(
    row: Proposal,
    acts: Iterable[Act],
    standing: Iterable[Standing],
    *,
    seen: int,
    by: By,
    at: datetime,
) -> Receipt:
    """Accept a proposal: record `acts`, and let its document strengthen the entries `standing`.

    What is not told as done may rest on an entry that has this document as a source already; it
    proves nothing new. `seen` is the version of the reading's file the person looked at. Raises
    BadAct where the proposal is decided already or is not told as done, and what `record` raises.
    """
    with transaction.atomic():
        reading = _open(row)
        acts, standing = list(acts), list(standing)
        weaker = any(reading.cited_as not in one.act.sources for one in standing)
        if (acts or weaker) and row.modality != "done":
            raise BadAct(Problem("curated.not_done", {"modality": row.modality}))
        if acts or weaker:
            _describe(reading, by, at)
        entries = [_record(act, by, at).number for act in acts]
        entries += [_strengthen(one, reading, by, at) for one in standing]
        how: How = "recorded" if acts else "strengthened" if weaker else "known"
        done = ProposalAccepted(
            id=row.id,
            document=row.document,
            how=how,
            entries=tuple(entries),
            **_carried(reading, at),
        )
        return record(done, by=by, at=at, seen=seen)


def correct(row: Proposal, told: ProposalCorrected, *, seen: int, by: By, at: datetime) -> Receipt:
    """Say anew what the words tell. Raises BadAct where the proposal is decided already."""
    with transaction.atomic():
        _open(row)
        return record(told, by=by, at=at, seen=seen)


def reject(
    row: Proposal, reason: Why, words: str | None, *, seen: int, by: By, at: datetime
) -> Receipt:
    """Find that nothing of it enters the record. Raises BadAct where it is decided already."""
    with transaction.atomic():
        reading = _open(row)
        act = ProposalRejected(
            id=row.id,
            document=row.document,
            reason=reason,
            words=words or None,
            **_carried(reading, at),
        )
        return record(act, by=by, at=at, seen=seen)


def reopen(row: Proposal, reason: str, *, seen: int, by: By, at: datetime) -> Receipt:
    """Take a decision back: what an acceptance recorded is withdrawn, a source it added goes.

    Only a role that may withdraw acts takes an acceptance back (NotPermitted names the right).
    """
    with transaction.atomic():
        reading = Reading.objects.get(pk=row.document)
        if row.state == "open":
            raise BadAct(Problem("curated.open_already", {}))
        if row.state == "accepted" and row.how != "known":
            for number in reversed(row.recorded):
                _undo(number, row, reading, reason, by, at)
        act = ProposalReopened(id=row.id, document=row.document, **_carried(reading, at))
        return record(act, by=by, at=at, seen=seen)


def _open(row: Proposal) -> Reading:
    """The reading of a proposal that waits for a decision. Raises BadAct."""
    now = Proposal.objects.get(pk=row.id)
    if now.state != "open":
        raise BadAct(Problem("curated.decided_already", {"id": row.id}))
    return Reading.objects.get(pk=row.document)


def _carried(reading: Reading, at: datetime) -> dict[str, Any]:
    return {"done_on": str(day_in_astana(at)), "sources": (reading.cited_as,)}


def _record(act: Act, by: By, at: datetime) -> Receipt:
    return record(act, by=by, at=at, seen=version_of(deed_of(act.kind).stream(act)))


def _describe(reading: Reading, by: By, at: datetime) -> None:
    """The document becomes a source of the record, once something of it is confirmed."""
    if any(reading.cited_as in row.files for row in Document.objects.all()):
        return
    title = reading.title or reading.outlet or reading.cited_as
    act = DocumentDescribed(
        id=reading.id,
        title={reading.language: title},
        language=reading.language,
        publisher=reading.outlet,
        published=reading.published,
        url=reading.url,
        files=(reading.cited_as,),
        sources=(reading.cited_as,),
    )
    _record(act, by, at)


def _strengthen(one: Standing, reading: Reading, by: By, at: datetime) -> int:
    """The document is a source of an entry too; the entry's number. Its confidence stays: whether
    two sources rest on each other is for a person to say."""
    if reading.cited_as not in one.act.sources:
        act = SourceAdded(
            subject=one.stream,
            version=one.version,
            sources=(reading.cited_as,),
            confidence=one.act.confidence,
        )
        record(act, by=by, at=at, seen=version_of(one.stream))
    return one.number


def _undo(number: int, row: Proposal, reading: Reading, reason: str, by: By, at: datetime) -> None:
    entry = Entry.objects.get(pk=number)
    target = read_act(msgspec.json.decode(entry.body)["act"])
    if is_one(target) or not _stands(entry):
        return
    told: dict[str, Any] = {
        "subject": entry.stream,
        "version": entry.version,
        "reason": reason,
        "sources": (reading.cited_as,),
    }
    if entry.recorded_at == _accepted(row).recorded_at:
        act: Act = ActWithdrawn(**told)
    else:
        sources = [one for one in _sources(entry) if one != reading.cited_as]
        act = ActCorrected(**told, changes={"sources": sources}, confidence=target.confidence)
    record(act, by=by, at=at, seen=version_of(entry.stream))


def _accepted(row: Proposal) -> Entry:
    """The entry of the last acceptance: what it recorded has its very moment."""
    rows = Entry.objects.filter(stream=f"reading/{row.document}", kind="proposal.accepted/1")
    return next(one for one in rows.order_by("-version") if _of(one, row))


def _of(entry: Entry, row: Proposal) -> bool:
    act: dict[str, Any] = msgspec.json.decode(entry.body)["act"]
    return bool(act["id"] == row.id)


def _stands(entry: Entry) -> bool:
    return any(number == entry.number for number, _, _ in _effective(entry.stream))


def _sources(entry: Entry) -> Iterator[str]:
    for number, act, _ in _effective(entry.stream):
        if number == entry.number:
            yield from act.sources


def _effective(stream: str) -> list[Any]:
    bodies = Entry.objects.filter(stream=stream).order_by("version").values_list("body", flat=True)
    return effective(msgspec.json.decode(body) for body in bodies)
