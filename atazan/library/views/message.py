"""Pages of the annual message: the years, the draft of one, the rows of a figure."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from atazan.decisions.queries import decisions
from atazan.journal.answering import as_json, day_of, lang_of, page, wants_json
from atazan.library.message.draft import draft
from atazan.library.message.figures import Year, figure, years
from atazan.library.reports.printed import FORMATS, handed, told
from atazan.library.reports.shown import shown
from atazan.rules.words import phrase


def index(request: HttpRequest) -> HttpResponse:
    """The years that have a message to draft, and the messages on record."""
    day = day_of(request)
    found = years(day)
    rows = list(reversed(decisions(day, form="message")))
    facts = {"years": found, "earlier": rows}
    ids = [row.id for row in rows]
    return page(request, "library/messages.html", facts, lambda: {"years": found, "messages": ids})


def one(request: HttpRequest, year: int) -> HttpResponse:
    """The draft of a year."""
    if year not in years(day_of(request)):
        return _no_year(request, year)
    made = draft(year, day_of(request), lang_of(request))
    query = f"on={day_of(request).isoformat()}"
    facts = {"report": shown(made), "year": year, "formats": FORMATS, "query": query}
    return page(request, "library/message.html", facts, lambda: told(made))


def file(request: HttpRequest, year: int, format: str) -> HttpResponse:
    """The draft as a file, in the language of the address."""
    if format not in FORMATS:
        raise Http404
    if year not in years(day_of(request)):
        return _no_year(request, year)
    lang = lang_of(request)
    return handed(draft(year, day_of(request), lang), lang, format, f"message-{year}")


def rows(request: HttpRequest, year: int, id: str) -> HttpResponse:
    """The rows a figure counts, and nothing else."""
    asked = Year(year, day_of(request), lang_of(request))
    try:
        found = figure(id, asked)
    except KeyError:
        raise Http404 from None
    says = phrase(f"library.message.{found.key}", asked.lang, {"n": found.count, **found.facts})
    facts = {"figure": found, "says": says, "year": year}

    def data() -> dict[str, Any]:
        each = [msgspec.to_builtins(row) for row in found.rows]
        return {"figure": id, "year": year, "count": found.count, "rows": each}

    return page(request, "library/message_rows.html", facts, data)


def _no_year(request: HttpRequest, year: int) -> HttpResponse:
    if wants_json(request):
        return as_json({"no_decisions_of": year}, 404)
    return render(request, "library/message_unknown.html", {"year": str(year)}, status=404)
