"""When a page cannot be shown: told in words, in the reader's language, with a way on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from atazan.portal.shown import page_lang


def _told(request: HttpRequest, what: str, status: int) -> HttpResponse:
    return render(request, "portal/fault.html", {"what": what}, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400"""
    return _told(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403"""
    return _told(request, "forbidden", 403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old."""
    return _told(request, "stale_form", 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404"""
    return _told(request, "not_found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: asks nothing of the database, which may be what broke."""
    return HttpResponse(render_to_string("portal/broken.html", {"lang": page_lang()}), status=500)
