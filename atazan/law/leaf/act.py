"""The whole text of an act on a day: contents, articles, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from atazan.law import texts
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.contents import Chapter, contents
from atazan.law.leaf.editions import Editions, editions
from atazan.law.leaf.texts_shown import Piece, piece, side
from atazan.law.marks import Mark
from atazan.law.pages import Part
from atazan.law.review import UnderReview, reviews
from atazan.law.text.document import OUTSIDE, outer, pieces
from atazan.law.texts import Wording
from atazan.rules.text import Lang
from atazan.rules.works import Work

_SILENT = ("law.mark.in_force", "law.mark.not_said", "law.mark.article_amended")


class State(Struct, frozen=True):
    """What is to be said at a glance of some provisions of an article, or of all of it."""

    mark: Mark
    eids: tuple[str, ...]


class Said(Struct, frozen=True):
    """A piece of the act with what is to be said of it at a glance."""

    piece: Piece
    parts: tuple[Part, ...] = ()
    reviews: tuple[UnderReview, ...] = ()

    @property
    def eid(self) -> str:
        return self.piece.eid

    @property
    def states(self) -> tuple[State, ...]:
        """Its provisions by how they stood, those of which nothing is to be said left out."""
        found: dict[Mark, list[str]] = {}
        for part in self.parts:
            if part.mark.key not in _SILENT:
                found.setdefault(part.mark, []).append(part.provision)
        return tuple(State(mark, tuple(eids)) for mark, eids in found.items())

    @property
    def outside(self) -> bool:
        """Whether it is no numbered step: title, preamble, signatures."""
        return self.piece.eid in OUTSIDE


class ActText(Struct, frozen=True):
    """The text part of an act's page; no pieces where the day's text is not held."""

    asked: Asked
    held: tuple[Lang, ...]
    editions: Editions
    pieces: tuple[Said, ...] = ()
    contents: tuple[Chapter, ...] = ()

    @property
    def articles(self) -> int:
        return sum(len(chapter.articles) for chapter in self.contents)

    @property
    def missing(self) -> tuple[Lang, ...]:
        """Languages asked for of which no text is held on the day."""
        present = {lang for one in self.pieces for lang in one.piece.sides}
        return tuple(lang for lang in self.asked.langs if self.pieces and lang not in present)


def act(work: Work, asked: Asked, held: Sequence[Lang], touched: Sequence[Part]) -> ActText:
    """The whole act on the day; `touched` are its provisions something had happened to."""
    around = editions(work.id, asked)
    found = {lang: _pieces(work, lang, asked) for lang in asked.langs}
    order = _order([list(one) for one in found.values() if one])
    of_article: dict[str, list[Part]] = {}
    for part in touched:
        of_article.setdefault(outer(part.provision), []).append(part)
    asked_of = [one for one in reviews(work.id, "whole") if one.on(asked.day)]
    said = [
        Said(
            piece(
                eid, [side(one[eid], asked.day) for one in found.values() if eid in one], asked.page
            ),
            tuple(of_article.get(eid, ())),
            tuple(one for one in asked_of if any(outer(at.eid) == eid for at in one.about)),
        )
        for eid in order
    ]
    articles = [one.piece.main.article for one in said]
    return ActText(asked, tuple(held), around, tuple(said), contents(articles))


def _pieces(work: Work, lang: Lang, asked: Asked) -> dict[str, list[Wording]]:
    """The history of each piece of the text of the day, by its eId and in order."""
    document = texts.text_on(work.id, lang, asked.day, asked.known)
    if document is None:
        return {}
    return {
        eid: texts.wordings(work.id, outer(lines[0].name), lang, asked.known)
        for eid, lines in pieces(document.blocks)
    }


def _order(orders: Sequence[list[str]]) -> list[str]:
    """The pieces of all languages in one order: that of the longest text, what it lacks added."""
    if not orders:
        return []
    first, *others = sorted(orders, key=len, reverse=True)
    found = list(first)
    for other in others:
        for place, eid in enumerate(other):
            if eid not in found:
                before = other[place - 1] if place else None
                found.insert(found.index(before) + 1 if before in found else 0, eid)
    return found
