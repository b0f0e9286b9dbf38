"""Addresses that name no work or no provision, and those that name one in another way."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from atazan.journal.answering import address_as, as_json, lang_of, wants_json
from atazan.law.queries import UnknownWork
from atazan.law.search import search
from atazan.rules.citation import cite
from atazan.rules.works import Work, works


def unknown_work(request: HttpRequest, wrong: UnknownWork) -> HttpResponse:
    """404 with the works of a like name and the way to find one."""
    if wants_json(request):
        return as_json({"unknown_work": wrong.name, "near": wrong.near}, 404)
    near = search(wrong.name).works or tuple(works()[id] for id in wrong.near)
    return _told(request, {"name": wrong.name[:60], "near": near})


def unreadable(request: HttpRequest, known: Work, where: str) -> HttpResponse:
    """404 for an address that names no provision."""
    if wants_json(request):
        return as_json({"unread_provision": where, "work": known.id}, 404)
    return _told(request, {"work": known, "where": where[:60]})


def no_provision(request: HttpRequest, known: Work, eid: str) -> HttpResponse:
    """404 for a provision that neither the texts held nor the record ever knew."""
    if wants_json(request):
        return as_json({"no_provision": eid, "work": known.id}, 404)
    words = cite(eid, lang_of(request))
    return _told(request, {"work": known, "missing": words[0].upper() + words[1:], "where": words})


def _told(request: HttpRequest, facts: dict[str, object]) -> HttpResponse:
    facts["json_url"] = address_as(request, "json")
    return render(request, "law/unknown.html", facts, status=404)


def slashless(request: HttpRequest, where: str) -> HttpResponse:
    """To the page itself from its address with a slash at the end."""
    query = request.META.get("QUERY_STRING", "")
    place = f"/{request.path.strip('/')}"  # one slash: two would lead to another server
    return HttpResponseRedirect(place + (f"?{query}" if query else ""))


def moved(request: HttpRequest, name: str, *where: str, anchor: str = "") -> HttpResponse:
    """To the one address of a page that may be named in several ways, with day and query kept."""
    query = urlencode([(k, v) for k, values in request.GET.lists() for v in values])
    place = f"#{anchor}" if anchor else ""
    return HttpResponseRedirect(reverse(name, args=where) + (f"?{query}" if query else "") + place)
