"""Charts of published figures: geometry in per cent across, in pixels up.

Numbers that grow from one first day are drawn apart from numbers of single months: they must not be
added together. A number said to be rounded ("about", "more than") is a ring, another one a dot.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from atazan.monitoring.models import Figure
from atazan.monitoring.queries import Series, speaks_of
from atazan.rules.day import PartialDay

HEIGHT = 180
_TOP = 22
_LINES = 4


class Point(Struct, frozen=True):
    """A figure on the chart: `y` in pixels from the top."""

    row: Figure
    x: str
    y: int
    rounded: bool


class Growth(Struct, frozen=True):
    """Numbers counted from one first day, by the day they speak of.

    `grid`: a line and its number; `years`: where a year begins; `steps`: the line between points;
    `left_out`: how many speak of no month, so that only the table has them.
    """

    since: date
    points: tuple[Point, ...]
    grid: tuple[tuple[int, int], ...]
    years: tuple[tuple[str, int], ...]
    steps: tuple[tuple[str, int, str, int], ...]
    last: Figure
    left_out: int


class Column(Struct, frozen=True):
    """A month: `width` in per cent of the chart."""

    row: Figure
    width: str


def growth(series: Series) -> Growth | None:
    """The numbers of a series counted from its most frequent first day; None for fewer than 3."""
    counted = [one for one in series.figures if _whole(one) and not one.category and one.since]
    starts = [one.since for one in counted if one.until and not _month(one) and not _year(one)]
    if not starts:
        return None
    since = max(set(starts), key=starts.count)
    rows = [one for one in counted if one.since == since and not _month(one) and not _year(one)]
    known = [one for one in rows if _exact_enough(one)]
    first = PartialDay.read(str(since)).first
    return _drawn(first, known, len(rows) - len(known)) if len(known) > 2 else None


def months(series: Series) -> list[Column]:
    """The numbers of single months, the oldest first."""
    rows = [one for one in series.figures if _whole(one) and not one.category and _month(one)]
    rows.sort(key=lambda one: str(one.since))
    most = max((int(one.value) for one in rows), default=0)
    return [Column(one, f"{100 * int(one.value) / most:.2f}%") for one in rows] if most else []


def _drawn(since: date, rows: Iterable[Figure], left_out: int) -> Growth:
    told = sorted(((_day(one), int(one.value), one) for one in rows), key=lambda one: one[:2])
    end = date(told[-1][0].year + 1, 1, 1)
    top = _round_up(max(value for _, value, _ in told))

    def x(day: date) -> str:
        return f"{100 * (day - since).days / (end - since).days:.2f}%"

    def y(value: int) -> int:
        return round(_TOP + (HEIGHT - _TOP) * (1 - value / top))

    points = tuple(Point(row, x(day), y(n), row.qualifier is not None) for day, n, row in told)
    ends = [(x(since), y(0)), *((point.x, point.y) for point in points)]
    return Growth(
        since=since,
        points=points,
        grid=tuple((y(n), n) for n in range(0, top + 1, top // _LINES)),
        years=tuple((x(date(year, 1, 1)), year) for year in range(since.year, end.year)),
        steps=tuple((a[0], a[1], b[0], b[1]) for a, b in pairwise(ends)),
        last=told[-1][2],
        left_out=left_out,
    )


def _round_up(value: int) -> int:
    """The next number that parts in four whole round lines.

    >>> _round_up(13000), _round_up(19)
    (16000, 20)
    """
    unit: int = 4 * 10 ** max(0, len(str(value)) - 2)
    while value > unit * 9:
        unit *= 2
    return -(-value // unit) * unit


def _day(row: Figure) -> date:
    told = speaks_of(row)
    assert told is not None
    return told.last


def _whole(row: Figure) -> bool:
    return row.unit == "count" and Decimal(row.value) == int(Decimal(row.value))


def _month(row: Figure) -> bool:
    return row.since is not None and row.since == row.until and len(row.since) == 7


def _year(row: Figure) -> bool:
    return row.since is not None and row.since == row.until and len(row.since) == 4


def _exact_enough(row: Figure) -> bool:
    """Whether the day it speaks of is known at least by its month."""
    told = speaks_of(row)
    return told is not None and told.month is not None
