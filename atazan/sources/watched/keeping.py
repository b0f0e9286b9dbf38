"""Watch a thing, leave it, say how often to be told: each acts on what the account itself owns."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from atazan.search.bad import BadQuestion
from atazan.search.saved.keeping import head
from atazan.search.saved.models import PERIODS
from atazan.search.saved.rounds import from_now
from atazan.sources.timelines.subjects import Subject
from atazan.sources.watched.models import Digest, Watch

MOST = 200
"""Things an account may watch."""


def watches(user: Any) -> QuerySet[Watch]:
    """What an account watches, the newest first."""
    return Watch.objects.filter(user=user)


def digest_of(user: Any, now: datetime) -> Digest:
    """How the account is told; weekly by letter unless it says otherwise."""
    made = {"made_at": now, "told": head(), "looked_at": now}
    return Digest.objects.get_or_create(user=user, defaults=made)[0]


@transaction.atomic
def watch(user: Any, subject: Subject, now: datetime) -> Watch:
    """Watch a thing from now on; once is enough. Raises BadQuestion where it would be too many."""
    mine = watches(user)
    if mine.count() >= MOST and not mine.filter(sort=subject.sort, thing=subject.id).exists():
        raise BadQuestion("watched.too_many", {"most": MOST})
    digest_of(user, now)
    made = {"made_at": now, "since": head()}
    return mine.get_or_create(user=user, sort=subject.sort, thing=subject.id, defaults=made)[0]


def leave(user: Any, sort: str, id: str) -> None:
    """Watch it no more."""
    watches(user).filter(sort=sort, thing=id).delete()


def change(digest: Digest, often: str, by_email: bool, now: datetime) -> None:
    """How often letters come, or that none do; turned on again, they tell of what comes from now
    on. Raises BadQuestion."""
    if often not in PERIODS:
        facts = {"given": often[:40], "name": "often", "known": ", ".join(PERIODS)}
        raise BadQuestion("search.page.unknown", facts)
    if by_email and not digest.by_email:
        from_now(digest, head(), now, often=often, by_email=True)
    else:
        Digest.objects.filter(pk=digest.pk).update(often=often, by_email=by_email)


def mute(digest: Digest) -> None:
    """No digests any more; the list stays."""
    Digest.objects.filter(pk=digest.pk).update(by_email=False)


def forget(user: Any) -> None:
    """Drop the list and the digest: the account is closed."""
    watches(user).delete()
    Digest.objects.filter(user=user).delete()
