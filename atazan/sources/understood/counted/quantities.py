"""Numbers with what they count, and how votes went."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from atazan.sources.understood.counted.numbers import Number, numbers
from atazan.sources.understood.mention import Quantity
from atazan.sources.understood.sentences import Sentence

BETWEEN = 2
"""Words at most between a number and what it counts ("12 new judges")."""

_UNANIMOUS = frozenset(
    "единогласно единогласным единогласное единогласный единодушно бірауыздан unanimously "
    "unanimous".split()
)
_VOTING = ("голос", "проголос", "дауыс", "vote", "voting", "voted", "abst", "воздерж", "қалыс")
_CUT = re.compile(r"[,;:(]\s|\s(?:и|and|және|ал|а)\s")
_NO_NUMBER = re.compile(r"(?:№|No\.?|стат\w+|бап\w*|articles?|art\.|ст\.|п\.)\s*$", re.I)


@cache
def _units() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Whole forms, and beginnings under their first two letters."""
    whole: dict[str, str] = {}
    begun: dict[str, list[tuple[str, str]]] = {}
    for unit, form in _rows("units.txt"):
        if form.startswith("="):
            whole[form[1:]] = unit
        else:
            begun.setdefault(form[:2], []).append((form, unit))
    return whole, begun


@cache
def _marks() -> dict[str, str]:
    return {form: unit for unit, form in _rows("marks.txt")}


def _rows(name: str) -> list[tuple[str, str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    rows = [line.partition("|") for line in lines if line and not line.startswith("#")]
    return [(unit.strip(), form) for unit, _, forms in rows for form in forms.split()]


def quantities(text: str, sentences: list[Sentence]) -> list[Quantity]:
    """The quantities of a text in order. `value` is a decimal number with a point, or "" for
    "unanimous"; `unit` as in units.txt and marks.txt.

    >>> from atazan.sources.understood.sentences import sentences
    >>> text = "Референдумда 87,15 пайыз қолдады."
    >>> [(one.value, one.unit) for one in quantities(text, sentences(text, "kk"))]
    [('87.15', 'per cent')]
    """
    found: list[Quantity] = []
    for sentence in sentences:
        told = numbers(text, sentence)
        counted = [one for one in (_counted(text, sentence, each) for each in told) if one]
        if told and any([small.startswith(_VOTING) for small in sentence.said]):
            votes = _votes(text, sentence, told)
            taken = {one.start for one in votes}
            counted = [
                one for one in counted if one.unit != "votes" or one.start not in taken
            ] + votes
        if not _UNANIMOUS.isdisjoint(sentence.said):
            counted += _unanimous(sentence)
        if counted:
            found += sorted(counted)
    return found


def _unanimous(sentence: Sentence) -> list[Quantity]:
    return [
        Quantity(word.start, word.end, "", "unanimous")
        for word in sentence.words
        if word.small in _UNANIMOUS
    ]


def _counted(text: str, sentence: Sentence, number: Number) -> Quantity | None:
    if _NO_NUMBER.search(text, max(sentence.start, number.start - 12), number.start):
        return None
    if text[number.end : number.end + 2].strip().startswith("%"):
        end = text.index("%", number.end) + 1
        return Quantity(number.start, end, _shown(number), "per cent")
    if text[max(0, number.start - 1) : number.start] in ("$", "€"):
        unit = "dollars" if text[number.start - 1] == "$" else "euros"
        return Quantity(number.start - 1, number.end, _shown(number), unit)
    words = sentence.words
    before = number.end
    for word in words[number.last + 1 : number.last + 2 + BETWEEN]:
        gap = text[before : word.start]
        if gap.strip(" \xa0\"«“'-") or "\n" in gap or word.small[0].isdigit():
            return None
        if word.small == "per" and text[word.end : word.end + 5] == " cent":
            return Quantity(number.start, word.end + 5, _shown(number), "per cent")
        named = _unit(word.small)
        if named is not None:
            year = named == "years" and 1850 <= number.value <= 2150
            return None if year else Quantity(number.start, word.end, _shown(number), named)
        if word.capital:
            return None
        before = word.end
    return None


def _unit(small: str) -> str | None:
    whole, begun = _units()
    if small in whole:
        return whole[small]
    for form, other in begun.get(small[:2], ()):
        if small.startswith(form) and len(small) - len(form) <= 8:
            return other
    return None


def _votes(text: str, sentence: Sentence, told: list[Number]) -> list[Quantity]:
    """How a vote went: in each clause the word that tells it and the only number beside it."""
    cuts = [one.start() for one in _CUT.finditer(text, sentence.start, sentence.end)]
    bounds = [sentence.start, *cuts, sentence.end]
    marks = _marks()
    found: list[Quantity] = []
    for start, end in pairwise(bounds):
        inside = [one for one in told if start <= one.start and one.end <= end]
        named = [
            word
            for word in sentence.within(start, end)
            if word.small in marks and _tells(text, word.small, word.start, word.end, inside)
        ]
        if len(inside) == 1 and len(named) == 1:
            number, word = inside[0], named[0]
            first, last = min(number.start, word.start), max(number.end, word.end)
            found.append(Quantity(first, last, _shown(number), marks[word.small]))
    return found


def _tells(text: str, small: str, start: int, end: int, inside: list[Number]) -> bool:
    """Whether a preposition tells a vote: "за" in quotation marks, or beside its number or verb."""
    if small not in ("за", "for", "favour", "favor"):
        return True
    if small != "за":
        return bool(inside)
    marked = text[start - 1 : start] in ("«", '"', "“") or text[end : end + 1] in (":", "»", '"')
    near = text[end : end + 14].lower()
    return (
        marked
        or near.lstrip().startswith(("–", "—", "-", "прогол", "голос"))
        or text[max(0, start - 16) : start]
        .lower()
        .rstrip()
        .endswith(("али", "ал", "али:", "голосами"))
        or any(abs(start - one.end) <= 2 for one in inside)
    )


def _shown(number: Number) -> str:
    return f"{number.value.normalize():f}"
