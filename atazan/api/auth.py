"""Who asks: a program with an account's key, a demo account with its password, or anyone.

Outside a demo a password alone opens nothing here: staff have a second factor, and programs keys.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest
from ninja.security import HttpBasicAuth, HttpBearer

from atazan.api.faults import RequestRefused
from atazan.api.models import token_of
from atazan.docket.sight import Viewer
from atazan.journal.record import By


class Key(HttpBearer):  # type: ignore[misc]
    """`Authorization: Bearer atz_…`: a key made by the account for one of its roles."""

    def authenticate(self, request: HttpRequest, token: str) -> Viewer | None:
        """The account behind the key, in the key's role alone."""
        found = token_of(token, request.now)  # type: ignore[attr-defined]
        return None if found is None else _signed(request, found.user, (found.role,))


class DemoPassword(HttpBasicAuth):  # type: ignore[misc]
    """Name and password of a demo account; on a demo only."""

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Viewer | None:
        """The demo account in all its roles. Raises RequestRefused outside a demo."""
        if not settings.ATAZAN_DEMO:
            raise RequestRefused(401, "api.password_alone")
        if "\0" in username:
            return None
        user = authenticate(request, username=username, password=password)
        if user is None and getattr(request, "axes_locked_out", False):
            request.axes_locked_out = False  # type: ignore[attr-defined]
            raise RequestRefused(429, "api.too_often")
        if user is None:
            return None
        return _signed(request, user, tuple(user.groups.values_list("name", flat=True)))


def anyone(request: HttpRequest) -> Viewer | None:
    """The reader of a page, signed in or not; None where a key was given that opens nothing."""
    if "Authorization" in request.headers:
        return None
    found: Viewer = request.viewer  # type: ignore[attr-defined]
    return found


SIGNED = [Key(), DemoPassword()]
ANYONE = [*SIGNED, anyone]


def _signed(request: HttpRequest, user: Any, roles: tuple[str, ...]) -> Viewer:
    """Whoever signed in is the request's user from here on: rights come from the same table."""
    request.user = user
    person = request.by(roles[0]).person if roles else None  # type: ignore[attr-defined]
    viewer = Viewer(user.get_username(), roles, person)
    request.viewer = viewer  # type: ignore[attr-defined]
    return viewer


def by(request: HttpRequest, *roles: str) -> By:
    """Who acts, in the first of these roles the sender came with. Raises RequestRefused."""
    viewer: Viewer = request.auth  # type: ignore[attr-defined]
    for role in roles:
        if role in viewer.roles:
            return By(viewer.name, role, viewer.person)
    raise RequestRefused(403, "api.not_your_role", name=viewer.name, role=", ".join(roles))
