"""The publisher's desk: resolutions adopted and not yet published; what publishing did."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from msgspec import Struct

from atazan.decisions.effects_shown import effects_of
from atazan.decisions.lawfulness import due_day
from atazan.decisions.models import Decision, Resolution
from atazan.decisions.pending import pending
from atazan.decisions.publish import publish, told
from atazan.docket.doing import attempt
from atazan.docket.models import Petition
from atazan.docket.sight import Viewer, show, show_all
from atazan.journal.record import version_of
from atazan.law.marks import mark_of
from atazan.law.queries import standing
from atazan.rules.book import rules
from atazan.rules.citation import Provision
from atazan.rules.day import day_in_astana

PUBLISHER = "publisher"
MAY_LOOK = frozenset({PUBLISHER, "chair", "judge", "secretary"})


class Waiting(Struct, frozen=True):
    """A resolution that waits to be published, and for how many calendar days."""

    row: Resolution
    days: int


@login_required
@require_http_methods(["GET"])
def index(request: HttpRequest) -> HttpResponse:
    """What waits to be published, the oldest first; what was published last."""
    viewer = _viewer(request)
    found = Petition.objects.filter(step="decided").order_by("decided_on", "id")
    shown = {one["decision"] for one in show_all(found, viewer) if "draft" in one.sees}
    today = _today(request)
    rows = Resolution.objects.filter(pk__in=shown).order_by("adopted_on", "id")
    last = Decision.objects.filter(pk__in=Resolution.objects.values("pk"))
    facts = {
        "waiting": [Waiting(one, (today - _day(one.adopted_on)).days) for one in rows],
        "published": list(last.order_by("-published_on", "-id")[:20]),
        "total": last.count(),
        "rule": rules().on(today)["publication.final"],
    }
    return render(request, "decisions/desk/publications.html", facts)


@login_required
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, key: str) -> HttpResponse:
    """A resolution to look at and publish; once it is, what that did."""
    viewer = _viewer(request)
    row, case = _found(key, viewer)
    if request.method == "GET":
        return _shown(request, row, case)
    if PUBLISHER not in viewer.roles:
        raise PermissionDenied
    seen = int(request.POST.get("seen") or -1)
    who, at = request.by(PUBLISHER), request.now  # type: ignore[attr-defined]
    done = attempt(lambda: publish(key, by=who, at=at, seen=seen))
    if done.ok:
        return redirect("desk-publication", key)
    case.refresh_from_db()
    return _shown(request, row, case, done, status=done.status)


def _shown(
    request: HttpRequest, row: Resolution, case: Petition, done: Any = None, status: int = 200
) -> HttpResponse:
    published = Decision.objects.filter(pk=row.id).first()
    day = _day(published.published_on) if published else _today(request)
    act = told(row, day.isoformat())
    facts = {
        "row": row,
        "case": case,
        "act": act,
        "effects": effects_of(act),
        "published": published,
        "day": day,
        "due": due_day(row, day),
        "done": done,
        "may": PUBLISHER in request.viewer.roles,  # type: ignore[attr-defined]
        "seen": version_of(f"petition/{case.id}"),
        "law": rules().on(day),
        "publication": rules().on(day)["publication.final"],
        "pending": pending(row.id, case.id, day.isoformat()) if published else (),
        "stands": list(_stands(act, _today(request))) if published else (),
    }
    return render(request, "decisions/desk/publication.html", facts, status=status)


def _stands(act: Any, day: date) -> Any:
    """How each provision stands today."""
    for held in act.holdings:
        for eid in held.provisions:
            now = standing(held.work, eid, day)
            yield {"now": now, "mark": mark_of(now), "where": Provision(held.work, eid)}


def _found(key: str, viewer: Viewer) -> tuple[Resolution, Petition]:
    row = Resolution.objects.filter(pk=key).first()
    case = Petition.objects.filter(pk=row.petition).first() if row else None
    shown = show(case, viewer) if case else None
    if row is None or case is None or shown is None or "draft" not in shown.sees:
        raise Http404
    return row, case


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    if not MAY_LOOK & set(viewer.roles):
        raise PermissionDenied
    return viewer


def _today(request: HttpRequest) -> date:
    return day_in_astana(request.now)  # type: ignore[attr-defined]


def _day(written: str | None) -> date:
    return date.fromisoformat(str(written))
