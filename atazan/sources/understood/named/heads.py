"""Head words of names: which words a court, an office, a congress is told by."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from atazan.sources.understood.mention import Sort
from atazan.words import Lang

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


def head_of(lemma: str, lang: Lang) -> Head | None:
    """The head a lemma is."""
    return _table()[lang].get(lemma)


@lru_cache(maxsize=3)
def beginnings(lang: Lang) -> frozenset[str]:
    """The first three letters of every head: a word that begins otherwise is none."""
    return frozenset(lemma[:3] for lemma in _table()[lang])
