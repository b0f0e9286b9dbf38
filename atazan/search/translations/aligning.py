"""Which words translate each other, by how they stand together in parallel statements.

IBM model 1, both ways: each word of one side is thought to come from one word of the other (or
from none); how likely each word comes from each is found by expectation and maximisation. Two words
are taken for translations where both ways agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

Side = tuple[str, ...]
Sides = Sequence[tuple[Side, Side]]

ROUNDS = 8
_NOTHING = ""


class Link(NamedTuple):
    """Two words that translate each other; `sure` is above 0 and at most 1; `together` counts the
    statements both stand in."""

    left: str
    right: str
    sure: float
    together: int


def links(pairs: Sides, least: int = 3, sure: float = 0.2) -> list[Link]:
    """Words that translate each other, the surest first; those seen together at least so often."""
    there = _chances(pairs)
    back = _chances([(right, left) for left, right in pairs])
    together = Counter(
        (one, other) for left, right in pairs for one in set(left) for other in set(right)
    )
    found = [
        Link(one, other, chance, together[one, other])
        for one, others in there.items()
        for other, forth in others.items()
        if together[one, other] >= least
        and (chance := (forth * back.get(other, {}).get(one, 0.0)) ** 0.5) >= sure
    ]
    return sorted(found, key=lambda link: (-link.sure, -link.together, link))


def _chances(pairs: Sides) -> dict[str, dict[str, float]]:
    """For each word of the left side, how likely each word of the right side translates it."""
    chance: dict[str, dict[str, float]] = defaultdict(dict)
    for left, right in pairs:
        for one in (_NOTHING, *left):
            for other in right:
                chance[one][other] = 1.0
    for _ in range(ROUNDS):
        chance = _again(pairs, chance)
    return chance


def _again(pairs: Sides, chance: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for left, right in pairs:
        froms = (_NOTHING, *left)
        for other in right:
            weights = [chance[one].get(other, 0.0) for one in froms]
            whole = sum(weights) or 1.0
            for one, weight in zip(froms, weights, strict=True):
                if weight > 1e-6:
                    counted[one][other] += weight / whole
    found: dict[str, dict[str, float]] = {}
    for one, others in counted.items():
        whole = sum(others.values())
        found[one] = {other: part / whole for other, part in others.items()}
    return found
