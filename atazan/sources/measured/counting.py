"""Right, invented and missed; and the three shares that are made of them."""

from __future__ import annotations

from msgspec import Struct


class Count(Struct):
    """How many were told rightly, told but not there (invented), there but not told (missed).

    Precision, recall and F1 run from 0 to 1; where there was nothing to find and nothing was told
    they are 1.

    >>> one = Count(right=3, invented=1, missed=2)
    >>> one.precision, one.recall, round(one.f1, 3)
    (0.75, 0.6, 0.667)
    """

    right: int = 0
    invented: int = 0
    missed: int = 0

    def add(self, right: int, told: int, marked: int) -> None:
        """Count one text: of `told` and `marked`, `right` are the same."""
        self.right += right
        self.invented += told - right
        self.missed += marked - right

    @property
    def precision(self) -> float:
        """The share of what was told that is right."""
        told = self.right + self.invented
        return self.right / told if told else float(not self.missed)

    @property
    def recall(self) -> float:
        """The share of what is there that was told."""
        there = self.right + self.missed
        return self.right / there if there else float(not self.invented)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = 2 * self.right + self.invented + self.missed
        return 2 * self.right / both if both else 1.0
