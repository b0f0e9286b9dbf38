"""Pages of the law as of a day: what may be searched, one work, one provision."""

from __future__ import annotations

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from atazan.journal.answering import address_as, as_json, wants_json
from atazan.law import answer, listing, pages
from atazan.law.decided import Decided, numbered, reviewed
from atazan.law.queries import UnknownWork, as_recorded, find_work, standing, works_touched
from atazan.law.search import Search, search
from atazan.rules.citation import UnreadCitation, cite, read_citation
from atazan.rules.text import LANGS, Lang
from atazan.rules.works import Work, works

WHOLE = "whole"


def index(request: HttpRequest) -> HttpResponse:
    """Search by act, number or citation, and every work with its standing on the day."""
    day = _day(request)
    touched = works_touched(day)
    asked = request.GET.get("q", "")
    found = search(asked)
    rows = [listing.listed(work, day, touched) for work in works().values()]
    hits = _hits(found, day, touched)
    if wants_json(request):
        return as_json(answer.index(day, asked, hits, rows))
    facts = {
        "asked_words": found.asked,
        "decision": numbered(found.decision) if found.decision else None,
        "hits": hits,
        "nothing": bool(found.asked) and not hits and not _decision_known(found),
        "groups": listing.grouped(rows),
        "count": len(rows),
        "touched_count": len(touched),
    }
    return _shown(request, "law/norms.html", facts)


def work(request: HttpRequest, name: str) -> HttpResponse:
    """One work: what it is, what was done to its provisions, by whom."""
    try:
        known = find_work(name)
    except UnknownWork as wrong:
        return _unknown(request, wrong)
    if known.id != name:
        return _moved(request, "norms-work", known.id)
    page = pages.of_work(known, _day(request))
    if wants_json(request):
        return as_json(answer.work(page))
    return _shown(request, "law/work.html", {"page": page})


def provision(request: HttpRequest, name: str, where: str) -> HttpResponse:
    """One provision: how it stood on the day, by whose act, and what came before and after."""
    try:
        known = find_work(name)
        eid = as_recorded(known.id, read_citation(where))
    except UnknownWork as wrong:
        return _unknown(request, wrong)
    except UnreadCitation:
        return _unreadable(request, known, where)
    if eid == WHOLE:
        return _moved(request, "norms-work", known.id)
    if (known.id, eid) != (name, where):
        return _moved(request, "norms-provision", known.id, eid)
    day = _day(request)
    page = pages.of_provision(standing(known.id, eid, day), reviewed(known.id, eid, day))
    if wants_json(request):
        return as_json(answer.provision(page))
    words = cite(eid, _lang()).split(", ")
    heading = ", ".join(words)
    facts = {
        "page": page,
        "heading": heading[0].upper() + heading[1:],
        "last_step": words[-1],
        "crumbs": [
            {"path": f"norms/{one.work}/{one.eid}", "words": step}
            for one, step in zip(page.above, words, strict=False)
        ],
    }
    return _shown(request, "law/provision.html", facts)


def _hits(found: Search, day: date, touched: dict[str, int]) -> list[listing.Hit]:
    """The works or provisions the words name; those the record knows something of come first."""
    if not found.provision:
        return [listing.Hit(listing.listed(work, day, touched)) for work in found.works]
    named = found.works or [works()[id] for id in touched]
    hits = [listing.hit(work, found.provision, day, touched) for work in named]
    known = [one for one in hits if one.spoken_of]
    return known or (hits if found.works else [])


def _decision_known(found: Search) -> Decided | None:
    return numbered(found.decision) if found.decision else None


def _lang() -> Lang:
    code = (get_language() or "kk")[:2]
    return cast(Lang, code) if code in LANGS else "kk"


def _day(request: HttpRequest) -> date:
    day: date = request.asked.day  # type: ignore[attr-defined]
    return day


def _shown(
    request: HttpRequest, template: str, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    facts["json_url"] = address_as(request, "json")
    return render(request, template, facts, status=status)


def _unknown(request: HttpRequest, wrong: UnknownWork) -> HttpResponse:
    """404 with the works of a like name and the way to find one."""
    if wants_json(request):
        return as_json({"unknown_work": wrong.name, "near": wrong.near}, 404)
    near = search(wrong.name).works or tuple(works()[id] for id in wrong.near)
    return render(request, "law/unknown.html", {"name": wrong.name[:60], "near": near}, status=404)


def _unreadable(request: HttpRequest, known: Work, where: str) -> HttpResponse:
    """404 for an address that names no provision."""
    if wants_json(request):
        return as_json({"unread_provision": where, "work": known.id}, 404)
    facts = {"work": known, "where": where[:60]}
    return render(request, "law/unknown.html", facts, status=404)


def _moved(request: HttpRequest, name: str, *where: str) -> HttpResponse:
    """To the one address of a page that may be named in several ways, with day and query kept."""
    query = urlencode([(k, v) for k, values in request.GET.lists() for v in values])
    return HttpResponseRedirect(reverse(name, args=where) + (f"?{query}" if query else ""))
