"""The demo's accounts, one for every role, and the switcher between them.

Both stand on a demo database only (ATAZAN_DEMO): a court's installation has no such page and
cannot make such accounts.
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from atazan.institutions.models import Person
from atazan.institutions.queries import holders
from atazan.portal.accounts.adapter import Adapter
from atazan.portal.accounts.roles import begins_at, give, groups_of
from atazan.portal.models import Profile
from atazan.portal.shown import page_lang


class Account(NamedTuple):
    """A demo account: its name, its roles (the first is what it shows), its person."""

    name: str
    roles: tuple[str, ...]
    person: str | None = None


_PLAIN = (
    Account("aigul", ("citizen",)),
    Account("daniyar", ("citizen",)),
    Account("lawyer", ("representative",)),
    Account("registry", ("registry",)),
    Account("analyst", ("analyst",)),
    Account("secretary", ("secretary",)),
    Account("publisher", ("publisher",)),
    Account("auditor", ("auditor",)),
    Account("admin", ("admin",)),
    Account("keeper", ("curator",)),
    Account("chief", ("chief_curator",)),
)
_SYLLABLES = [a + b + c for a in "bdgkmnrst" for b in "aeiou" for c in "lmnrs"]
CHAIR = "constitutional_court_chair"
JUDGES = ("constitutional_court_deputy_chair", "constitutional_court_judge")


class NoDemo(Exception):
    """Demo accounts were asked for where ATAZAN_DEMO is off."""


def accounts(day: date) -> list[Account]:
    """The demo accounts: the Chair and the judges are those of the record on `day`."""
    chairs = [held.person for held in holders(CHAIR, day)][:1]
    judges = dict.fromkeys(held.person for office in JUDGES for held in holders(office, day))
    return [
        *_PLAIN[:5],
        *(Account("chair", ("chair", "judge"), person) for person in chairs or [None]),
        *(Account(person, ("judge",), person) for person in judges if person not in chairs),
        *_PLAIN[5:],
    ]


def make(day: date) -> list[tuple[str, str, str]]:
    """Make the accounts, with new passwords: `(name, password, role)`. Raises NoDemo."""
    if not settings.ATAZAN_DEMO:
        raise NoDemo
    return [(one.name, _made(one), one.roles[0]) for one in accounts(day)]


def _made(one: Account) -> str:
    password = "-".join(secrets.choice(_SYLLABLES) for _ in range(4))
    user, _ = User.objects.get_or_create(username=one.name)
    user.set_password(password)
    user.save()
    give(user, *one.roles)
    Profile.objects.update_or_create(user=user, defaults={"person": one.person, "demo": True})
    return password


def switch(request: HttpRequest) -> HttpResponse:
    """Look as somebody else: the list, and a button that signs in at once."""
    if not settings.ATAZAN_DEMO:
        raise Http404
    if request.method != "POST":
        return render(request, "portal/demo.html", {"listed": _listed()})
    name = request.POST.get("name", "")
    user = User.objects.filter(username=name, profile__demo=True, is_active=True).first()
    if user is None:
        raise Http404
    Adapter(request).login(request, user)
    return redirect(begins_at(user, page_lang()))


def _listed() -> list[dict[str, Any]]:
    profiles = Profile.objects.filter(demo=True).select_related("user").order_by("user_id")
    people = Person.objects.in_bulk([one.person for one in profiles if one.person])
    return [
        {"name": one.user.username, "roles": groups_of(one.user), "person": people.get(one.person)}
        for one in profiles
    ]
