"""The day a page is asked for (`?on=`): every page has one, says which, and reads the clock here.

`?on=` takes 2026-06-15 and 15.06.2026. What cannot be read, or lies too far away, is told in words,
and the page is shown for today.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.http import HttpRequest
from msgspec import Struct

from atazan.journal.problems import Problem
from atazan.rules.day import day_in_astana, parsed

EARLIEST = date(1991, 12, 16)
"""Independence: the record tells of nothing earlier."""
YEARS_AHEAD = 10


class Asked(Struct, frozen=True):
    """The day a page is shown for; `problem` says why it is not the one asked for."""

    day: date
    is_today: bool
    problem: Problem | None = None
    today: date | None = None

    @property
    def is_past(self) -> bool:
        return self.today is not None and self.day < self.today


def today() -> date:
    """Today in Astana: the one place of the portal that reads the clock for a day."""
    return day_in_astana(now())


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def asked(request: HttpRequest) -> Asked:
    """The day this request asks for; read once a request."""
    found: Asked | None = getattr(request, "_asked", None)
    if found is None:
        found = read(request.GET.get("on"), today())
        request._asked = found  # type: ignore[attr-defined]
    return found


def read(written: str | None, today: date) -> Asked:
    """The day written in `?on=`, or today with the problem that kept it from being read.

    >>> read("15.06.2026", date(2026, 7, 21)).day
    datetime.date(2026, 6, 15)
    >>> read("30.02.2026", date(2026, 7, 21)).problem.key
    'portal.day.unreadable'
    """
    if written is None:
        return Asked(today, True, today=today)
    shown = written.strip()[:20]
    if not shown:
        return _today_because("portal.day.empty", today)
    day = parsed(shown)
    if day is None:
        return _today_because("portal.day.unreadable", today, written=shown)
    if day < EARLIEST:
        return _today_because("portal.day.too_early", today, day=day, earliest=EARLIEST)
    latest = date(today.year + YEARS_AHEAD, 12, 31)
    if day > latest:
        return _today_because("portal.day.too_late", today, day=day, latest=latest)
    return Asked(day, day == today, today=today)


def _today_because(key: str, today: date, **facts: object) -> Asked:
    return Asked(today, True, Problem(key, facts), today)
