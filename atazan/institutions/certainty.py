"""How sure the record is that a person held an office on a day, where days are known in part.

A tenure may lack its start, its end or both, and any of them may be a month or a year. Then a day
is sure, probable or only not excluded; a day that is excluded has no certainty at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from atazan.rules.day import PartialDay
from atazan.rules.tenure import years_after


class Certainty(StrEnum):
    """How sure a holding on a day is."""

    SURE = "sure"
    """Between a known start and a known end or a later sighting; or on a day of a sighting."""
    PROBABLE = "probable"
    """Between two sightings; or after the last one of a person said to be in office still."""
    NOT_EXCLUDED = "not_excluded"
    """Inside a start or end known in part, or within one term of office of a sighting."""


class Days(Protocol):
    """The days of a tenure as written: whole, or known in part."""

    since: str | None
    until: str | None
    seen_first: str | None
    seen_last: str | None
    ongoing: bool


def certainty(tenure: Days, day: date, years: int | None) -> Certainty | None:
    """How sure the tenure covers `day`; None where it is excluded.

    `years` is the term the law set, None where it set none: then nothing is said of days before
    the first and after the last known one.
    """
    if not _possible(tenure, day, years):
        return None
    first, end = known_days(tenure)
    if first <= day < end:
        anchored = tenure.since or tenure.until or _sighting(tenure, day)
        return Certainty.SURE if anchored else Certainty.PROBABLE
    if tenure.ongoing and day >= first:
        return Certainty.PROBABLE
    return Certainty.NOT_EXCLUDED


def _possible(tenure: Days, day: date, years: int | None) -> bool:
    start, end = _read(tenure.since), _read(tenure.until)
    seen = _sightings(tenure)
    first = start.first if start else _years_before(seen[0].first, years)
    if day < first:
        return False
    if end is not None:
        return day < max(end.last, end.first + timedelta(days=1) if not end.exact else end.first)
    if tenure.ongoing:
        return True
    last = seen[-1].last if seen else first
    reach = last + timedelta(days=1) if years is None else years_after(last, years)
    return day < reach


def known_days(tenure: Days) -> tuple[date, date]:
    """The first day known to be in office, and the first after the last one known."""
    start, end, seen = _read(tenure.since), _read(tenure.until), _sightings(tenure)
    first = min(day.last for day in (start, *seen) if day is not None)
    after = timedelta(days=1)
    ends = [day.first + after for day in seen if day.exact]
    if start is not None and start.exact:
        ends.append(start.first + after)
    if end is not None:
        ends = [end.first, *(one for one in ends if one <= end.last)]
    return first, max(ends, default=first)


def another_held(tenure: Days, others: Iterable[Days], day: date) -> bool:
    """Whether another holder of a single seat is known between `day` and this tenure."""
    first, end = known_days(tenure)
    for other in others:
        other_first, other_end = known_days(other)
        if end <= other_first <= day or day < other_end <= first:
            return True
    return False


def _sighting(tenure: Days, day: date) -> bool:
    return any(seen.exact and seen.first == day for seen in _sightings(tenure))


def _sightings(tenure: Days) -> list[PartialDay]:
    found = (_read(tenure.seen_first), _read(tenure.seen_last))
    return [day for day in found if day is not None]


def _read(written: str | None) -> PartialDay | None:
    return None if written is None else PartialDay.read(written)


def _years_before(day: date, years: int | None) -> date:
    return day if years is None else years_after(day, -years)
