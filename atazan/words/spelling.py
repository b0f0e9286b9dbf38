"""Likely right spellings of a word that a vocabulary does not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from atazan.words.word import Lang, folded


class Vocabulary:
    """Words with how often they occur, made ready to be searched for near ones."""

    def __init__(self, words: Mapping[str, int] | Iterable[str]) -> None:
        counts = words if isinstance(words, Mapping) else dict.fromkeys(words, 1)
        self.counts = {folded(word): count for word, count in counts.items()}
        self.by_length: dict[int, list[str]] = defaultdict(list)
        for word in self.counts:
            self.by_length[len(word)].append(word)

    def __contains__(self, word: str) -> bool:
        return folded(word) in self.counts


def suggest(word: str, lang: Lang, known: Iterable[str] | Vocabulary) -> tuple[str, ...]:
    """Up to three words of the vocabulary the word may be a misspelling of, the likeliest first."""
    vocabulary = known if isinstance(known, Vocabulary) else Vocabulary(known)
    small = folded(word)
    if small in vocabulary.counts or len(small) < 4:
        return ()
    most = 1 if len(small) < 7 else 2
    near = [
        (distance, -vocabulary.counts[other], other)
        for length in range(len(small) - most, len(small) + most + 1)
        for other in vocabulary.by_length.get(length, ())
        if (distance := OSA.distance(small, other, score_cutoff=most)) <= most
    ]
    return tuple(other for _, _, other in sorted(near)[:3])
