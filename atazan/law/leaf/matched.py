"""The Constitutions of 1995 and 2026 matched, as the pages show it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from atazan.law.conformity.concordance import Entry, concordance, concordance_of
from atazan.law.text.document import outer
from atazan.rules.citation import Provision
from atazan.rules.works import works

Order = Literal["old", "new"]
KINDS = ("changed", "reworded", "same", "new", "dropped", "vacant")


class Matched(Struct, frozen=True):
    """A line of the concordance with the days on which both sides are to be read."""

    entry: Entry
    old: tuple[Provision, ...]
    new: tuple[Provision, ...]


class Article(Struct, frozen=True):
    """The lines of the concordance that begin with one article of a Constitution."""

    work: str
    eid: str
    rows: tuple[Matched, ...]

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """What became of it, with numbers of lines."""
        kinds = [one.entry.kind for one in self.rows]
        return [(kind, kinds.count(kind)) for kind in KINDS if kind in kinds]


class Table(Struct, frozen=True):
    """The concordance in one order, of one kind or of all (""); `counts` by kind."""

    order: Order
    kind: str
    rows: tuple[Matched, ...]
    counts: dict[str, int]
    last: date
    first: date

    @property
    def articles(self) -> list[Article]:
        """The lines by the article they begin with, in the order of the table."""
        found: dict[tuple[str, str], list[Matched]] = {}
        for one in self.rows:
            found.setdefault(self._begins(one), []).append(one)
        return [Article(*at, tuple(rows)) for at, rows in found.items()]

    def _begins(self, one: Matched) -> tuple[str, str]:
        sides = (one.old, one.new) if self.order == "old" else (one.new, one.old)
        first = next(side[0] for side in sides if side)
        return first.work, outer(first.eid)

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """The kinds there are with their numbers."""
        return [(kind, self.counts[kind]) for kind in KINDS if kind in self.counts]


def table(order: str, kind: str) -> Table:
    """The concordance by the articles of 1995 (`old`) or of 2026 (`new`)."""
    found = [_matched(one) for one in concordance().entries]
    counts: dict[str, int] = {}
    for one in found:
        counts[one.entry.kind] = counts.get(one.entry.kind, 0) + 1
    kind = kind if kind in counts else ""
    shown = [one for one in found if kind in ("", one.entry.kind)]
    by: Order = "new" if order == "new" else "old"
    if by == "new":
        shown.sort(key=lambda one: _place(one.new))
    return Table(by, kind, tuple(shown), counts, *days())


def days() -> tuple[date, date]:
    """The last day of the former Constitution, and the first of the one in force."""
    first = works()[concordance().new].in_force_from
    assert first is not None
    return first - timedelta(days=1), first


def matches(work: str, eid: str) -> tuple[Matched, ...]:
    """What the concordance says of a provision of either Constitution; nothing of other works."""
    if work not in (concordance().old, concordance().new):
        return ()
    return tuple(_matched(one) for one in concordance_of(work, eid))


def _matched(one: Entry) -> Matched:
    both = concordance()
    return Matched(
        one,
        tuple(Provision(both.old, eid) for eid in one.old),
        tuple(Provision(both.new, eid) for eid in one.new),
    )


def _place(found: tuple[Provision, ...]) -> tuple[bool, list[tuple[int, ...]]]:
    """In the order of the new text; what has no place there comes last."""
    steps = found[0].eid.split("__") if found else []
    numbers = [step.split("_")[-1] for step in steps]
    return not found, [tuple(int(n) for n in one.split("-") if n.isdigit()) for one in numbers]
