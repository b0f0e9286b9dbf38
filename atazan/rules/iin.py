"""The individual identification number (IIN) of Kazakhstan: twelve digits, the last one a check."""

from __future__ import annotations

from datetime import date
from typing import Literal

_FIRST = range(1, 12)
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_CENTURY = {"0": 2000, "1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}


def iin_fault(number: str) -> Literal["digits", "birth", "check"] | None:
    """What is wrong with a number, or None: not twelve digits, no such day of birth, check digit.

    A seventh digit 0 is let pass (issued to foreigners).

    >>> iin_fault("12345")
    'digits'
    """
    if len(number) != 12 or not (number.isascii() and number.isdigit()):
        return "digits"
    century = _CENTURY.get(number[6])
    try:
        if century is None:
            raise ValueError
        date(century + int(number[:2]), int(number[2:4]), int(number[4:6]))
    except ValueError:
        return "birth"
    return None if _check_digit(number) == int(number[11]) else "check"


def _check_digit(number: str) -> int | None:
    for weights in (_FIRST, _SECOND):
        rest = sum(w * int(d) for w, d in zip(weights, number[:11], strict=True)) % 11
        if rest < 10:
            return rest
    return None
