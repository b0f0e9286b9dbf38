"""Accounts of staff, made by the technical administrator; the holder sets the password."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from atazan.institutions.models import Person
from atazan.portal.accounts.roles import STAFF, give, profile_of


class NoAccount(Exception):
    """The account cannot be made; the sentence says why and what to do."""


@transaction.atomic
def add(
    name: str, roles: list[str], person: str | None = None, email: str = "", language: str = "kk"
) -> str:
    """Make a staff account and give the path of its first sign-in, which works once.

    Raises NoAccount: the name is taken, a role is none of staff's, a technical administrator has
    another role beside, the record knows no such person, the address is another account's.
    """
    _check(name, roles, person, email)
    user = User.objects.create_user(name, email=email)
    give(user, *roles)
    profile = profile_of(user)
    profile.person, profile.language = person, language
    profile.save()
    if email:
        EmailAddress.objects.create(user=user, email=email.lower(), verified=True, primary=True)
    return first_sign_in(user, language)


def _check(name: str, roles: list[str], person: str | None, email: str) -> None:
    wrong = [role for role in roles if role not in STAFF]
    if wrong:
        raise NoAccount(f"'{wrong[0]}' is no role of staff; the roles are {', '.join(STAFF)}")
    if "admin" in roles and len(roles) > 1:
        raise NoAccount("the technical administrator sees no case and holds no other role")
    if User.objects.filter(username__iexact=name).exists():
        raise NoAccount(f"there is an account '{name}' already; choose another name")
    if person and not Person.objects.filter(pk=person).exists():
        raise NoAccount(f"the record knows no person '{person}'; see `atazan who`")
    if email and EmailAddress.objects.filter(email__iexact=email).exists():
        raise NoAccount(f"'{email}' belongs to another account")


def first_sign_in(user: User, language: str) -> str:
    """The path that lets its holder set a password: it works once, for three days."""
    facts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    with override(language):
        return reverse("account_reset_password_from_key", kwargs=facts)
