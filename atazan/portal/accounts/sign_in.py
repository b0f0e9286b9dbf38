"""The two ends of signing in that are not the library's: out, and shut out for a while."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SignOut(LogoutView):
    """Signing out, by a button (POST)."""


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """What django-axes shows after too many wrong tries (AXES_LOCKOUT_CALLABLE)."""
    return render(request, "portal/fault.html", {"what": "locked_out"}, status=429)


def too_often(request: HttpRequest) -> HttpResponse:
    """What is shown when a form of an account is sent too often."""
    return render(request, "portal/fault.html", {"what": "too_often"}, status=429)
