"""Whose a day is: of what is told, of a paper named, or of a time that lasts."""

from __future__ import annotations

import re
from typing import Literal

from atazan.sources.understood.days.building import Draft
from atazan.sources.understood.sentences import Sentence, Word

Of = Literal["act", "paper", "term"]

_PAPERS = (
    "закон", "указ", "кодекс", "постановлен", "распоряжен", "приказ", "конституци", "решени",
    "договор", "соглашен", "меморандум", "протокол", "декларац", "конвенци", "послани",
    "заң", "жарлы", "қаулы", "өкім", "бұйры", "шешім", "шарт", "келісім", "хаттама", "үндеу",
    "law", "decree", "code", "resolution", "order", "constitution", "act", "decision", "treaty",
    "agreement", "memorandum", "convention", "declaration", "ruling", "судебник", "акт",
)  # fmt: skip
_NO_PAPERS = ("конституционн", "lawyer", "ordered", "act", "active", "action", "actual", "coded")
_NUMBER = re.compile(r"[\s,(]*(?:№|N\s?\d|No\.?\s?\d|#\s?\d)")
_NUMBER_BEFORE = re.compile(r"(?:№|N|No\.?)\s?[\w/-]+,?\s*(?:от|of|dated)?\s*$")
_BEFORE = {"от", "of", "dated"}
_SINCE = {"с", "со", "since", "from", "начиная"}
_BEGINNING = frozenset("beginning starting commencing running effective ending expiring".split())
_UNTIL = {"до", "until", "till", "by", "к", "through"}
_AS_OF = {("состоянию", "на"), ("as", "of")}
_EDGES = frozenset(
    "the конца концу конце начала середины end beginning early late mid half".split()
)
_KAZAKH_TERM = {"бастап", "бері", "дейін", "шейін"}


def belongs(text: str, sentence: Sentence, one: Draft) -> Of:
    """Whose the day is that the words of a sentence name.

    "from 1 January 2023" is the day of an act (a law comes into force), "from 2023" a time that
    lasts.
    """
    words, first, last = sentence.words, one.core[0].first, one.core[-1].last
    place = first - 1
    while place > 0 and (
        words[place].small in _EDGES
        or (words[place].small == "of" and words[place - 1].small in _EDGES)
    ):
        place -= 1
    before = words[place] if place >= 0 else None
    if _as_of(words, first, last):
        return "term"
    if _paper(text, words, first, last, one.core[-1].end, before):
        return "paper"
    if one.until is not None:
        return "act" if one.month else "term"
    lead = before.small if before else ""
    follows = words[last + 1].small if last + 1 < len(words) else ""
    if follows in ("when", "когда"):
        return "act"
    of_term = place > 0 and lead in ("on", "in", "from") and words[place - 1].small in _BEGINNING
    if of_term and "term" in sentence.said:
        return "term"  # "for a term beginning on 1 March"
    if lead in _UNTIL or lead == "since" or (lead in _SINCE and not one.number):
        return "term"
    if follows in _KAZAKH_TERM and not (follows == "бастап" and one.number):
        return "term"
    return "act"


def _as_of(words: tuple[Word, ...], first: int, last: int) -> bool:
    """The day a count was taken: «по состоянию на», "as of", «жағдай бойынша»."""
    if last + 1 < len(words) and words[last + 1].small == "жағдай":
        return True
    if first < 2:
        return False
    return (words[first - 2].small, words[first - 1].small) in _AS_OF


def _paper(
    text: str, words: tuple[Word, ...], first: int, last: int, end: int, before: Word | None
) -> bool:
    tail = words[last].small
    adjective = tail.endswith(("ғы", "гі", "қы", "кі"))
    near = words[max(0, first - 14) : first]
    if _NUMBER.match(text, end):
        return (
            adjective
            or bool(before and before.small in _BEFORE)
            or any(named(one.small) and "\n" not in text[one.end : end] for one in near)
        )
    if before and before.small in _BEFORE:
        place = max(0, before.start - 24)
        return any(named(one.small) for one in near) or bool(
            _NUMBER_BEFORE.search(text[place : before.end])
        )
    if adjective:
        return any(named(one.small) for one in words[last + 1 : last + 7])
    return last - first <= 1 and before is not None and tail == "года" and named(before.small)


def named(small: str) -> bool:
    """Whether a word in small letters is a kind of paper."""
    return small.startswith(_PAPERS) and (small == "act" or not small.startswith(_NO_PAPERS))
