"""The record: each source with what it describes, and every act by year; each page also as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from msgspec import Struct

from atazan.journal.answering import day_of, page, row
from atazan.journal.models import Entry
from atazan.sources import chronicle
from atazan.sources.curated.confirmed import confirmed
from atazan.sources.models import Document, Mechanism
from atazan.sources.queries import UnknownSource, cited, described, documents, mechanisms
from atazan.sources.telling import Place, place

UNDATED = "none"
_LIVES = {"rules": "rule", "norms": "provision", "check": "service"}


class Living(Struct, frozen=True):
    """A mechanism, the page where it lives, and what that page is."""

    row: Mechanism
    place: Place
    lives: str


class Listed(Struct, frozen=True):
    """A source in the list: the mechanisms it describes and how many acts cite it."""

    document: Document
    number: str | None
    mechanisms: list[Living]
    citing: int


def record_page(request: HttpRequest) -> HttpResponse:
    """The five documents and the further sources; with `?year=`, the acts of a year."""
    if written := request.GET.get("year"):
        return _year(request, written)
    day = day_of(request)
    counts, listed = cited(), []
    for one in documents():
        found = [living(row) for row in mechanisms(one.id)]
        listed.append(Listed(one, number(one), found, counts[one.id]))
    years, undated = chronicle.years(day), chronicle.undated()
    flagged = chronicle.flagged(day)
    facts = {
        "seeds": [one for one in listed if one.number],
        "others": [one for one in listed if not one.number],
        "years": years,
        "bars": bars(years),
        "most": max(years, key=lambda one: one[1], default=None),
        "dated": sum(n for _, n in years),
        "undated": undated,
        "flagged": chronicle.grouped(flagged),
    }
    return page(
        request,
        "sources/record.html",
        facts,
        lambda: {
            "documents": [_listed_json(one) for one in listed],
            "acts_by_year": dict(years),
            "acts_without_a_day": undated,
            "acts_that_do_not_fit_the_rules_of_their_day": msgspec.to_builtins(flagged),
        },
    )


def document_page(request: HttpRequest, name: str) -> HttpResponse:
    """One source: every mechanism it describes, where it lives, and every act that cites it."""
    try:
        found = described(name)
    except UnknownSource as wrong:
        raise Http404 from wrong
    numbers = [one.number for one in found.citing]
    own = Entry.objects.filter(stream=f"document/{found.document.id}").order_by("number")
    facts = {
        "document": found.document,
        "number": number(found.document),
        "mechanisms": [living(one) for one in found.mechanisms],
        "groups": chronicle.grouped(found.citing),
        "citing": len(numbers),
        "others": [one for one in documents() if number(one) and one.id != found.document.id],
        "confirmed": confirmed(found.document.id),
        "entries": list(own.values_list("number", flat=True)[:1]),
    }
    return page(
        request,
        "sources/document.html",
        facts,
        lambda: {
            "document": row(found.document),
            "mechanisms": [row(one) for one in found.mechanisms],
            "confirmed": msgspec.to_builtins(facts["confirmed"]),
            "citing": msgspec.to_builtins(found.citing),
        },
    )


def _year(request: HttpRequest, written: str) -> HttpResponse:
    day = day_of(request)
    years = chronicle.years(day)
    known = [one for one, _ in years]
    if written != UNDATED and not (len(written) == 4 and written.isdigit()):
        raise Http404
    found = chronicle.year(None if written == UNDATED else written, day, _after(request))
    facts = {
        "year": None if written == UNDATED else written,
        "slice": found,
        "earlier": max((one for one in known if one < written), default=None),
        "later": min((one for one in known if one > written), default=None),
        "years": years,
        "begins": date(int(written), 1, 1) if written != UNDATED and written > "0000" else None,
    }
    told = {
        "year": written,
        "first": found.first,
        "last": found.last,
        "total": found.total,
        "after": found.after,
        "acts": [msgspec.to_builtins(act) for group in found.groups for act in group.acts],
    }
    return page(request, "sources/year.html", facts, lambda: told)


def _after(request: HttpRequest) -> int:
    written = request.GET.get("after", "0")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def number(document: Document) -> str | None:
    """The number of one of the five documents (`001`), None for every other source."""
    return document.id.removeprefix("seed-") if document.id.startswith("seed-") else None


def living(row: Mechanism) -> Living:
    """A mechanism with the page where it lives."""
    found = place(row.page)
    return Living(row, found, _LIVES.get(found.section, "recorded"))


def bars(years: list[tuple[str, int]]) -> dict[str, Any] | None:
    """The chart of acts by year: geometry in per cent across, in pixels up (of 96)."""
    if not years:
        return None
    first, last = int(years[0][0]), int(years[-1][0])
    wide, most = 100 / (last - first + 1), max(n for _, n in years)
    tall = {year: max(2, round(n / most * 96)) for year, n in years}
    return {
        "bars": [
            (f"{(int(year) - first + 0.14) * wide:.2f}%", 100 - high, high, high == 96)
            for year, high in tall.items()
        ],
        "width": f"{wide * 0.72:.2f}%",
        "marks": [
            (f"{(year - first + 0.5) * wide:.2f}%", str(year))
            for year in range(first, last + 1)
            if year % 10 == 0 and year < last
        ],
        "most": most,
    }


def _listed_json(one: Listed) -> dict[str, Any]:
    return {
        **row(one.document),
        "mechanisms": [row(found.row) for found in one.mechanisms],
        "cited_by": one.citing,
    }
