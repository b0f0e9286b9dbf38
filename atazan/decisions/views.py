"""Pages of the decisions as of a day: the list with its filters, one decision."""

from __future__ import annotations

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from atazan.decisions import (
    answer,
    answer_described,
    described,
    described_page,
    descriptions,
    listing,
    pages,
    published,
    queries,
)
from atazan.decisions.models import Decision, Resolution
from atazan.decisions.papers import address_of, adopted
from atazan.docket.models import Petition
from atazan.docket.papers import told
from atazan.docket.sight import show
from atazan.journal.answering import address_as, as_json, wants_json
from atazan.papers.papers import render as printed
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

FAR = date(9999, 12, 31)
DESCRIBING = tuple(deed.kind for deed in described.DEEDS)
_KEEPERS = frozenset({"curator", "chief_curator"})
NAMES = listing.FILTERS


def index(request: HttpRequest) -> HttpResponse:
    """Decisions made by the day, newest first."""
    page = listing.of_list(_day(request), {name: request.GET.get(name, "") for name in NAMES})
    if wants_json(request):
        return as_json(answer.of_list(page))
    facts = {"page": page, "json_url": address_as(request, "json")}
    return render(request, "decisions/list.html", facts)


def decision(request: HttpRequest, key: str) -> HttpResponse:
    """One decision, by its id or its number."""
    day = _day(request)
    try:
        found = queries.decision(key, day)
    except queries.NoSuchDecision:
        return _unknown(request, key)
    if found.decision.id != key:
        return _moved(request, found.decision.id)
    page = pages.of_decision(found)
    text = published.of_decision(page.row)
    more = described_page.of_decision(found)
    if wants_json(request):
        told = answer.of_decision(page) | answer.of_case(text) | answer_described.of_decision(more)
        return as_json(told)
    facts = {
        "page": page,
        "heading": _heading(page.row),
        "state_key": f"decisions.state.{page.follow_up.state}",
        "json_url": address_as(request, "json"),
        "text": text,
        "more": more,
        "keywords": "; ".join(more.indexing.keywords.get(_lang(), ())) if more.indexing else "",
        "text_in": _text_in(request, more.languages),
        "describing": DESCRIBING if _keeps(request) else (),
    }
    return render(request, "decisions/decision.html", facts)


def paragraph(request: HttpRequest, key: str, place: int) -> HttpResponse:
    """The permanent link to a paragraph of a decision leads to where it stands on the page."""
    try:
        row = queries.decision(key, FAR).decision
    except queries.NoSuchDecision:
        return _unknown(request, key)
    held = max((len(told) for told in descriptions.texts_of(row.id).values()), default=0)
    if not 1 <= place <= held:
        raise Http404
    return _moved(request, row.id, f"#{descriptions.anchor(place)}")


def _moved(request: HttpRequest, id: str, anchor: str = "") -> HttpResponse:
    """To the address of the decision, with what was asked."""
    query = urlencode([(k, v) for k, values in request.GET.lists() for v in values])
    moved = reverse("decision", args=[id])
    return HttpResponseRedirect(f"{moved}?{query}{anchor}" if query else f"{moved}{anchor}")


def paper(request: HttpRequest, key: str, lang: str) -> HttpResponse:
    """The resolution as a PDF: for anyone once it is published, before that for the bench."""
    row = Resolution.objects.filter(pk=key).first()
    case = Petition.objects.filter(pk=row.petition).first() if row else None
    if row is None or case is None or lang not in ("kk", "ru") or not _may_read(request, key, case):
        raise Http404
    entry = told(case, "resolution.adopted/1")[-1].entry
    body = printed(adopted(case, address_of(entry.number, lang)), cast(Lang, lang))
    return HttpResponse(body, content_type="application/pdf")


def _may_read(request: HttpRequest, key: str, case: Petition) -> bool:
    if Decision.objects.filter(pk=key).exists():
        return True
    shown = show(case, request.viewer)  # type: ignore[attr-defined]
    return shown is not None and "draft" in shown.sees


def _keeps(request: HttpRequest) -> bool:
    """Whether the reader keeps the record and so has its forms."""
    return bool(_KEEPERS.intersection(request.viewer.roles))  # type: ignore[attr-defined]


def _text_in(request: HttpRequest, held: tuple[str, ...]) -> str:
    """Kazakh and Russian side by side, or one text alone; only those held."""
    asked = request.GET.get("text", "")
    if asked in held:
        return asked
    return "both" if {"kk", "ru"} <= set(held) or not held else held[0]


def _heading(row: Decision) -> str:
    """Its number as printed in the page's language; without one, its form and day."""
    lang = _lang()
    if row.number:
        facts = {"kk": row.number_kk or row.number, "ru": row.number}
        return phrase("decisions.number", lang, facts)
    form = phrase(f"decisions.form.{row.form}", lang)
    return f"{form[0].upper()}{form[1:]}"


def _lang() -> Lang:
    code = (get_language() or "kk")[:2]
    return cast(Lang, code) if code in LANGS else "kk"


def _day(request: HttpRequest) -> date:
    day: date = request.asked.day  # type: ignore[attr-defined]
    return day


def _unknown(request: HttpRequest, key: str) -> HttpResponse:
    """404: no such decision, or none yet on that day; then its own day is named."""
    try:
        later = queries.decision(key, FAR).decision
    except queries.NoSuchDecision:
        later = None
    if wants_json(request):
        return as_json({"unknown_decision": key, "done_on": later and later.done_on}, 404)
    facts: dict[str, Any] = {"key": key[:60], "later": later}
    if later is not None and later.done_on:
        facts["later_day"] = PartialDay.read(later.done_on).last
        facts["later_path"] = f"decisions/{later.id}"
        facts["later_name"] = _heading(later)
    return render(request, "decisions/unknown.html", facts, status=404)
