"""What the desk's views share: who may, what is asked, and the page of a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from atazan.journal.answering import lang_of
from atazan.journal.problems import BadAct, NotPermitted
from atazan.journal.record import By, version_of
from atazan.rules.day import day_in_astana
from atazan.rules.words import phrase
from atazan.sources.curated import queue, shown
from atazan.sources.curated.known import Record
from atazan.sources.curated.lit import lit
from atazan.sources.curated.plan import Plan, plan
from atazan.sources.curated.register import Register
from atazan.sources.models import Proposal, Reading

View = Callable[..., HttpResponse]
ROLES = ("chief_curator", "curator")


def for_curators(view: View) -> View:
    """A view for those who keep the record."""

    @wraps(view)
    def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by_of(request)
        return view(request, *args, **kwargs)

    return login_required(seen)


def refusal(wrong: BadAct | NotPermitted) -> tuple[Any, ...]:
    """Why it was refused, as findings and problems."""
    return tuple(wrong.problems if isinstance(wrong, BadAct) else wrong.findings)


def by_of(request: HttpRequest) -> By:
    """Who decides, in the highest of their roles that keep the record. Raises PermissionDenied."""
    for role in ROLES:
        try:
            by: By = request.by(role)  # type: ignore[attr-defined]
        except PermissionError:
            continue
        return by
    raise PermissionDenied


def seen_of(request: HttpRequest) -> int:
    """The version of the reading's file that the person looked at."""
    written = request.POST.get("_seen", "")
    return int(written) if written.isdecimal() else 0


def proposal_of(id: str, no: int) -> Proposal:
    """A proposal by its number in the text. Raises Http404."""
    found = dict(queue.proposals(id))
    if no not in found:
        raise Http404
    return found[no]


def plan_of(request: HttpRequest, row: Proposal) -> Plan:
    """What accepting it would do now."""
    reading = Reading.objects.get(pk=row.document)
    return plan(row, reading, Register(), Record(), today_of(request))


def at_of(request: HttpRequest) -> datetime:
    """The moment of the request."""
    at: datetime = request.now  # type: ignore[attr-defined]
    return at


def today_of(request: HttpRequest) -> date:
    """The day of the request in Astana."""
    return day_in_astana(at_of(request))


def address_after(id: str, no: int) -> str:
    """The page at the next proposal that is open, at or after the one behind `no`."""
    rows = queue.proposals(id)
    open_ones = [one for one, row in rows if row.state == "open"]
    later = next((one for one in open_ones if one > no), next(iter(open_ones), None))
    at = f"#p-{later}" if later else "#done"
    return reverse("desk-reading", args=[id]) + at


def say(request: HttpRequest, key: str, **facts: Any) -> None:
    """A message on the next page."""
    messages.success(request, phrase(key, lang_of(request), facts))


def page_of(request: HttpRequest, reading: Reading, status: int = 200, **more: Any) -> HttpResponse:
    """A text with its spans lit, and the proposals beside it."""
    numbered = queue.proposals(reading.id)
    text = queue.text_of(reading)
    register, record = Register(), Record()
    plans = {
        row.id: plan(row, reading, register, record, today_of(request))
        for _, row in numbered
        if row.state == "open"
    }
    by, at = by_of(request), at_of(request)
    cards = shown.cards(numbered, plans, by, at)
    first = next((no for no, row in numbered if row.state == "open"), None)
    facts = {
        "reading": reading,
        "title": queue.titles_of([reading]).get(reading.id),
        "paragraphs": lit(text, numbered) if text else [],
        "cards": cards,
        "seen": version_of(f"reading/{reading.id}"),
        "open": sum(row.state == "open" for _, row in numbered),
        "sure": sum(card.at_once for card in cards),
        "retold": queue.retold(reading.id),
        "next": queue.next_waiting(reading.id),
        "reasons": shown.REASONS,
        "at": first,
        **more,
    }
    return render(request, "curated/reading.html", facts, status=status)
