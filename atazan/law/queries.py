"""Ask the register of the law, as of a day: how a provision stands, what was touched, who cites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec
from django.db.models import Q, QuerySet
from msgspec import Struct

from atazan.journal.models import Entry
from atazan.law.event import Event, Relation, SpanWords
from atazan.law.held import Held
from atazan.law.models import Citation, Effect
from atazan.law.standing import NOT_IN_TEXT, Standing, stand
from atazan.law.text.document import outer
from atazan.law.text.lines import ordinal
from atazan.rules.book import rules
from atazan.rules.citation import Provision, levels, other_spelling
from atazan.rules.day import PartialDay
from atazan.rules.text import Text
from atazan.rules.works import Work, works


class UnknownWork(LookupError):
    """No work is known by this name."""

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        self.name, self.near = name, near
        hint = f"did you mean {', '.join(near)}?" if near else "see the list of provisions"
        super().__init__(
            f"no single work is known as '{name}'; give its short id (cl-court-2022), its number "
            f"(153-VII) or its address (/akn/kz/act/2022/153-vii); {hint}"
        )


def find_work(name: str) -> Work:
    """A work by its short id, its address or its number. Raises UnknownWork, also where a number
    is that of several works."""
    asked = name.strip().removeprefix("№").strip().casefold()
    if asked in works():
        return works()[asked]
    if asked.startswith("/akn/"):
        found = [work for work in works().values() if work.uri == asked.split("#")[0].rstrip("/")]
    else:
        found = [work for work in works().values() if (work.number or "").casefold() == asked]
    if len(found) == 1:
        return found[0]
    near = found or [work for work in works().values() if asked and asked in work.id]
    raise UnknownWork(name, tuple(work.id for work in near[:8]))


def effects() -> QuerySet[Effect]:
    """What happened to provisions, without what a text recorded later tells otherwise."""
    return Effect.objects.filter(superseded=False)


def _near(work: str, provisions: Iterable[str]) -> QuerySet[Effect]:
    """The effects among which are all that meet these provisions: by article, where few are asked
    about, else those of the whole work."""
    pieces = {outer(one) for one in provisions}
    if "whole" in pieces or len(pieces) > _FEW:
        return effects().filter(work=work)
    close = Q(provision__in=[*pieces, "whole"])
    for piece in pieces:
        close |= Q(provision__startswith=f"{piece}__")
    return effects().filter(close, work=work)


_FEW = 6


def standing(work: str, provision: str, day: date, jurisdiction: str = "kz") -> Standing:
    """How a provision (eId, or `whole`) stood on `day`; `work` is a short id.

    Raises UnknownWork, and ValueError where the provision is no eId. Where a text of that day is
    held, a provision it does not have is `not_in_text`; where none is, one that nothing is recorded
    of stands with its work.
    """
    if work not in works():
        raise UnknownWork(work)
    if provision != "whole":
        levels(provision)
    rows = [row for row in _near(work, [provision]) if _relation(row.provision, provision)]
    events = _events(rows, provision)
    held = Held(work, day)
    return stand(works()[work], provision, events, day, rules(jurisdiction), held)


def standings(
    work: str, provisions: Iterable[str], day: date, jurisdiction: str = "kz"
) -> dict[str, Standing]:
    """How several provisions of a work stood on a day, by eId; the register is read once."""
    found = _standings([(work, one) for one in provisions], day, jurisdiction)
    return {provision: one for (_, provision), one in found.items()}


def as_recorded(work: str, provision: str) -> str:
    """The eId under which the texts, or else the record, know the provision: part for paragraph
    where only that stands there (a reader who writes 342(3) does not say which it is)."""
    if provision == "whole" or (other := other_spelling(provision)) is None:
        return provision
    newest = Held(work, date.max)
    for one in (provision, other):
        if newest.present(one):
            return one
    known = [row.provision for row in effects().filter(work=work)]
    if any(one.startswith(provision) for one in known):
        return provision
    return other if any(one.startswith(other) for one in known) else provision


def touched_provisions(day: date, work: str | None = None) -> list[Standing]:
    """Every provision something had happened to by `day`, and how each stood, by work and eId."""
    rows = list(effects().filter(**({"work": work} if work else {})))
    decided = _decided(rows)
    of_work: dict[str, list[Effect]] = {}
    for row in rows:
        of_work.setdefault(row.work, []).append(row)
    found = []
    for name in sorted(of_work):
        past = {row.provision for row in of_work[name] if PartialDay.read(row.since).first <= day}
        held = Held(name, day)
        of_piece: dict[str, list[Effect]] = {"whole": []}
        for row in of_work[name]:
            of_piece.setdefault(outer(row.provision), []).append(row)
        for provision in sorted(past, key=in_order):
            close = [*of_piece[outer(provision)], *of_piece["whole"]]  # only these may meet it
            asked = of_work[name] if provision == "whole" else close
            near = [row for row in asked if _relation(row.provision, provision)]
            events = _told(near, provision, decided)
            found.append(stand(works()[name], provision, events, day, rules(), held))
    return found


class Citing(Struct, frozen=True):
    """A provision in force that names another in its own words.

    `standing` is how it stood itself that day, `cites` what it names, the nearest to the provision
    asked about first; `relation` says how that is placed to it.
    """

    standing: Standing
    cites: tuple[Provision, ...]
    relation: Relation
    since: PartialDay
    confidence: str
    sources: tuple[str, ...]
    entry: int


def cites(work: str, provision: str, day: date, jurisdiction: str = "kz") -> list[Citing]:
    """Provisions in force on `day` that cite this one, one it is part of, or a part of it.

    Nearest first: those that name it itself, then by the steps between. Nothing found means that
    no text read so far names it, not that none does.
    """
    near: dict[tuple[str, str], list[Citation]] = {}
    for row in Citation.objects.filter(to_work=work):
        if _relation(row.to_provision, provision) and _reads(row, day):
            near.setdefault((row.from_work, row.from_provision), []).append(row)
    standings = _standings(near, day, jurisdiction)
    found = [_citing(standings[key], near[key], provision) for key in near]
    return sorted(
        (one for one in found if one.standing.state not in _NOT_IN_FORCE),
        key=lambda one: _nearest(one, work, provision),
    )


_NOT_IN_FORCE = frozenset({"not_yet", "work_ended", "repealed", NOT_IN_TEXT})


def _reads(row: Citation, day: date) -> bool:
    begun = PartialDay.read(row.since).first <= day
    return begun and (row.until is None or day < PartialDay.read(row.until).first)


def _standings(
    asked: Iterable[tuple[str, str]], day: date, jurisdiction: str
) -> dict[tuple[str, str], Standing]:
    """How many provisions stood, each work's effects read once."""
    of_work: dict[str, list[str]] = {}
    asked = list(asked)
    for work, provision in asked:
        of_work.setdefault(work, []).append(provision)
    rows = [row for work, named in of_work.items() for row in _near(work, named)]
    decided, found = _decided(rows), {}
    held = {work: Held(work, day) for work in of_work}
    for work, provision in asked:
        own = [row for row in rows if row.work == work and _relation(row.provision, provision)]
        events = _told(own, provision, decided)
        found[work, provision] = stand(
            works()[work], provision, events, day, rules(jurisdiction), held[work]
        )
    return found


