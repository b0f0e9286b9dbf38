"""Where each piece of a text stands: numbers that rise with the text and change as little as may
be, so that a new article in the middle is one row and not one for each that follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

GAP = 1 << 20


def placed(known: Sequence[int | None]) -> list[int]:
    """A rising place for each piece; `known` are their places before (None: a new piece).

    As many as possible stay where they were; where no room is left between two, all are placed
    anew.

    >>> placed([GAP, None, 2 * GAP]) == [GAP, GAP + GAP // 2, 2 * GAP]
    True
    """
    stay = _rising(known)
    found: list[int] = []
    at, n = 0, 0
    while n < len(known):
        if n in stay:
            at = known[n]  # type: ignore[assignment]
            found.append(at)
            n += 1
            continue
        end = next((m for m in range(n, len(known)) if m in stay), None)
        many = (len(known) if end is None else end) - n
        step = GAP if end is None else (known[end] - at) // (many + 1)  # type: ignore[operator]
        if step < 1:
            return [GAP * (m + 1) for m in range(len(known))]
        found += [at + step * (m + 1) for m in range(many)]
        at, n = found[-1], n + many
    return found


def _rising(known: Sequence[int | None]) -> set[int]:
    """The positions of a longest rising run of the places known."""
    ends: list[int] = []  # the smallest end of a run of each length
    at: list[int] = []  # the position of that end
    before: dict[int, int | None] = {}
    for n, place in enumerate(known):
        if place is None:
            continue
        length = bisect_left(ends, place)
        before[n] = at[length - 1] if length else None
        ends[length:] = [place, *ends[length + 1 :]]
        at[length:] = [n, *at[length + 1 :]]
    found: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
