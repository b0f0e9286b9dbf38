"""The requisite of an act, «Закон Республики Казахстан от 5 июня 2026 года № 40-VIII», in Russian
or Kazakh: of which kind it is, of which day and number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from atazan.law.cited.days import day_of
from atazan.law.text.document import Block
from atazan.law.text.worded import worded

_KINDS = (
    ("constitutional_law", r"конституционн\w+ закон|конституциялық заң"),
    ("code", r"кодекс"),
    ("law", r"закон|заң"),
    ("decree", r"указ|жарлы[қғ]"),
    ("resolution", r"постановлени|қаулы"),
)
_NUMBER = re.compile(r"№\s*([0-9]+(?:-[IVXІХivx]+)?)\b")
_FIGURES = re.compile(r"\b([0-3][0-9])\.([01][0-9])\.([12][0-9]{3})\b")
_YEAR = re.compile(r"(?<=[0-9]{4}) ?г\.")
_BEGINS = re.compile(
    r"(?:конституционный закон|закон|кодекс|указ|постановление|қазақстан республикасы)",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"внести|внесени|енгізілсін|енгізу|толықтыр", re.IGNORECASE)
_ADDRESS = re.compile(
    r"/akn/kz/act/(?:[a-z_]+/)?(?P<year>[12][0-9]{3})(?:-(?P<month>[0-9]{2})-(?P<day>[0-9]{2}))?"
    r"/(?P<number>[0-9]+(?:-[ivx]+)?)(?:/.*)?"
)
_HEAD = 10
"""How many lines of a text may bear its requisite."""


class Requisite(Struct, frozen=True):
    """`adopted` is None where only the year is known; `number` is in Latin letters."""

    kind: str
    number: str
    year: int
    adopted: date | None = None


def requisite(text: str) -> Requisite | None:
    """The requisite a text tells; None where day or number is missing.

    >>> requisite("Қазақстан Республикасының 2026 жылғы 5 маусымдағы № 40-VIII ҚРЗ Заңы").number
    '40-VIII'
    """
    number, day = _NUMBER.search(text), worded(_YEAR.sub(" года", text)) or _in_figures(text)
    if number is None or day is None:
        return None
    small = text.casefold()
    kind = next((kind for kind, words in _KINDS if re.search(words, small)), "law")
    return Requisite(kind, latin(number[1]), day.year, day)


def of_address(address: str) -> Requisite | None:
    """What an address of Akoma Ntoso tells of an act of Kazakhstan.

    >>> of_address("/akn/kz/act/2025/21-viii").number
    '21-VIII'
    """
    found = _ADDRESS.fullmatch(address.split("#")[0].strip().casefold())
    if found is None:
        return None
    day = day_of(f"{found['day']}.{found['month']}.{found['year']}") if found["day"] else None
    return Requisite("law", latin(found["number"]), int(found["year"]), day)


def at_head(blocks: Sequence[Block]) -> Requisite | None:
    """The requisite among the first lines of a text: in one line, or in two."""
    lines = []
    for block in blocks[:_HEAD]:
        if block.eid.startswith(("art_", "para_")):
            break
        lines.append(block.printed)
    for one, then in zip(lines, [*lines[1:], ""], strict=False):
        for line in (one, f"{one} {then}"):
            heads = _BEGINS.match(line) and len(line) < 250 and not _ORDERS.search(line)
            if heads and (found := requisite(line)):
                return found
    return None


def latin(number: str) -> str:
    """A number whose Roman figures are Latin letters."""
    return number.upper().translate(str.maketrans("ІХ", "IX"))


def _in_figures(text: str) -> date | None:
    found = _FIGURES.search(text)
    return day_of(found[0]) if found else None
