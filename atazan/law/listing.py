"""Works in a list, and what a search found, as they stood on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from atazan.law.marks import Mark, mark_of, mark_of_work, since_of_work
from atazan.law.queries import as_recorded, standing
from atazan.law.standing import Standing
from atazan.rules.citation import Provision
from atazan.rules.works import Work

WHOLE = "whole"
KINDS = (
    "constitution constitutional_law code law decree amending_law amending_law_by_referendum"
    " normative_resolution council_resolution supreme_court_resolution order akimat_resolution"
    " law_before_signature statute"
).split()


class Listed(Struct, frozen=True):
    """A work in a list: how it stood, and how many of its provisions the record tells of."""

    work: Work
    mark: Mark
    since: date | None
    touched: int


class Hit(Struct, frozen=True):
    """What a search found: a work, or with `standing` a provision of it."""

    listed: Listed
    standing: Standing | None = None
    mark: Mark | None = None

    @property
    def spoken_of(self) -> bool:
        """Whether something on record speaks of the provision itself or a part of it."""
        history = self.standing.history if self.standing is not None else ()
        return any(event.relation != "parent" for event in history)

    @property
    def where(self) -> Provision | None:
        return (
            None
            if self.standing is None
            else Provision(self.standing.work.id, self.standing.provision)
        )


def listed(work: Work, day: date, touched: dict[str, int]) -> Listed:
    """A work for a list: its own dates decide, and what was held of it as a whole."""
    count = touched.get(work.id, 0)
    begins = work.in_force_from or work.adopted
    if work.in_force_until is not None and day >= work.in_force_until:
        return Listed(work, Mark("repealed", "law.mark.work_ended"), work.in_force_until, count)
    if begins is not None and day < begins:
        return Listed(work, Mark("not_yet", "law.mark.not_yet"), begins, count)
    if count:
        found = standing(work.id, WHOLE, day)
        since = since_of_work(found)
        return Listed(work, mark_of_work(found), since.first if since else None, count)
    key = "law.mark.in_force" if work.in_force_from else "law.mark.adopted"
    return Listed(work, Mark("in_force", key), begins, count)


def grouped(found: Iterable[Listed]) -> list[tuple[str, list[Listed]]]:
    """Works for the page: those the record tells something of, the others, and last those that
    were not yet in force."""
    groups: dict[str, list[Listed]] = {"touched": [], "others": [], "ahead": []}
    for one in found:
        ahead = one.mark.code == "not_yet"
        groups["ahead" if ahead else "touched" if one.touched else "others"].append(one)
    for rows in groups.values():
        rows.sort(key=lambda one: (_rank(one.work), -(one.work.adopted or date.min).toordinal()))
    return [(name, rows) for name, rows in groups.items() if rows]


def _rank(work: Work) -> int:
    return KINDS.index(work.kind) if work.kind in KINDS else len(KINDS)


def hit(work: Work, provision: str, day: date, touched: dict[str, int]) -> Hit:
    """A provision found, under the name the record knows it by."""
    found = standing(work.id, as_recorded(work.id, provision), day)
    return Hit(listed(work, day, touched), found, mark_of(found))
