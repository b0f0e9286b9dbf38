"""The account page: what is kept of its holder, what opens it, and closing it."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.account.views import SignupView
from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from atazan.institutions.models import Person
from atazan.portal.accounts.roles import begins_at, groups_of, is_staff, profile_of
from atazan.portal.accounts.second_factor import must_set_up
from atazan.portal.day import now
from atazan.portal.shown import page_lang
from atazan.rules.text import LANGS
from atazan.search.saved.keeping import searches_of
from atazan.sources.watched.keeping import forget

View = Callable[..., HttpResponse]


def refusing(view: View) -> View:
    """A view of the library that answers 422 where it shows a refused form again."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        facts = getattr(response, "context_data", None) or {}
        forms = (one for one in facts.values() if isinstance(one, BaseForm))
        refused = any(form.is_bound and form.errors for form in forms)
        if refused and request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return answered


class OpenWithPasskey(SignupView):  # type: ignore[misc]
    """An account without a password: its passkey is made when the e-mail is confirmed."""

    template_name = "account/signup_by_passkey.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """No password is asked."""
        return {**super().get_form_kwargs(), "by_passkey": True}

    def form_valid(self, form: Any) -> HttpResponse:
        """The library's own passkey stage knows no confirmation by link, so it is left out."""
        form.by_passkey = False
        answer: HttpResponse = super().form_valid(form)
        return answer


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Everything about the account on one page."""
    user: Any = request.user
    keys = Authenticator.objects.filter(user=user).order_by("created_at")
    profile = profile_of(user)
    facts = {
        "profile": profile,
        "roles": groups_of(user),
        "person": Person.objects.filter(pk=profile.person).first() if profile.person else None,
        "emails": EmailAddress.objects.filter(user=user).order_by("-verified"),
        "keys": [one.wrap() for one in keys if one.type == Authenticator.Type.WEBAUTHN],
        "totp": next((one for one in keys if one.type == Authenticator.Type.TOTP), None),
        "codes": next((one.wrap() for one in keys if one.type == "recovery_codes"), None),
        "must_set_up": must_set_up(request),
        "staff": is_staff(user),
        "begins": begins_at(user, page_lang()),
        "ends": request.session.get_expiry_date(),
        "host_is_number": host_is_number(request),
    }
    return render(request, "portal/account.html", facts)


def host_is_number(request: HttpRequest) -> bool:
    """Whether the portal is visited by a number such as 127.0.0.1: passkeys need a name."""
    try:
        ipaddress.ip_address(request.get_host().rpartition(":")[0] or request.get_host())
    except ValueError:
        return False
    return True


@login_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of letters; the portal goes on in it."""
    chosen = request.POST.get("language", "")
    if chosen not in LANGS:
        raise Http404
    profile = profile_of(request.user)
    profile.language = chosen
    profile.save(update_fields=["language"])
    return redirect(f"/{chosen}/account/")


@reauthentication_required(app="allauth.mfa")
def close(request: HttpRequest) -> HttpResponse:
    """Close one's own account. Staff accounts are closed by the technical administrator."""
    user: Any = request.user
    if is_staff(user):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "account/close.html")
    erase(user)
    logout(request)
    return render(request, "account/closed.html")


@transaction.atomic
def erase(user: User) -> None:
    """Erase who the holder is: e-mail, names, keys, saved searches, the watch list. The opaque name
    stays in the journal."""
    searches_of(user).delete()
    forget(user)
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    user.email = user.first_name = user.last_name = ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
    profile = profile_of(user)
    profile.closed_at = now()
    profile.save(update_fields=["closed_at"])
