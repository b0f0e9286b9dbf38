"""Pages of the watch list: what an account watches, and the link that ends its digests."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from atazan.journal.answering import lang_of
from atazan.rules.day import day_in_astana
from atazan.rules.words import phrase
from atazan.search.bad import BadQuestion
from atazan.search.saved.models import PERIODS
from atazan.sources.timelines.ledger import Ledger, ledger
from atazan.sources.timelines.subjects import Keyring, Subject, UnknownSubject, subject, subjects
from atazan.sources.timelines.timeline import entries, outlets
from atazan.sources.watched import digests, keeping
from atazan.sources.watched.models import Watch

LATEST = 3
"""Acts the page shows of each thing, those of the latest days."""


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What the account watches, each with its latest acts, and how it is told."""
    return _shown(request)


@login_required
@require_POST
def watch(request: HttpRequest) -> HttpResponse:
    """Watch a thing, or leave it (`do`); back to its timeline."""
    one = _subject(request)
    leaving = request.POST.get("do") == "leave"
    try:
        if leaving:
            keeping.leave(request.user, one.sort, one.id)
        else:
            keeping.watch(request.user, one, _now(request))
    except BadQuestion as bad:
        return _shown(request, bad)
    _say(request, "watched.left" if leaving else "watched.begun", one)
    if request.POST.get("back") == "list":
        return redirect("watching")
    return redirect("timeline", one.sort, one.id)


@login_required
@require_POST
def how(request: HttpRequest) -> HttpResponse:
    """How often letters come, or that none do."""
    now = _now(request)
    often, by_email = request.POST.get("often", ""), request.POST.get("by_email") == "yes"
    try:
        keeping.change(keeping.digest_of(request.user, now), often, by_email, now)
    except BadQuestion as bad:
        return _shown(request, bad)
    messages.success(request, phrase("watched.changed", lang_of(request)))
    return redirect("watching")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End the digests, without signing in: asked on a page, done by its button or by the mail
    program (RFC 8058). The token alone opens this, and nothing else."""
    try:
        row = digests.of_token(token)
    except BadSignature:
        raise Http404 from None
    if request.method == "POST" and row is not None:
        keeping.mute(row)
        row.by_email = False
    response = render(request, "watched/stop.html", {"row": row, "own_search": True})
    response["Referrer-Policy"] = "no-referrer"
    return response


def _shown(request: HttpRequest, bad: BadQuestion | None = None) -> HttpResponse:
    user: Any = request.user
    now = _now(request)
    facts = {
        "rows": list(_rows(list(keeping.watches(user)), request)),
        "digest": keeping.digest_of(user, now),
        "periods": list(PERIODS),
        "email": user.email,
        "bad": bad,
    }
    return render(request, "watched/index.html", facts, status=422 if bad else 200)


def _rows(rows: list[Watch], request: HttpRequest) -> list[dict[str, Any]]:
    known: dict[tuple[str, str], Subject] = {
        (one.sort, one.id): one for one in subjects((row.sort, row.thing) for row in rows)
    }
    journal, keyring, told = ledger(), Keyring(), []
    for row in rows:
        if one := known.get((row.sort, row.thing)):
            told.append({"row": row, "subject": one, **_latest(one, journal, keyring, request)})
    return told


def _latest(
    one: Subject, journal: Ledger, keyring: Keyring, request: HttpRequest
) -> dict[str, Any]:
    day = day_in_astana(_now(request))
    begun = [line for line in journal.of(keyring.keys(one)) if line.first <= day.isoformat()]
    dated = [line for line in begun if line.day]
    return {"acts": len(begun), "latest": entries(dated[-LATEST:][::-1], day, outlets(), {})}


def _subject(request: HttpRequest) -> Subject:
    try:
        return subject(request.POST.get("sort", ""), request.POST.get("thing", ""))
    except UnknownSubject as wrong:
        raise Http404 from wrong


def _say(request: HttpRequest, key: str, one: Subject) -> None:
    lang = lang_of(request)
    messages.success(request, phrase(key, lang, {"name": one.says(lang)}))


def _now(request: HttpRequest) -> Any:
    return request.now  # type: ignore[attr-defined]
