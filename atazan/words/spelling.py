"""Likely right spellings of a word that a vocabulary does not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from atazan.words.analysis import known as in_lexicon
from atazan.words.latin import PLAIN
from atazan.words.word import Lang, folded

_ROUGH = PLAIN | str.maketrans("ыёйэ", "иеие")
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_SAME = [set(pair) for pair in "аә гғ кқ нң оө уұ уү ұү хһ её иі ғқ".split()]
_ALIKE = [
    set(pair) for pair in "ыі ыи ий оа еи еэ ия тд бп зс жш шщ гк вф se cs ck ie ea ao iy".split()
]
_DOUBLED, _SWAPPED, _LEFT_OUT, _OTHER = 0.4, 0.6, 0.9, 1.0
_SHORTEST = 3
_NEAR = 60
"""Words that are looked at closely."""


class Vocabulary:
    """Words with how often they occur, made ready to be searched for near ones.

    >>> "Сот" in Vocabulary(["сот", "заң"])
    True
    """

    def __init__(self, words: Mapping[str, int] | Iterable[str]) -> None:
        counts = words if isinstance(words, Mapping) else dict.fromkeys(words, 1)
        self.counts = {folded(word): count for word, count in counts.items()}
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in self.counts:
            by_length[len(word)].append(word)
        self._by_length = {
            length: (words_, [_rough(word) for word in words_])
            for length, words_ in by_length.items()
        }

    def __contains__(self, word: str) -> bool:
        return folded(word) in self.counts

    def near(self, word: str, most: int) -> list[str]:
        """The words within `most` slips of a folded one, marks on letters aside."""
        rough = _rough(word)
        found: list[tuple[int, str]] = []
        for length in range(len(word) - most, len(word) + most + 1):
            words, roughs = self._by_length.get(length, ((), ()))
            for _, distance, at in process.extract(
                rough, roughs, scorer=OSA.distance, score_cutoff=most, limit=_NEAR
            ):
                found.append((distance, words[at]))
        return [one for _, one in sorted(found)[:_NEAR]]


def _rough(word: str) -> str:
    return word.translate(_ROUGH)


def suggest(word: str, lang: Lang, known: Iterable[str] | Vocabulary) -> tuple[str, ...]:
    """Up to three words of the vocabulary the word may be a misspelling of, the likeliest first.

    None for a word that the vocabulary or the lexicon of the language has. A slip of the
    kinds people make counts less than another: a mark left out, a neighbouring key, a letter
    doubled, two swapped; of slips alike the commoner word is likelier.

    >>> suggest("кукык", "kk", ["құқық", "қызық", "куәлік"])
    ('құқық',)
    >>> suggest("constitusion", "en", {"constitution": 9, "contribution": 5})
    ('constitution',)
    """
    vocabulary = known if isinstance(known, Vocabulary) else Vocabulary(known)
    small = folded(word)
    short = len(small) < _SHORTEST or not small.isalpha()
    if short or small in vocabulary.counts or in_lexicon(small, lang):
        return ()
    bound = min(2.0, 0.3 * len(small) - (0.2 if len(small) > _SHORTEST else 0.4))
    near = vocabulary.near(small, 1 if len(small) < 6 else 2)
    ranked = sorted(
        (cost - 0.03 * log(1 + vocabulary.counts[one]), one)
        for one in near
        if (cost := slips(small, one)) <= bound
    )
    return tuple(one for rank, one in ranked[:3] if rank <= ranked[0][0] + 0.6)


@lru_cache(maxsize=4096)
def _instead(one: str, other: str) -> float:
    """What it costs that a letter stands for another."""
    pair = {one, other}
    if pair in _SAME:
        return 0.1
    if pair in _ALIKE:
        return 0.5
    for row in _ROWS:
        if one in row and other in row and abs(row.index(one) - row.index(other)) == 1:
            return 0.7
    return _OTHER


def slips(word: str, other: str) -> float:
    """How far a word as typed is from another, by the slips people make.

    >>> slips("кукык", "құқық") < slips("кукык", "кукла")
    True
    """
    before: list[float] = []
    row = [0.0]
    for at in range(1, len(other) + 1):
        row.append(
            row[-1] + (_DOUBLED if other[at - 1 : at] == other[at - 2 : at - 1] else _LEFT_OUT)
        )
    for i, one in enumerate(word, 1):
        twice = word[i - 2 : i - 1] == one
        below = [row[0] + (_DOUBLED if twice else _LEFT_OUT)]
        for j, two in enumerate(other, 1):
            doubled = other[j - 2 : j - 1] == two
            cost = min(
                row[j] + (_DOUBLED if twice else _LEFT_OUT),
                below[j - 1] + (_DOUBLED if doubled else _LEFT_OUT),
                row[j - 1] + (0.0 if one == two else _instead(one, two)),
            )
            if i > 1 and j > 1 and one == other[j - 2] and two == word[i - 2]:
                cost = min(cost, before[j - 2] + _SWAPPED)
            below.append(cost)
        before, row = row, below
    first = 0.2 if word[:1] != other[:1] and _instead(word[0], other[0]) > 0.2 else 0.0
    return row[-1] + first
