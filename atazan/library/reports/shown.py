"""A report as its page shows it: addresses inside the portal, bars in per cent."""

from __future__ import annotations

from fractions import Fraction

from django.conf import settings
from msgspec import Struct

from atazan.papers.report import Bars, Block, Line, Report, Table

_TWO, _ONE = ("c-edge", "c-kok"), ("c-kok",)


class Piece(Struct, frozen=True):
    """A part of a bar: its colour, where it begins and how wide it is, in per cent."""

    colour: str
    x: str
    width: str


class DrawnBar(Struct, frozen=True):
    """A bar under its name."""

    name: str
    n: int
    pieces: tuple[Piece, ...]


class ShownBars(Struct, frozen=True):
    """Bars with the key of their colours, where there are several."""

    title: str
    drawn: tuple[DrawnBar, ...]
    key: tuple[tuple[str, str], ...]


class ShownTable(Struct, frozen=True):
    """A table whose cells know the name of their column, for narrow pages."""

    caption: str
    head: tuple[str, ...]
    cells: tuple[tuple[tuple[str, Line], ...], ...]


class ShownPart(Struct, frozen=True):
    """A part under its heading."""

    heading: str
    blocks: tuple[Line | ShownBars | ShownTable, ...]


class ShownReport(Struct, frozen=True):
    """A report for its template."""

    title: str
    marked: str
    lede: tuple[str, ...]
    parts: tuple[ShownPart, ...]


def shown(report: Report) -> ShownReport:
    """The report for its page."""
    parts = tuple(ShownPart(one.heading, tuple(map(_block, one.blocks))) for one in report.parts)
    return ShownReport(report.title, report.marked, report.lede, parts)


def _block(one: Block) -> Line | ShownBars | ShownTable:
    if isinstance(one, Line):
        return _inside(one)
    if isinstance(one, Table):
        rows = tuple(
            tuple((name, _inside(cell)) for name, cell in zip(one.head, row, strict=True))
            for row in one.rows
        )
        return ShownTable(one.caption, one.head, rows)
    return drawn(one)


def drawn(bars: Bars) -> ShownBars:
    """Bars in per cent of the longest, with the key of their colours."""
    colours = _TWO if len(bars.series) > 1 else _ONE
    made = []
    for bar in bars.bars:
        pieces, before = [], 0
        for colour, n in zip(colours, bar.values, strict=True):
            if n:
                pieces.append(Piece(colour, _per(before, bars), _per(n, bars)))
            before += n
        made.append(DrawnBar(bar.name, before, tuple(pieces)))
    key = tuple(zip(colours, bars.series, strict=True)) if len(bars.series) > 1 else ()
    return ShownBars(bars.title, tuple(made), key)


def _per(n: int, bars: Bars) -> str:
    return f"{float(Fraction(n, bars.longest) * 100):.2f}%"


def _inside(line: Line) -> Line:
    """On a page addresses leave the site's own name out."""
    path = line.address.removeprefix(settings.ATAZAN_SITE)
    return Line(says=line.says, address=path, count=line.count, mute=line.mute)
