"""The words names are told by: heads of names, and lists of words that go with them or do not."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from atazan.sources.understood.mention import Sort
from atazan.words import Lang

_LISTS = Path(__file__).with_name("lists.txt")
_TABLE = Path(__file__).with_name("heads.txt")


class Head(NamedTuple):
    """A head word, what it names, and its manner (see heads.txt)."""

    lemma: str
    sort: Sort
    manner: str


@lru_cache(maxsize=1)
def _table() -> dict[Lang, dict[str, Head]]:
    found: dict[Lang, dict[str, Head]] = {"kk": {}, "ru": {}, "en": {}}
    for line in _TABLE.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        told, _, words = line.partition(": ")
        lang, sort, manner = told.split()
        for lemma in words.split():
            found[lang].setdefault(lemma, Head(lemma, sort, manner))  # type: ignore[index,arg-type]
    return found


@lru_cache(maxsize=1)
def _lists() -> dict[tuple[str, str], frozenset[str]]:
    found = {}
    for line in _LISTS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            told, _, words = line.partition(": ")
            lang, name = told.split(" ", 1)
            found[lang, name] = frozenset(words.split())
    return found


def listed(lang: Lang | Literal["all"], name: str) -> frozenset[str]:
    """A list of words of a language (lists.txt) by its name."""
    return _lists()[lang, name]


def head_of(lemma: str, lang: Lang) -> Head | None:
    """The head a lemma is."""
    return _table()[lang].get(lemma)


@lru_cache(maxsize=3)
def beginnings(lang: Lang) -> frozenset[str]:
    """The first three letters of every head: a word that begins otherwise is none."""
    return frozenset(lemma[:3] for lemma in _table()[lang])
