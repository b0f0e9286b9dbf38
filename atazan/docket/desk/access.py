"""Who may open a desk, and what every view of one begins with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from atazan.docket import queries
from atazan.docket.models import Petition
from atazan.docket.sight import Shown, Viewer, show
from atazan.rules.day import day_in_astana
from atazan.rules.text import Lang

REGISTRY = ("registry", "chair", "analyst", "secretary", "auditor")
COURT = ("chair", "judge", "secretary", "analyst", "publisher")
ROOMS = {"petitions": REGISTRY, "cases": COURT}
"""Roles that may open each room; what they see there is in the table of rights."""


def for_roles(*roles: str) -> Callable[..., Any]:
    """A view for those who hold one of the roles; others sign in, or are told no."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def seen(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
            if not set(viewer_of(request).roles) & set(roles):
                raise PermissionDenied
            return view(request, *args, **more)

        return login_required(seen)

    return wrap


def viewer_of(request: HttpRequest) -> Viewer:
    """Who reads."""
    found: Viewer = request.viewer  # type: ignore[attr-defined]
    return found


def today(request: HttpRequest) -> date:
    """Today in Astana: desks work on no other day."""
    return day_in_astana(request.now)  # type: ignore[attr-defined]


def lang() -> Lang:
    """The language of the page."""
    code = (get_language() or "kk")[:2]
    return code if code in ("ru", "en") else "kk"  # type: ignore[return-value]


def opened(request: HttpRequest, number: str) -> tuple[Petition, Shown]:
    """A petition and what the reader sees of it. Raises Http404 where that is nothing."""
    try:
        row = queries.petition(number)
    except queries.NoSuchPetition as none:
        raise Http404 from none
    shown = show(row, viewer_of(request))
    if shown is None:
        raise Http404
    return row, shown
