"""A report: parts with sentences, tables and bars, in words already said in its language.

The same content is shown as a page, a PDF and a Word file. An `address` leads to the rows a
sentence counts; empty where there is nothing to open.
"""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from atazan.papers.kinds import Paper
from atazan.papers.saying import Saying, printable
from atazan.rules.text import LANGS, Lang


class Line(Struct, frozen=True, kw_only=True, tag="line"):
    """A sentence. `count` is the number in it, where it counts something; `mute`: a remark."""

    says: str
    address: str = ""
    count: int | None = None
    mute: bool = False


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """A table; every row has as many cells as `head`. `widths` are shares of the whole width."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


class Bar(Struct, frozen=True, kw_only=True):
    """A bar under its name: a number for each series."""

    name: str
    values: tuple[int, ...]


class Bars(Struct, frozen=True, kw_only=True, tag="bars"):
    """Bars of counts, two series at most; `title` is a sentence, and the table says the same."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> int:
        """The longest bar, at least 1."""
        return max((sum(one.values) for one in self.bars), default=1) or 1


Block = Line | Table | Bars


class Part(Struct, frozen=True, kw_only=True):
    """A part of a report under its heading."""

    heading: str
    blocks: tuple[Block, ...]


class Report(Paper, frozen=True, kw_only=True):
    """A report of the platform, no act of a court. `marked` says so, or that it is a draft."""

    kind: ClassVar[str] = "report"
    languages: ClassVar[tuple[Lang, ...]] = LANGS

    title: str
    marked: str
    lede: tuple[str, ...]
    parts: tuple[Part, ...]


def report(paper: Report, say: Saying) -> dict[str, Any]:
    """What stands on a report, in characters that can be printed."""
    told = {
        "title": paper.title,
        "marked": paper.marked,
        "day": say.on(say.day),
        "lede": list(paper.lede),
        "parts": [_part(one) for one in paper.parts],
    }
    return {key: _printable(value) for key, value in told.items()}


def _part(one: Part) -> dict[str, Any]:
    blocks = []
    for block in one.blocks:
        told = msgspec.to_builtins(block)
        if isinstance(block, Bars):
            told["longest"] = block.longest
        blocks.append(told)
    return {"heading": one.heading, "blocks": blocks}


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: each if key == "address" else _printable(each) for key, each in value.items()}
    return [_printable(each) for each in value] if isinstance(value, list | tuple) else value
