"""Pages in order, each going on from the last thing shown on the one before.

A page is found anew from where that thing stands now: documents added in between push nothing out
of sight and bring nothing back, and scores may shift a little without harm.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from zlib import crc32

import msgspec
from msgspec import Struct

from atazan.search.asking import Asked
from atazan.search.bad import BadQuestion
from atazan.search.engines import Candidate, Engine, Order, Plan
from atazan.search.loosening import Loose
from atazan.search.ranking import WINDOW, apart, ordered

SLACK = 100
"""So many documents may come in between two pages and push none of the first out of the window."""

_LAST = 4
_EQUAL = 1e-6


class Cursor(Struct, frozen=True, array_like=True):
    """Where a page ended: after `given` hits; `last` are the places of its last few, newest first.

    `need`: how many parts of the question were asked for, `besides` which of them were not (a bit
    each). `edge` is the place of the last thing
    that was put in our own order; None where all were.
    """

    question: int
    need: int
    besides: int
    given: int
    last: tuple[int, ...]
    edge: int | None = None


def written(cursor: Cursor) -> str:
    """The cursor for an address."""
    raw = msgspec.msgpack.encode(cursor)
    return urlsafe_b64encode(raw + crc32(raw).to_bytes(4, "big")).rstrip(b"=").decode()


def read(asked: Asked) -> Cursor | None:
    """The cursor a question goes on from. Raises BadQuestion if damaged or of another question."""
    if asked.after is None:
        return None
    try:
        raw = urlsafe_b64decode(asked.after + "=" * (-len(asked.after) % 4))
        whole = crc32(raw[:-4]).to_bytes(4, "big") == raw[-4:]
        cursor = msgspec.msgpack.decode(raw[:-4], type=Cursor) if whole else None
    except (Error, ValueError, msgspec.DecodeError):
        cursor = None
    if cursor is None or not cursor.last:
        raise BadQuestion("search.bad.cursor", {"after": asked.after[:80]})
    if cursor.question != of(asked):
        raise BadQuestion("search.bad.other_cursor", {"words": asked.words})
    return cursor


def of(asked: Asked) -> int:
    """A number of all that decides what is found and in which order."""
    only = sorted((name, sorted(values)) for name, values in asked.only.items() if values)
    decides = (asked.words, asked.day, asked.lang, only, asked.widen, asked.without, asked.order)
    return crc32(repr(decides).encode())


class Place(Struct, frozen=True, array_like=True):
    """A document on a page."""

    row: int
    score: float


class Page(Struct, frozen=True):
    """A page: its documents in order, how many there are in all, and the cursor of the next."""

    places: tuple[Place, ...]
    total: int
    after: str | None


class Pages:
    """Cuts what an engine finds into pages."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def page(self, asked: Asked, plan: Plan, loose: Loose, cursor: Cursor | None) -> Page:
        """The page of a plan loosened so, after the cursor (None: the first)."""
        nothing_said = not (plan.clauses or plan.must or plan.names)
        if asked.order == "best" and not nothing_said:
            return self._best(asked, plan, loose, cursor)
        order: Order = "oldest" if asked.order == "oldest" else "newest"
        beyond = cursor.last[0] if cursor else None
        found = self._engine.find(plan, asked.most + 1, order=order, beyond=beyond)
        shown = found.candidates[: asked.most]
        places = tuple(Place(one.row, 0.0) for one in shown)
        if len(found.candidates) <= asked.most:
            return Page(places, found.total, None)
        given = (cursor.given if cursor else 0) + len(shown)
        last = Cursor(of(asked), *loose, given, (shown[-1].place,))
        return Page(places, found.total, written(last))

    def first(self, plan: Plan, most: int) -> list[Place]:
        """The best `most`, and those as good as the last; nothing where nothing is said."""
        if not (plan.clauses or plan.must or plan.names):
            return []
        found = self._engine.find(plan, max(WINDOW, most)).candidates
        whole = apart(found, plan.day)
        least = whole[:most][-1][0] if whole else 0.0
        return [Place(one.row, score) for score, one in whole if score >= least - _EQUAL]

    def _best(self, asked: Asked, plan: Plan, loose: Loose, cursor: Cursor | None) -> Page:
        given = cursor.given if cursor else 0
        deep = max(WINDOW, given + asked.most) + (SLACK if cursor else 0)
        found = self._engine.find(plan, deep)
        edge = _edge(found.candidates, cursor)
        whole = [
            *ordered(found.candidates[:edge], plan.day),
            *((one.score, one) for one in found.candidates[edge:]),
        ]
        start = _start(whole, cursor)
        shown = whole[start : start + asked.most]
        places = tuple(Place(one.row, score) for score, one in shown)
        if not shown or start + len(shown) >= found.total:
            return Page(places, found.total, None)
        last = tuple(one.place for _, one in shown[: -_LAST - 1 : -1])
        at = found.candidates[edge - 1].place if edge < found.total else None
        here = Cursor(of(asked), *loose, given + len(shown), last, at)
        return Page(places, found.total, written(here))


def _edge(ranked: Sequence[Candidate], cursor: Cursor | None) -> int:
    """How many of the first were put in our own order."""
    if cursor is None:
        return min(WINDOW, len(ranked))
    if cursor.edge is None:
        return min(WINDOW + SLACK, len(ranked))
    places = [one.place for one in ranked]
    return places.index(cursor.edge) + 1 if cursor.edge in places else min(WINDOW, len(ranked))


def _start(whole: list[tuple[float, Candidate]], cursor: Cursor | None) -> int:
    """Where to go on: after the last thing shown that is still there, else after as many."""
    if cursor is None:
        return 0
    at = {one.place: number for number, (_, one) in enumerate(whole)}
    found = (at[place] + 1 for place in cursor.last if place in at)
    return next(found, max(0, cursor.given - len(cursor.last)))
