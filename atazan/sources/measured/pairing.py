"""Which act told stands for which act marked: one to one, of one kind, about one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from atazan.sources.measured.equal import evened, same_name
from atazan.sources.measured.gold import ActMarked, Item, places
from atazan.sources.understood.told import ActTold

ROLES = ("date", "modality", "actors", "objects", "office", "counterparts")
"""What of an act is compared, besides its kind."""


class Pair(NamedTuple):
    """An act marked, the act told for it, and the roles that differ."""

    marked: ActMarked
    told: ActTold
    wrong: tuple[str, ...]


class Paired(NamedTuple):
    """The acts of one text: paired, marked but not told, told but not marked."""

    pairs: list[Pair]
    missed: list[ActMarked]
    invented: list[ActTold]


def same_role(role: str, marked: ActMarked, told: ActTold) -> bool:
    """Whether one role of the two is the same."""
    one, other = getattr(marked, role), getattr(told, role)
    if role in ("date", "modality"):
        return bool(one == other)
    return same_name(one, other) if role == "office" else evened(one) == evened(other)


def pair(item: Item, told: Sequence[ActTold]) -> Paired:
    """Pair the acts of a text, the best pairs first.

    Two acts can be a pair where they are of one kind and their words overlap, or they share a name
    in one role, or all is the same.
    """
    spans = [places(item.text, act.says) for act in item.acts]
    every = []
    for i, marked in enumerate(item.acts):
        for j, act in enumerate(told):
            if marked.kind == act.kind and (likeness := _likeness(marked, act, spans[i])):
                every.append((likeness, -i, -j))
    pairs, taken, used = [], set[int](), set[int]()
    for _, i, j in sorted(every, reverse=True):
        if -i in taken or -j in used:
            continue
        taken.add(-i)
        used.add(-j)
        marked, act = item.acts[-i], told[-j]
        wrong = tuple(role for role in ROLES if not same_role(role, marked, act))
        pairs.append(Pair(marked, act, wrong))
    return Paired(
        pairs,
        [act for i, act in enumerate(item.acts) if i not in taken],
        [act for j, act in enumerate(told) if j not in used],
    )


def overlap(spans: Sequence[tuple[int, int]], start: int, end: int) -> float:
    """How much of a span is shared with the nearest of several: 0 none, 1 the same."""
    shares = [
        max(0, min(end, last) - max(start, first)) / (max(end, last) - min(start, first) or 1)
        for first, last in spans
    ]
    return max(shares, default=0.0)


def _likeness(
    marked: ActMarked, told: ActTold, spans: Sequence[tuple[int, int]]
) -> tuple[bool, bool, float] | None:
    """All the same? The same day? How many roles and words are shared. None: another act."""
    same = [same_role(role, marked, told) for role in ROLES]
    shared = overlap(spans, told.start, told.end)
    if not (shared or all(same) or _share_a_name(marked, told)):
        return None
    return all(same), same[0], sum(same) + shared


def _share_a_name(marked: ActMarked, told: ActTold) -> bool:
    alike = any(
        evened(getattr(marked, role)) & evened(getattr(told, role))
        for role in ("actors", "objects", "counterparts")
    )
    return alike or bool(marked.office and same_name(marked.office, told.office))
