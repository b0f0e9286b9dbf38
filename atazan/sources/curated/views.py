"""The curator's desk: the queue, a text with what it proposes, and each decision a person takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from atazan.journal import forms
from atazan.journal.acts import Act
from atazan.journal.answering import lang_of
from atazan.journal.problems import BadAct, NotPermitted, Problem, Stale
from atazan.journal.record import By, version_of
from atazan.rules.day import day_in_astana
from atazan.rules.words import phrase
from atazan.sources.acts import Why
from atazan.sources.curated import deciding, queue, shown
from atazan.sources.curated.correcting import correction, retold_from
from atazan.sources.curated.known import Record
from atazan.sources.curated.lit import lit
from atazan.sources.curated.plan import Plan, plan
from atazan.sources.curated.register import Register
from atazan.sources.models import Proposal, Reading

View = Callable[..., HttpResponse]
ROLES = ("chief_curator", "curator")
PER_PAGE = 50


def for_curators(view: View) -> View:
    """A view for those who keep the record."""

    @wraps(view)
    def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not set(ROLES) & set(request.viewer.roles):  # type: ignore[attr-defined]
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return login_required(seen)


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
    return _page(request, get_object_or_404(Reading, pk=id))


@for_curators
@require_POST
def accept(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """Accept a proposal as it stands; what is missing or against it is asked on its own page."""
    row = _proposal(id, no)
    found = _plan(request, row)
    if not found.ready:
        return redirect("desk-reading-act", id, no)
    acts = [forms.read(s.wanted.kind, s.wanted.raw) for s in found.steps if s.standing is None]
    return _decided(request, row, no, lambda by: _accept(request, row, acts, found, by))


@for_curators
@require_POST
def sure(request: HttpRequest, id: str) -> HttpResponse:
    """Accept every proposal of a text that is sure and whole, once looked over."""
    reading = get_object_or_404(Reading, pk=id)
    done = 0
    for no, row in queue.proposals(id):
        found = _plan(request, row) if row.state == "open" else None
        if found is None or not found.ready or row.sure < shown.SURE:
            continue
        acts = [forms.read(s.wanted.kind, s.wanted.raw) for s in found.steps if s.standing is None]
        try:
            _accept(request, row, acts, found, _by(request), seen=version_of(f"reading/{id}"))
        except (BadAct, NotPermitted) as wrong:
            return _page(request, reading, refused=_why(wrong), at=no, status=422)
        done += 1
    _say(request, "curated.accepted_n", n=done)
    return redirect(_back(id, len(queue.proposals(id))))


@for_curators
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """The acts a proposal would become, as forms; a contradiction is shown with its choice."""
    row = _proposal(id, no)
    found = _plan(request, row)
    if request.method != "POST":
        return _forms(request, row, no, found, [step.wanted.raw for step in found.steps])
    choice = request.POST.get("_choice", "new")
    if choice.isdigit() and int(choice) in [one.number for one in found.against]:
        chosen = [one for one in found.against if one.number == int(choice)]
        return _decided(
            request,
            row,
            no,
            lambda by: deciding.accept(
                row,
                (),
                chosen,
                seen=_seen(request),
                by=by,
                at=_at(request),
            ),
        )
    raws = [shown.sent(request.POST, place, step) for place, step in enumerate(found.steps)]
    acts, problems = shown.read(found, raws)
    if any(problems):
        return _forms(request, row, no, found, raws, problems=problems, status=422)
    try:
        _accept(request, row, acts, found, _by(request))
    except (BadAct, NotPermitted) as wrong:
        return _forms(request, row, no, found, raws, refused=_why(wrong), status=422)
    except Stale:
        return _page(request, Reading.objects.get(pk=id), at=no, stale=True, status=409)
    return redirect(_back(id, no))


@for_curators
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """What the words tell, said anew."""
    row = _proposal(id, no)
    if request.method != "POST":
        return _correction(request, row, no, retold_from(row))
    try:
        told = correction(row, request.POST, _at(request))
    except forms.Refused as wrong:
        return _correction(request, row, no, request.POST, wrong.problems, status=422)
    return _decided(
        request,
        row,
        no,
        lambda by: deciding.correct(row, told, seen=_seen(request), by=by, at=_at(request)),
        stay=True,
    )


@for_curators
@require_POST
def done(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """The person says that it was done, though the text tells it as said, planned or denied."""
    row = _proposal(id, no)
    told = correction(row, {**retold_from(row), "modality": "done"}, _at(request))
    return _decided(
        request,
        row,
        no,
        lambda by: deciding.correct(row, told, seen=_seen(request), by=by, at=_at(request)),
        stay=True,
    )


@for_curators
@require_POST
def reject(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """Nothing of it enters the record."""
    row = _proposal(id, no)
    given = request.POST.get("reason")
    reason: Why = next((one for one in shown.REASONS if one == given), "no_act")
    words = request.POST.get("words", "").strip()[:500]
    return _decided(
        request,
        row,
        no,
        lambda by: deciding.reject(row, reason, words, seen=_seen(request), by=by, at=_at(request)),
    )


@for_curators
@require_POST
def reopen(request: HttpRequest, id: str, no: int) -> HttpResponse:
    """A decision is taken back."""
    row = _proposal(id, no)
    reason = phrase("curated.taken_back", lang_of(request))
    return _decided(
        request,
        row,
        no,
        lambda by: deciding.reopen(row, reason, seen=_seen(request), by=by, at=_at(request)),
        stay=True,
    )


def _accept(
    request: HttpRequest,
    row: Proposal,
    acts: list[Act],
    found: Plan,
    by: By,
    seen: int | None = None,
) -> Any:
    at = _at(request)
    looked = _seen(request) if seen is None else seen
    return deciding.accept(row, acts, found.known, seen=looked, by=by, at=at)


def _decided(
    request: HttpRequest,
    row: Proposal,
    no: int,
    deed: Callable[[By], Any],
    stay: bool = False,
) -> HttpResponse:
    """Do what was decided and go on to the next proposal; why it could not be, in words."""
    reading = Reading.objects.get(pk=row.document)
    try:
        deed(_by(request))
    except Stale:
        return _page(request, reading, at=no, stale=True, status=409)
    except (BadAct, NotPermitted) as wrong:
        return _page(request, reading, refused=_why(wrong), at=no, status=422)
    return redirect(_back(row.document, no - 1 if stay else no))


def _why(wrong: BadAct | NotPermitted) -> tuple[Any, ...]:
    return tuple(wrong.problems if isinstance(wrong, BadAct) else wrong.findings)


def _by(request: HttpRequest) -> By:
    roles = request.viewer.roles  # type: ignore[attr-defined]
    by: By = request.by(next(one for one in ROLES if one in roles))  # type: ignore[attr-defined]
    return by


def _seen(request: HttpRequest) -> int:
    written = request.POST.get("_seen", "")
    return int(written) if written.isdecimal() else 0


def _proposal(id: str, no: int) -> Proposal:
    found = dict(queue.proposals(id))
    if no not in found:
        raise Http404
    return found[no]


def _plan(request: HttpRequest, row: Proposal) -> Plan:
    reading = Reading.objects.get(pk=row.document)
    return plan(row, reading, Register(), Record(), _today(request))


def _at(request: HttpRequest) -> datetime:
    at: datetime = request.now  # type: ignore[attr-defined]
    return at


def _today(request: HttpRequest) -> Any:
    return day_in_astana(_at(request))


def _back(id: str, no: int) -> str:
    """The page at the next proposal that is open, at or after the one behind `no`."""
    rows = queue.proposals(id)
    open_ones = [one for one, row in rows if row.state == "open"]
    later = next((one for one in open_ones if one > no), next(iter(open_ones), None))
    at = f"#p-{later}" if later else "#done"
    return reverse("desk-reading", args=[id]) + at


def _say(request: HttpRequest, key: str, **facts: Any) -> None:
    messages.success(request, phrase(key, lang_of(request), facts))


def _page(request: HttpRequest, reading: Reading, status: int = 200, **more: Any) -> HttpResponse:
    numbered = queue.proposals(reading.id)
    text = queue.text_of(reading)
    register, record = Register(), Record()
    plans = {
        row.id: plan(row, reading, register, record, _today(request))
        for _, row in numbered
        if row.state == "open"
    }
    by, at = _by(request), _at(request)
    cards = [shown.card(no, row, plans.get(row.id), by, at) for no, row in numbered]
    first = next((no for no, row in numbered if row.state == "open"), None)
    facts = {
        "reading": reading,
        "paragraphs": lit(text, numbered) if text else [],
        "cards": cards,
        "seen": version_of(f"reading/{reading.id}"),
        "open": sum(row.state == "open" for _, row in numbered),
        "sure": sum(card.at_once for card in cards),
        "retold": queue.retold(reading.id),
        "next": queue.next_waiting(reading.id),
        "reasons": shown.REASONS,
        "at": first,
        **more,
    }
    return render(request, "curated/reading.html", facts, status=status)


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
        "reading": Reading.objects.get(pk=row.document),
        "row": row,
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


def _correction(
    request: HttpRequest,
    row: Proposal,
    no: int,
    given: Any,
    problems: dict[str, Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = {
        "reading": Reading.objects.get(pk=row.document),
        "row": row,
        "no": no,
        "fields": shown.told_fields(given, problems or {}),
        "problems": problems,
        "seen": version_of(f"reading/{row.document}"),
    }
    return render(request, "curated/correct.html", facts, status=status)
