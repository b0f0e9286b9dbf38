"""How acts told with more or less against them turned out: the table of sureness, made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atazan.sources.measured.gold import Item
from atazan.sources.measured.pairing import pair
from atazan.sources.understood.told import Understood

_AT_LEAST = 25
"""So many acts stand behind one line of the table."""


def weighed(gold: Iterable[Item], told: Iterable[Understood]) -> list[tuple[float, float]]:
    """Lines of the table: a cost, and the share of acts with it whose kind and day were right.

    Shares never rise with the cost: neighbours that would are put together.
    """
    found = sorted(
        one
        for item, understood in zip(gold, told, strict=True)
        for one in _outcomes(item, understood)
    )
    blocks: list[list[float]] = []  # first cost, right, of
    for cost, right in found:
        blocks.append([cost, float(right), 1.0])
        while len(blocks) > 1 and (blocks[-2][2] < _AT_LEAST or _rises(blocks[-2], blocks[-1])):
            _, more, of = blocks.pop()
            blocks[-1][1] += more
            blocks[-1][2] += of
    return [(round(first, 2), round(right / of, 2)) for first, right, of in blocks]


def _rises(one: list[float], other: list[float]) -> bool:
    return other[1] / other[2] >= one[1] / one[2]


def _outcomes(item: Item, understood: Understood) -> Iterator[tuple[float, bool]]:
    paired = pair(item, understood.acts)
    yield from ((one.told.cost, "date" not in one.wrong) for one in paired.pairs)
    yield from ((one.cost, False) for one in paired.invented)
