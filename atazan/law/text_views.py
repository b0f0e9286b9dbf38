"""Pages that compare texts: two days, two languages, two Constitutions, a law with its
Constitution."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from atazan.journal.answering import address_as, as_json, lang_of, wants_json
from atazan.law.leaf import answer
from atazan.law.leaf.asking import text_asked, text_facts
from atazan.law.leaf.two_days import two_days
from atazan.law.queries import UnknownWork, find_work
from atazan.law.unknown import moved, unknown_work
from atazan.rules.works import Work

OfWork = Callable[[HttpRequest, Work], HttpResponse]


def of_work(view: OfWork) -> Callable[[HttpRequest, str], HttpResponse]:
    """A page of one work: 404 with works of a like name, or on to its one address."""

    @wraps(view)
    def found(request: HttpRequest, name: str) -> HttpResponse:
        try:
            work = find_work(name)
        except UnknownWork as wrong:
            return unknown_work(request, wrong)
        if work.id != name:
            return moved(request, f"norms-{view.__name__}", work.id)
        return view(request, work)

    return found


@of_work
def compare(request: HttpRequest, work: Work) -> HttpResponse:
    """The text of two days compared, by provision and then by word."""
    asked, held = text_asked(request, work)
    lang = asked.langs[0] if asked.shown != "both" else "kk"
    found = two_days(work, request.GET, asked, lang)
    status = 422 if found.problem else 200
    if wants_json(request):
        return as_json(answer.two_days(work, found), status)
    kept = [(k, v) for k, vs in request.GET.lists() if k not in ("from", "to") for v in vs]
    facts = {"work": work, "found": found, "held": held, "kept": kept}
    return _shown(request, "law/compare.html", {**facts, **text_facts(request, asked)}, status)


@of_work
def languages(request: HttpRequest, work: Work) -> HttpResponse:
    raise Http404


conformity = languages


def concordance(request: HttpRequest) -> HttpResponse:
    raise Http404


def _shown(
    request: HttpRequest, template: str, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    facts |= {"json_url": address_as(request, "json"), "lang_shown": lang_of(request)}
    return render(request, template, facts, status=status)
