"""The running periods of a petition as ledgers: correction, notice, decision, service.

Nothing is stored but what happened, so a date follows a new holiday by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.docket.models import Petition, Prolongation, Suspension
from atazan.docket.steps import FINAL
from atazan.rules import due_days
from atazan.rules.book import rules
from atazan.rules.ledger import Ledger, LedgerRefused, version_on

What = Literal["correction", "notice", "decision", "service"]


class Clock(Struct, frozen=True):
    """A period that runs or ran: what for, who must keep it, and its ledger.

    `done` is the day it was kept, None while it runs.
    """

    what: What
    who: Literal["applicant", "court", "registry"]
    ledger: Ledger
    done: date | None = None

    @property
    def due(self) -> date | None:
        """The last day, inclusive; None while it stands still."""
        return self.ledger.due

    def overdue(self, on: date) -> bool:
        """Whether it passed without being kept."""
        return self.done is None and self.due is not None and on > self.due


def clocks(row: Petition) -> list[Clock]:
    """The periods of a petition in the order in which they began."""
    return list(_clocks(row))


def _clocks(row: Petition) -> Iterator[Clock]:
    window = correction(row)
    if window is not None:
        done = _day(row.received_on) if row.step != "returned" else None
        yield Clock("correction", "applicant", window, done)
    decided = row.admitted_on or row.refused_on
    if decided:
        told = due_days.notify_admission_due(_date(decided), rules())
        yield Clock("notice", "registry", told, _day(row.notified_on))
    ledger = decision(row)
    if ledger is not None and row.step != "joined":
        yield Clock("decision", "court", ledger, _day(row.decided_on or row.ended_on))
    if row.decided_on:
        sent = due_days.service_due(_date(row.decided_on), rules())
        yield Clock("service", "registry", sent, _day(row.served_on))


def correction(row: Petition) -> Ledger | None:
    """The month for correction, once the notice is known to be received: art. 47(4).

    None where a ground of the return is not one the law lets the applicant put right.
    """
    if row.returned_on is None or row.noticed_on is None or not curable(row):
        return None
    return due_days.correction_deadline(_date(row.noticed_on), rules())


def curable(row: Petition) -> bool:
    """Whether every ground of the last return can be put right, by the law of its day."""
    law = rules().on(_date(str(row.returned_on)))
    return all(law[f"ground.{one}"].value.curable for one in row.grounds)


def decision(row: Petition) -> Ledger | None:
    """The period for the final decision with all that moved it; None before admission: art. 53."""
    if row.admitted_on is None:
        return None
    ledger = due_days.decision_due(
        _date(row.admitted_on), rules(), citizen=True, joined=_joined(row)
    )
    for stop in Suspension.objects.filter(petition=row.id).order_by("since"):
        under = version_on(rules(), "deadline.suspension", _date(stop.since))
        ledger = ledger.suspended(_date(stop.since), by=row.id, under=under, until=_day(stop.until))
    for more in Prolongation.objects.filter(petition=row.id).order_by("entry"):
        try:
            ledger = ledger.prolonged(_date(more.decided_on), by=row.id, to=_date(more.to))
        except LedgerRefused:  # a new holiday moved the day past the one the Court had named
            continue
    return ledger


def _joined(row: Petition) -> due_days.Joined | None:
    others = list(Petition.objects.filter(joined_to=row.id).values_list("received_on", "joined_on"))
    if not others:
        return None
    received = max(row.received_on, *(came for came, _ in others))
    return due_days.Joined(_date(received), _date(max(on for _, on in others)))


def next_due(row: Petition) -> Clock | None:
    """The period that runs out first among those still running."""
    if row.step in FINAL and row.step != "refused":
        return None
    running = [one for one in clocks(row) if one.done is None and one.due is not None]
    return min(running, key=lambda one: one.due or date.max, default=None)


def _date(written: str) -> date:
    return date.fromisoformat(written)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
