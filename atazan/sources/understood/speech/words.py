"""The words of saying, found in a sentence."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from atazan.sources.understood.sentences import Sentence

_PAST = ("", "а", "и", "о")


class Saying(NamedTuple):
    """A word or phrase of saying: sort as in words.txt, its place in the text and the sentence."""

    sort: str
    start: int
    end: int
    first: int
    last: int


@cache
def _table() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Phrases by their first and second word ("" for none), the longest first."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        sort, _, forms = line.partition("|")
        for form in forms.split():
            endings = _PAST if form.endswith("~") else ("",)
            for phrase in product(*(choice.split("/") for choice in form.rstrip("~").split("_"))):
                for ending in endings:
                    whole = (*phrase[:-1], phrase[-1] + ending)
                    second = whole[1] if len(whole) > 1 else ""
                    begun = found.setdefault(whole[0], {})
                    begun.setdefault(second, []).append((whole, sort.strip()))
    for begun in found.values():
        for phrases in begun.values():
            phrases.sort(key=lambda one: -len(one[0]))
    return found


def sayings(sentence: Sentence) -> list[Saying]:
    """The words of saying in a sentence, in order."""
    table, words = _table(), sentence.words
    if table.keys().isdisjoint(sentence.said):
        return []
    found: list[Saying] = []
    past = 0
    smalls = [*sentence.smalls, ""]
    for place in [place for place, small in enumerate(sentence.smalls) if small in table]:
        if place < past:
            continue
        begun = table[smalls[place]]
        for phrase, sort in (*begun.get(smalls[place + 1] or "-", ()), *begun.get("", ())):
            last = place + len(phrase) - 1
            if len(phrase) < 3 or tuple(smalls[place : last + 1]) == phrase:
                found.append(Saying(sort, words[place].start, words[last].end, place, last))
                past = last + 1
                break
    return found
