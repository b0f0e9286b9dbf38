"""What the page of an answer shows beside the answer itself: rows, filters, ways it was widened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from atazan.rules.text import LANGS, Lang
from atazan.search.address import query_of, with_value, without_value
from atazan.search.asking import Answered, Asked, Hit, Widened
from atazan.search.document import Document
from atazan.search.labels import FACETS, label
from atazan.search.standing import Standing, standing

SEEN = 6
"""Values of a facet that are shown at once; the rest opens."""
OPEN = 2
"""Facets that stand open on a wide page."""
Address = Callable[[str], str]
"""From the query of a question to its address on the page's day."""
Get = Callable[[str], Document | None]


class Row(Struct, frozen=True):
    """A hit as a row. `day` is that in the margin, `wording` where it began to stand; `on` is the
    day its page is opened on, where that is not the reader's."""

    hit: Hit
    target: str
    standing: list[Standing]
    day: date | None
    wording: bool
    on: date | None
    court: bool


class Value(Struct, frozen=True):
    """A value of a facet: what it is called, how many there are, and where a choice leads."""

    words: str
    many: int
    href: str
    chosen: bool


class Facet(Struct, frozen=True):
    """What an answer may be narrowed by."""

    name: str
    seen: list[Value]
    rest: list[Value]
    chosen: bool
    open: bool


class Way(Struct, frozen=True):
    """A way the question was widened: other words for what was asked, and the address without."""

    asked: str
    words: list[tuple[Lang, str]]
    concept: str | None
    href: str


class Straight(Struct, frozen=True):
    """The one thing the words name: a provision to be cited, or a title; `path` is its page."""

    path: str
    title: dict[Lang, str] | None
    cited: dict[str, str] | None


def rows(found: Answered) -> list[Row]:
    """The hits of an answer as rows."""
    return [_row(hit, found.asked.day) for hit in found.hits]


def _row(hit: Hit, asked: date | None) -> Row:
    replaced = "replaced" in hit.facets.get("state", ())
    earlier = asked is None and replaced and hit.since is not None
    return Row(
        hit=hit,
        target=hit.path + (f"#{hit.anchor}" if hit.anchor else ""),
        standing=standing(hit),
        day=date.fromisoformat(hit.day) if hit.day else None,
        wording="@" in hit.id,
        on=date.fromisoformat(hit.since) if earlier and hit.since else None,
        court=hit.kind == "decision",
    )


def facets(found: Answered, lang: Lang, address: Address, get: Get) -> list[Facet]:
    """What the answer may be narrowed by: what tells things apart, and what was chosen."""
    told: list[Facet] = []
    for name in FACETS:
        chosen = found.asked.only.get(name, ())
        counted = dict(found.facets.get(name, ()))
        counted |= {one: 0 for one in chosen if one not in counted}
        if len(counted) < 2 and not chosen:
            continue
        values = [
            _value(found.asked, name, code, many, label(name, code, lang, get), address)
            for code, many in counted.items()
        ]
        values.sort(key=lambda one: not one.chosen)
        seen = max(SEEN, sum(one.chosen for one in values))
        told.append(
            Facet(
                name, values[:seen], values[seen:], bool(chosen), bool(chosen) or len(told) < OPEN
            )
        )
    return told


def _value(asked: Asked, name: str, code: str, many: int, words: str, address: Address) -> Value:
    chosen = code in asked.only.get(name, ())
    changed = (without_value if chosen else with_value)(asked.only, name, code)
    return Value(words, many, address(query_of(asked, only=changed)), chosen)


def ways(found: Answered, address: Address) -> list[Way]:
    """How the question was widened, each with the address of the same question without it."""
    return [_way(found.asked, one, address) for one in found.widened]


def _way(asked: Asked, one: Widened, address: Address) -> Way:
    words = [(lang, ", ".join(one.words[lang])) for lang in LANGS if one.words.get(lang)]
    left = query_of(asked, without=(*asked.without, one.id))
    return Way(one.asked, words, one.concept, address(left))


def straight(found: Answered, get: Get) -> Straight | None:
    """The one thing the words name outright, by a name readers know."""
    if found.straight is None:
        return None
    room, _, id = found.straight.partition("/")
    if room == "norms":
        work, _, eid = id.partition("/")
        return Straight(found.straight, None, {"work": work, "provision": eid})
    same = (hit.title for hit in found.hits if hit.path == found.straight)
    kept = get(f"{room.removesuffix('s')}/{id}")
    title = next(same, kept.title if kept else None)
    return Straight(found.straight, title, None)
