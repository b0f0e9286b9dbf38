"""Gives every request its day, its moment and its reader, so that no app need know the portal."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from atazan.docket import letters
from atazan.docket.sight import ANYONE, Viewer
from atazan.journal.record import By
from atazan.portal.accounts.roles import by_of, groups_of
from atazan.portal.day import asked, now

Answer = Callable[[HttpRequest], HttpResponse]


def day_of_the_page(answer: Answer) -> Answer:
    """`request.asked` is the day the page is asked for (portal.day.Asked), `request.now` this
    moment."""

    def with_day(request: HttpRequest) -> HttpResponse:
        request.asked = SimpleLazyObject(lambda: asked(request))  # type: ignore[attr-defined]
        request.now = now()  # type: ignore[attr-defined]
        return answer(request)

    return with_day


def reader_of_the_page(answer: Answer) -> Answer:
    """`request.viewer` is who reads (docket.sight.Viewer); `request.by(role)` who acts, in a role
    the account holds. Raises PermissionError for a role it does not hold."""

    def with_reader(request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: viewer(request))  # type: ignore[attr-defined]
        request.by = lambda role: _by(request, role)  # type: ignore[attr-defined]
        return answer(request)

    return with_reader


def letters_after_a_deed(answer: Answer) -> Answer:
    """Once a form is answered, letters that wait go to the mail folder of a small installation."""

    def with_letters(request: HttpRequest) -> HttpResponse:
        answered = answer(request)
        if request.method == "POST" and answered.status_code < 400:
            letters.soon(request.now)  # type: ignore[attr-defined]
        return answered

    return with_letters


def viewer(request: HttpRequest) -> Viewer:
    """Who reads: a visitor, or the account with its roles and its person of the record."""
    user = request.user
    if not user.is_authenticated:
        return ANYONE
    return Viewer(user.get_username(), tuple(groups_of(user)), by_of(user, "").person)


def _by(request: HttpRequest, role: str) -> By:
    if role not in viewer(request).roles:
        raise PermissionError(f"the account does not hold the role '{role}'")
    return by_of(request.user, role)
