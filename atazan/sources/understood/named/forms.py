"""A form of a word, as names are read: its lemma, cases and number, and whether it heads a name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from atazan.sources.understood.mention import Case
from atazan.sources.understood.named.heads import Head, beginnings, head_of
from atazan.words import Lang, Reading, readings

Agreed = tuple[Case, bool]
"""A case and whether plural."""

CASES: frozenset[Case] = frozenset(("nom", "gen", "dat", "acc", "ins", "loc", "abl"))


class Form(NamedTuple):
    """What a form may be. `noun`, `adjective`: the cases and numbers it may stand in as that."""

    lemma: str
    head: Head | None
    noun: frozenset[Agreed]
    adjective: frozenset[Agreed]
    tags: frozenset[str]
    """Tags of the first reading."""
    its: bool
    """Whether it has the possessive ending of the third person (Kazakh)."""
    name: bool
    """Whether it may be a person's name, or no lexicon knows it."""
    place: bool


@lru_cache(maxsize=100_000)
def form(small: str, lang: Lang) -> Form:
    """The form of a folded word."""
    read = readings(small, lang)
    head, lemma = _head(read, lang)
    nouns = frozenset(
        _agreed(one)
        for one in read
        if "noun" in one.tags or "abbr" in one.tags or "name" in one.tags
    )
    adjectives = frozenset(
        _agreed(one)
        for one in read
        if ("adj" in one.tags or "participle" in one.tags) and "short" not in one.tags
    )
    first = frozenset(read[0].tags) if read else frozenset()
    return Form(
        lemma or (read[0].lemma if read else small),
        head,
        nouns,
        adjectives,
        first,
        any("its" in one.tags for one in read),
        not any(one.known for one in read)
        or any("person" in one.tags for one in read)
        or "name" in first,
        any("place" in one.tags for one in read),
    )


def _head(read: tuple[Reading, ...], lang: Lang) -> tuple[Head | None, str]:
    for one in read:
        head = head_of(one.lemma, lang)
        if head and "verb" not in one.tags:
            return head, one.lemma
    return None, ""


def _agreed(one: Reading) -> Agreed:
    case: Case = next((tag for tag in one.tags if tag in CASES), "nom")
    return case, "pl" in one.tags


def headed(small: str, lang: Lang) -> Head | None:
    """The head a folded word is, by a look at its first letters before anything else."""
    return form(small, lang).head if small[:3] in beginnings(lang) else None
