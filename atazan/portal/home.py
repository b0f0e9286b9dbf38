"""The first page: may I apply, what the Court decided lately, what the last change of rules did."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request

from atazan.decisions.listing import outcomes_of
from atazan.decisions.models import Decision
from atazan.monitoring.models import Figure
from atazan.portal import links
from atazan.portal.context import SECTIONS, sections
from atazan.portal.day import asked
from atazan.portal.rulebook import Changes, compare
from atazan.rules.book import Rule, rules

COURT, COUNCIL = "constitutional_court", "constitutional_council"
NEW_CONSTITUTION = date(2026, 7, 1)
"""The day whose changes the page tells; the changes themselves come from the rule book."""
TOLD_FIRST = ("citizen.judicial_act", "elsewhere.demand_decision", "effect.act.does_not_conform")
LATEST = 4


def to_language(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the reader's language, Kazakh where we speak none they read."""
    lang = get_language_from_request(request)[:2]
    return HttpResponseRedirect(links.with_query(request, f"/{lang}/"))


def home(request: HttpRequest) -> HttpResponse:
    """The home page as of the day asked."""
    return render(request, "portal/home.html", _facts(request, asked(request).day))


def _facts(request: HttpRequest, day: date) -> dict[str, Any]:
    before, after = NEW_CONSTITUTION - timedelta(days=1), NEW_CONSTITUTION
    changes = compare(rules(), before, after)
    return {
        "own_search": True,
        "contents": sections(request, SECTIONS),
        "court_acts": _decisions(COURT, day).count(),
        "council_acts": _decisions(COUNCIL, day).count(),
        "latest": latest(day),
        "share": _share(day),
        "changed": _told_first(changes),
        "changes_in_all": len(changes.changed) + len(changes.added) + len(changes.gone),
        "before": before,
        "after": after,
    }


def _decisions(body: str, day: date) -> Any:
    return Decision.objects.filter(body=body, done_on__lte=day.isoformat())


def latest(day: date) -> list[dict[str, Any]]:
    """The last acts of the Court (before it, of the Council) up to a day, with their outcomes."""
    found = Decision.objects.filter(body__in=(COURT, COUNCIL), done_on__lte=day.isoformat())
    rows = list(found.order_by("-done_on", "-id")[:LATEST])
    outcomes = outcomes_of(rows)
    return [{"row": row, "outcomes": outcomes[row.id]} for row in rows]


def _told_first(changes: Changes) -> list[tuple[Rule | None, Rule | None]]:
    """The few changes the page tells as (before, after); None where there was no such rule."""
    known: dict[str, tuple[Rule | None, Rule | None]] = {
        change.after.id: (change.before, change.after) for change in changes.changed
    }
    known |= {rule.id: (None, rule) for rule in changes.added}
    known |= {rule.id: (rule, None) for rule in changes.gone}
    return [known[id] for id in TOLD_FIRST if id in known]


def _share(day: date) -> dict[str, Any] | None:
    """The last published share of petitions returned, with the number they are a share of."""
    shares = Figure.objects.filter(
        body=COURT, metric="petitions_returned_share", as_of__lte=day.isoformat()
    )
    share = shares.order_by("-as_of").first()
    if share is None or not share.value.isdigit():
        return None
    of = Figure.objects.filter(body=COURT, metric="petitions_received", as_of=share.as_of).first()
    per_cent = int(share.value)
    return {
        "row": share,
        "n": per_cent,
        "of": int(of.value) if of and of.value.isdigit() else None,
        "ticks": [(f"{place + 0.5}%", place >= per_cent) for place in range(100)],
    }
