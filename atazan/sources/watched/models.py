"""What an account watches, and how it is told: only the account sees it, and it goes with it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from atazan.search.saved.models import Letters


class Digest(Letters):
    """How an account is told of all it watches: one letter a period."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest")


class Watch(models.Model):
    """A thing with a timeline that an account watches. `since` is the journal's last entry when it
    began: what was recorded before is no news."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watches")
    sort = models.CharField(max_length=20)
    thing = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    since = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["user", "sort", "thing"], name="watched_once")
        ]
