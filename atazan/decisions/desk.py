"""The desk where a resolution is drafted, looked at and adopted: chair and secretary."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST
from msgspec import structs

from atazan.decisions import asking, drafting
from atazan.decisions.acts import ResolutionAdopted
from atazan.decisions.drafting import Content, DraftChanged, Unwritten
from atazan.decisions.effects_shown import effects_of
from atazan.decisions.lawfulness import asked_of
from atazan.decisions.papers import drafted
from atazan.docket.checks import carried
from atazan.docket.doing import attempt
from atazan.docket.models import Petition
from atazan.docket.queries import NoSuchPetition, petition
from atazan.docket.sight import show
from atazan.journal.answering import lang_of
from atazan.journal.record import By, record, version_of
from atazan.papers.papers import render as printed
from atazan.rules.book import rules
from atazan.rules.day import day_in_astana
from atazan.rules.words import phrase

ROLES = ("chair", "secretary")
AT = "deliberation"
LARGEST = 400_000
"""Characters of a whole form; a resolution of 60 pages has some 150 000 in each language."""


@login_required
@require_http_methods(["GET", "POST"])
def resolution(request: HttpRequest, number: str) -> HttpResponse:
    """The form of the draft; saving keeps it, `preview` leads on to the adoption."""
    row = _case(request, number)
    if row.step != AT:
        return _not_now(request, row)
    kept = drafting.draft(row.id)
    if request.method == "GET":
        return _form(request, row, kept.content, kept.version)
    return _saved(request, row, _sent(request, row))


def _saved(request: HttpRequest, row: Petition, content: Content) -> HttpResponse:
    seen = _number(request.POST.get("version"))
    who, at = request.viewer.name, request.now  # type: ignore[attr-defined]
    try:
        drafting.keep(row.id, content, seen=seen, by=who, at=at)
    except DraftChanged as wrong:
        facts = {"theirs": wrong.theirs, "differs": asking.changed(content, wrong.theirs.content)}
        return _form(request, row, content, wrong.theirs.version, status=409, **facts)
    if request.POST.get("do") == "preview":
        return redirect("desk-resolution-preview", row.id)
    messages.success(request, phrase("decisions.desk.saved", lang_of(request)))
    return redirect("desk-resolution", row.id)


@login_required
@require_http_methods(["GET"])
def preview(request: HttpRequest, number: str) -> HttpResponse:
    """What is about to be adopted, both texts side by side, with what it will do."""
    row = _case(request, number)
    if row.step != AT:
        return _not_now(request, row)
    kept = drafting.draft(row.id)
    try:
        act = drafting.act_of(row, kept.content, asked_of(row), _today(request))
    except Unwritten as wrong:
        return _form(request, row, kept.content, kept.version, wrong.problems, status=422)
    return _preview(request, row, act)


@login_required
@require_POST
def adopt(request: HttpRequest, number: str) -> HttpResponse:
    """Adopt the draft as it was looked at."""
    row = _case(request, number)
    kept = drafting.draft(row.id)
    if row.step != AT:
        return _not_now(request, row, status=409)
    content, asked = kept.content, asked_of(row)
    if _number(request.POST.get("version")) != kept.version:
        facts = {"theirs": kept, "differs": ()}
        return _form(request, row, content, kept.version, status=409, **facts)
    try:
        act = drafting.act_of(row, content, asked, _today(request))
    except Unwritten as wrong:
        return _form(request, row, content, kept.version, wrong.problems, status=422)
    who, at = _by(request), request.now  # type: ignore[attr-defined]
    if who.role == "chair":
        act = structs.replace(act, done_by=who.person)
    seen = _number(request.POST.get("seen"))
    done = attempt(lambda: record(act, by=who, at=at, seen=seen))
    if done.stale:
        return _preview(request, row, act, status=409)
    if not done.ok:
        problems = asking.at_fields(done.refused, asked, content)
        return _form(request, row, content, kept.version, problems, status=422)
    drafting.forget(row.id)
    facts = {"kk": act.number_kk, "ru": act.number}
    messages.success(request, phrase("decisions.desk.adopted", lang_of(request), facts))
    return redirect("desk-publication", act.decision)


@login_required
@require_http_methods(["GET"])
def draft_paper(request: HttpRequest, number: str, lang: str) -> HttpResponse:
    """The draft as a PDF."""
    row = _case(request, number)
    kept = drafting.draft(row.id)
    if row.step != AT or lang not in ("kk", "ru") or not kept.version:
        raise Http404
    try:
        act = drafting.act_of(row, kept.content, asked_of(row), _today(request))
    except Unwritten as wrong:
        return _form(request, row, kept.content, kept.version, wrong.problems, status=422)
    body = printed(drafted(row, act, kept.saved_at), lang)  # type: ignore[arg-type]
    return HttpResponse(body, content_type="application/pdf")


def _case(request: HttpRequest, number: str) -> Petition:
    """The case, for those who may adopt in it. Raises Http404, PermissionDenied."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not set(ROLES) & set(viewer.roles):
        raise PermissionDenied
    try:
        row = petition(number)
    except NoSuchPetition as wrong:
        raise Http404 from wrong
    shown = show(row, viewer)
    if shown is None or "draft" not in shown.sees:
        raise Http404
    return row


