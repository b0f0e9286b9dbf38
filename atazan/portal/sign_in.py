"""Signing in and out: for those who keep the record; readers need no account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SignIn(LoginView):
    """The form with name and password; five wrong tries close it for a quarter of an hour."""

    template_name = "portal/sign_in.html"
    authentication_form = AuthenticationForm
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """Signing out, by a button (POST)."""


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """What django-axes shows after too many wrong tries (AXES_LOCKOUT_CALLABLE)."""
    return render(request, "portal/fault.html", {"what": "locked_out"}, status=429)
