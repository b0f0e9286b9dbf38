"""The paradigm of a word, made from the same tables that read it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from atazan.words.kazakh.endings import Ending, Endings
from atazan.words.kazakh.irregular import irregular_forms
from atazan.words.kazakh.letters import BACK, EITHER, FRONT, final, harmony, normal
from atazan.words.kazakh.lexicon import UNDECLINED, Entry, lexicon, voiced
from atazan.words.kazakh.nominal import ENDINGS
from atazan.words.kazakh.verbal import FINITE, VERBAL_NOUNS, VOICES

_OPENERS: Final = frozenset("ыі")
_CASES: Final = tuple(ending for ending in ENDINGS if "attr" not in ending.tags)


@lru_cache(maxsize=2048)
def forms(lemma: str) -> tuple[str, ...]:
    """Return the forms of a headword, the headword first.

    A noun is given in number, possessor and case, a verb in its finite and verbal nouns; a word
    that the lexicon does not know as a noun.

    >>> [form for form in forms("халық") if form.startswith("халқым")][:3]
    ['халқым', 'халқымның', 'халқымды']
    """
    word = normal(lemma)
    words = lexicon()
    made = [word]
    for entry in words.nouns.get(word, ()):
        if entry.pos not in UNDECLINED:
            made += _declined(entry)
    for entry in words.verbs.get(word, ()):
        made += _conjugated(entry)
    if len(made) == 1 and word and word not in words.nouns:
        made += _declined(Entry(word, word, "n", word, final(word), harmony(word)))
    return tuple(dict.fromkeys((*made, *irregular_forms(word))))


def _declined(entry: Entry) -> Iterator[str]:
    oblique = next((stem for stem, of in lexicon().oblique.items() if of.lemma == entry.lemma), "")
    vowels = _one_harmony(entry)
    for ending in _CASES:
        if not ending.text or not ending.harmony & vowels:
            continue
        opens = ending.text[0] in _OPENERS
        stem = oblique if oblique and (opens or _doubled(entry.stem)) else entry.stem
        if opens and not oblique and not _is_open_to_both(entry):
            stem = voiced(stem)
        if ending.after & final(stem):
            yield stem + ending.text


def _doubled(stem: str) -> bool:
    return stem[-2:-1] == stem[-1]  # конгресс, конгрестің


def _is_open_to_both(entry: Entry) -> bool:
    """Tell whether the lexicon marks a loan that takes front endings though its vowel is back."""
    return entry.harmony == EITHER != harmony(entry.stem)


def _conjugated(entry: Entry) -> Iterator[str]:
    stem, vowels = entry.stem, _one_harmony(entry)
    yield from _with(stem, vowels, _all(FINITE) + _all(VERBAL_NOUNS))
    for voice in _all(VOICES):
        if voice.tags == ("pass",) and voice.after & final(stem) and voice.harmony & vowels:
            made = _written(stem, voice.text)
            if made[-1] != voice.text[-1] or final(stem) & voice.after:
                yield from _with(made, vowels, _all(FINITE) + _all(VERBAL_NOUNS))


def _all(table: dict[str, Endings]) -> Endings:
    return tuple(ending for endings in table.values() for ending in endings)


def _with(stem: str, vowels: int, endings: tuple[Ending, ...]) -> Iterator[str]:
    for ending in endings:
        if ending.after & final(stem) and ending.harmony & vowels:
            yield _written(stem, ending.text)


def _written(stem: str, ending: str) -> str:
    """Join a verb stem and its ending as they are spelt: оқы + й, оқи; қой + а, қоя."""
    if not ending:
        return stem
    last, first = stem[-1], ending[0]
    if last in "ыі" and first in "уй":
        return stem[:-1] + {"й": "и"}.get(first, first) + ending[1:]
    if last == "й" and first in "уа":
        return stem[:-1] + {"у": "ю", "а": "я"}[first] + ending[1:]
    if last == "и" and first == "у":
        return stem + "ю" + ending[1:]
    if last == "п" and ending[:2] in ("ып", "іп"):
        return stem[:-1] + "у" + ending
    if first in "аеуыі":
        return voiced(stem) + ending
    return stem + ending


def _one_harmony(entry: Entry) -> int:
    """Return back or front, where either would do by the vowel before the neutral one."""
    if _is_open_to_both(entry):
        return FRONT
    if entry.harmony in (BACK, FRONT):
        return entry.harmony
    for letter in reversed(entry.stem):
        if harmony(letter) in (BACK, FRONT) and letter not in "иую":
            return harmony(letter)
    return BACK
