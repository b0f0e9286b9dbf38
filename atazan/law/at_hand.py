"""What was read and will likely be asked again, within a bound: what was put first goes first."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class AtHand(Generic[K, V]):
    """Values by key whose weights (bytes, rows) come to `most` together; safe among threads."""

    def __init__(self, most: int) -> None:
        self.most, self.weight = most, 0
        self._held: OrderedDict[K, V] = OrderedDict()
        self._weights: dict[K, int] = {}
        self._writing = Lock()
        self.get = self._held.get
        """The value under a key, or None."""

    def __contains__(self, key: K) -> bool:
        return key in self._held

    def put(self, key: K, value: V, weight: int) -> V:
        with self._writing:
            self.weight += weight - self._weights.get(key, 0)
            self._held[key], self._weights[key] = value, weight
            while self.weight > self.most and len(self._held) > 1:
                old, _ = self._held.popitem(last=False)
                self.weight -= self._weights.pop(old)
        return value

    def drop(self, key: K) -> None:
        with self._writing:
            self._held.pop(key, None)
            self.weight -= self._weights.pop(key, 0)

    def clear(self) -> None:
        with self._writing:
            self._held.clear()
            self._weights.clear()
            self.weight = 0
