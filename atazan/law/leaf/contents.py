"""The contents of an act: sections and chapters with their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from atazan.law.leaf.rows import Article, plain_number

ABOVE = ("section", "subsection", "chapter", "subchapter")


class Entry(Struct, frozen=True):
    """A line of the contents."""

    eid: str
    number: str
    words: str


class Chapter(Struct, frozen=True):
    """A section or chapter with the articles up to the next one; without a heading where articles
    come before the first."""

    entry: Entry | None
    articles: tuple[Entry, ...]

    @property
    def reach(self) -> str:
        """Its articles by number: 1–9."""
        if not self.articles:
            return ""
        first, last = self.articles[0].number, self.articles[-1].number
        return first if first == last else f"{first}–{last}"


def contents(found: Iterable[Article]) -> tuple[Chapter, ...]:
    """The chapters in the order of the text."""
    return tuple(_chapters(found))


def _chapters(found: Iterable[Article]) -> Iterator[Chapter]:
    head: Entry | None = None
    inside: list[Entry] = []
    for one in found:
        if one.level == "art":
            inside.append(Entry(one.eid, plain_number(one.number), one.heading))
        elif one.level in ABOVE:
            if head is not None or inside:
                yield Chapter(head, tuple(inside))
            words = f"{one.number} {one.heading}".strip()
            head, inside = Entry(one.eid, one.number, words), []
    if head is not None or inside:
        yield Chapter(head, tuple(inside))
