"""What is worked out for a word, kept: the words of a language come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Kept(dict[str, _T], Generic[_T]):
    """What a word gives by `work`; emptied when it holds `most` words, so that it stays small.

    >>> lengths = Kept(len)
    >>> lengths["сот"], lengths
    (3, {'сот': 3})
    """

    def __init__(self, work: Callable[[str], _T], most: int = 25_000) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, word: str) -> _T:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._work(word)
        return found
