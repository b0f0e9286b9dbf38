"""What others are to do after decisions: which terms run, which have passed, what was done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from msgspec import Struct

from atazan.decisions.follow_up import FollowUp
from atazan.decisions.models import Decision
from atazan.decisions.queries import awaited
from atazan.journal.answering import address_as, as_json, day_of, in_words, wants_json

ORDER = ("due", "overdue", "unknown", "met")


class Duty(Struct, frozen=True):
    """A decision and what was to be done after it."""

    row: Decision
    follow: FollowUp


def by_state(day: date) -> list[tuple[str, list[Duty]]]:
    """The duties of a day: those that run first, the next to end on top; those met last."""
    found = [Duty(row, follow) for row, follow in awaited(day)]
    groups = ((state, [one for one in found if one.follow.state == state]) for state in ORDER)
    return [(state, duties) for state, duties in groups if duties]


def index(request: HttpRequest) -> HttpResponse:
    """Duties that follow from the decisions of a day."""
    groups = by_state(day_of(request))
    if wants_json(request):
        told = [_told(one) for _, duties in groups for one in duties]
        return as_json({"on": day_of(request), "duties": told})
    total = sum(len(duties) for _, duties in groups)
    facts = {"groups": groups, "total": total, "json_url": address_as(request, "json")}
    return render(request, "decisions/duties.html", facts)


def _told(one: Duty) -> dict[str, Any]:
    return {
        "decision": one.row.id,
        "number": one.row.number,
        "state": one.follow.state,
        "due": one.follow.due,
        "what": in_words(one.follow.what),
        "met": in_words(one.follow.met),
    }
