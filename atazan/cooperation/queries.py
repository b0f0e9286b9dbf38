"""Ask the record of cooperation, as of a day: associations, agreements, projects, partners, events.

A thing whose days are known only in part is given with `sure` False rather than left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from atazan.cooperation.models import (
    Agreement,
    Association,
    Event,
    Member,
    Partner,
    Presidency,
    Project,
    Secretariat,
)
from atazan.cooperation.spans import order, ran

R = TypeVar("R")


class OnDay(Struct, Generic[R], frozen=True):
    """A row as of a day; `sure` is False where the sources leave the day open."""

    row: R
    sure: bool


class AssociationOnDay(Struct, frozen=True):
    """An association as of a day. `applicants` had asked to join by then."""

    association: Association
    members: list[OnDay[Member]]
    observers: list[OnDay[Member]]
    applicants: list[OnDay[Member]]
    presidency: list[OnDay[Presidency]]
    secretariats: list[OnDay[Secretariat]]
    events: list[Event]


class WithPartner(Struct, frozen=True):
    """What the record tells of one partner by a day."""

    partner: Partner
    agreements: list[OnDay[Agreement]]
    projects: list[OnDay[Project]]
    events: list[Event]


def associations(day: date) -> list[Association]:
    """The associations founded by `day`, oldest first."""
    found = [row for row in Association.objects.all() if ran(row.founded, None, day) is not False]
    return sorted(found, key=lambda row: order(row.founded))


def association(id: str, day: date) -> AssociationOnDay:
    """One association as of `day`. Raises Association.DoesNotExist."""
    seats = Secretariat.objects.filter(association=id).order_by("id")
    return AssociationOnDay(
        association=Association.objects.get(pk=id),
        members=members(id, day),
        observers=members(id, day, "observer"),
        applicants=members(id, day, "applicant"),
        presidency=presidency(id, day),
        secretariats=_running(((row, row.since, None) for row in seats), day),
        events=events(day, association=id),
    )


def members(association: str, day: date, standing: str = "member") -> list[OnDay[Member]]:
    """Who belonged to an association on `day` in a standing (member, observer, applicant).

    Oldest members first; those whose day of admission was not found last, and not sure.
    """
    rows = Member.objects.filter(association=association, standing=standing).order_by("id")
    found = _running(((row, row.since, row.ended) for row in rows), day)
    return sorted(found, key=lambda one: order(one.row.since))


def presidency(association: str, day: date) -> list[OnDay[Presidency]]:
    """Who presided on `day`: one that is sure, or those between whom the sources leave it open.

    A presidency whose end was not found ended at the latest when the next is known to have begun or
    ended; one whose start was not found began at the earliest when the one before it did.
    """
    rows = sorted(
        Presidency.objects.filter(association=association),
        key=lambda row: order(row.since or row.until),
    )
    found = []
    for place, row in enumerate(rows):
        before = rows[place - 1] if place else None
        after = rows[place + 1] if place + 1 < len(rows) else None
        since = row.since or (before.since if before else None)
        until = row.until or ((after.since or after.until) if after else None)
        told = row.since is not None and (row.until is not None or after is None)
        held = ran(since, until, day)
        if held is not False:
            found.append(OnDay(row, held is True and told))
    return [one for one in found if one.sure] or found


def presidencies(association: str) -> list[Presidency]:
    """Every presidency of an association, oldest first."""
    rows = Presidency.objects.filter(association=association)
    return sorted(rows, key=lambda row: order(row.since or row.until))


def events(day: date, association: str | None = None, type: str | None = None) -> list[Event]:
    """The events that had begun by `day`, newest first; those without a day last."""
    rows = Event.objects.order_by("id")
    rows = rows.filter(association=association) if association else rows
    rows = rows.filter(type=type) if type else rows
    return _newest(row for row in rows if ran(row.done_on, None, day) is not False)


def agreements(day: date, type: str | None = None) -> list[OnDay[Agreement]]:
    """The memoranda and agreements signed by `day` and not ended before it, newest first."""
    rows = Agreement.objects.filter(type=type) if type else Agreement.objects.all()
    found = _running(((row, row.done_on, row.until) for row in rows.order_by("id")), day)
    dated = sorted(found, key=lambda one: order(one.row.done_on), reverse=True)
    return sorted(dated, key=lambda one: one.row.done_on is None)


def projects(day: date) -> list[OnDay[Project]]:
    """The projects and programmes that ran on `day`; not sure where an end was not found.

    A project without any day is among them, never sure.
    """
    return list(_projects(Project.objects.order_by("id"), day))


def partners() -> list[Partner]:
    """Every partner: organisations, courts and bodies, ours and foreign."""
    return list(Partner.objects.order_by("type", "id"))


def partner(id: str, day: date) -> WithPartner:
    """One partner with its agreements, running projects and events. Raises Partner.DoesNotExist."""
    row = Partner.objects.get(pk=id)
    return WithPartner(
        partner=row,
        agreements=[one for one in agreements(day) if id in one.row.parties],
        projects=[one for one in projects(day) if id in one.row.parties],
        events=[event for event in events(day) if id in event.parties],
    )


def _projects(rows: Iterable[Project], day: date) -> Iterator[OnDay[Project]]:
    for row in rows:
        held = ran(row.since, row.until, day)
        if held is not False:
            yield OnDay(row, held is True and row.until is not None)


def _running(spans: Iterable[tuple[R, str | None, str | None]], day: date) -> list[OnDay[R]]:
    found = ((row, ran(since, until, day)) for row, since, until in spans)
    return [OnDay(row, held is True) for row, held in found if held is not False]


def _newest(rows: Iterable[Event]) -> list[Event]:
    dated = sorted(rows, key=lambda row: order(row.done_on), reverse=True)
    return sorted(dated, key=lambda row: row.done_on is None)
