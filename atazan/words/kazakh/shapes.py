"""The ways a written word is taken: as it stands, as an abbreviation or number with an ending."""

from __future__ import annotations

from atazan.words.kazakh.analysis import Candidate, derived, found
from atazan.words.kazakh.guessing import guessed
from atazan.words.kazakh.irregular import irregular
from atazan.words.kazakh.letters import KAZAKH_ONLY, from_latin, is_latin
from atazan.words.kazakh.lexicon import lexicon
from atazan.words.kazakh.nominal import NOMINAL, OF_TIME
from atazan.words.kazakh.restoring import restored

_SURE = 2.3
_TELLING = 5


def candidates(word: str, own_voices: bool = False) -> list[Candidate]:
    """Return the possible readings of a word in small letters, in no order; at least one."""
    plain = irregular(word) + found(word, own_voices)
    if plain and min(plain).cost < _SURE:
        return plain
    if "-" in word[1:-1]:
        return plain + _parted(word)
    plain += derived(word)
    if plain:
        return plain
    if is_latin(word):
        cyrillic = from_latin(word)
        known = irregular(cyrillic) + found(cyrillic)
        if known:
            return known
        if not word.isascii():
            return [
                Candidate(1.0, -len(lemma), lemma, lemma, ("noun",), True, lemma)
                for lemma in restored(word)[:1]
            ] or guessed(cyrillic)
        return [Candidate(0.0, -len(word), word, word, ("foreign",), False, word)]
    return _mistyped(word) or guessed(word)


def _mistyped(word: str) -> list[Candidate]:
    """Read кұқығы and кукыгы as құқығы typed the Russian way; too short a word may be anything."""
    if len(word) < _TELLING and not KAZAKH_ONLY.intersection(word):
        return []
    return [
        Candidate(_SURE, -len(lemma), lemma, lemma, ("mistyped",), False, lemma)
        for lemma in restored(word)[:1]
    ]


def _parted(word: str) -> list[Candidate]:
    """Read ҚР-ның as an abbreviation with its ending, ғылыми-техникалықты by its last part."""
    head, _, last = word.rpartition("-")
    if last not in lexicon().nouns:
        for table in (NOMINAL, OF_TIME):
            for ending in table.get(last, ()):
                tags = ("abbr" if head.isalpha() else "num", *ending.tags)
                return [Candidate(1.0, -len(head), head, head, tags, True, head)]
    return [
        one._replace(
            lemma=f"{head}-{one.lemma}", stem=f"{head}-{one.stem}", key=f"{head}-{one.key}"
        )
        for one in candidates(last)
    ]
