"""Any search as an Atom feed: what the record brought last of what the words find.

A feed is public. It looks at the newest 300 documents found and tells the 50 of them that were
recorded last; what is not of the record, as the rules of the platform, is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe
from msgspec.structs import replace

from atazan.journal.answering import lang_of
from atazan.journal.models import Entry
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.search.address import page_of, query_of, read
from atazan.search.asking import Asked, Hit
from atazan.search.bad import BadQuestion, IndexBusy
from atazan.search.document import Document
from atazan.search.freshness import kept
from atazan.search.labels import label
from atazan.search.record import answer

TOLD, LOOKED_AT = 50, 300
MINUTES = 15
"""How long a reader's program may keep a feed."""
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The feed of a question; 422 with the reason, in plain words, where it cannot be so."""
    lang = lang_of(request)
    asked = replace(read(request.GET, None).asked, order="newest", after=None, most=100)
    try:
        found = sorted(_newest(asked), key=lambda one: -one[1].entry)[:TOLD]
    except (BadQuestion, IndexBusy) as wrong:
        status = 422 if isinstance(wrong, BadQuestion) else 503
        return HttpResponse(wrong.says(lang), "text/plain; charset=utf-8", status)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    _written(asked, found, lang).write(response, "utf-8")
    patch_cache_control(response, public=True, max_age=MINUTES * 60)
    return response


def _newest(asked: Asked) -> Iterator[tuple[Hit, Document]]:
    """The newest found that came by an act, with what the index holds of them."""
    get = kept(asked.audience).index.get
    for _ in range(LOOKED_AT // asked.most):
        found = answer(asked)
        for hit in found.hits:
            document = get(hit.id)
            if document is not None and document.entry:
                yield hit, document
        if found.after is None:
            return
        asked = replace(asked, after=found.after)


def _written(asked: Asked, found: list[tuple[Hit, Document]], lang: Lang) -> Atom1Feed:
    site, page = settings.ATAZAN_SITE, reverse("search")
    query = query_of(replace(asked, order="best"))
    title = phrase("search.feed.title", lang, {"words": asked.words}) if asked.words else None
    feed = Atom1Feed(
        title=clean(title or phrase("search.feed.all", lang)),
        link=f"{site}{page}?{query}",
        description=phrase("search.feed.about", lang),
        language=lang,
        feed_url=f"{site}{reverse('search-feed')}?{query}",
        feed_guid=f"{site}{reverse('search-feed')}?{query}",
        author_name=phrase("portal.name", lang),
    )
    recorded = _recorded([document.entry for _, document in found])
    for hit, document in found:
        title = hit.title.get(lang) or hit.title.get(hit.lang) or next(iter(hit.title.values()))
        feed.add_item(
            title=clean(title),
            link=page_of(hit.path, lang, document.replaced and document.since, hit.anchor),
            description=clean("".join(run.words for run in hit.snippet)),
            unique_id=f"tag:{site.partition('://')[2].partition(':')[0]},2026:{document.id}",
            pubdate=recorded[document.entry],
            updateddate=recorded[document.entry],
            categories=[label("kind", hit.kind, lang)],
        )
    return feed


def _recorded(entries: list[int]) -> dict[int, datetime]:
    found = Entry.objects.filter(number__in=entries)
    return dict(found.values_list("number", "recorded_at"))


def clean(words: str) -> str:
    """Words without what XML cannot hold."""
    return words.translate(_CONTROL)