def _not_now(request: HttpRequest, row: Petition, status: int = 200) -> HttpResponse:
    return render(request, "decisions/desk/not_now.html", {"row": row}, status=status)


def _sent(request: HttpRequest, row: Petition) -> Content:
    posted = {name: request.POST.get(name, "")[:LARGEST] for name in request.POST}
    posted["contents"] = " ".join(request.POST.getlist("contents"))
    return drafting.sent(posted, asked_of(row))


def _form(
    request: HttpRequest,
    row: Petition,
    content: Content,
    version: int,
    problems: asking.Problems | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    day = _today(request)
    open_points = list(carried(row, rules().on(day), "step.decided"))
    facts = {
        "row": row,
        "version": version,
        "form": asking.form(row, content, asked_of(row), day, problems or {}),
        "not_carried": open_points,
        "day": day,
        "step": rules().on(day)["step.decided"],
        "numbering": rules().on(day)["decision.numbering"],
        "effect_rule": rules().on(day)["effect.act.does_not_conform"],
        **more,
    }
    return render(request, "decisions/desk/resolution.html", facts, status=status)


def _preview(
    request: HttpRequest, row: Petition, act: ResolutionAdopted, status: int = 200
) -> HttpResponse:
    both = [drafting.paragraphs(kept) for kept in _written(row)]
    longest = max(map(len, both))
    texts = [tuple(one[at] if at < len(one) else "" for one in both) for at in range(longest)]
    facts = {
        "row": row,
        "act": act,
        "texts": texts,
        "effects": effects_of(act),
        "seen": version_of(f"petition/{row.id}"),
        "version": drafting.draft(row.id).version,
        "stale": status == 409,
        "not_carried": list(carried(row, rules().on(_today(request)), "step.decided")),
    }
    return render(request, "decisions/desk/preview.html", facts, status=status)


def _written(row: Petition) -> tuple[str, str]:
    content = drafting.draft(row.id).content
    return content.get("text_kk", ""), content.get("text_ru", "")


def _today(request: HttpRequest) -> date:
    return day_in_astana(request.now)  # type: ignore[attr-defined]


def _by(request: HttpRequest) -> By:
    roles = request.viewer.roles  # type: ignore[attr-defined]
    role = next(one for one in ROLES if one in roles)
    by: By = request.by(role)  # type: ignore[attr-defined]
    return by


def _number(written: str | None) -> int:
    return int(written) if (written or "").isdecimal() else -1  # type: ignore[arg-type]
