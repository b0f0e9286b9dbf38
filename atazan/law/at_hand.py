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
        self._held: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._writing = Lock()

    def get(self, key: K) -> V | None:
        found = self._held.get(key)
        return None if found is None else found[0]

    def __contains__(self, key: K) -> bool:
        return key in self._held

    def put(self, key: K, value: V, weight: int) -> V:
        with self._writing:
            self._drop(key)
            self._held[key] = (value, weight)
            self.weight += weight
            while self.weight > self.most and len(self._held) > 1:
                self.weight -= self._held.popitem(last=False)[1][1]
        return value

    def drop(self, key: K) -> None:
        with self._writing:
            self._drop(key)

    def clear(self) -> None:
        with self._writing:
            self._held.clear()
            self.weight = 0

    def _drop(self, key: K) -> None:
        found = self._held.pop(key, None)
        if found is not None:
            self.weight -= found[1]
