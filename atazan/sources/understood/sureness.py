"""How sure a reading is: what spoke against an act, weighed by how such acts turned out."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> tuple[list[float], list[float]]:
    lines = (Path(__file__).parent / "sureness.txt").read_text("utf-8").splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    return [float(cost) for cost, _ in pairs], [float(share) for _, share in pairs]


def sure(cost: float) -> float:
    """The share, from 0 to 1, of acts with this cost or more whose kind and day were right on the
    unseen part of the annotated set (`make eval EVAL="--weigh --part unseen"` prints the table).

    >>> sure(0.0) > sure(2.0) > 0
    True
    """
    costs, shares = _table()
    return shares[max(0, bisect_right(costs, cost) - 1)]
