"""Precision, recall and F1 of a reading, by kind, language and level; of names, by sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field

from atazan.sources.measured.counting import Count
from atazan.sources.measured.equal import even
from atazan.sources.measured.errors import Error, errors, worst_first
from atazan.sources.measured.gold import Item
from atazan.sources.measured.pairing import ROLES, Paired, pair
from atazan.sources.understood.told import Understood

Level = Literal["kind", "kind and date", "full"]
LEVELS: tuple[Level, ...] = ("kind", "kind and date", "full")
"""The same kind; the same day too; every role, day and modality the same."""

NAMED = ("persons", "organisations", "places")
ALL = "all"
"""The row of every kind, language or sort together."""


class Share(Struct):
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.of += 1


class NamesWrong(Struct, frozen=True):
    """The names of one sort that a text was told wrongly."""

    id: str
    lang: str
    sort: str
    missed: tuple[str, ...]
    invented: tuple[str, ...]


class Measured(Struct):
    """What was measured: counts by (kind or "all", language or "all", level) and so on.

    `roles`: of the acts of the right kind, how often each role is right. `patterns`: of the acts a
    pattern proposed, how many are right in all. `sureness`: the same by tenths of confidence
    (0.9 stands for 0.9 to 1). `errors`: the worst first; `names_wrong`: in the order of the texts.
    """

    texts: int = 0
    acts: dict[tuple[str, str, Level], Count] = field(default_factory=lambda: defaultdict(Count))
    names: dict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    roles: dict[str, Share] = field(default_factory=lambda: {role: Share() for role in ROLES})
    patterns: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    sureness: dict[float, Share] = field(default_factory=lambda: defaultdict(Share))
    errors: list[Error] = field(default_factory=list)
    names_wrong: list[NamesWrong] = field(default_factory=list)

    def count(self, level: Level, kind: str = ALL, lang: str = ALL) -> Count:
        """The count of one row; an empty one where nothing was marked or told."""
        return self.acts.get((kind, lang, level), Count())


def measure(gold: Iterable[Item], told: Iterable[Understood]) -> Measured:
    """Compare what was told of each text with what is marked in it, text by text in one order.

    Raises ValueError where there are more texts than readings, or the other way round.
    """
    found = Measured()
    for item, understood in zip(gold, told, strict=True):
        paired = pair(item, understood.acts)
        found.texts += 1
        _count_acts(found, item, paired)
        _count_names(found, item, understood)
        found.errors += errors(item, paired)
    found.errors = worst_first(found.errors)
    return found


def _count_acts(found: Measured, item: Item, paired: Paired) -> None:
    for one in paired.pairs:
        right = {
            "kind": True,
            "kind and date": "date" not in one.wrong,
            "full": not one.wrong,
        }
        for level in LEVELS:
            _add(found, one.marked.kind, item.lang, level, int(right[level]), 1, 1)
        for role in ROLES:
            found.roles[role].add(role not in one.wrong)
        _propose(found, one.told.pattern, one.told.confidence, not one.wrong)
    for missed in paired.missed:
        for level in LEVELS:
            _add(found, missed.kind, item.lang, level, 0, 0, 1)
    for invented in paired.invented:
        for level in LEVELS:
            _add(found, invented.kind, item.lang, level, 0, 1, 0)
        _propose(found, invented.pattern, invented.confidence, False)


def _add(
    found: Measured, kind: str, lang: str, level: Level, right: int, told: int, marked: int
) -> None:
    for row in ((str(kind), lang), (ALL, lang), (str(kind), ALL), (ALL, ALL)):
        found.acts[*row, level].add(right, told, marked)


def _propose(found: Measured, pattern: str, confidence: float, right: bool) -> None:
    if pattern:
        found.patterns[pattern].add(right)
    found.sureness[min(int(confidence * 10 + 1e-9), 9) / 10].add(right)


def _count_names(found: Measured, item: Item, understood: Understood) -> None:
    for sort in NAMED:
        marked, told = _by_name(getattr(item, sort)), _by_name(getattr(understood, sort))
        right = len(marked.keys() & told.keys())
        for row in ((sort, item.lang), (ALL, item.lang), (sort, ALL), (ALL, ALL)):
            found.names[row].add(right, len(told), len(marked))
        missed = tuple(name for key, name in marked.items() if key not in told)
        invented = tuple(name for key, name in told.items() if key not in marked)
        if missed or invented:
            found.names_wrong.append(NamesWrong(item.id, item.lang, sort, missed, invented))


def _by_name(names: Iterable[str]) -> dict[str, str]:
    """Names by what they are compared as; one said twice counts once."""
    return {even(name): name for name in names if even(name)}
