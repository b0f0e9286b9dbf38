"""A chart of tenures: a bar for each, its geometry in per cent of the years shown.

Solid: surely in office. Grey: the day of the start or end is known only in part. Dotted: between
sightings, or after the last one of a person said to be in office still. A point: seen once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from atazan.institutions.queries import Held
from atazan.institutions.telling import Told
from atazan.rules.day import PartialDay

Kind = Literal["solid", "part", "seen", "point"]
_DAY = timedelta(days=1)


class Span(Struct, frozen=True):
    """A stretch of a tenure: `since` counts, `until` does not."""

    kind: Kind
    since: date
    until: date


class Piece(Struct, frozen=True):
    """A stretch as drawn; x, x2 and width in per cent of the chart, as SVG attributes want them."""

    kind: Kind
    x: str
    x2: str
    width: str


class Bar(Struct, frozen=True):
    """One tenure of the chart."""

    told: Told
    pieces: tuple[Piece, ...]


class Mark(Struct, frozen=True):
    """A line across all bars: `x` in per cent, `words` beneath, `y` the height of the words."""

    x: str
    words: str
    anchor: Literal["start", "end"]
    y: int


class Chart(Struct, frozen=True):
    """Bars over whole years, with the days on which the body or the Constitution changed."""

    first: int
    last: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    asked: Mark | None
    height: int

    @property
    def first_year(self) -> str:
        """The first year shown, as text: years are not grouped like numbers."""
        return str(self.first)

    @property
    def last_year(self) -> str:
        """The last year shown, as text."""
        return str(self.last)

    @property
    def crowded(self) -> bool:
        """Whether words beneath already stand at the left edge."""
        shown = [*self.marks, *([self.asked] if self.asked else [])]
        return any(float(one.x[:-1]) < 18 and one.y == 14 for one in shown)


def spans(held: Held, today: date) -> Iterator[Span]:
    """The stretches of a tenure up to `today`, the earliest first."""
    start, end = _read(held.since), _read(held.until)
    seen = [one for one in (_read(held.seen_first), _read(held.seen_last)) if one is not None]
    known = [one.last for one in (start, *seen) if one is not None]
    first = start.first if start and start.exact else min(known)
    if start is not None and not start.exact:
        yield Span("part", start.first, start.last + _DAY)
        first = start.last + _DAY
    sighted = max((one.first for one in seen), default=first)
    if end is not None:
        yield from _stretch("solid", first, end.first)
        if not end.exact:
            yield Span("part", max(first, end.first), end.last + _DAY)
    elif start is not None:
        yield from _stretch("solid", first, max(sighted, first) + _DAY)
    elif sighted > first:
        yield Span("seen", first, sighted + _DAY)
    else:
        yield Span("point", first, first + _DAY)
    if end is None and held.ongoing:
        yield from _stretch("seen", max(sighted, first) + _DAY, today + _DAY)


def _stretch(kind: Kind, since: date, until: date) -> Iterator[Span]:
    if since < until:
        yield Span(kind, since, until)


def chart(
    tenures: Sequence[Told], changes: Iterable[date], asked: date, today: date
) -> Chart | None:
    """The chart of tenures, or None where there is none. `asked` is marked unless it is `today`."""
    drawn = [(told, tuple(spans(told.held, today))) for told in tenures]
    every = [span for _, found in drawn for span in found]
    if not every:
        return None
    first = min(span.since for span in every).year
    last = max(span.until - _DAY for span in every).year
    scale = _Scale(date(first, 1, 1), date(last + 1, 1, 1))
    marks = list(_marks(sorted(set(changes)), scale))
    day = None
    if asked != today and scale.first < asked < scale.end:
        day = Mark(scale.x(asked), _short(asked), scale.anchor(asked), 14 + 18 * _rows(marks))
    bars = tuple(Bar(told, tuple(_piece(span, scale) for span in found)) for told, found in drawn)
    height = 22 + 18 * max(0, _rows(marks) - (day is None))
    return Chart(first, last, bars, tuple(marks), day, height)


class _Scale(Struct, frozen=True):
    first: date
    end: date

    def per_cent(self, day: date) -> float:
        return 100 * (day - self.first).days / (self.end - self.first).days

    def x(self, day: date) -> str:
        return f"{self.per_cent(day):.2f}%"

    def anchor(self, day: date) -> Literal["start", "end"]:
        return "end" if self.per_cent(day) > 50 else "start"


def _piece(span: Span, scale: _Scale) -> Piece:
    wide = scale.per_cent(span.until) - scale.per_cent(span.since)
    width = f"{max(wide, 0.25):.2f}%"
    return Piece(span.kind, scale.x(span.since), scale.x(span.until), width)


def _marks(days: Sequence[date], scale: _Scale) -> Iterator[Mark]:
    """Lines with their words; words that would meet stand one row lower."""
    row, before = 0, -100.0
    for day in days:
        if not scale.first < day < scale.end:
            continue
        at = scale.per_cent(day)
        row = row + 1 if at - before < 25 else 0
        before = at
        yield Mark(scale.x(day), _short(day), scale.anchor(day), 14 + 18 * row)


def _rows(marks: Sequence[Mark]) -> int:
    return max(((mark.y - 14) // 18 + 1 for mark in marks), default=0)


def _short(day: date) -> str:
    """A year where it begins on 1 January, else the day in figures."""
    return str(day.year) if (day.month, day.day) == (1, 1) else f"{day.day}.{day:%m.%Y}"


def _read(written: str | None) -> PartialDay | None:
    return None if written is None else PartialDay.read(written)
