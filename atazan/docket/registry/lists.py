"""The registry's lists: what waits for it, oldest first, what runs late in a list of its own.

Every list is whole: a page says which stretch of how many it shows, and opens the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from msgspec import Struct

from atazan.docket import clocks, sight
from atazan.docket.models import Petition
from atazan.docket.queries import Page, page
from atazan.docket.sight import Shown, Viewer
from atazan.journal.rights import rights
from atazan.rules import due_days
from atazan.rules.book import rules

_NOTIFY = "admitted refused suspended in_session adjourned deliberation joined terminated".split()
LISTS: dict[str, tuple[str, ...]] = {
    "waiting": ("lodged",),
    "returned": ("returned",),
    "notify": tuple(_NOTIFY),
    "send": ("decided", "published"),
    "close": ("published",),
    "registered": ("registered",),
    "late": (*_NOTIFY, "decided", "published"),
    "all": tuple(rights().states),
}
"""Lists by name, with the steps of the petitions in them; `all`: every one the reader sees."""
OUTCOMES = ("admissible", "returned_by_staff", "refused", "terminated", "open")
"""What the check may have found; `open`: nothing, a person looks."""
NOBODY = "nobody"
SIZE = 50
_FEW = 10


class Line(Struct, frozen=True):
    """A petition in a list: as the reader sees it, its age in days, and the period that runs."""

    shown: Shown
    filed_on: date
    age: int
    clerk: str
    mine: bool
    clock: clocks.Clock | None
    late: bool


class Asked(Struct, frozen=True):
    """What of the queue is asked for."""

    list: str = "waiting"
    who: str = ""
    outcome: str = ""
    after: str | None = None


def visible(viewer: Viewer, steps: Iterable[str]) -> list[str]:
    """Those steps at which the reader's own roles see a petition at all."""
    held = [one for one in viewer.roles if one in rights().roles]
    return [
        step
        for step in steps
        if any("number" in rights().sees(role, "petition", step, False) for role in held)
    ]


def read(asked: Asked, viewer: Viewer, today: date, size: int = SIZE) -> Page:
    """A stretch of a list."""
    return page(found(asked, viewer, today), "filed_on", asked.after, size)


def found(asked: Asked, viewer: Viewer, today: date) -> QuerySet[Petition]:
    """The petitions of a list for one reader."""
    rows = Petition.objects.filter(step__in=visible(viewer, LISTS[asked.list]))
    rows = _NARROWED.get(asked.list, lambda rows, today: rows)(rows, today)
    if asked.who:
        rows = rows.filter(clerk="" if asked.who == NOBODY else viewer.name)
    if asked.outcome:
        rows = rows.filter(outcome="" if asked.outcome == "open" else asked.outcome)
    return rows


def late(viewer: Viewer, today: date) -> Page:
    """The first of those whose notice or service is overdue, and how many there are."""
    return read(Asked("late"), viewer, today, _FEW)


def _to_notify(rows: QuerySet[Petition], today: date) -> QuerySet[Petition]:
    decided = Q(admitted_on__isnull=False) | Q(refused_on__isnull=False)
    return rows.filter(decided, notified_on=None)


def _to_send(rows: QuerySet[Petition], today: date) -> QuerySet[Petition]:
    return rows.filter(served_on=None)


def _late(rows: QuerySet[Petition], today: date) -> QuerySet[Petition]:
    """Periods of art. 48(4) and 65(1)(1) run on alike from each day, so one day parts them."""
    told, sent = _before(today, _notice), _before(today, _service)
    admitted = Q(admitted_on__lte=told) | Q(admitted_on=None, refused_on__lte=told)
    notice = rows.filter(admitted, step__in=_NOTIFY, notified_on=None).values("pk")
    service = rows.filter(step__in=LISTS["send"], served_on=None, decided_on__lte=sent).values("pk")
    return rows.filter(pk__in=notice.union(service))


def _notice(day: date) -> date | None:
    return due_days.notify_admission_due(day, rules()).due


def _service(day: date) -> date | None:
    return due_days.service_due(day, rules()).due


def _before(today: date, due: Any) -> str:
    """The last day from which a period is over by today, as written."""
    day = today
    while (last := due(day)) is None or last >= today:
        day -= timedelta(days=1)
    return day.isoformat()


_NARROWED: dict[str, Any] = {
    "notify": _to_notify,
    "send": _to_send,
    "close": lambda rows, today: rows.exclude(served_on=None),
    "late": _late,
}


def lines(rows: Iterable[Petition], viewer: Viewer, today: date) -> list[Line]:
    """The rows of a list as the reader sees them; private texts are read back in one query."""
    known = {row.id: row for row in rows}
    clerks = _clerks({row.clerk for row in known.values()} - {""})
    return [
        _line(one, known[one.id], clerks, viewer, today)
        for one in sight.show_all(known.values(), viewer)
    ]


def _line(one: Shown, row: Petition, clerks: dict[str, str], viewer: Viewer, today: date) -> Line:
    filed, clock = date.fromisoformat(row.received_on), _clock(row)
    clerk = str(one["clerk"] or "")
    return Line(
        one,
        filed,
        (today - filed).days,
        clerks.get(clerk, clerk),
        bool(clerk) and clerk == viewer.name,
        clock,
        clock is not None and clock.overdue(today),
    )


def _clock(row: Petition) -> clocks.Clock | None:
    """The period the registry watches: correction, notice, or service."""
    if row.step == "returned":
        window = clocks.correction(row)
        return None if window is None else clocks.Clock("correction", "applicant", window)
    if row.step in LISTS["send"] and row.decided_on and not row.served_on:
        sent = due_days.service_due(date.fromisoformat(row.decided_on), rules())
        return clocks.Clock("service", "registry", sent)
    decided = row.admitted_on or row.refused_on
    if decided and not row.notified_on and row.step in _NOTIFY:
        told = due_days.notify_admission_due(date.fromisoformat(decided), rules())
        return clocks.Clock("notice", "registry", told)
    return None


def _clerks(accounts: set[str]) -> dict[str, str]:
    """The names people go by, of accounts that have one."""
    if not accounts:
        return {}
    people = User.objects.filter(username__in=accounts)
    return {one.get_username(): one.get_full_name() or one.get_username() for one in people}
