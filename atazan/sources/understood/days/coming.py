"""Whether a day is one to come, by the words about it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from atazan.sources.understood.days.atoms import Atom
from atazan.sources.understood.days.building import Draft
from atazan.sources.understood.sentences import Sentence
from atazan.words import Lang, readings

NEAR = 12
"""Words from a day to a word of the future at most within a clause, for the day to be to come."""
BEYOND = 3
"""The same where a comma or the like stands between."""

_CLAUSE = re.compile(r'[,;:()–—«»“”"\n]')
_ENGLISH_PAST = frozenset("was were had did signed held met took adopted elected".split())
_SAYING = frozenset("дейді айтады хабарлайды".split())


Time = Literal["future", "past", ""]


def time_of(text: str, sentence: Sentence, one: Draft, coming: list[Atom]) -> Time:
    """Whether a day without a year, or a weekday, is one to come or past; "" where nothing tells.

    It is to come after "for" and "by" («на 15 марта», «15 наурызға»), beside a word of plans, and
    where the nearest verb of its clause tells of the future.
    """
    dative = one.core[-1].form == "dat" and one.until is None
    if one.lead in ("n", "u") or dative:
        return "future"
    if any(_beside(text, one, word) for word in coming):
        return "future"
    return _verb(text, sentence, one)


def _beside(text: str, one: Draft, word: Atom) -> bool:
    first, last = one.core[0], one.core[-1]
    if word.first < first.first:
        apart, between = first.first - word.last, text[word.end : first.start]
    else:
        apart, between = word.first - last.last, text[last.end : word.start]
    return apart <= (BEYOND if _CLAUSE.search(between) else NEAR)


def _verb(text: str, sentence: Sentence, one: Draft) -> Time:
    """The time of the clause's nearest verb; a Kazakh clause has its verb after the day."""
    first, last = one.core[0], one.core[-1]
    words = sentence.words
    places = list(range(last.last + 1, min(len(words), last.last + 1 + NEAR)))
    places = _clause(text, [(words[at].start, at) for at in places], last.end)
    if sentence.lang != "kk":
        before = list(range(first.first - 1, max(-1, first.first - 1 - NEAR), -1))
        back = _clause(text, [(words[at].end, at) for at in before], first.start)
        places = sorted(
            places + back, key=lambda at: min(abs(at - first.first), abs(at - last.last))
        )
    for place in places:
        time = _time(words[place].small, sentence.lang)
        if time:
            return time
    return ""


def _clause(text: str, places: list[tuple[int, int]], edge: int) -> list[int]:
    """The words up to the first comma or the like."""
    found: list[int] = []
    for at, place in places:
        if _CLAUSE.search(text[min(at, edge) : max(at, edge)]):
            break
        found.append(place)
    return found


@lru_cache(maxsize=20_000)
def _time(small: str, lang: Lang) -> Time:
    if lang == "en":
        return "past" if small in _ENGLISH_PAST else ""
    found = readings(small, lang) if small not in _SAYING else ()
    tags = found[0].tags if found else ()
    if "verb" not in tags:
        return ""
    if lang == "ru":
        return "future" if "fut" in tags else "past" if "past" in tags else ""
    if "pur" in tags or ("pres" in tags and small.endswith(("ды", "ді"))):
        return "future"
    return "past" if "did" in tags else ""
