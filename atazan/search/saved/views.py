"""Pages of saved searches: those of the account, and the link that ends letters."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from atazan.journal.answering import lang_of
from atazan.rules.words import phrase
from atazan.search.address import query_of, read
from atazan.search.bad import BadQuestion
from atazan.search.saved import alerts, keeping
from atazan.search.saved.models import LONGEST_NAME, PERIODS, SavedSearch


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The searches the account keeps, each with what may be done with it."""
    return _shown(request)


@login_required
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the question of a page; its query comes along as it stood in the address."""
    asked = read(QueryDict(request.POST.get("query", "")), None).asked
    try:
        row = keeping.save(request.user, asked, request.POST.dict(), _now(request))
    except BadQuestion as bad:
        return _shown(request, bad)
    return _done(request, "search.saved.told", row.name)


@login_required
@require_POST
def change(request: HttpRequest, id: int) -> HttpResponse:
    """Change, pause, resume or drop one of the account's searches (`do`)."""
    row = get_object_or_404(keeping.searches_of(request.user), pk=id)
    deed = request.POST.get("do", "change")
    if deed not in ("change", "pause", "resume", "drop"):
        raise Http404
    try:
        _do(deed, row, request)
    except BadQuestion as bad:
        return _shown(request, bad, row)
    return _done(request, f"search.saved.told.{deed}", row.name)


def _do(deed: str, row: SavedSearch, request: HttpRequest) -> None:
    if deed == "change":
        keeping.change(row, request.POST.dict())
    elif deed == "pause":
        keeping.pause(row)
    elif deed == "resume":
        keeping.resume(row, _now(request))
    else:
        row.delete()


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End the letters of one search, without signing in: asked on a page, done by its button or by
    the mail program (RFC 8058). The token alone opens this, and nothing else."""
    try:
        row = alerts.of_token(token)
    except BadSignature:
        raise Http404 from None
    if request.method == "POST" and row is not None:
        keeping.mute(row)
        row.by_email = False
    response = render(request, "search/saved/stop.html", {"row": row, "own_search": True})
    response["Referrer-Policy"] = "no-referrer"
    return response


def _shown(
    request: HttpRequest, bad: BadQuestion | None = None, row: SavedSearch | None = None
) -> HttpResponse:
    user: Any = request.user
    rows = list(keeping.searches_of(user))
    facts = {
        "rows": [
            (one, f"{reverse('search')}?{query_of(one.asked, day=_day(request))}") for one in rows
        ],
        "periods": list(PERIODS),
        "longest": LONGEST_NAME,
        "email": user.email,
        "bad": bad,
        "bad_row": row.pk if row else None,
    }
    return render(request, "search/saved/index.html", facts, status=422 if bad else 200)


def _done(request: HttpRequest, key: str, name: str) -> HttpResponseRedirect:
    messages.success(request, phrase(key, lang_of(request), {"name": name}))
    return redirect("saved-searches")


def _now(request: HttpRequest) -> Any:
    return request.now  # type: ignore[attr-defined]


def _day(request: HttpRequest) -> Any:
    return request.asked.day  # type: ignore[attr-defined]
