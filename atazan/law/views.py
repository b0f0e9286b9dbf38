"""Pages of the law as of a day: what may be searched, one work with its text, one provision."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from atazan.journal.answering import address_as, as_json, lang_of, wants_json
from atazan.law import answer, listing, pages
from atazan.law.decided import Decided, numbered, reviewed
from atazan.law.leaf import answer as leaf_answer
from atazan.law.leaf.act import act
from atazan.law.leaf.around import beside
from atazan.law.leaf.asking import as_printed, phrase_facts, text_asked, text_facts
from atazan.law.leaf.citing import works_held
from atazan.law.leaf.editions import editions
from atazan.law.leaf.nowhere import nowhere
from atazan.law.leaf.provision import leaf
from atazan.law.queries import UnknownWork, as_recorded, find_work, standing, works_touched
from atazan.law.search import Search, search
from atazan.law.text.document import OUTSIDE, outer
from atazan.law.unknown import moved, no_provision, unknown_work, unreadable
from atazan.rules.citation import UnreadCitation, cite, read_citation
from atazan.rules.works import works

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
        "held": works_held(),
    }
    return _shown(request, "law/norms.html", facts)


def work(request: HttpRequest, name: str) -> HttpResponse:
    """One work: its text on the day, what was done to its provisions, by whom."""
    try:
        known = find_work(name)
    except UnknownWork as wrong:
        return unknown_work(request, wrong)
    if known.id != name:
        return moved(request, "norms-work", known.id)
    page = pages.of_work(known, _day(request))
    asked, held = text_asked(request, known)
    text = act(known, asked, held, (*page.spoken, *page.changed))
    if wants_json(request):
        return as_json({**answer.work(page), **leaf_answer.act(text)})
    facts = {"page": page, "text": text, "work": known, "turns": text.editions.turns}
    facts |= phrase_facts(request, known, asked)
    facts["export_formats"] = ("akn", "md", "json")
    facts["base"] = f"{reverse('norms-work', args=[known.id])}/"
    facts |= text_facts(request, asked)
    return _shown(request, "law/work.html", facts)


def provision(request: HttpRequest, name: str, where: str) -> HttpResponse:
    """One provision: its words and how it stood on the day, and what came before and after."""
    try:
        known = find_work(name)
        if where in OUTSIDE:
            return moved(request, "norms-work", known.id, anchor=where)
        eid = as_recorded(known.id, read_citation(where))
    except UnknownWork as wrong:
        return unknown_work(request, wrong)
    except UnreadCitation:
        return unreadable(request, known, where)
    if eid == WHOLE:
        return moved(request, "norms-work", known.id)
    asked, held = text_asked(request, known)
    eid = as_printed(known, eid, asked, held)
    if (known.id, eid) != (name, where):
        return moved(request, "norms-provision", known.id, eid)
    text = leaf(known, eid, asked, held)
    if nowhere(known, eid, asked, text):
        return no_provision(request, known, eid)
    page = pages.of_provision(
        standing(known.id, eid, asked.day), reviewed(known.id, eid, asked.day)
    )
    if wants_json(request):
        told = leaf_answer.beside(beside(known, eid, asked))
        return as_json({**answer.provision(page), **leaf_answer.leaf(text), **told})
    beside_text = [one for one in page.parts if one.provision not in text.eids]
    words = cite(eid, lang_of(request)).split(", ")
    heading = ", ".join(words)
    facts = {
        "page": page,
        "leaf": text,
        "work": known,
        "page_eid": eid,
        "parts_beside": [one for one in beside_text if not _elsewhere(one)],
        "parts_elsewhere": [one for one in beside_text if _elsewhere(one)],
        "article": outer(eid),
        "heading": heading[0].upper() + heading[1:],
        "last_step": words[-1],
        "beside": beside(known, eid, asked),
        "turns": editions(known.id, asked).turns,
        "crumbs": [
            {"path": f"norms/{one.work}/{one.eid}", "words": step}
            for one, step in zip(page.above, words, strict=False)
        ],
        **text_facts(request, asked),
    }
    return _shown(request, "law/provision.html", facts)


def _elsewhere(part: pages.Part) -> bool:
    """Whether it stands in the text of the day, in another language only."""
    return part.standing.in_text is True and part.standing.only_in is not None


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


def _day(request: HttpRequest) -> date:
    day: date = request.asked.day  # type: ignore[attr-defined]
    return day


def _shown(
    request: HttpRequest, template: str, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    facts["json_url"] = address_as(request, "json")
    return render(request, template, facts, status=status)
