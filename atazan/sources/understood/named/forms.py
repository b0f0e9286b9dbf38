"""A form of a word, as names are read: its lemma, cases and number."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from atazan.sources.understood.mention import Case
from atazan.sources.understood.named.heads import Head, head_of
from atazan.words import Lang, Reading, readings

Agreed = tuple[Case, bool]
"""A case and whether plural."""

CASES: frozenset[Case] = frozenset(("nom", "gen", "dat", "acc", "ins", "loc", "abl"))


class Form(NamedTuple):
    """What a form may be. `noun`, `adjective`: the cases and numbers it may stand in as that.

    `tags` are those of the reading that heads a name, else of the likeliest; `its`: it has the
    Kazakh possessive ending of the third person; `name`: it may be a person's name, or no lexicon
    knows it.
    """

    lemma: str
    head: Head | None
    noun: frozenset[Agreed]
    adjective: frozenset[Agreed]
    tags: frozenset[str]
    its: bool
    name: bool
    place: bool

    @property
    def cases(self) -> frozenset[Case]:
        """The cases of all readings as a noun or adjective."""
        return frozenset(case for case, _ in self.noun | self.adjective)


@lru_cache(maxsize=25_000)
def form(small: str, lang: Lang) -> Form:
    """The form of a folded word."""
    read = readings(small, lang)
    head, chosen = _head(read, lang)
    first = frozenset(chosen.tags) if chosen else frozenset()
    tags = frozenset(tag for one in read for tag in one.tags)
    return Form(
        chosen.lemma if chosen else small,
        head,
        frozenset(_agreed(one) for one in read if {"noun", "abbr", "name"} & set(one.tags)),
        frozenset(_agreed(one) for one in read if _adjectival(one)),
        first,
        "its" in tags,
        not any(one.known for one in read) or "person" in tags or "name" in first,
        _place(read),
    )


def _place(read: tuple[Reading, ...]) -> bool:
    """A place known, or one guessed where no person is."""
    placed = [one for one in read if "place" in one.tags]
    guessed = not any("person" in one.tags for one in read)
    return bool(placed) and (guessed or any(one.known for one in placed))


def _adjectival(one: Reading) -> bool:
    return ("adj" in one.tags or "participle" in one.tags) and "short" not in one.tags


def _head(read: tuple[Reading, ...], lang: Lang) -> tuple[Head | None, Reading | None]:
    """The head a word may be and the reading that makes it that, else the likeliest reading."""
    for one in read:
        head = head_of(one.lemma, lang)
        if head and "verb" not in one.tags:
            return head, one
    return None, read[0] if read else None


def _agreed(one: Reading) -> Agreed:
    case: Case = next((tag for tag in one.tags if tag in CASES), "nom")
    return case, "pl" in one.tags
