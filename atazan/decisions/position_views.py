"""Pages of the register of legal positions as of a day: the register, one position."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from atazan.decisions import answer_described, position_listing
from atazan.decisions.positions import NoSuchPosition, position
from atazan.decisions.queries import binding
from atazan.journal.answering import address_as, as_json, day_of, page, wants_json
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.day import PartialDay

DOUBTS = ("decision-positions",)


def index(request: HttpRequest) -> HttpResponse:
    """Legal positions by right, work and state, the newest first."""
    asked = {name: request.GET.get(name, "") for name in position_listing.FILTERS}
    found = position_listing.of_register(day_of(request), asked)

    def told() -> dict[str, object]:
        rows = [answer_described.of_position(one) for one in found.found]
        return {"total": found.total, "asked": found.chosen, "positions": rows}

    return page(request, "decisions/positions.html", {"page": found}, told)


def one(request: HttpRequest, key: str) -> HttpResponse:
    """One legal position with what later decisions did to it."""
    try:
        found = position(key, day_of(request))
    except NoSuchPosition as wrong:
        if wants_json(request):
            return as_json({"unknown_position": key}, 404)
        facts = {"key": key[:60], "day": wrong.day}
        return render(request, "decisions/position_unknown.html", facts, status=404)
    if wants_json(request):
        return as_json({"on": day_of(request), **answer_described.of_position(found)})
    made = PartialDay.read(found.decision.done_on) if found.decision.done_on else None
    facts = {
        "one": found,
        "day": day_of(request),
        "binding": binding(found.decision, day_of(request)),
        "departing": _departing(day_of(request)),
        "doubts": DOUBTS,
        "made": made.first if made is not None and made.exact else None,
        "json_url": address_as(request, "json"),
    }
    return render(request, "decisions/position.html", facts)


def _departing(day: date) -> Rule | None:
    """The rule on departing from earlier positions (art. 25(4)); None where none was in force."""
    try:
        return rules().on(day)["vote.court.panel_of_five.to_full_session"]
    except NoRuleInForce:
        return None
