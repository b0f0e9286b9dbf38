"""The days of one petition: the due day of its decision, and the ledgers that show every day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from atazan.rules import due_days
from atazan.rules.book import NoRuleInForce, RuleBook
from atazan.rules.ledger import Ledger, version_on
from atazan.rules.petition import Petition

if TYPE_CHECKING:
    from atazan.rules.assessment import Assessment

_BY_THE_COURT = "ruling"
_STATEMENTS = ("president_resignation", "refusal_to_assume_presidency")


def decision_day(petition: Petition, on: date, book: RuleBook) -> date | None:
    """The day by which the final decision is due; None before admission or while suspended."""
    events = petition.events
    if petition.question in _STATEMENTS:
        ledger = decision_ledger(petition, on, book)
        return None if ledger is None else ledger.due
    if events.admitted_on is None and events.received_on is None:
        return None
    if events.admitted_on is not None and not (
        events.suspended or events.prolonged or events.urgent or events.joined_on
    ):
        citizen = petition.question == "citizen_complaint"
        try:
            return due_days.decision_day(events.admitted_on, book, citizen=citizen)
        except NoRuleInForce:
            pass
    ledger = decision_ledger(petition, on, book)
    return None if ledger is None else ledger.due


def decision_ledger(petition: Petition, on: date, book: RuleBook) -> Ledger | None:
    """The period for the final decision with all that moved it; None before it begins."""
    events = petition.events
    if petition.question == "refusal_to_assume_presidency":
        stated = events.filed_on or events.received_on or events.admitted_on
        if stated is None or "deadline.refusal_of_presidency" not in book.on(stated):
            return None
        return due_days.refusal_due(stated, book)
    if "deadline.decision_general" not in book.on(events.admitted_on or on):
        if events.received_on is None or "deadline.council_decision" not in book.on(on):
            return None
        return due_days.council_decision_due(events.received_on, book, urgent=events.urgent)
    if events.admitted_on is None:
        return None
    ledger = due_days.decision_due(
        events.admitted_on,
        book,
        citizen=petition.question == "citizen_complaint",
        urgent=events.urgent and petition.applicant.capacity == "president",
        joined=_joined(petition),
        doubts=("resignation-term",) if petition.question == "president_resignation" else (),
    )
    for stop in events.suspended:
        under = version_on(book, "deadline.suspension", stop.since)
        by = stop.act or _BY_THE_COURT
        ledger = ledger.suspended(stop.since, by=by, under=under, until=stop.until)
    for more in events.prolonged:
        decided, by = more.decided_on or events.admitted_on, more.act or _BY_THE_COURT
        ledger = ledger.prolonged(decided, by=by, to=more.to)
    return ledger


def _joined(petition: Petition) -> due_days.Joined | None:
    events = petition.events
    if events.joined_on is None:
        return None
    return due_days.Joined(events.last_joined_received_on or events.joined_on, events.joined_on)


def ledgers(assessment: Assessment) -> tuple[Ledger, ...]:
    """The ledgers behind the days of an assessment: filing, correction, decision."""
    petition, on, book = assessment.petition, assessment.on, assessment.book
    found = []
    if assessment.last_day_to_file and assessment.judicial_act_on:
        ledger = due_days.last_day_to_file(assessment.judicial_act_on, book, asked_on=on)
        found.append(ledger)
    earlier = petition.earlier_filing
    if assessment.correction_deadline and earlier and earlier.notification_received_on:
        found.append(due_days.correction_deadline(earlier.notification_received_on, book))
    decision = decision_ledger(petition, on, book)
    if decision is not None:
        found.append(decision)
    return tuple(found)
