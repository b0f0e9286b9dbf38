"""Letters that tell what is new of a saved search: one a period, never twice the same.

A letter tells what rests on journal entries later than those told of before, up to the entry the
index stood at when the letter was begun; a letter that did not go tells the same again. Each is
taken by one sender and sent outside any transaction. After TRIES in a period it rests until the
next; nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import override
from msgspec import Struct

from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.search.address import page_of, query_of
from atazan.search.audiences import audience_of
from atazan.search.document import Audience, Document
from atazan.search.freshness import kept
from atazan.search.labels import label
from atazan.search.saved.models import PERIODS, SavedSearch
from atazan.search.saved.sieve import Sieve

LISTED = 20
"""Documents a letter lists; of more it tells the number and where they are."""
TRIES = 5
WAIT = timedelta(minutes=10)
"""How long a letter rests after a try, times the number of tries."""
_SALT = "atazan.search.stop"


class Sent(Struct, frozen=True):
    """What came of a round: letters sent, searches with nothing new, letters that failed."""

    sent: int = 0
    nothing: int = 0
    failed: int = 0


class _News(Struct, frozen=True):
    """What is new for an audience: up to which entry, and the documents."""

    entry: int
    sieve: Sieve


def send(now: datetime, limit: int = 2000) -> Sent:
    """Send the letters that are due. Never raises for one letter."""
    by_audience: dict[Audience, list[SavedSearch]] = defaultdict(list)
    for row in due(now).select_related("user").order_by("looked_at")[:limit]:
        by_audience[_audience(row.user)].append(row)
    done: list[str] = []
    for audience, rows in by_audience.items():
        news = _news(audience, min(row.told for row in rows))
        done += [_tell(row, news, now) for row in rows]
    return Sent(**{what: done.count(what) for what in Sent.__struct_fields__})


def due(now: datetime) -> QuerySet[SavedSearch]:
    """The searches whose owner is to be told, and whose last try has rested."""
    periods, rested = Q(), Q(tries=0)
    for often, period in PERIODS.items():
        periods |= Q(often=often, looked_at__lte=now - period)
        rested |= Q(often=often, claimed_at__lte=now - period)
    for tries in range(1, TRIES):
        rested |= Q(tries=tries, claimed_at__lte=now - tries * WAIT)
    active = SavedSearch.objects.filter(by_email=True, paused=False, user__is_active=True)
    return active.exclude(user__email="").filter(periods, rested)


def _audience(user: Any) -> Audience:
    return audience_of(user.groups.values_list("name", flat=True))


def _news(audience: Audience, since: int) -> _News:
    index = kept(audience)
    index.refresh()
    return _News(index.index.entry, Sieve(index.index.newer(since)))


def _tell(row: SavedSearch, news: _News, now: datetime) -> str:
    """Take one search, send its letter, and note what became of it; whoever comes second takes
    nothing."""
    up_to = row.up_to or max(news.entry, row.told)
    as_seen = {name: getattr(row, name) for name in ("told", "looked_at", "tries", "claimed_at")}
    mine = SavedSearch.objects.filter(pk=row.pk, **as_seen)
    tries = row.tries + 1 if row.tries < TRIES else 1
    if not mine.filter(paused=False, by_email=True).update(
        claimed_at=now, tries=tries, up_to=up_to
    ):
        return "taken"
    found = [one for one in news.sieve.found(row.asked) if row.told < one.entry <= up_to]
    if found:
        try:
            letter(row, found, up_to).send()
        except Exception as wrong:  # a mail server may fail in any way; the letter stays
            _note(row, fault=f"{type(wrong).__name__}: {wrong}"[:200])
            return "failed"
    _note(row, told=up_to, looked_at=now, up_to=None, claimed_at=None, tries=0, fault="")
    return "sent" if found else "nothing"


def _note(row: SavedSearch, **told: Any) -> None:
    SavedSearch.objects.filter(pk=row.pk).update(**told)


def letter(row: SavedSearch, found: list[Document], up_to: int) -> EmailMessage:
    """The letter: what is new, where it is, and how to have no more of them."""
    lang = _language(row.user)
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    stop = _stop(row, lang)
    headers = {
        "Message-ID": f"<search-{row.pk}-{up_to}@{host}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    subject = phrase("search.letter.subject", lang, {"name": row.name, "n": len(found)})
    return EmailMessage(
        subject, _body(row, found, lang, stop), to=[row.user.email], headers=headers
    )


def _body(row: SavedSearch, found: list[Document], lang: Lang, stop: str) -> str:
    said = [phrase("search.letter.new", lang, {"name": row.name, "n": len(found)})]
    said += [_line(one, lang) for one in found[:LISTED]]
    if len(found) > LISTED:
        said.append(phrase("search.letter.more", lang, {"n": len(found) - LISTED}))
    query = query_of(row.asked, order="newest")
    said.append(phrase("search.letter.all", lang, {"where": page_of(f"search/?{query}", lang)}))
    mine = page_of("account/searches/", lang)
    said.append(phrase("search.letter.stop", lang, {"where": stop, "mine": mine}))
    said.append(phrase("letter.end", lang))
    return "\n\n".join(one.strip() for one in said) + "\n"


def _line(one: Document, lang: Lang) -> str:
    title = one.title.get(lang) or next(iter(one.title.values()))
    where = page_of(one.path, lang, one.replaced and one.since)
    return f"{label('kind', one.kind, lang)}. {title}\n{where}"


def _language(user: Any) -> Lang:
    """The language the owner reads letters in, as the account says."""
    told = getattr(getattr(user, "profile", None), "language", None)
    return next((lang for lang in LANGS if lang == told), "kk")


def _stop(row: SavedSearch, lang: Lang) -> str:
    token = signing.dumps([row.pk, row.user_id], salt=_SALT)
    with override(lang):
        return f"{settings.ATAZAN_SITE}{reverse('search-stop', args=[token])}"


def of_token(token: str) -> SavedSearch | None:
    """The search a letter's link stands for; None where the search is gone. Raises BadSignature."""
    pk, user = signing.loads(token, salt=_SALT)
    return SavedSearch.objects.filter(pk=pk, user_id=user).first()
