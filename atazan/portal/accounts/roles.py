"""What roles an account holds, where its work begins, and whose name stands under its acts."""

from __future__ import annotations

import base64
import secrets
from typing import Any

from django.contrib.auth.models import Group, User

from atazan.journal.record import By
from atazan.portal import links
from atazan.portal.models import Profile

OWN = ("citizen", "representative")
"""Roles that people take themselves when they open an account."""
STAFF = (
    "registry",
    "analyst",
    "judge",
    "chair",
    "secretary",
    "publisher",
    "auditor",
    "curator",
    "chief_curator",
    "admin",
)
"""Roles given by the technical administrator (`admin`); each needs a second factor."""
KEEPERS = ("curator", "chief_curator", "registry", "auditor")
"""Roles that keep the record of facts and its reports, or check how it is kept."""
_BEGINS = (
    ("judge", "desk/cases/"),
    ("chair", "desk/cases/"),
    ("analyst", "desk/cases/"),
    ("secretary", "desk/cases/"),
    ("publisher", "desk/cases/"),
    ("registry", "desk/petitions/"),
    ("curator", "desk/"),
    ("chief_curator", "desk/"),
    ("auditor", "desk/"),
    ("citizen", "petitions/"),
    ("representative", "petitions/"),
)


def groups_of(user: Any) -> list[str]:
    """The names of the account's groups, known to the table of rights or not; asked once."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_group_names"):
        user._group_names = sorted(user.groups.values_list("name", flat=True))
    names: list[str] = user._group_names
    return names


def is_staff(user: Any) -> bool:
    """Whether the account holds a role that only the technical administrator gives."""
    return any(name in STAFF for name in groups_of(user))


def give(user: User, *roles: str) -> None:
    """Put the account into the groups of these roles, and no other."""
    user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])


def opaque_name() -> str:
    """A user name that says nothing of its holder: it stands in the journal for good."""
    return "c-" + base64.b32encode(secrets.token_bytes(7)).decode().lower()[:10]


def profile_of(user: Any) -> Profile:
    """The account's profile, made where there is none yet."""
    found: Profile = Profile.objects.get_or_create(user=user)[0]
    return found


def by_of(user: Any, role: str) -> By:
    """Who records an act: the account in one of its roles, with its person of the record."""
    person = Profile.objects.filter(user=user).values_list("person", flat=True).first()
    return By(user.get_username(), role, person)


def begins_at(user: Any, lang: str) -> str:
    """The page where the account's work begins; the account page where that is not built."""
    held = groups_of(user)
    for role, path in _BEGINS:
        if role in held and links.exists(f"/{lang}/{path}"):
            return f"/{lang}/{path}"
    keeps = any(name in held for name in KEEPERS)
    return f"/{lang}/desk/" if keeps else f"/{lang}/account/"
