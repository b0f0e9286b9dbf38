"""Letters that come by and by: which are due, who takes one, and what became of it.

A row tells its owner what rests on journal entries later than those told of before, up to the entry
the journal stood at when the letter was begun; a letter that did not go tells the same again. Each
is taken by one sender and sent outside any transaction. After TRIES in a period it rests until the
next; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from msgspec import Struct

from atazan.rules.text import LANGS, Lang
from atazan.search.saved.models import PERIODS, Letters

TRIES = 5
WAIT = timedelta(minutes=10)
"""How long a letter rests after a try, times the number of tries."""
Row = TypeVar("Row", bound=Letters)


class Sent(Struct, frozen=True):
    """What came of a round: letters sent, rows with nothing new, letters that failed."""

    sent: int = 0
    nothing: int = 0
    failed: int = 0


def counted(done: list[str]) -> Sent:
    """What came of each, in numbers."""
    return Sent(**{what: done.count(what) for what in Sent.__struct_fields__})


def due(rows: QuerySet[Row], now: datetime) -> QuerySet[Row]:
    """The rows whose owner is to be told, and whose last try has rested, the longest waiting
    first."""
    periods, rested = Q(), Q(tries=0)
    for often, period in PERIODS.items():
        periods |= Q(often=often, looked_at__lte=now - period)
        rested |= Q(often=often, claimed_at__lte=now - period)
    for tries in range(1, TRIES):
        rested |= Q(tries=tries, claimed_at__lte=now - tries * WAIT)
    active = rows.filter(by_email=True, paused=False, user__is_active=True)
    found = active.exclude(user__email="").filter(periods, rested)
    return found.select_related("user").order_by("looked_at")


def tell(
    row: Letters, head: int, now: datetime, letter: Callable[[int], EmailMessage | None]
) -> str:
    """Take a row, send its letter, note what became of it: sent, nothing, failed or taken.

    `head` is the last entry known; `letter` makes the letter up to an entry, None where nothing is
    new. Whoever comes second takes nothing.
    """
    up_to = row.up_to or max(head, row.told)
    as_seen = {name: getattr(row, name) for name in ("told", "looked_at", "tries", "claimed_at")}
    mine = _rows(row).filter(**as_seen, paused=False, by_email=True)
    tries = row.tries + 1 if row.tries < TRIES else 1
    if not mine.update(claimed_at=now, tries=tries, up_to=up_to):
        return "taken"
    try:
        made = letter(up_to)
        if made is not None:
            made.send()
    except Exception as wrong:  # a mail server may fail in any way; the letter stays
        _rows(row).update(fault=f"{type(wrong).__name__}: {wrong}"[:200])
        return "failed"
    fresh = {"told": up_to, "looked_at": now, "up_to": None, "claimed_at": None, "tries": 0}
    _rows(row).update(**fresh, fault="")
    return "nothing" if made is None else "sent"


def _rows(row: Letters) -> QuerySet[Any]:
    return type(row)._default_manager.filter(pk=row.pk)


def from_now(row: Letters, head: int, now: datetime, **changed: Any) -> None:
    """Tell of what is recorded after `head` alone."""
    fresh = {"told": head, "looked_at": now, "up_to": None, "claimed_at": None, "tries": 0}
    _rows(row).update(**fresh, **changed, fault="")


def addressed(subject: str, body: str, to: str, id: str, stop: str) -> EmailMessage:
    """A letter with what mail programs need to know: that it is automatic, and how to end it."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    headers = {
        "Message-ID": f"<{id}@{host}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return EmailMessage(subject, body, to=[to], headers=headers)


def language_of(user: Any) -> Lang:
    """The language the owner reads letters in, as the account says."""
    told = getattr(getattr(user, "profile", None), "language", None)
    return next((lang for lang in LANGS if lang == told), "kk")
