"""Where the Kazakh and the Russian text of an act part ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.law.compared.abreast import Group, groups
from atazan.law.compared.said import Said, said_apart
from atazan.law.compared.tree import Node
from atazan.law.text.document import Document

DifferenceKind = Literal[
    "article", "provision", "repeal", "term", "date", "share", "reference", "number", "body",
    "here", "limit", "heading", "lines",
]  # fmt: skip
"""What one text has and the other has not: an article; a numbered provision; the words where the
other says it was repealed; a length of time; a date; a share; a provision cited; a number; a body;
"this paragraph" and the like; a word that limits the norm; a heading; unnumbered lines."""

WEIGHTS: dict[DifferenceKind, int] = {
    "article": 120, "repeal": 110, "term": 100, "date": 95, "share": 90,
    "reference": 88, "provision": 85,
    "number": 80, "body": 70, "here": 60, "limit": 50, "heading": 30, "lines": 20,
}  # fmt: skip


_SHORT = 90  # characters: a longer provision is quoted by its first words


class Quote(Struct, frozen=True):
    """Words of one text: `start` and `end` count characters in the provision's own words, its
    heading, a line break and its text as printed."""

    eid: str
    start: int
    end: int
    text: str


class Difference(Struct, frozen=True):
    """One place where the texts part: quotes from both, None where that text says nothing of it.

    `values` are what each text says, in one notation; "" where it says nothing.
    """

    kind: DifferenceKind
    weight: int
    eid: str
    kk: Quote | None
    ru: Quote | None
    values: tuple[str, str]


def differing(kk: Document, ru: Document) -> list[Difference]:
    """Where two texts of one act on one day part, the weightiest first, then in their order.

    Listed is what can be told without judging sense: provisions, lengths of time, dates, shares,
    numbers, references inside the act, bodies and words that limit. Whether a difference matters
    is for a person to say.
    """
    found: list[Difference] = []
    day = ru.facts.version or kk.facts.version
    for group in groups(kk, ru):
        found += _of_provisions(group)
        found += _of_words(group, day)
    return sorted(found, key=lambda one: -one.weight)


def _difference(
    kind: DifferenceKind, eid: str, kk: Quote | None, ru: Quote | None, values: tuple[str, str]
) -> Difference:
    return Difference(kind, WEIGHTS[kind], eid, kk, ru, values)


def _whole(node: Node | None) -> Quote | None:
    """The first words of a provision."""
    if node is None:
        return None
    words = node.words
    end = len(words) if len(words) <= _SHORT else words.rfind(" ", 0, _SHORT)
    return Quote(node.eid, 0, end, words[:end])


def _of_provisions(group: Group) -> Iterator[Difference]:
    for pair in group.pairs:
        kk, ru = pair
        eid = (ru or kk).eid  # type: ignore[union-attr]
        numbered = all(one is None or one.level not in ("part", "indent", "note") for one in pair)
        if kk is None or ru is None:
            if numbered and _says(kk or ru):
                kind: DifferenceKind = "article" if (kk or ru).level == "art" else "provision"  # type: ignore[union-attr]
                yield _difference(kind, eid, _whole(kk), _whole(ru), ("", ""))
        elif kk.gone != ru.gone:
            yield _difference("repeal", eid, _whole(kk), _whole(ru), ("", ""))
        elif bool(kk.heading) != bool(ru.heading):
            yield _difference("heading", eid, _whole(kk), _whole(ru), ("", ""))
    kk, ru = group.heads
    if kk is None or ru is None or kk.gone or ru.gone:
        return
    lines = (_lines(kk), _lines(ru))
    if lines[0] != lines[1]:
        yield _difference(
            "lines", group.eid, _whole(kk), _whole(ru), (str(lines[0]), str(lines[1]))
        )


def _says(node: Node | None) -> bool:
    return node is not None and bool(node.key) and not node.gone


def _lines(node: Node | None) -> int:
    """How many unnumbered lines stand in a provision, whichever of its items they are set under."""
    if node is None or node.gone:
        return 0
    own = node.body.count("\n") + 1 if node.body else 0
    counted = own if node.level not in ("subpara",) else 0
    inner = (part for part in node.parts if part.level in ("part", "indent", "subpara"))
    return counted + sum(_lines(part) for part in inner)


def _of_words(group: Group, day: date | None) -> Iterator[Difference]:
    kk, ru = said_apart(group, day)
    taken: set[int] = set()
    for one in ru:
        other = next(
            (n for n, each in enumerate(kk) if n not in taken and _counterparts(each, one)), None
        )
        if other is not None:
            taken.add(other)
        yield _told(kk[other] if other is not None else None, one)
    for n, each in enumerate(kk):
        if n not in taken:
            yield _told(each, None)


def _told(kk: Said | None, ru: Said | None) -> Difference:
    said = ru or kk
    assert said is not None
    return _difference(
        said.feature.family,
        said.node.eid,
        _quote(kk) if kk else None,
        _quote(ru) if ru else None,
        (kk.feature.value if kk else "", ru.feature.value if ru else ""),
    )


def _quote(said: Said) -> Quote:
    one = said.feature
    return Quote(said.node.eid, one.start, one.end, said.node.words[one.start : one.end])


def _counterparts(kk: Said, ru: Said) -> bool:
    """Whether two things said are of one kind and in one place, and so stand for each other."""
    return kk.pair == ru.pair and kk.feature.family == ru.feature.family not in ("body", "limit")