def _citing(found: Standing, rows: list[Citation], asked: str) -> Citing:
    rows = sorted(rows, key=lambda row: (_steps(row.to_provision, asked), row.to_provision))
    first = rows[0]
    relation = _relation(first.to_provision, asked)
    assert relation is not None
    return Citing(
        standing=found,
        cites=tuple(Provision(row.to_work, row.to_provision) for row in rows),
        relation=relation,
        since=PartialDay.read(first.since),
        confidence=first.confidence,
        sources=tuple(first.sources),
        entry=first.entry,
    )


def _steps(cited: str, asked: str) -> int:
    """How many steps lie between two provisions of which one is part of the other."""
    sizes = [0 if one == "whole" else len(levels(one)) for one in (cited, asked)]
    return abs(sizes[0] - sizes[1])


def _nearest(one: Citing, work: str, asked: str) -> tuple[int, bool, str, object]:
    citing = one.standing
    steps = _steps(one.cites[0].eid, asked)
    return steps, citing.work.id != work, citing.work.id, in_order(citing.provision)


def works_touched(day: date | None = None) -> dict[str, int]:
    """How many provisions of each work something had happened to (by `day`, or at all)."""
    seen: dict[str, set[str]] = {}
    for work, provision, since in effects().values_list("work", "provision", "since"):
        if day is None or PartialDay.read(since).first <= day:
            seen.setdefault(work, set()).add(provision)
    return {work: len(seen[work]) for work in sorted(seen)}


