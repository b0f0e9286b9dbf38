"""What a resolution adopted on the platform has beside an old one of the record: its case, the
petitions it ends."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.decisions.models import Decision, Resolution
from atazan.decisions.pending import Pending, pending
from atazan.rules import due_days
from atazan.rules.book import rules
from atazan.rules.day import PartialDay


class Published(Struct, frozen=True):
    """`set_term`: the Court set another term for the law-making than the rules give."""

    case: str
    pending: tuple[Pending, ...]
    set_term: bool


def of_decision(row: Decision) -> Published | None:
    """None for a decision that came to the record from elsewhere: it has no case here."""
    case = Resolution.objects.filter(pk=row.id).values_list("petition", flat=True).first()
    if case is None or row.published_on is None:
        return None
    return Published(case, pending(row.id, case, row.published_on), _set_term(row))


def _set_term(row: Decision) -> bool:
    if row.follow_up_due is None or row.published_on is None:
        return False
    ledger = due_days.follow_up_bill_due(PartialDay.read(row.published_on).first, rules())
    return ledger.due != date.fromisoformat(row.follow_up_due)
