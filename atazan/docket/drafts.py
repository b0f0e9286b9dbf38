"""Drafts of petitions: a person's own words until they are filed; nobody else reads them.

A draft holds personal texts, so it is emptied when it is filed or deleted, and after sixty days
without a change. Files lie in the vault; `known_files` keeps them from being swept away.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction

KEPT = timedelta(days=60)
"""How long a draft is kept after its last change."""


class Draft(models.Model):
    """One draft. `answers` are those of the guided check, `told` what else was written.

    `petition` is the number of the returned petition it corrects; `filed` the number it was filed
    under: the row is empty then, and a second click finds the same petition.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    owner = models.CharField(max_length=150, db_index=True)
    petition = models.CharField(max_length=12, null=True)
    answers = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(db_index=True)
    filed = models.CharField(max_length=12, null=True)

    @property
    def ends_at(self) -> datetime:
        """When it is deleted, unless it is changed before."""
        return self.changed_at + KEPT


class DraftFile(models.Model):
    """A file of a draft, taken and kept; `what` is what it is, by art. 44(4)."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    media = models.CharField(max_length=100)
    scan = models.CharField(max_length=12)
    what = models.CharField(max_length=40, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "sha256"], name="a_file_once_a_draft")
        ]


class DraftMoved(Exception):
    """The draft was changed elsewhere since the page was opened; `draft` is how it stands now."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        super().__init__(f"draft {draft.id} is at version {draft.version}")


def begin(owner: str, answers: dict[str, str], at: datetime, **more: Any) -> Draft:
    """A new draft of an account."""
    found: Draft = Draft.objects.create(owner=owner, answers=answers, changed_at=at, **more)
    return found


def of(owner: str, id: uuid.UUID) -> Draft:
    """A draft of this account. Raises Draft.DoesNotExist: another's is not told apart from none."""
    found: Draft = Draft.objects.get(pk=id, owner=owner)
    return found


def mine(owner: str) -> list[Draft]:
    """The open drafts of an account, the latest change first."""
    return list(Draft.objects.filter(owner=owner, filed=None).order_by("-changed_at"))


def save(id: uuid.UUID, seen: int, told: dict[str, str], at: datetime) -> Draft:
    """Write what was told over what stood there. Raises DraftMoved where `seen` is not the last
    version and one of these texts was changed meanwhile."""
    with transaction.atomic():
        draft: Draft = Draft.objects.select_for_update().get(pk=id)
        now = {name: draft.told.get(name, "") for name in told}
        if draft.version != seen and now != told and any(now.values()):
            raise DraftMoved(draft)
        if now != told:
            draft.told = {**draft.told, **told}
            touch(draft, at)
    return draft


def answer(draft: Draft, answers: dict[str, str], at: datetime) -> None:
    """Put the answers of the guided check into the draft."""
    draft.answers = answers
    touch(draft, at)


def touch(draft: Draft, at: datetime) -> None:
    """Save a change as the next version."""
    draft.version += 1
    draft.changed_at = at
    draft.save()


def empty(draft: Draft, number: str) -> None:
    """Leave nothing of a draft that was filed but the number of its petition."""
    draft.files.all().delete()
    draft.answers, draft.told, draft.filed = {}, {}, number
    draft.save()


def sweep(at: datetime) -> int:
    """Delete the drafts nobody changed for sixty days; how many they were."""
    old = Draft.objects.filter(changed_at__lt=at - KEPT)
    number = old.count()
    old.delete()
    return number


def known_files() -> set[str]:
    """The SHA-256 of every file a draft names: the vault keeps them."""
    return set(DraftFile.objects.values_list("sha256", flat=True))