def _relation(touched: str, asked: str) -> Relation | None:
    """How a touched provision is placed to the one asked about; None: they do not meet."""
    if touched == asked:
        return "own"
    if touched == "whole" or asked.startswith(f"{touched}__"):
        return "parent"
    if asked == "whole" or touched.startswith(f"{asked}__"):
        return "child"
    return None


def _events(rows: Iterable[Effect], asked: str) -> list[Event]:
    rows = list(rows)
    return _told(rows, asked, _decided(rows))


def _told(rows: Iterable[Effect], asked: str, decided: dict[str, date]) -> list[Event]:
    """Each row as what happened; one that holds over several intervals is one event for each."""
    return [
        _event(row, asked, decided, interval)
        for row in rows
        for interval in row.intervals or ({"since": row.since, "until": row.until},)
    ]


def shown(work: str, event: Event) -> bool | None:
    """Whether the newest text held of the work shows yet what was done; None: none could tell."""
    return Held(work, event.since.first).shows(event)


def _decided(rows: Iterable[Effect]) -> dict[str, date]:
    """The day of each decision, from the journal: the effect itself may begin on another day."""
    names = {f"decision/{row.by_decision}" for row in rows if row.by_decision}
    entries = Entry.objects.filter(stream__in=names, version=1).values_list("stream", "done_on")
    return {
        stream.removeprefix("decision/"): PartialDay.read(done_on).first
        for stream, done_on in entries
        if done_on is not None
    }


def _event(row: Effect, asked: str, decided: dict[str, date], interval: Mapping[str, Any]) -> Event:
    relation = _relation(row.provision, asked)
    assert relation is not None
    return Event(
        id=row.id,
        effect=row.effect,
        provision=row.provision,
        relation=relation,
        since=PartialDay.read(interval["since"]),
        until=PartialDay.read(interval["until"]) if interval.get("until") else None,
        by_work=row.by_work,
        by_decision=row.by_decision,
        decided_on=decided.get(row.by_decision or ""),
        extent=_text(interval.get("extent") or row.extent),
        span=msgspec.convert(row.span, tuple[SpanWords, ...]) if row.span else (),
        lang=row.lang,  # type: ignore[arg-type]
        before=row.before,
        reading=_text(row.says),
        confidence=row.confidence,
        sources=tuple(row.sources),
        entry=row.entry,
    )


def _text(written: object) -> Text | None:
    return None if written is None else msgspec.convert(written, Text)


def in_order(provision: str) -> tuple[tuple[tuple[int, ...], ...], str]:
    """The order of provisions in a text: an article inserted after another comes after its parts.

    >>> sorted(["art_3-1", "art_3__para_2", "art_10", "art_3"], key=in_order)
    ['art_3', 'art_3__para_2', 'art_3-1', 'art_10']
    """
    numbers = [] if provision == "whole" else [n for _, n in levels(provision)]
    return tuple(ordinal(number) for number in numbers), provision
