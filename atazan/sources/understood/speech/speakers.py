"""Who speaks: the person, office or body that a text names beside a word of saying."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from atazan.sources.understood.mention import Mention, Speech

_RANK = {"person": 0, "office": 1, "body": 2}


class Speakers:
    """The persons, offices and bodies of a text in order, asked by place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        found = [one for one in mentions if one.sort in _RANK]
        self._all = sorted(found, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._all]
        self._heard: list[tuple[int, str]] = []

    def hear(self, one: Speech) -> None:
        """Keep who spoke: "he" stands for the one heard last, unless another is named since."""
        if one.speaker:
            insort(self._heard, (one.end, one.speaker))

    def between(self, start: int, end: int) -> list[Mention]:
        """Those that stand whole between two places; a body inside an office is left out."""
        found: list[Mention] = []
        at = bisect_left(self._starts, start)
        while at < len(self._all) and self._all[at].start < end:
            one = self._all[at]
            if one.end <= end and not (found and one.end <= found[-1].end):
                found.append(one)
            at += 1
        return found

    def after(self, start: int, end: int) -> str:
        """Who is named first after a place, a person before an office before a body."""
        return _chosen(self.between(start, end))

    def before(self, start: int, end: int) -> str:
        """Who is named last before a place, in the nominative if any is."""
        found = self.between(start, end)
        able = [one for one in found if not one.cases or "nom" in one.cases] or found
        return _chosen(list(reversed(able)))

    def nearest(self, start: int, end: int) -> str:
        """Who is named last before a place, in whatever case."""
        return _chosen(list(reversed(self.between(start, end))))

    def last(self, before: int) -> str:
        """The last person, else office, named before a place: whom "he" stands for."""
        at = bisect_left(self._starts, before)
        heard = bisect_left(self._heard, (before + 1, ""))
        if heard:
            end, name = self._heard[heard - 1]
            since = self.between(end, before)
            if before - end < 400 and not any(one.sort == "person" for one in since):
                return name
        for one in reversed(self._all[max(0, at - 40) : at]):
            if one.sort == "person":
                return one.called
        for one in reversed(self._all[max(0, at - 40) : at]):
            if one.sort == "office":
                return one.called
        return ""


def _chosen(found: list[Mention]) -> str:
    return min(found, key=lambda one: _RANK[one.sort]).called if found else ""
