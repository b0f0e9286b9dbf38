"""Words of a language by what they do in a sentence, from a plain table beside."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from atazan.words import Lang


@lru_cache(maxsize=3)
def _table(lang: Lang) -> dict[str, frozenset[str]]:
    lines = (Path(__file__).parent / f"{lang}.txt").read_text("utf-8").splitlines()
    parts = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {name: frozenset(said.split()) for name, _, said in parts}


def words(lang: Lang, name: str) -> frozenset[str]:
    """The words a table lists under a name; none where it has no such name."""
    return _table(lang).get(name, frozenset())
