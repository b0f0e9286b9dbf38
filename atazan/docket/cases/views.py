"""Pages of the register of cases: the list, one case; the same as JSON."""

from __future__ import annotations

from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from atazan.docket.cases import listing
from atazan.docket.cases.listing import Case, CasePage
from atazan.docket.guide.told import Told, tell
from atazan.docket.queries import NoSuchPetition
from atazan.docket.sight import Viewer
from atazan.journal.answering import address_as, as_json, lang_of, wants_json
from atazan.rules.day import day_in_astana

_DAYS = "filed_on admitted_on decided_on published_on ended_on joined_to".split()


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Cases, the newest first."""
    asked = {name: request.GET.get(name, "") for name in listing.FILTERS}
    written = request.GET.get("page", "")
    page = int(written) if written.isdecimal() and len(written) < 7 else 1
    found = listing.of_list(asked, page, _viewer(request), _today(request))
    if wants_json(request):
        return as_json(
            {
                "total": found.total,
                "found": found.found,
                "page": found.page,
                "pages": found.pages,
                "asked": found.chosen,
                "filters": {
                    name: {one.value: one.count for one in choices}
                    for name, choices in found.filters
                },
                "cases": [_told(one) for one in found.rows],
            }
        )
    facts = {"page": found, "named": _named(), "json_url": address_as(request, "json")}
    return render(request, "docket/cases/list.html", facts)


@require_safe
def case(request: HttpRequest, number: str) -> HttpResponse:
    """One case: where it stands, what it asks about, until when it is to be decided."""
    try:
        found = listing.of_case(number, _viewer(request), _today(request))
    except NoSuchPetition:
        return _unknown(request, number)
    if wants_json(request):
        return as_json(_told_whole(found))
    facts = {
        "page": found,
        "case": found.case,
        "named": _named(),
        "told": _period(request, found),
        "json_url": address_as(request, "json"),
    }
    return render(request, "docket/cases/case.html", facts)


def _period(request: HttpRequest, page: CasePage) -> Told | None:
    """The period with its arithmetic; the line of time only while it runs."""
    if page.ledger is None:
        return None
    told = tell(page.ledger, _today(request), lang_of(request))
    return told if page.kept is None else msgspec.structs.replace(told, bar=None)


def _unknown(request: HttpRequest, number: str) -> HttpResponse:
    """404: nothing is said of whether a petition of that number exists."""
    if wants_json(request):
        return as_json({"unknown_case": number[:40]}, 404)
    return render(request, "docket/cases/unknown.html", {"number": number[:40]}, status=404)


def _told(one: Case) -> dict[str, Any]:
    shown = one.shown
    return {
        "number": shown.id,
        "step": shown["step"],
        **{name: shown[name] for name in _DAYS},
        "applicant": shown.initials if _named() else None,
        "norms": [
            {"work": norm.where.work, "provision": norm.where.eid, "state": norm.mark.code}
            for norm in one.norms
        ],
        "decision": one.decision,
        "due": one.due,
    }


def _told_whole(page: CasePage) -> dict[str, Any]:
    ledger = page.ledger
    return {
        **_told(page.case),
        "joined": page.joined,
        "due_explained": (
            {lang: ledger.explain(lang) for lang in ("kk", "ru", "en")}  # type: ignore[arg-type]
            if ledger
            else None
        ),
    }


def _named() -> bool:
    return bool(settings.ATAZAN_PUBLIC_NAMES == "initials")


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return viewer


def _today(request: HttpRequest) -> Any:
    return day_in_astana(request.now)  # type: ignore[attr-defined]
