"""Abbreviations of the state, its laws and the law of nations, spelt out in the three languages."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from atazan.words.word import LANGS, Lang, folded

Meaning = dict[Lang, str]
"""The full name, by language."""

_ENDING = re.compile(r"[-–].*$")


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[Lang, list[Meaning]]]:
    """What each abbreviation, folded, stands for, by the language it is one of."""
    found: dict[str, dict[Lang, list[Meaning]]] = defaultdict(lambda: defaultdict(list))
    text = (Path(__file__).parent / "abbreviations.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        parts = [part.split("=") for part in line.split("|")]
        meaning = {lang: full.strip() for lang, (_, full) in zip(LANGS, parts, strict=True)}
        for lang, (short, _) in zip(LANGS, parts, strict=True):
            for one in filter(None, map(str.strip, short.split(","))):
                found[folded(one)][lang].append(meaning)
    return found


def spelt_out(word: str, lang: Lang | None = None) -> tuple[Meaning, ...]:
    """What an abbreviation may stand for, its ending aside; those of `lang` first.

    >>> [one["en"] for one in spelt_out("ҚР-ның")]
    ['Republic of Kazakhstan']
    >>> [one["ru"] for one in spelt_out("КС", "ru")][:2]
    ['Конституционный Суд', 'Конституционный Совет']
    >>> spelt_out("закон")
    ()
    """
    small = folded(_ENDING.sub("", word)).strip(".")
    by_lang = _table().get(small)
    if not by_lang:
        return ()
    order = sorted(LANGS, key=lambda one: one != lang)
    found: list[Meaning] = []
    for one in order:
        found += [meaning for meaning in by_lang.get(one, ()) if meaning not in found]
    return tuple(found)
