"""The page that answers a question, and the part of it that a script asks for."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from atazan.journal.answering import address_as, as_json, day_of, lang_of, wants_json
from atazan.search import shown
from atazan.search.address import Read, query_of, read
from atazan.search.asking import LONGEST, Answered, Asked
from atazan.search.audiences import audience_of
from atazan.search.bad import BadQuestion, IndexBusy
from atazan.search.freshness import kept
from atazan.search.record import answer

PART = "found"
"""`?part=found`: only what changes as one types."""
Wrong = BadQuestion | IndexBusy


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the words find, as of the day of the page; without words, what there is to be found.

    `go=1` leads to the one thing the words name outright, where there is one.
    """
    asked, wrong = _read(request)
    found, problems, status = _answered(asked, wrong)
    if found and found.straight and request.GET.get("go") == "1":
        return HttpResponseRedirect(_on_day(request, f"/{lang_of(request)}/{found.straight}"))
    if wants_json(request):
        told = [one.says(lang_of(request)) for one in problems]
        return as_json({"on": day_of(request), "problems": told, "answer": found}, status)
    part = request.GET.get("part") == PART
    template = "search/parts/found.html" if part else "search/search.html"
    response = render(request, template, _facts(request, asked, found, problems), status=status)
    patch_vary_headers(response, ["Cookie"])
    return response


def _read(request: HttpRequest) -> tuple[Asked, list[Wrong]]:
    viewer: Any = request.viewer  # type: ignore[attr-defined]
    found: Read = read(request.GET, day_of(request), audience_of(viewer.roles))
    return found.asked, list(found.problems)


def _answered(asked: Asked, wrong: list[Wrong]) -> tuple[Answered | None, list[Wrong], int]:
    """The answer, what was wrong with the question, and the status that tells it. A mark of a page
    that cannot be read leads to the first page, and that is said."""
    try:
        return answer(asked), wrong, 200
    except BadQuestion as bad:
        if asked.after is not None and len(asked.words) <= LONGEST:
            return _answered(replace(asked, after=None), [*wrong, bad])
        return None, [*wrong, bad], 422
    except IndexBusy as busy:
        return None, [*wrong, busy], 503


def _facts(
    request: HttpRequest, asked: Asked, found: Answered | None, problems: list[Wrong]
) -> dict[str, Any]:
    lang = lang_of(request)

    def here(query: str) -> str:
        return _on_day(request, f"{reverse('search')}?{query}")

    facts: dict[str, Any] = {
        "question": asked,
        "nothing_asked": not (asked.words or asked.only),
        "problems": problems,
        "found": found,
        "own_search": True,
        "longest": LONGEST,
        "query": query_of(asked),
        "kept_fields": _kept(request, asked),
        "back": here(query_of(asked)),
        "feed": f"{reverse('search-feed')}?{query_of(asked)}",
        "orders": [(one, here(query_of(asked, order=one))) for one in ("best", "newest", "oldest")],
        "as_typed": here(query_of(asked, widen=False, without=())),
        "widened_again": here(query_of(asked, widen=True, without=())),
        "without_filters": here(query_of(asked, only={})),
        "every_wording": here(query_of(asked, day=None)),
        "one_day": here(query_of(asked, day=day_of(request))),
        "json_url": address_as(request, "json"),
    }
    if found is not None:
        get = kept(asked.audience).index.get
        facts |= {
            "rows": shown.rows(found),
            "facets": shown.facets(found, lang, here, get),
            "ways": shown.ways(found, here),
            "straight": shown.straight(found, get),
            "meant": found.meant and here(query_of(asked, words=found.meant)),
            "more": found.after and here(query_of(asked, after=found.after)),
        }
    return facts


def _kept(request: HttpRequest, asked: Asked) -> list[tuple[str, str]]:
    """What a new question keeps of the one before: its day, its filters, its order."""
    fields = parse_qsl(query_of(asked, words="", without=()))
    day = day_of(request).isoformat()
    return fields if cast(Any, request).asked.is_today else [*fields, ("on", day)]


def _on_day(request: HttpRequest, path: str) -> str:
    """An address on the day of the page; today is left out."""
    asked = cast(Any, request).asked
    if asked.is_today:
        return path
    return f"{path}{'&' if '?' in path else '?'}{urlencode({'on': asked.day.isoformat()})}"
