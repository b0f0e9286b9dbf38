"""What the API keeps beside the journal: keys of programs, and files uploaded and not yet filed."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.contrib.auth.models import User
from django.db import models


class Token(models.Model):
    """A key with which a program acts for an account in one of its roles.

    The key itself is shown once and never kept; `digest` is its SHA-256. `ends_at` is the moment
    from which it no longer opens anything, null: until it is taken back.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    role = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80, default="")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)


class Upload(models.Model):
    """A file an account has sent and may name in a filing: nobody files what another sent."""

    account = models.CharField(max_length=150)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    media = models.CharField(max_length=120)
    scan = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "sha256"], name="one_upload_a_file")
        ]


class NoSuchRole(ValueError):
    """The account does not hold the role its key should act in."""

    def __init__(self, name: str, role: str) -> None:
        self.name, self.role = name, role
        super().__init__(f"the account '{name}' does not hold the role '{role}'")


def make_token(
    user: User, role: str, at: datetime, label: str = "", ends_at: datetime | None = None
) -> str:
    """Make a key and give it: it cannot be read again. Raises NoSuchRole."""
    if not user.groups.filter(name=role).exists():
        raise NoSuchRole(user.get_username(), role)
    key = "atz_" + secrets.token_urlsafe(32)
    Token.objects.create(
        user=user, role=role, digest=_digest(key), label=label, made_at=at, ends_at=ends_at
    )
    return key


def end_tokens(user: User, role: str, at: datetime) -> int:
    """End the account's keys of a role that still open; how many they were."""
    open_ones = Token.objects.filter(user=user, role=role).exclude(ends_at__lte=at)
    return open_ones.update(ends_at=at)


def token_of(key: str, at: datetime) -> Token | None:
    """The token of a key while it opens anything: not ended, its account open and in the role."""
    found = Token.objects.filter(digest=_digest(key)).select_related("user").first()
    if found is None or (found.ends_at is not None and at >= found.ends_at):
        return None
    holds = found.user.is_active and found.user.groups.filter(name=found.role).exists()
    return found if holds else None


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
