"""Save a search, change it, drop it: each function acts on what the account itself owns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from atazan.journal.models import Entry
from atazan.search.asking import LONGEST, Asked
from atazan.search.bad import BadQuestion
from atazan.search.saved.models import LONGEST_NAME, PERIODS, SavedSearch, question_of
from atazan.search.saved.rounds import from_now

MOST = 50
"""Searches an account may keep."""


def searches_of(user: Any) -> QuerySet[SavedSearch]:
    """The searches of an account, the newest first."""
    return SavedSearch.objects.filter(user=user)


@transaction.atomic
def save(user: Any, asked: Asked, told: Mapping[str, str], now: datetime) -> SavedSearch:
    """Keep a question; its owner is told of what is recorded from now on. `told` may hold `name`,
    `often` and `by_email`. Raises BadQuestion."""
    if not (asked.words or asked.only):
        raise BadQuestion("search.saved.empty")
    if len(asked.words) > LONGEST:
        raise BadQuestion("search.bad.long", {"given": len(asked.words), "longest": LONGEST})
    if searches_of(user).count() >= MOST:
        raise BadQuestion("search.saved.too_many", {"most": MOST})
    at = head()
    row = SavedSearch(user=user, question=question_of(asked), made_at=now, told=at, looked_at=now)
    _take(row, {"name": asked.words[:LONGEST_NAME], **{k: v for k, v in told.items() if v}})
    row.save()
    return row


def change(row: SavedSearch, told: Mapping[str, str]) -> None:
    """Rename it, and say how often letters come, or that none do. Raises BadQuestion."""
    _take(row, told)
    row.save(update_fields=["name", "often", "by_email"])


def pause(row: SavedSearch) -> None:
    """No letters until it is resumed."""
    SavedSearch.objects.filter(pk=row.pk).update(paused=True)


def resume(row: SavedSearch, now: datetime) -> None:
    """Letters again, of what is recorded from now on."""
    from_now(row, head(), now, paused=False)


def mute(row: SavedSearch) -> None:
    """No letters any more; the search stays."""
    SavedSearch.objects.filter(pk=row.pk).update(by_email=False)


def _take(row: SavedSearch, told: Mapping[str, str]) -> None:
    name = " ".join(told.get("name", "").replace("\0", " ").split())
    if len(name) > LONGEST_NAME:
        raise BadQuestion("search.saved.long_name", {"given": len(name), "longest": LONGEST_NAME})
    often = told.get("often") or row.often
    if often not in PERIODS:
        facts = {"given": often[:40], "name": "often", "known": ", ".join(PERIODS)}
        raise BadQuestion("search.page.unknown", facts)
    row.name, row.often = name or row.name, often
    row.by_email = told.get("by_email") == "yes"


def head() -> int:
    """The last entry of the journal."""
    last: int | None = Entry.objects.aggregate(last=Max("number"))["last"]
    return last or 0
