"""A text that was read becomes an act: what differs from the texts held, and what that did.

`prepare` looks and writes nothing; `record_text` records what was prepared, whole or not at all.
A version may come in any order: an older one, or one between two that are held, leaves the text of
every other day as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import transaction
from msgspec import Struct
from msgspec.structs import replace

from atazan.journal.acts import Act
from atazan.journal.record import By, Receipt, record_many
from atazan.law import effects_of_text, kept, texts
from atazan.law.acts import EffectTold, PieceTold, TextRecorded, WorkRegistered
from atazan.law.compared.changes import Change, followed
from atazan.law.import_checks import Told, check, check_place, check_whole, recorded_before
from atazan.law.models import TextVersion
from atazan.law.pieces import Row
from atazan.law.places import placed
from atazan.law.text.document import Block, Document, pieces
from atazan.law.works_known import ask_the_register


class Prepared(Struct, frozen=True):
    """A text ready to be recorded: the act, the words to keep, and what a reader wants to know.

    `changes` are those against the text before; None where none is held. `older`: a later text is
    held already. `replaces` is the entry of the text of that day whose place it takes.
    """

    act: TextRecorded
    words: tuple[kept.Packing, ...]
    document: Document
    changes: tuple[Change, ...] | None
    older: bool
    replaces: int | None = None
    works: tuple[WorkRegistered, ...] = ()


def prepare(
    document: Document,
    told: Told,
    new_works: Sequence[WorkRegistered] = (),
    noted: Sequence[EffectTold] = (),
) -> Prepared | None:
    """What recording this text would say; None where this very text of this day is held already,
    or was, before a correction took its place.

    `noted` are effects its notes tell. Raises TextRefused.
    """
    check(document, told, [one.id for one in new_works])
    held, digest = texts.versions(told.work, told.lang), document.digest
    of_day = next((one for one in held if one.since == told.since), None)
    if of_day is not None and of_day.digest == digest:
        return None
    if not told.replaces and recorded_before(told, digest):
        return None
    check_place(of_day, told)
    if of_day is not None:  # a correction by the same act, unless another is named
        told = replace(told, by=told.by or of_day.by_work)
    document = replace(document, facts=replace(document.facts, version=told.since))
    before = _text_before(held, told.since)
    changes: tuple[Change, ...] | None = None
    if before is not None:
        found = followed(before, document, texts.names(told.work, told.lang, told.since))
        document, changes = found.document, found.changes
    check_whole(document, before, told)
    later = next((one for one in held if one.since > told.since), None)
    rows, packings = _pieces(document, told, later)
    effects = effects_of_text.told(document, changes, later, told, noted, of_day)
    act = TextRecorded(
        id=_id(told),
        work=told.work,
        lang=told.lang,
        since=told.since.isoformat(),
        source=told.source,
        digest=digest,
        by=told.by,
        title=document.facts.title,
        pieces=tuple(rows),
        effects=effects.new,
        retold=effects.again,
        anomalies=_counted(document, later is not None),
        sources=(told.source,),
    )
    named = {row.words for row in rows}
    words = tuple(one for one in packings if one.sha256 in named)
    replaces = of_day.entry if of_day is not None else None
    return Prepared(act, words, document, changes, later is not None, replaces, tuple(new_works))


def bring_back(document: Document, told: Told) -> int:
    """Keep the words of a text held already, where the database lost some; how many it lost."""
    held = texts.versions(told.work, told.lang)
    before = _text_before(held, told.since)
    if before is not None:
        document = replace(document, facts=replace(document.facts, version=told.since))
        document = followed(
            before, document, texts.names(told.work, told.lang, told.since)
        ).document
    named = {row.words for row in texts.rows_on(told.work, told.lang, told.since).values()}
    found = [one for one in (kept.packing(cut.blocks) for cut in _cut(document))]
    lost = [one for one in found if one.sha256 in named - kept.present(one.sha256 for one in found)]
    with transaction.atomic():
        kept.keep(lost)
    return len(lost)


def record_text(prepared: Prepared, *, by: By, at: datetime) -> list[Receipt]:
    """Record a prepared text with its words, and the works it makes known: all or nothing.

    Raises what `record_many` raises.
    """
    try:
        with transaction.atomic():
            receipts = record_many(prepared.works, by=by, at=at) if prepared.works else []
            ask_the_register()
            kept.keep(prepared.words)
            acts: list[Act] = [prepared.act]
            return receipts + record_many(acts, by=by, at=at)
    finally:
        ask_the_register()


@contextmanager
def undone() -> Iterator[None]:
    """What is recorded inside is there until the end, and then was never recorded."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        kept.forget()
        ask_the_register()


