"""Provisions under review: which admitted petition asks the Court about them, and in which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from atazan.law.models import Review
from atazan.rules.citation import Provision


class UnderReview(Struct, frozen=True):
    """A case that asks about the provision, one it is part of or a part of it.

    `since` counts, `until` does not; None while it goes on or its end is not published.
    `about` are the provisions it names there.
    """

    case: str
    since: date
    until: date | None
    about: tuple[Provision, ...]

    def on(self, day: date) -> bool:
        """Whether the Court was reviewing it that day."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def path(self) -> str:
        return f"cases/{self.case}"


def reviews(work: str, provision: str) -> tuple[UnderReview, ...]:
    """Every review of the provision on record, the latest first."""
    rows = {row.id: row for row in Review.objects.filter(since__isnull=False)}
    found = []
    for row in rows.values():
        about = tuple(Provision(*one) for one in row.norms if _touches(one, work, provision))
        if about:
            found.append(UnderReview(row.id, _day(row.since), _end(row, rows), about))
    return tuple(sorted(found, key=lambda one: (one.since, one.case), reverse=True))


def under_review(work: str, provision: str, day: date) -> tuple[UnderReview, ...]:
    """The reviews of the provision that were going on that day."""
    return tuple(one for one in reviews(work, provision) if one.on(day))


def _touches(norm: Iterable[str], work: str, provision: str) -> bool:
    of, where = norm
    return of == work and (
        "whole" in (where, provision)
        or where == provision
        or where.startswith(f"{provision}__")
        or provision.startswith(f"{where}__")
    )


def _end(row: Review, rows: dict[str, Review]) -> date | None:
    """The end of the review, or of that of the petition it was joined to."""
    seen = {row.id}
    while row.into and row.into in rows and row.into not in seen:
        seen.add(row.into)
        row = rows[row.into]
    return _day(row.until) if row.told and row.until else None


def _day(written: str | None) -> date:
    return date.fromisoformat(str(written))
