"""About the platform: what it is, its marks, the open points of the law, and who may do what."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from atazan.journal.models import Flag
from atazan.journal.replay import registers
from atazan.journal.rights import rights
from atazan.rules.book import rules
from atazan.rules.doubts import doubts

STATES = (
    "in_force not_yet repealed under_review conforms conforms_as_interpreted"
    " does_not_conform_in_part ceased"
).split()
SORTS = ("silent", "contradiction", "reading", "not_read")


def about(request: HttpRequest) -> HttpResponse:
    """What this is, who keeps it, sources and confidence, data, accessibility, personal data."""
    facts = {
        "rules": sum(map(len, rules().rules.values())),
        "facts": sum(table._default_manager.count() for table in registers()),
        "flags": Flag.objects.count(),
        "doubts": len(doubts()),
    }
    return render(request, "portal/about.html", facts)


def marks(request: HttpRequest) -> HttpResponse:
    """Every mark with its word and what it means."""
    facts = {"states": STATES, "findings": (True, False, None), "sure": ("high", "medium", "low")}
    return render(request, "portal/marks.html", facts)


def open_points(request: HttpRequest) -> HttpResponse:
    """Every doubt about the law, with the rules that rest under it."""
    touched: dict[str, list[Any]] = {}
    for versions in rules().rules.values():
        for id in dict.fromkeys(id for rule in versions for id in rule.uncertain):
            touched.setdefault(id, []).append(versions[-1])
    sorts = [
        (
            sort,
            [(doubt, touched.get(id, [])) for id, doubt in doubts().items() if doubt.sort == sort],
        )
        for sort in SORTS
    ]
    return render(request, "portal/doubts.html", {"sorts": [one for one in sorts if one[1]]})


def rights_table(request: HttpRequest) -> HttpResponse:
    """The table of rights as the Court could sign it."""
    table = rights()
    streams: dict[str, dict[tuple[Any, ...], list[str]]] = {}
    for right in table.rights:
        row = (right.act, right.states, right.to, right.contradiction)
        streams.setdefault(right.stream, {}).setdefault(row, []).append(right.role)
    return render(
        request, "portal/rights.html", {"table": table, "streams": _named(table, streams)}
    )


def _named(table: Any, streams: dict[str, dict[tuple[Any, ...], list[str]]]) -> list[Any]:
    return [
        (
            table.streams[stream],
            [
                {
                    "act": act,
                    "roles": [table.roles[role] for role in roles],
                    "states": [table.states[state] for state in states],
                    "to": table.states[to],
                    "contradiction": str(contradiction),
                }
                for (act, states, to, contradiction), roles in rows.items()
            ],
        )
        for stream, rows in streams.items()
    ]
