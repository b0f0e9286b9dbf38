"""The curator's desk: the queue, a text with what it proposes, and each decision a person takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from atazan.journal import forms
from atazan.journal.answering import lang_of
from atazan.journal.problems import BadAct, NotPermitted, Problem, Stale
from atazan.journal.record import version_of
from atazan.rules.words import phrase
from atazan.sources.acts import Why
from atazan.sources.curated import deciding, queue, shown
from atazan.sources.curated.correcting import correction, retold_from
from atazan.sources.curated.pages import (
    address_after,
    at_of,
    by_of,
    for_curators,
    page_of,
    plan_of,
    proposal_of,
    refusal,
    say,
    seen_of,
)
from atazan.sources.curated.plan import Plan
from atazan.sources.models import Proposal, Reading

PER_PAGE = 50


@for_curators
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """The readings that wait, and those decided."""
    which = "all" if request.GET.get("show") == "all" else "open"
    rows = queue.readings() if which == "all" else queue.waiting()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    facts = {"rows": queue.counted(list(page)), "page": page, "which": which}
    return render(request, "curated/queue.html", facts)


@for_curators
@require_GET
def reading(request: HttpRequest, id: str) -> HttpResponse:
    """A text with its spans lit, and the proposals beside it."""
    return page_of(request, get_object_or_404(Reading, pk=id))


@for_curators
@require_POST
def accept(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """Accept a proposal as it stands; what is missing or against it is asked on its own page."""
    row = proposal_of(id, no)
    found = plan_of(request, row)
    if not found.ready:
        return redirect("desk-reading-act", id, no)
    return _decided(request, row, no, deciding.accept, found.acts(), found.known)


@for_curators
@require_POST
def sure(request: HttpRequest, id: str) -> HttpResponse:
    """Accept the proposals of a text that are sure and whole, as they were looked over."""
    reading = get_object_or_404(Reading, pk=id)
    if seen_of(request) != version_of(f"reading/{id}"):
        return page_of(request, reading, stale=True, status=409)
    by, at = by_of(request), at_of(request)
    done = 0
    for no, row in queue.proposals(id):
        found = plan_of(request, row) if row.state == "open" else None
        if found is None or not shown.card(no, row, found, by, at).at_once:
            continue
        seen = version_of(f"reading/{id}")
        try:
            deciding.accept(row, found.acts(), found.known, seen=seen, by=by, at=at)
        except (BadAct, NotPermitted) as wrong:
            return page_of(request, reading, refused=refusal(wrong), at=no, status=422)
        done += 1
    say(request, "curated.accepted_n", n=done)
    return redirect(address_after(id, len(queue.proposals(id))))


@for_curators
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """The acts a proposal would become, as forms; a contradiction is shown with its choice."""
    row = proposal_of(id, no)
    found = plan_of(request, row)
    if request.method != "POST":
        return _forms(request, row, no, found, [step.wanted.raw for step in found.steps])
    choice = request.POST.get("_choice", "new")
    if chosen := [one for one in found.against if str(one.number) == choice]:
        return _decided(request, row, no, deciding.accept, (), chosen)
    raws = [shown.sent(request.POST, place, step) for place, step in enumerate(found.steps)]
    acts, problems = shown.read(found, raws)
    if any(problems):
        return _forms(request, row, no, found, raws, problems=problems, status=422)
    by, at, seen = by_of(request), at_of(request), seen_of(request)
    try:
        deciding.accept(row, acts, found.known, seen=seen, by=by, at=at)
    except (BadAct, NotPermitted) as wrong:
        return _forms(request, row, no, found, raws, refused=refusal(wrong), status=422)
    except Stale:
        return page_of(request, Reading.objects.get(pk=id), at=no, stale=True, status=409)
    return redirect(address_after(id, no))


@for_curators
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """What the words tell, said anew."""
    row = proposal_of(id, no)
    if request.method != "POST":
        return _correction(request, row, no, retold_from(row))
    try:
        told = correction(row, request.POST, at_of(request))
    except forms.Refused as wrong:
        return _correction(request, row, no, request.POST, wrong.problems, status=422)
    return _decided(request, row, no, deciding.correct, told, stay=True)


@for_curators
@require_POST
def done(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """The person says that it was done, though the text tells it as said, planned or denied."""
    row = proposal_of(id, no)
    told = correction(row, {**retold_from(row), "modality": "done"}, at_of(request))
    return _decided(request, row, no, deciding.correct, told, stay=True)


@for_curators
@require_POST
def reject(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """Nothing of it enters the record."""
    given = request.POST.get("reason")
    reason: Why = next((one for one in shown.REASONS if one == given), "no_act")
    words = request.POST.get("words", "").strip()[:500]
    return _decided(request, proposal_of(id, no), no, deciding.reject, reason, words)


@for_curators
@require_POST
def reopen(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """A decision is taken back."""
    reason = phrase("curated.taken_back", lang_of(request))
    return _decided(request, proposal_of(id, no), no, deciding.reopen, reason, stay=True)


def _decided(
    request: HttpRequest,
    row: Proposal,
    no: int,
    deed: Callable[..., Any],
    *told: Any,
    stay: bool = False,
) -> HttpResponse:
    """Do what was decided and go on to the next proposal; why it could not be, in words."""
    reading = Reading.objects.get(pk=row.document)
    try:
        deed(row, *told, seen=seen_of(request), by=by_of(request), at=at_of(request))
    except Stale:
        return page_of(request, reading, at=no, stale=True, status=409)
    except (BadAct, NotPermitted) as wrong:
        return page_of(request, reading, refused=refusal(wrong), at=no, status=422)
    return redirect(address_after(row.document, no - 1 if stay else no))


def _forms(
    request: HttpRequest,
    row: Proposal,
    no: int,
    found: Plan,
    raws: list[dict[str, str]],
    problems: list[dict[str, Problem]] | None = None,
    refused: tuple[Any, ...] = (),
    status: int = 200,
) -> HttpResponse:
    told = problems if problems is not None else [step.wanted.problems for step in found.steps]
    facts = {
        **_of_text(row),
        "no": no,
        "plan": found,
        "steps": [
            shown.form(place, step, raws[place], told[place])
            for place, step in enumerate(found.steps)
        ],
        "against": shown.cited(found.against),
        "sent": problems is not None,
        "refused": refused,
        "seen": version_of(f"reading/{row.document}"),
    }
    return render(request, "curated/act.html", facts, status=status)


def _of_text(row: Proposal) -> dict[str, Any]:
    reading = Reading.objects.get(pk=row.document)
    title = queue.titles_of([reading]).get(reading.id)
    return {"reading": reading, "row": row, "title": title}


def _correction(
    request: HttpRequest,
    row: Proposal,
    no: int,
    given: Any,
    problems: dict[str, Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = {
        **_of_text(row),
        "no": no,
        "fields": shown.told_fields(given, problems or {}),
        "problems": problems,
        "seen": version_of(f"reading/{row.document}"),
    }
    return render(request, "curated/correct.html", facts, status=status)
