"""Concepts found by words: in any of the three languages, whatever the form of the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from atazan.rules.concepts import Concept, concepts
from atazan.rules.text import LANGS
from atazan.words import asked_keys, keys, tokens


def find(query: str) -> list[Concept]:
    """The concepts whose labels hold every word of the query, the closest first.

    A label that is the query whole comes before one that only holds it, and a preferred label
    before another one. An id finds its concept. Nothing but blanks finds nothing.
    """
    known = concepts()
    if query.strip() in known:
        return [known[query.strip()]]
    asked = [token.word for token in tokens(query)]
    if not asked:
        return []
    near: dict[str, tuple[int, int]] = {}
    for lang in LANGS:
        wanted = [frozenset(asked_keys(word, lang)) for word in asked]
        for id, place, held in _labels()[lang]:
            if all(one & held for one in wanted):
                near[id] = min(near.get(id, (99, 99)), (len(held) - len(wanted), place))
    return [known[id] for id in sorted(near, key=lambda id: near[id])]


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, Iterable[tuple[str, int, frozenset[str]]]]:
    """By language: a concept, which of its labels it is, and the keys of its words."""
    return {
        lang: [
            (one.id, place, frozenset(keys(label, lang)))
            for one in concepts().values()
            for place, label in enumerate(one.labels(lang))
        ]
        for lang in LANGS
    }
