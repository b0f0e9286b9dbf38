"""What the notes of a text say was done to provisions, as effects with the acts that did it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from atazan.journal.acts import Confidence
from atazan.law import new_works
from atazan.law.acts import EffectTold, WorkRegistered
from atazan.law.text.document import OUTSIDE, Block, pieces
from atazan.law.text.notes import Noted
from atazan.rules.text import Lang
from atazan.rules.works import Work, works

_CONSTITUTIONAL = re.compile(r"[Кк]онституционн\w+\s+закон|[Кк]онституциялық\s+заң")
_TOLD = ("inserted", "amended", "repealed", "commenced")
_WHOLE = ("inserted", "repealed", "commenced")
"""What is done to a chapter is done to each of its articles; amended is only some of it."""


class FromNotes(Struct, frozen=True):
    """Effects the notes tell, acts nobody knew, and how many notes give no day to tell them of."""

    effects: tuple[EffectTold, ...]
    new_works: tuple[WorkRegistered, ...]
    without_day: int


def of_notes(notes: Iterable[Noted], blocks: Sequence[Block], work: str, lang: Lang) -> FromNotes:
    """Read the notes of a text of `work` as effects.

    A note that gives no first day takes that of its act, where known, or else the year of its act:
    an act is in force the year it was adopted, unless it was adopted in December.
    """
    articles = _articles(blocks)
    found: list[EffectTold] = []
    fresh: dict[str, WorkRegistered] = {}
    without = 0
    for note in notes:
        if note.kind not in _TOLD or note.eid in OUTSIDE:
            continue
        own = note.kind == "commenced" and note.by_date is None
        by = work if own else _by(note, fresh)
        since, sure = _since(note, by)
        if since is None:
            without += 1
            continue
        for eid in (note.eid, *(articles.get(note.eid, ()) if note.kind in _WHOLE else ())):
            found.append(
                EffectTold(
                    provision=eid,
                    effect=note.kind,  # type: ignore[arg-type]
                    since=since,
                    by=by,
                    lang=lang,
                    noted=True,
                    confidence=Confidence.MEDIUM if sure else Confidence.LOW,
                )
            )
    return FromNotes(tuple(found), tuple(fresh.values()), without)


def _articles(blocks: Sequence[Block]) -> dict[str, list[str]]:
    """The articles of each chapter, by the order of the text."""
    found: dict[str, list[str]] = {}
    chapter = ""
    for eid, _ in pieces(blocks):
        if eid.startswith("art_"):
            found.setdefault(chapter, []).append(eid)
        else:
            chapter = eid
    return found


def _by(note: Noted, fresh: dict[str, WorkRegistered]) -> str | None:
    """The act a note names; one that nobody knew is made known where the note gives its number."""
    if note.by_date is None:
        return None
    known = list(_known(note.by_number, note.by_date))
    if len(known) == 1:
        return known[0].id
    if known or note.by_number is None:
        return None
    kind = "constitutional_law" if _CONSTITUTIONAL.search(note.words) else "law"
    new = new_works.of_number(note.by_number, note.by_date, kind)
    fresh.setdefault(new.id, new)
    return new.id


def _known(number: str | None, adopted: date) -> Iterator[Work]:
    for work in works().values():
        if number is None:
            if adopted in (work.adopted, work.in_force_from) and "amend" in work.kind:
                yield work  # amendments adopted by referendum bear the day their results were out
        elif (work.number or "").upper() == number and work.adopted in (None, adopted):
            yield work


def _since(note: Noted, by: str | None) -> tuple[str | None, bool]:
    """The first day a note tells of, as far as known; and whether it is sure."""
    if note.since is not None:
        return note.since.isoformat(), True
    begins = works()[by].in_force_from if by in works() else None
    if begins is not None:
        return begins.isoformat(), True
    if note.by_date is not None and note.by_date.month < 12:
        return str(note.by_date.year), False
    return None, False
