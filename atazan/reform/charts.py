"""Charts of a referendum: shares of a base with the number needed; geometry in per cent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Literal

from msgspec import Struct

from atazan.journal.answering import in_figures
from atazan.reform.models import Referendum
from atazan.rules.finding import Finding
from atazan.rules.text import Lang

Part = Literal["for", "against", "invalid", "voted", "away"]
_COLOURS: dict[Part, str] = {
    "for": "kok",
    "voted": "kok",
    "against": "edge",
    "invalid": "line",
    "away": "line",
}


class Piece(Struct, frozen=True):
    """A part of the base: how many persons, and where it stands on the bar."""

    part: Part
    n: int
    colour: str
    x: str
    width: str


class Bar(Struct, frozen=True):
    """A count in parts. `line` is where the number needed stands; None where no rule is known."""

    base: int
    pieces: tuple[Piece, ...]
    needed: int | None = None
    line: str | None = None


class Region(Struct, frozen=True):
    """Turnout of a region in per cent as published, with the hour it speaks of.

    `in_favour` and `against` count persons; None where they were not published.
    """

    id: str
    turnout: str
    width: str
    hour: str | None
    in_favour: int | None
    against: int | None


def turnout(row: Referendum, found: Finding | None = None) -> Bar | None:
    """Who took part, of those entitled to vote; None where a count was not found."""
    if row.electorate is None or row.voted is None:
        return None
    return _bar(row.electorate, {"voted": row.voted, "away": row.electorate - row.voted}, found)


def approval(row: Referendum, found: Finding | None = None) -> Bar | None:
    """How those who took part voted; None where a count was not found."""
    if row.voted is None or row.in_favour is None:
        return None
    known = row.in_favour + (row.against or 0)
    parts: dict[Part, int] = {"for": row.in_favour}
    if row.against is not None:
        parts["against"] = row.against
    parts["invalid"] = row.voted - known
    return _bar(row.voted, parts, found)


def _bar(base: int, parts: Mapping[Part, int], found: Finding | None) -> Bar:
    needed = found.facts.get("needed") if found else None
    pieces, before = [], 0
    for part, n in parts.items():
        if n > 0:
            pieces.append(Piece(part, n, _COLOURS[part], _per(before, base), _per(n, base)))
        before += n
    if not isinstance(needed, int):
        return Bar(base, tuple(pieces))
    return Bar(base, tuple(pieces), needed, _per(needed, base))


def _per(n: int, base: int) -> str:
    return f"{float(Fraction(n, base) * 100):.2f}%"


def regions(row: Referendum, lang: Lang) -> list[Region]:
    """The regions whose turnout was published, the highest first."""
    shares = {id: _share(told.get("turnout")) for id, told in row.regions.items()}
    found = sorted((-share, id) for id, share in shares.items() if share is not None)
    return [_region(id, -share, row.regions[id], lang) for share, id in found]


def _region(id: str, share: Decimal, told: Mapping[str, Any], lang: Lang) -> Region:
    hour = told.get("as_of")
    return Region(
        id=id,
        turnout=in_figures(str(share), lang) or "",
        width=f"{share:.2f}%",
        hour=str(hour).rpartition(" ")[2] if hour else None,
        in_favour=_count(told.get("in_favour")),
        against=_count(told.get("against")),
    )


def _count(written: object) -> int | None:
    return int(str(written)) if str(written).isdigit() else None


def _share(written: object) -> Decimal | None:
    try:
        return Decimal(str(written))
    except InvalidOperation:
        return None
