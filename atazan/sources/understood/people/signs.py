"""Words beside a capitalised word that tell whether it names a person."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from atazan.words.word import table_lines

Sign = Literal["title", "speech", "who", "thing", "after", "place"]


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Of each sign: whole words (short or Latin), and beginnings of words."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    for sign, *words in table_lines(Path(__file__).parent / "signs.txt"):
        for word in words:
            into = whole if word.isascii() or len(word) < 4 else begun
            into.setdefault(sign, set()).add(word)
    return {
        sign: (frozenset(whole.get(sign, ())), tuple(begun.get(sign, ()))) for sign in whole | begun
    }


@lru_cache(maxsize=50_000)
def signs(small: str) -> frozenset[str]:
    """What a folded word beside a name tells.

    >>> sorted(signs("председателем")), sorted(signs("university"))
    (['title'], ['thing'])
    """
    found = set()
    bare = small.removesuffix("'s")
    for sign, (whole, begun) in _beginnings().items():
        if bare in whole or small.startswith(begun):
            found.add(sign)
    return frozenset(found)
