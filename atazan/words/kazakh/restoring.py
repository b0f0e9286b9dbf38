"""Words typed without Kazakh letters, or in Latin ones, brought back: кукык, qukyk, құқық."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Final, TypeAlias

from atazan.words.kazakh.analysis import found
from atazan.words.kazakh.irregular import irregular
from atazan.words.kazakh.letters import folded, in_latin, is_latin, normal
from atazan.words.kazakh.lexicon import lexicon, voiced
from atazan.words.kazakh.nominal import NOMINAL
from atazan.words.kazakh.verbal import AGENT, FINITE, VERBAL_NOUNS, VOICES

Way: TypeAlias = Callable[[str], str]

_NG: Final = {folded: ("нг", "н"), in_latin: ("ng", "n")}
_LIKELY: Final = 2.0
_MOST: Final = 12
_LONGEST_ENDING: Final = 14


@lru_cache(maxsize=4096)
def restored(word: str) -> tuple[str, ...]:
    """Return headwords a word typed without Kazakh letters may stand for, the likeliest first.

    Every stem and every ending that look alike without ә, ғ, қ, ң, ө, ұ, ү, һ and і are tried
    together; a form counts if it reads as a form of that stem. So with Latin letters.

    >>> restored("кукыгынын"), restored("qazaqstan")
    (('құқық',), ('қазақстан',))
    """
    small = normal(word)
    if not small.isalpha():
        return ()
    way = in_latin if is_latin(small) else folded
    skeleton = way(small)
    best: dict[str, tuple[float, int, int]] = {}
    for form in {**_forms(skeleton, way), **_forms(skeleton.replace(*_NG[way]), way)}:
        changed = sum(a != b for a, b in zip(form, small, strict=False))
        for one in found(form) + irregular(form):
            rank = (one.cost, one.shortness, changed)
            if one.cost < _LIKELY and rank < best.get(one.lemma, (_LIKELY, 0, 0)):
                best[one.lemma] = rank
    return tuple(sorted(best, key=lambda lemma: best[lemma]))[:_MOST]


def _forms(skeleton: str, way: Way) -> dict[str, None]:
    """Return forms whose letters without their Kazakh marks are these."""
    stems = _stems(way)
    forms: dict[str, None] = {}
    for cut in range(len(skeleton), 1, -1):
        of = stems.get(skeleton[:cut])
        if of:
            forms |= {stem + tail: None for stem in of for tail in _endings(skeleton[cut:], way)}
    return forms


@lru_cache(maxsize=2048)
def _endings(skeleton: str, way: Way) -> tuple[str, ...]:
    """Return every ending with these letters; after a verb, its voice and case too."""
    if len(skeleton) > _LONGEST_ENDING:
        return ()
    nominal, finite, nouns, voices = _tables(way)
    found = [*nominal.get(skeleton, ()), *finite.get(skeleton, ())]
    for cut in range(1, len(skeleton) + 1):
        head, rest = skeleton[:cut], skeleton[cut:]
        cases = nominal.get(rest, ())
        found += [noun + case for noun in nouns.get(head, ()) for case in cases]
        if rest and head in voices:
            found += [voice + after for voice in voices[head] for after in _endings(rest, way)]
    return tuple(dict.fromkeys(found))


@cache
def _stems(way: Way) -> dict[str, tuple[str, ...]]:
    """Every stem as it may stand in a form, softened ones too, by its skeleton."""
    return _by_skeleton(lexicon().shapes, way)


@cache
def _tables(way: Way) -> tuple[dict[str, tuple[str, ...]], ...]:
    made = [*VERBAL_NOUNS, *AGENT]
    softened = [voiced(text) for text in made if text[-1] in "пкқ"]
    tables = (NOMINAL, FINITE, made + softened, VOICES)
    return tuple(_by_skeleton(table, way) for table in tables)


def _by_skeleton(texts: Iterable[str], way: Way) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        found.setdefault(way(text), {})[text] = None
    return {skeleton: tuple(same) for skeleton, same in found.items()}
