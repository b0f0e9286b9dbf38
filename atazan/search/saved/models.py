"""What is kept of a saved search: only its owner sees it, and it goes with the account."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from django.conf import settings
from django.db import models

from atazan.search.asking import Asked

LONGEST_NAME = 120
PERIODS = {"daily": timedelta(hours=20), "weekly": timedelta(days=6, hours=20)}
"""The least time between two letters: a little under a day and a week, for whoever runs it."""


class Letters(models.Model):
    """What is kept of letters that come by and by, of whatever they tell.

    `told` is the journal's entry up to which the owner was told what is new, `looked_at` the moment
    of that. While a letter is on its way `up_to` is the entry it tells up to, and `claimed_at`,
    `tries` and `fault` say what became of it.
    """

    often = models.CharField(max_length=6, default="weekly")
    by_email = models.BooleanField(default=True)
    paused = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    told = models.PositiveBigIntegerField()
    looked_at = models.DateTimeField()
    up_to = models.PositiveBigIntegerField(null=True)
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=200, default="")

    class Meta:
        abstract = True


class SavedSearch(Letters):
    """A question of an account. `question` is an `Asked` without its day, order and page."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(max_length=LONGEST_NAME)
    question = models.JSONField()

    class Meta:
        ordering = ("-made_at", "-id")

    @property
    def asked(self) -> Asked:
        """The question, of every day."""
        return msgspec.convert(self.question, Asked)


def question_of(asked: Asked) -> dict[str, Any]:
    """What of a question is kept."""
    kept = {name: getattr(asked, name) for name in ("words", "lang", "only", "widen", "without")}
    plain: dict[str, Any] = msgspec.to_builtins(kept)
    return plain
