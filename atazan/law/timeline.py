"""A provision and its parts along the years, as bars: where each stood how, in per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from atazan.law.marks import Mark, mark_of
from atazan.law.queries import standings
from atazan.law.review import UnderReview
from atazan.law.standing import Standing
from atazan.rules.citation import Provision, levels

MOST_LANES = 12
MOST_YEARS_NAMED = 7
_KINDS = {
    "conforms_as_interpreted": "int",
    "official_interpretation": "int",
    "does_not_conform_in_part": "part",
    "ceased": "none",
    "repealed": "none",
    "not_yet": "",
}
_BAR = {
    "on": ("c-on", "11"),
    "int": ("c-int", "11"),
    "part": ("c-off", "5.5"),
    "none": ("c-line", "11"),
}


class Stretch(Struct, frozen=True):
    """Days on which a provision stood one way; `since` counts, `key` are the words of its state.

    A stretch without a kind is not drawn: the provision was not there yet.
    """

    since: date
    key: str
    kind: str
    x: str
    width: str

    @property
    def colour(self) -> str:
        return _BAR[self.kind][0]

    @property
    def height(self) -> str:
        return _BAR[self.kind][1]


class Lane(Struct, frozen=True):
    """One provision along the years."""

    where: Provision
    name: str
    stretches: tuple[Stretch, ...]


class Tick(Struct, frozen=True):
    """A day or a year on the axis; `gold` is an act of a court."""

    x: str
    words: str
    gold: bool = False


class Timeline(Struct, frozen=True):
    """The lanes with their axis; `here` is the day asked. `kinds` are those of the key."""

    lanes: tuple[Lane, ...]
    years: tuple[Tick, ...]
    days: tuple[Tick, ...]
    here: str
    here_end: bool
    kinds: tuple[str, ...]
    drawn: dict[str, tuple[str, str]]
    reviews: tuple[tuple[str, str], ...] = ()
    """Where a review began, and how long it went on, in per cent."""


class _Axis(Struct, frozen=True):
    first: date
    last: date

    def at(self, day: date) -> float:
        whole = (self.last - self.first).days
        return min(100.0, max(0.0, (day - self.first).days * 100 / whole))


def timeline(
    found: Standing, parts: Sequence[Provision], reviews: Sequence[UnderReview] = ()
) -> Timeline | None:
    """The bars of a provision and its parts; None where nothing on record changed it and the Court
    never reviewed it."""
    turns = sorted({e.since.first for e in found.history if e.since.exact})
    own = [e.since.first for e in found.history if e.relation != "parent"]
    own += [one.since for one in reviews]
    if not own:
        return None
    end = found.work.in_force_until
    last = max([found.day, *turns, *([end] if end else [])])
    axis = _Axis(date(min(own).year, 1, 1), date(last.year, 12, 31))
    here = Provision(found.work.id, found.provision)
    wheres = [here, *parts] if len(parts) <= MOST_LANES else [here]
    lanes = tuple(_lanes(wheres, axis, found))
    kinds = {one.kind for lane in lanes for one in lane.stretches if one.kind}
    at = axis.at(found.day)
    return Timeline(
        lanes=lanes,
        years=tuple(_years(axis)),
        days=tuple(_days(found, axis)),
        here=_per_cent(at),
        here_end=at > 50,
        kinds=tuple(kind for kind in _BAR if kind in kinds),
        drawn={kind: _BAR[kind] for kind in _BAR if kind in kinds},
        reviews=tuple(_stretch(one, axis, found.day) for one in reviews),
    )


def _stretch(one: UnderReview, axis: _Axis, day: date) -> tuple[str, str]:
    """A review goes on to its end, or to the day asked."""
    start, stop = axis.at(one.since), axis.at(min(one.until or day, day))
    return _per_cent(start), _per_cent(max(stop - start, 0.5))


def _lanes(wheres: Sequence[Provision], axis: _Axis, found: Standing) -> Iterator[Lane]:
    ends = {found.work.in_force_from, found.work.in_force_until} - {None}
    turns = {event.since.first for event in found.history} | ends
    days = [axis.first, *sorted(day for day in turns if day and axis.first < day <= axis.last)]
    eids = [where.eid for where in wheres]
    stood = [standings(found.work.id, eids, day) for day in days]
    for where in wheres:
        marks = [mark_of(one[where.eid]) for one in stood]
        name = "" if where == wheres[0] else _below(where.eid, wheres[0].eid)
        yield Lane(where, name, _stretches(marks, [*days, axis.last], axis))


def _stretches(marks: Sequence[Mark], days: Sequence[date], axis: _Axis) -> tuple[Stretch, ...]:
    """Days that look alike in a row are one stretch."""
    stretches: list[Stretch] = []
    for mark, (day, until) in zip(marks, pairwise(days), strict=True):
        if stretches and stretches[-1].key == mark.key:
            day = stretches.pop().since
        start, stop = axis.at(day), axis.at(until)
        kind = _KINDS.get(mark.code, "on")
        stretches.append(Stretch(day, mark.key, kind, _per_cent(start), _per_cent(stop - start)))
    return tuple(stretches)


def _below(eid: str, here: str) -> str:
    """A part's number under the provision shown: 2, 2(1)."""
    first, *rest = [number for _, number in levels(eid)[len(levels(here)) :]]
    return first + "".join(f"({number})" for number in rest)


def _years(axis: _Axis) -> list[Tick]:
    """The years of the axis, few enough to stand side by side on a phone."""
    years = list(range(axis.first.year, axis.last.year + 1))
    step = -(-len(years) // MOST_YEARS_NAMED)
    return [Tick(_per_cent(axis.at(date(year, 1, 1))), str(year)) for year in years[::step]]


def _days(found: Standing, axis: _Axis) -> list[Tick]:
    own = [event for event in found.history if event.relation != "parent"]
    courts = {event.since.first for event in own if event.by_decision}
    return [
        Tick(_per_cent(axis.at(day)), day.isoformat(), day in courts)
        for day in sorted({event.since.first for event in own})
    ]


def _per_cent(share: float) -> str:
    return f"{share:.2f}%"
