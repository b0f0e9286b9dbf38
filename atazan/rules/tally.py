"""A count of votes, the bases it is measured against, and shares of a base as exact fractions."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct


class Base(StrEnum):
    """The number a share is taken of."""

    TOTAL = "total"
    """All seats the law sets, filled or not."""
    TOTAL_LESS_SUSPENDED = "total_less_suspended"
    """All seats less those whose holder is suspended; vacant seats stay in."""
    ACTING = "acting"
    """Seats that are filled and whose holder is not suspended."""
    PRESENT = "present"
    """Those taking part in the sitting."""


class Share(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a base: exactly one of `more_than` and `at_least`, written as a fraction (2/3)."""

    of: Base
    more_than: str | None = None
    at_least: str | None = None

    def __post_init__(self) -> None:
        if (self.more_than is None) == (self.at_least is None):
            raise ValueError("a share says either more_than or at_least")
        if not 0 < self.fraction <= 1:
            raise ValueError(f"the share {self.fraction} is not between 0 and 1")

    @property
    def fraction(self) -> Fraction:
        """The share as an exact fraction."""
        return Fraction(self.more_than or self.at_least or 0)

    def needed(self, base: int) -> int:
        """The least whole number that meets the share of `base`.

        >>> Share(of=Base.TOTAL, at_least="2/3").needed(11)
        8
        >>> Share(of=Base.TOTAL, more_than="1/2").needed(145)
        73
        """
        part = self.fraction * base
        return ceil(part) if self.at_least is not None else floor(part) + 1

    def __str__(self) -> str:
        return f"{'≥' if self.at_least is not None else '>'} {self.fraction}"


class Tally(Struct, frozen=True, kw_only=True):
    """A count of seats and votes; all are whole numbers of persons.

    `seats`: the total the law sets. `chair_in_favour`: how the Chair voted, None if not known or
    not voting. `chair_presides` is False when another sits in the Chair's place.
    """

    seats: int
    present: int
    in_favour: int
    against: int
    abstained: int = 0
    suspended: int = 0
    vacant: int = 0
    chair_in_favour: bool | None = None
    chair_presides: bool = True

    def base(self, base: Base) -> int:
        """How many count in a base."""
        if base is Base.PRESENT:
            return self.present
        out = 0 if base is Base.TOTAL else self.suspended
        return self.seats - out - (self.vacant if base is Base.ACTING else 0)

    def tied(self) -> bool:
        """Whether the votes are divided equally; a sitting in which nobody voted is no tie."""
        return self.in_favour == self.against > 0
