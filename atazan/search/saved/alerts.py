"""Letters that tell what is new of a saved search: one a period, never twice the same."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import override
from msgspec import Struct

from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.search.address import page_of, query_of
from atazan.search.audiences import audience_of
from atazan.search.document import Audience, Document
from atazan.search.freshness import kept
from atazan.search.labels import label
from atazan.search.saved.models import SavedSearch
from atazan.search.saved.rounds import Sent, addressed, counted, due, language_of, tell
from atazan.search.saved.sieve import Sieve

LISTED = 20
"""Documents a letter lists; of more it tells the number and where they are."""
_SALT = "atazan.search.stop"


class _News(Struct, frozen=True):
    """What is new for an audience: up to which entry, and the documents."""

    entry: int
    sieve: Sieve


def send(now: datetime, limit: int = 2000) -> Sent:
    """Send the letters that are due. Never raises for one letter."""
    by_audience: dict[Audience, list[SavedSearch]] = defaultdict(list)
    for row in due(SavedSearch.objects.all(), now)[:limit]:
        by_audience[_audience(row.user)].append(row)
    done: list[str] = []
    for audience, rows in by_audience.items():
        news = _news(audience, min(row.told for row in rows))
        done += [_tell(row, news, now) for row in rows]
    return counted(done)


def _audience(user: Any) -> Audience:
    return audience_of(user.groups.values_list("name", flat=True))


def _news(audience: Audience, since: int) -> _News:
    index = kept(audience)
    index.refresh()
    return _News(index.index.entry, Sieve(index.index.newer(since)))


def _tell(row: SavedSearch, news: _News, now: datetime) -> str:
    return tell(row, news.entry, now, partial(_letter, row, news))


def _letter(row: SavedSearch, news: _News, up_to: int) -> EmailMessage | None:
    found = [one for one in news.sieve.found(row.asked) if row.told < one.entry <= up_to]
    return letter(row, found, up_to) if found else None


def letter(row: SavedSearch, found: list[Document], up_to: int) -> EmailMessage:
    """The letter: what is new, where it is, and how to have no more of them."""
    lang = language_of(row.user)
    stop = _stop(row, lang)
    subject = phrase("search.letter.subject", lang, {"name": row.name, "n": len(found)})
    body = _body(row, found, lang, stop)
    return addressed(subject, body, row.user.email, f"search-{row.pk}-{up_to}", stop)


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


def _stop(row: SavedSearch, lang: Lang) -> str:
    token = signing.dumps([row.pk, row.user_id], salt=_SALT)
    with override(lang):
        return f"{settings.ATAZAN_SITE}{reverse('search-stop', args=[token])}"


def of_token(token: str) -> SavedSearch | None:
    """The search a letter's link stands for; None where the search is gone. Raises BadSignature."""
    pk, user = signing.loads(token, salt=_SALT)
    return SavedSearch.objects.filter(pk=pk, user_id=user).first()
