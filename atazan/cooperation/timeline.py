"""A chart of presidencies: a bar for each, its geometry in per cent of the years shown.

Solid: known to the day. Grey: an end known by its month or year. Dotted: an end was not found, and
the bar runs as far as the presidencies beside it leave room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from atazan.cooperation.models import Presidency
from atazan.cooperation.spans import last
from atazan.rules.day import PartialDay

Kind = Literal["solid", "part", "open"]
_DAY = timedelta(days=1)


class Piece(Struct, frozen=True):
    """A stretch of a bar; `x`, `x2` and `width` in per cent."""

    kind: Kind
    x: str
    x2: str
    width: str


class Bar(Struct, frozen=True):
    """A presidency as drawn; `last` is the last day that counts, as far as known."""

    row: Presidency
    last: str | None
    pieces: tuple[Piece, ...]


class Timeline(Struct, frozen=True):
    """Bars over whole years; `years` stand beneath, `day` is where the day asked stands."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[str, int], ...]
    day: str | None


Span = tuple[Kind, date, date]


def timeline(rows: Sequence[Presidency], day: date, today: date) -> Timeline | None:
    """The presidencies begun by `day`, the oldest first; None where there is none."""
    drawn = [(row, _spans(rows, place, today)) for place, row in enumerate(rows)]
    shown = [(row, spans) for row, spans in drawn if spans and spans[0][1] <= day]
    if not shown:
        return None
    every = [span for _, spans in shown for span in spans]
    first = date(min(span[1] for span in every).year, 1, 1)
    end = date(max(today, *(span[2] for span in every)).year + 1, 1, 1)

    def x(at: date) -> float:
        return 100 * (at - first).days / (end - first).days

    bars = tuple(
        Bar(row, last(row.until), tuple(_piece(span, x) for span in spans)) for row, spans in shown
    )
    years = range(first.year, end.year)
    step = 2 if len(years) > 8 else 1
    marks = tuple((f"{x(date(year, 1, 1)):.2f}%", year) for year in years[::step])
    return Timeline(bars, marks, f"{x(day):.2f}%" if first <= day < end else None)


def _piece(span: Span, x: object) -> Piece:
    assert callable(x)
    since, until = x(span[1]), x(span[2])
    return Piece(span[0], f"{since:.2f}%", f"{until:.2f}%", f"{max(until - since, 0.3):.2f}%")


def _spans(rows: Sequence[Presidency], place: int, today: date) -> list[Span]:
    return list(_stretches(rows, place, today))


def _stretches(rows: Sequence[Presidency], place: int, today: date) -> Iterator[Span]:
    row = rows[place]
    since, until = _read(row.since), _read(row.until)
    if since is None and until is None:
        return
    start = since or _read(rows[place - 1].since if place else None)
    if since is None:
        if start is not None and until is not None:
            yield ("open", start.last, until.first)
        return
    if not since.exact:
        yield ("part", since.first, since.last + _DAY)
    begun = since.first if since.exact else since.last + _DAY
    if until is not None:
        yield ("solid", begun, until.first)
        if not until.exact:
            yield ("part", until.first, until.last + _DAY)
    else:
        yield ("open", begun, _next(rows, place) or today)


def _next(rows: Sequence[Presidency], place: int) -> date | None:
    for row in rows[place + 1 :]:
        written = _read(row.since or row.until)
        if written is not None:
            return written.first
    return None


def _read(written: str | None) -> PartialDay | None:
    return PartialDay.read(written) if written else None
