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

_MARKS = ',;:()–—«»“”"\n'
_CLAUSE = re.compile(f"[{_MARKS}]")
_ENGLISH_PAST = frozenset("was were had did signed held met took adopted elected".split())
_THAT = frozenset(("деп", "деген"))
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
        if " and " in between:
            return False  # "was signed on 5 May and will enter into force"
    return apart <= (BEYOND if _CLAUSE.search(between) else NEAR)


def _verb(text: str, sentence: Sentence, one: Draft) -> Time:
    """The time of the clause's nearest verb; a Kazakh clause has its verb after the day."""
    first, last, words = one.core[0], one.core[-1], sentence.words
    stop = _CLAUSE.search(text, last.end, sentence.end)
    end = stop.start() if stop else sentence.end
    begin = max(text.rfind(mark, sentence.start, first.start) for mark in _MARKS)
    for step in range(1, NEAR + 1):
        for place in (last.last + step, first.first - step):
            if place < 0 or place >= len(words) or (place < first.first and sentence.lang == "kk"):
                continue
            word = words[place]
            told_so = place + 1 < len(words) and words[place + 1].small in _THAT
            if sentence.lang == "kk" and told_so:
                continue  # «сәйкес келмейді деп таныды»: what was held, not when
            if begin < word.start < end and (time := _time(word.small, sentence.lang)):
                to_be = place and words[place - 1].small == "be"
                return "future" if to_be else time
    return ""


@lru_cache(maxsize=20_000)
def _time(small: str, lang: Lang) -> Time:
    if lang == "en" and small == "be":
        return "future"
    if lang == "en":
        past = small in _ENGLISH_PAST or any("past" in one.tags for one in readings(small, "en"))
        return "past" if past else ""
    found = readings(small, lang) if small not in _SAYING else ()
    tags = found[0].tags if found else ()
    if "verb" not in tags:
        return ""
    if lang == "ru":
        return "future" if "fut" in tags else "past" if "past" in tags else ""
    if "pur" in tags or ("pres" in tags and small.endswith(("ды", "ді"))):
        return "future"
    return "past" if "did" in tags else ""
