"""A timeline as an Atom feed: what the record brought or corrected last. Anyone may take it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from atazan.journal.answering import lang_of
from atazan.journal.models import Entry
from atazan.rules.day import day_in_astana
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.search.address import page_of
from atazan.search.feed import MINUTES, clean
from atazan.sources.timelines.ledger import ledger
from atazan.sources.timelines.subjects import Keyring, Subject, UnknownSubject, subject
from atazan.sources.watched.digests import title_of, told_of
from atazan.sources.watched.news import News, became, news

TOLD = 50


@require_safe
def feed(request: HttpRequest, sort: str, id: str) -> HttpResponse:
    """The acts of a thing that were recorded or changed last, the latest first."""
    try:
        one = subject(sort, id)
    except UnknownSubject as wrong:
        raise Http404 from wrong
    journal = ledger()
    found = [item for item in news(journal, Keyring().keys(one), 0) if item.how != "withdrawn"]
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    now = request.now  # type: ignore[attr-defined]
    _written(one, found[-TOLD:][::-1], lang_of(request), now).write(response, "utf-8")
    patch_cache_control(response, public=True, max_age=MINUTES * 60)
    return response


def _written(one: Subject, found: list[News], lang: Lang, now: datetime) -> Atom1Feed:
    site, host = settings.ATAZAN_SITE, settings.ATAZAN_SITE.partition("://")[2].partition(":")[0]
    here = f"{site}{reverse('timeline-feed', args=[one.sort, one.id])}"
    name = {"name": one.says(lang)}
    feed = Atom1Feed(
        title=clean(phrase("timelines.feed", lang, name)),
        link=page_of(f"timelines/{one.path}", lang),
        description=phrase("timelines.feed_about", lang),
        language=lang,
        feed_url=here,
        feed_guid=here,
        author_name=phrase("portal.name", lang),
    )
    told = {entry.number: entry for entry in told_of(found, day_in_astana(now))}
    at = _recorded([item.line.changed for item in found])
    how = became(item.line for item in found)
    for item in found:
        entry = told[item.line.number]
        changed = item.line.changed
        path = entry.told.page or f"timelines/{one.path}"
        feed.add_item(
            title=clean(title_of(entry, how[entry.number], lang)),
            link=page_of(path, lang),
            description=clean("; ".join(entry.told.sources)),
            unique_id=f"tag:{host},2026:act/{entry.number}/{changed}",
            pubdate=at[changed],
            updateddate=at[changed],
            categories=[phrase(f"kind.{entry.told.kind}", lang)],
        )
    return feed


def _recorded(numbers: list[int]) -> dict[int, datetime]:
    found = Entry.objects.filter(number__in=numbers)
    return dict(found.values_list("number", "recorded_at"))
