"""One piece of a law's text made ready to be shown, in one language or in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec import Struct

from atazan.law.leaf.cites import Cites, cited, spans
from atazan.law.leaf.rows import Article, Pair, article, paired
from atazan.law.leaf.runs import Span
from atazan.law.leaf.since import stands_since
from atazan.law.text.document import Block
from atazan.law.texts import Wording
from atazan.rules.text import Lang

Over = Callable[[Block, Lang], Sequence[Span]]
"""What else lies over a line: words that ceased, words that repeat."""


class Side(Struct, frozen=True):
    """A piece in one language: its rows, since when each provision's words stand, what it cites."""

    lang: Lang
    wording: Wording
    article: Article
    since: dict[str, date]
    cites: tuple[Cites, ...]


class Piece(Struct, frozen=True):
    """A piece on a day, its languages side by side; `lead` is the language of the page."""

    eid: str
    level: str
    sides: dict[Lang, Side]
    pairs: tuple[Pair, ...]
    lead: Lang = "kk"

    @property
    def main(self) -> Side:
        """The side that names it: in the language of the page, else the first that is held."""
        return self.sides.get(self.lead) or next(iter(self.sides.values()))

    @property
    def ordered(self) -> tuple[Side, ...]:
        return tuple(self.sides.values())

    @property
    def others(self) -> tuple[Side, ...]:
        """The sides beside the main one."""
        return tuple(one for one in self.ordered if one is not self.main)

    @property
    def since(self) -> dict[str, date]:
        """Since when the words of each provision stand: the later day where languages differ."""
        found: dict[str, date] = {}
        for side in self.sides.values():
            for eid, day in side.since.items():
                found[eid] = max(day, found.get(eid, day))
        return found

    @property
    def number(self) -> str:
        return self.main.article.number


def nothing_over(block: Block, lang: Lang) -> Sequence[Span]:
    """A line with citations only."""
    return ()


def side(history: Sequence[Wording], day: date, over: Over = nothing_over) -> Side | None:
    """A piece in one language with its citations, each read on the day its words began.

    `history` is the piece's own, oldest first; None where it did not stand on the day.
    """
    wording = next((one for one in reversed(history) if one.since <= day), None)
    if wording is None or (wording.until is not None and wording.until <= day):
        return None
    lang, work = wording.lang, wording.work
    since = stands_since(wording, history)
    read = {
        place: cited(one, lang, work, since.get(one.eid, wording.since))
        for place, one in enumerate(wording.blocks)
    }
    places = {id(one): place for place, one in enumerate(wording.blocks)}

    def all_over(block: Block) -> Sequence[Span]:
        return [*spans(read[places[id(block)]]), *over(block, lang)]

    found = tuple(told for cites in read.values() for _, told in cites)
    return Side(lang, wording, article(wording.eid, wording.blocks, all_over), since, found)


def piece(eid: str, found: Iterable[Side | None], lead: Lang) -> Piece:
    """The languages of a piece side by side."""
    sides = {one.lang: one for one in found if one is not None}
    kk, ru = (sides[lang].article.rows if lang in sides else () for lang in ("kk", "ru"))
    first = next(iter(sides.values()))
    return Piece(eid, first.article.level, sides, paired(kk, ru), lead)
