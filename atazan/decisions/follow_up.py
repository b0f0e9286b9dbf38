"""What others were to do after a decision, and where that stood on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct

from atazan.decisions.models import Decision
from atazan.rules.day import PartialDay
from atazan.rules.text import Text

FollowUpState = Literal["none", "due", "overdue", "met", "unknown"]


class FollowUp(Struct, frozen=True):
    """What others were to do after it, and where that stood on the day.

    `overdue`: the term has passed and the record shows nothing done. `unknown`: something was to be
    done, but no day is recorded. `met` without a day of its own counts from the start.
    """

    state: FollowUpState
    what: Text | None = None
    due: date | None = None
    met: Text | None = None


def follow_up(row: Decision, day: date) -> FollowUp:
    """What was to be done after the decision, and where that stood on `day`."""
    what = msgspec.convert(row.follow_up, Text | None)
    met = msgspec.convert(row.follow_up_met, Text | None)
    due = PartialDay.read(row.follow_up_due).last if row.follow_up_due else None
    met_on = PartialDay.read(row.follow_up_met_on).first if row.follow_up_met_on else None
    if met is not None and (met_on is None or met_on <= day):
        return FollowUp("met", what, due, met)
    if what is None and due is None:
        return FollowUp("none")
    if due is None:
        return FollowUp("unknown", what)
    return FollowUp("due" if day <= due else "overdue", what, due)