def _text_before(held: Iterable[texts.Version], since: date) -> Document | None:
    earlier = [one for one in held if one.since < since]
    if not earlier:
        return None
    last = earlier[-1]
    return texts.text_on(last.work, last.lang, since - timedelta(days=1))


def _id(told: Told) -> str:
    """`work.lang.day`, and a number where this day was recorded before."""
    name = f"{told.work}.{told.lang}.{told.since.isoformat()}"
    many = TextVersion.objects.filter(work=told.work, lang=told.lang, since=told.since).count()
    return name if not many else f"{name}.{many + 1}"


def _counted(document: Document, older: bool) -> dict[str, int]:
    found: dict[str, int] = {"older": 1} if older else {}
    for one in document.anomalies:
        found[one.kind] = found.get(one.kind, 0) + 1
    return found


class _Cut(Struct, frozen=True):
    """A piece of the new text by its permanent name."""

    wid: str
    eid: str
    blocks: tuple[Block, ...]


def _cut(document: Document) -> Iterator[_Cut]:
    """The text in pieces; where one name comes twice the later ones get a mark of their own."""
    seen: dict[str, int] = {}
    for eid, blocks in pieces(document.blocks):
        own = next((block.name for block in blocks if block.eid == eid), eid)
        wid = own if own != eid else eid
        seen[wid] = seen.get(wid, 0) + 1
        yield _Cut(wid if seen[wid] == 1 else f"{wid}~{seen[wid]}", eid, blocks)


def _pieces(
    document: Document, told: Told, later: texts.Version | None
) -> tuple[list[PieceTold], list[kept.Packing]]:
    """The rows that make the text of the day read so, and leave that of the later day as it was."""
    now = texts.rows_on(told.work, told.lang, told.since)
    cuts = list(_cut(document))
    places = placed([_place(now.get(one.wid)) for one in cuts])
    rows: dict[str, PieceTold] = {}
    packings = []
    for one, place in zip(cuts, places, strict=True):
        was = now.get(one.wid)
        packing = kept.packing(one.blocks, like=was.words if was else None)
        packings.append(packing)
        row = PieceTold(one.eid, place, packing.sha256, _other(one.wid, one.eid))
        if was is None or (was.eid, was.place, was.words) != (row.eid, row.place, row.words):
            rows[one.wid] = row
    gone = {wid: was for wid, was in now.items() if was.words}.keys() - {one.wid for one in cuts}
    for wid in sorted(gone):
        rows[wid] = PieceTold(now[wid].eid, now[wid].place, None, _other(wid, now[wid].eid))
    return [*rows.values(), *_again(rows, told, later)], packings


def _again(
    rows: dict[str, PieceTold], told: Told, later: texts.Version | None
) -> Iterator[PieceTold]:
    """The later version's own words where the new rows would else stand on its day too."""
    if later is None:
        return
    then = texts.rows_on(told.work, told.lang, later.since)
    since = later.since.isoformat()
    for wid, row in rows.items():
        was = then.get(wid)
        if was is None:
            yield PieceTold(row.eid, row.place, None, row.wid, since)
        elif was.since < since:
            yield PieceTold(was.eid, was.place, was.words, _other(wid, was.eid), since)


def _place(row: Row | None) -> int | None:
    return None if row is None or row.words is None else row.place


def _other(wid: str, eid: str) -> str:
    return "" if wid == eid else wid
