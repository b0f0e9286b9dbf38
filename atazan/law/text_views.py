"""Pages that compare texts: two days, two languages, two Constitutions, a law with its
Constitution."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from atazan.journal.answering import address_as, as_json, day_of, wants_json
from atazan.journal.problems import Problem
from atazan.law.conformity.gathered import Checked, NoTextHeld, conform
from atazan.law.leaf import answer_compared as answer
from atazan.law.leaf.asking import text_asked, text_facts
from atazan.law.leaf.editions import editions
from atazan.law.leaf.matched import table
from atazan.law.leaf.two_days import no_text, two_days
from atazan.law.leaf.two_languages import two_languages
from atazan.law.queries import UnknownWork, find_work
from atazan.law.unknown import moved, unknown_work
from atazan.rules.day import parsed
from atazan.rules.text import Lang
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
    status = found.status
    if wants_json(request):
        return as_json(answer.two_days(work, found), status)
    kept = [(k, v) for k, vs in request.GET.lists() if k not in ("from", "to") for v in vs]
    facts = {"work": work, "found": found, "held": held, "kept": kept}
    return _shown(request, "law/compare.html", {**facts, **text_facts(request, asked)}, status)


@of_work
def languages(request: HttpRequest, work: Work) -> HttpResponse:
    """Where the Kazakh and the Russian text of the day part, the gravest first."""
    asked, held = text_asked(request, work)
    found = two_languages(work, asked)
    if wants_json(request):
        return as_json(answer.two_languages(work, asked.day, found))
    facts = {"work": work, "found": found, "held": held, **text_facts(request, asked)}
    return _shown(request, "law/languages.html", facts)


@of_work
def conformity(request: HttpRequest, work: Work) -> HttpResponse:
    """What of a work is out of date by the Constitution of the day; `?text_of=` another text."""
    asked, held = text_asked(request, work)
    lang: Lang = "ru" if asked.shown == "ru" else "kk"
    written = request.GET.get("text_of", "").strip()[:20]
    of = parsed(written) if written else asked.day
    problem = Problem("law.conform.bad_day", {"written": written}) if of is None else None
    found = next(iter(_checked(work, asked.day, of, lang)), None) if of else None
    if found is None and held and of is not None:
        problem = no_text(of, editions(work.id, asked))
    status = 422 if problem else 200
    if wants_json(request):
        return as_json(answer.conformity(work, asked.day, found, problem), status)
    places = found.found if found else ()
    facts = {
        "work": work,
        "found": found,
        "held": held,
        "problem": problem,
        "editions": editions(work.id, asked),
        "todo": [one for one in places if not one.historical],
        "past": [one for one in places if one.historical],
        "text_day": of,
        "text_lang": lang,
        **text_facts(request, asked),
    }
    return _shown(request, "law/conformity.html", facts, status)


def _checked(work: Work, day: date, of: date, lang: Lang) -> list[Checked]:
    try:
        return conform(work.id, day, of, lang)
    except NoTextHeld:
        return []


def concordance(request: HttpRequest) -> HttpResponse:
    """Which article of the Constitution of 1995 became which of that of 2026, and what changed."""
    found = table(request.GET.get("order", ""), request.GET.get("kind", ""))
    if wants_json(request):
        return as_json({"on": day_of(request), **answer.table(found)})
    return _shown(request, "law/concordance.html", {"found": found})


def _shown(
    request: HttpRequest, template: str, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    facts["json_url"] = address_as(request, "json")
    return render(request, template, facts, status=status)
