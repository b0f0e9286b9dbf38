"""How Kazakh says "more than" a number: the number takes the ending its last word asks for."""

from __future__ import annotations

MORE = "астам"
_UNITS = {1: "ден", 2: "ден", 3: "тен", 4: "тен", 5: "тен", 6: "дан", 7: "ден", 8: "ден", 9: "дан"}
_TENS = {1: "нан", 2: "дан", 3: "дан", 4: "тан", 5: "ден", 6: "тан", 7: "тен", 8: "нен", 9: "нан"}


def from_which(number: int) -> str:
    """The ending of a number in the ablative: 11 000-нан, 600-ден, 41-ден.

    >>> [from_which(n) for n in (11000, 600, 190, 16, 1)]
    ['нан', 'ден', 'нан', 'дан', 'ден']
    """
    if number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    return "ден" if number % 1000 else "нан"


def more_than(shown: str, written: str, unit: str) -> str | None:
    """`11 000-нан астам`, `16 %-дан астам`; None where the number has no such form here."""
    if unit == "percent":
        return f"{shown} %-дан {MORE}"
    return f"{shown}-{from_which(int(written))} {MORE}" if written.isdigit() else None
