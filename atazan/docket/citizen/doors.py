"""Who may open the citizen's pages, and in which of their roles; words sent too late are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from atazan.docket.drafts import Draft, of
from atazan.docket.models import Petition
from atazan.docket.queries import NoSuchPetition, petition
from atazan.docket.sight import Shown, show
from atazan.journal.record import By
from atazan.rules.day import day_in_astana
from atazan.rules.text import Lang

ROLES = ("citizen", "representative")
View = Callable[..., HttpResponse]


def today(request: HttpRequest) -> date:
    """The day on which something is done: today in Astana, whatever day the page shows."""
    return day_in_astana(request.now)  # type: ignore[attr-defined]


def lang() -> Lang:
    """The language of the page."""
    code = (get_language() or "kk")[:2]
    return code if code in ("ru", "en") else "kk"  # type: ignore[return-value]


def by(request: HttpRequest) -> By:
    """Who acts: the account as citizen, or else as representative."""
    held = request.viewer.roles  # type: ignore[attr-defined]
    found: By = request.by(next(one for one in ROLES if one in held))  # type: ignore[attr-defined]
    return found


def for_applicants(view: View) -> View:
    """A page for citizens and representatives who are signed in.

    Words sent after the session ended are not lost: they are shown, to be copied.
    """

    @wraps(view)
    def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return _signed_out(request)
        if not set(ROLES) & set(request.viewer.roles):  # type: ignore[attr-defined]
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return seen


def _signed_out(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    skipped = ("csrfmiddlewaretoken", "seen", "next")
    words = [value for name, value in request.POST.items() if name not in skipped and value]
    back = f"{reverse('sign-in')}?next={request.path}"
    return render(
        request, "docket/citizen/signed_out.html", {"kept": words, "back": back}, status=403
    )


def of_draft(view: View) -> View:
    """A page of a draft of one's own; a draft that was filed leads to its receipt."""

    @wraps(view)
    def seen(request: HttpRequest, id: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            draft = of(request.user.get_username(), id)
        except Draft.DoesNotExist:
            raise Http404 from None
        if draft.filed:
            return HttpResponseRedirect(reverse("petition-receipt", args=[draft.filed]))
        return view(request, draft, *args, **kwargs)

    return for_applicants(seen)


def of_petition(view: View) -> View:
    """A page of a petition of one's own, as its sight allows; another's is not told from none."""

    @wraps(view)
    def seen(request: HttpRequest, number: str, *args: Any, **kwargs: Any) -> HttpResponse:
        row, shown = own(request, number)
        return view(request, row, shown, *args, **kwargs)

    return for_applicants(seen)


def own(request: HttpRequest, number: str) -> tuple[Petition, Shown]:
    """The petition and what the reader sees of it. Raises Http404."""
    try:
        row = petition(number)
    except NoSuchPetition:
        raise Http404 from None
    shown = show(row, request.viewer)  # type: ignore[attr-defined]
    if shown is None or not shown.own:
        raise Http404
    return row, shown
