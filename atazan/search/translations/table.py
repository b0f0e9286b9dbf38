"""The table of translations as its files hold it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from atazan.rules.text import LANGS, Lang

HERE = Path(__file__).parent
LEARNED = HERE / "learned.txt"


class Row(NamedTuple):
    """Ways of saying one thing by language, the usual ones first; a language may be missing.

    `weight` is above 0 and at most 1: how surely they say the same. `source` is where it is from:
    `hand`, `corpus` or `house`.
    """

    says: dict[Lang, tuple[str, ...]]
    weight: float
    source: str


class TableRefused(ValueError):
    """A line that cannot be read; says the file, the line and what a line looks like."""


def rows() -> Iterator[Row]:
    """Every row, those written by hand first. Raises TableRefused."""
    for file in sorted((HERE / "hand").glob("*.txt")):
        yield from read(file)
    if LEARNED.exists():
        yield from read(LEARNED)


def read(file: Path) -> Iterator[Row]:
    """The rows of one file. Raises TableRefused."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            try:
                yield _row(line)
            except ValueError as wrong:
                raise TableRefused(
                    f"{file.name}:{number}: {wrong}. A line is: kk <tab> ru <tab> en, ways within "
                    "a cell parted by ';', at least two cells filled; then, if learned, <tab> "
                    f"weight above 0 and at most 1 <tab> source. Got {line!r}"
                ) from None


def _row(line: str) -> Row:
    cells = line.split("\t")
    if len(cells) not in (3, 5):
        raise ValueError(f"{len(cells)} cells")
    says = {
        lang: tuple(way.strip() for way in cell.split(";") if way.strip())
        for lang, cell in zip(LANGS, cells, strict=False)
    }
    says = {lang: ways for lang, ways in says.items() if ways}
    if len(says) < 2:
        raise ValueError("one language alone translates nothing")
    weight = float(cells[3]) if len(cells) == 5 else 1.0
    if not 0 < weight <= 1:
        raise ValueError(f"weight {weight}")
    return Row(says, weight, cells[4] if len(cells) == 5 else "hand")
