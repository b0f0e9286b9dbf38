"""The pages of timelines, as of the day asked, each also as JSON, CSV, Turtle and JSON-LD."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from atazan.journal.answering import day_of, lang_of, page
from atazan.sources.timelines.formats import FORMATS, as_json, written
from atazan.sources.timelines.ledger import ledger
from atazan.sources.timelines.outlets import OUTLETS, Outlet, table
from atazan.sources.timelines.subjects import SORTS, UnknownSubject, subject, with_acts
from atazan.sources.timelines.timeline import ONLY, Only, Timeline, timeline


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything that has a timeline, sort by sort, with how many acts it has."""
    lang = lang_of(request)
    found = with_acts(ledger())
    groups = [
        (sort, sorted((one for one in found if one[0].sort == sort), key=lambda one: -one[1]))
        for sort in SORTS
    ]
    told = [
        {"sort": one.sort, "id": one.id, "names": dict(one.names), "acts": n} for one, n in found
    ]
    facts = {"groups": [one for one in groups if one[1]], "count": len(found), "lang": lang}
    return page(request, "timelines/index.html", facts, lambda: {"timelines": told})


@require_safe
def of_subject(request: HttpRequest, sort: str, id: str) -> HttpResponse:
    """The timeline of one thing."""
    try:
        one = subject(sort, id)
    except UnknownSubject as wrong:
        raise Http404 from wrong
    if (format := request.GET.get("format")) in FORMATS:
        return written(timeline(one, day_of(request), whole=True), str(format))
    found = _asked(request, one)
    facts = {
        **_facts(request, found),
        "subject": one,
        "feed": reverse("timeline-feed", args=[one.sort, one.id]),
        "watched": _watched(request, one.sort, one.id),
    }
    return page(request, "timelines/timeline.html", facts, lambda: as_json(found))


@require_safe
def press(request: HttpRequest) -> HttpResponse:
    """All acts by who tells them: the press, the gazette, both; and where they differ."""
    found = _asked(request, None)
    domains = [(one, _domains(one)) for one in OUTLETS]
    facts = {**_facts(request, found), "domains": domains}
    return page(request, "timelines/press.html", facts, lambda: as_json(found))


def _domains(outlet: Outlet) -> list[str]:
    return [name for name, line in table().items() if line.sort == outlet]


def _asked(request: HttpRequest, one: Any) -> Timeline:
    written_page = request.GET.get("page", "1")
    number = int(written_page) if written_page.isascii() and written_page.isdigit() else 1
    return timeline(
        one,
        day_of(request),
        only=_only(request),
        newest=_newest(request),
        page=min(number, 100_000),
    )


def _only(request: HttpRequest) -> Only | None:
    asked = request.GET.get("told")
    return next((one for one in ONLY if one == asked), None)


def _newest(request: HttpRequest) -> bool:
    """A thing is told from its beginning, the press from today back, unless asked otherwise."""
    usual = "newest" if request.path.endswith("/press") else "oldest"
    return request.GET.get("order", usual) == "newest"


def _facts(request: HttpRequest, found: Timeline) -> dict[str, Any]:
    told: list[tuple[str, int]] = [(one, n) for one, n in found.counts.items() if n]
    return {
        "timeline": found,
        "sides": [*told, ("differ", found.differing)] if found.differing else told,
        "only": _only(request),
        "newest": _newest(request),
        "formats": [one for one in FORMATS],
        "in_all": sum(found.counts.values()),
    }


def _watched(request: HttpRequest, sort: str, id: str) -> bool:
    from atazan.sources.watched.keeping import watches

    user = request.user
    return user.is_authenticated and watches(user).filter(sort=sort, thing=id).exists()
