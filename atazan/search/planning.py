"""A question as the plan an engine is asked: its parts, its quoted phrases, its names, its day."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from atazan import words
from atazan.rules.text import LANGS, Lang
from atazan.search.analysed import folded
from atazan.search.asked_word import Vocabularies
from atazan.search.asking import Asked
from atazan.search.engines import Clause, Plan, Term
from atazan.search.keyed import keyed, marked
from atazan.search.widening import EVERYTHING, Alternative, Group, widen

APART = 0.8
"""An expression of several words counts less than its weight: they may stand apart."""

_QUOTES = "\"'«»„“”‚‘’‹›"
_LIKE_NUMBER = re.compile(r"(?=\S*\d)(?=\S*[^\W\d_])\S+")


class Question(Struct, frozen=True):
    """What was asked, read: the groups said, the phrases quoted, and the plan they come to."""

    asked: Asked
    lang: Lang
    groups: tuple[Group, ...]
    phrases: tuple[str, ...]
    plan: Plan


def read(asked: Asked, vocabulary: Vocabularies | None = None) -> Question:
    """Read a question; words that the vocabulary does not know are put right too."""
    lang = asked.lang or words.language(asked.words)
    groups, phrases = _taken_apart(asked, lang, vocabulary)
    if not groups and not phrases:
        groups = _plain(asked.words, lang)
    clauses = tuple(dict.fromkeys(c for group in groups if (c := _clause(group)).terms))
    must = tuple(filter(None, map(_phrase, phrases)))
    plan = Plan(
        clauses=clauses,
        need=len(clauses),
        names=_names(asked.words) if clauses else (),
        must=must,
        among=() if asked.words.strip() and not clauses and not must else None,
        day=int(asked.day.strftime("%Y%m%d")) if asked.day else None,
        only=tuple(sorted((name, tuple(sorted(v))) for name, v in asked.only.items() if v)),
    )
    return Question(asked, lang, groups, phrases, plan)


def _taken_apart(
    asked: Asked, lang: Lang, vocabulary: Vocabularies | None
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    without = asked.without if asked.widen else (EVERYTHING,)
    groups = widen(asked.words, lang, without=without, vocabulary=vocabulary)
    phrases = tuple(group.asked.strip(_QUOTES + " ") for group in groups if group.exact)
    return tuple(group for group in groups if not group.exact), phrases


def _plain(said: str, lang: Lang) -> tuple[Group, ...]:
    """The words themselves, of a question that has none but those that tell little."""
    return tuple(
        Group(asked=token.word, alternatives=(Alternative(lang=lang, keys=(key,), weight=1.0),))
        for token in words.tokens(said)
        if (key := words.key(token.word, lang))
    )


def _clause(group: Group) -> Clause:
    """The terms of a part: each expression once, by its greatest weight."""
    best: dict[tuple[str, ...], float] = {}
    for one in group.alternatives:
        keys = tuple(marked(key, one.lang) for key in one.keys)
        best[keys] = max(best.get(keys, 0.0), one.weight)
    return Clause(
        tuple(
            Term(keys, weight * APART if len(keys) > 1 else weight)
            for keys, weight in best.items()
            if keys
        )
    )


def _phrase(phrase: str) -> Clause | None:
    """A quoted phrase by its keys, in whatever language the text is."""
    ways = dict.fromkeys(tuple(keyed(phrase, lang).split()) for lang in LANGS)
    terms = tuple(Term(keys, together=True) for keys in ways if keys)
    return Clause(terms) if terms else None


def _names(said: str) -> tuple[str, ...]:
    """What the words may name outright: all of them, or one that looks like a number of a paper."""
    found = [folded(said), *(folded(one) for one in _LIKE_NUMBER.findall(said))]
    return tuple(dict.fromkeys(filter(None, found)))


@lru_cache(maxsize=256)
def surface(phrase: str) -> re.Pattern[str]:
    """Where a text says a phrase as it was quoted; case, ё, blanks, dashes and quotes aside.

    >>> bool(surface("заем   «под ключ»").search("Заём под ключ, и точка"))
    True
    >>> bool(surface("заң").search("заңды"))
    False
    """
    between = rf"[\s{_QUOTES}]+"
    parts = [part for part in re.split(between, phrase) if part]
    letters = ["".join(map(_letter, part)) for part in parts]
    return re.compile(rf"(?<!\w){between.join(letters)}(?!\w)", re.IGNORECASE)


def _letter(one: str) -> str:
    if one in "еёЕЁ":
        return "[её]"
    return "[-‐‑–—]" if one in "-‐‑–—" else re.escape(one)
