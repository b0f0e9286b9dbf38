"""RSS and Atom: an item a document, by feedparser. Nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from atazan.sources.opened.draft import BROKEN_FEED, NO_TEXT, Draft
from atazan.sources.opened.letters import decoded
from atazan.sources.opened.page import words_of
from atazan.sources.opened.unopened import Unopened
from atazan.sources.opened.written import day_written

_ITEM = re.compile(r"<(item|entry)(?=[\s>])[^<]*(?:<(?!/?\1[\s>])[^<]*)*</\1\s*>")
_ITEMS = 20_000
_UNCLOSED = 50
"""Items never closed lie in each other, and time grows with their square."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(data: bytes, place: str) -> Iterator[Draft]:
    """The items of a feed in its order; a damaged feed gives those that could be read.

    Raises Unopened: entities declared, nothing read, more than 20 000 items.
    """
    page, noted = decoded(data, place)
    if "<!ENTITY" in page.upper():
        raise Unopened("entities", place)
    opened = sum(page.count(name) for name in ("<item>", "<item ", "<entry>", "<entry "))
    if opened > _ITEMS:
        raise Unopened("too_many_items", place, limit=_ITEMS)
    if opened - page.count("</item") - page.count("</entry") > _UNCLOSED:
        raise Unopened("broken_feed", place)
    feed = _parsed(page)
    if not feed.entries:
        raise Unopened("broken_feed", place)
    if feed.bozo and not noted:
        noted = (BROKEN_FEED,)
    outlet = _line(feed.feed.get("title"))
    pieces = [one[0] for one in _ITEM.finditer(page)]
    for at, entry in enumerate(feed.entries, 1):
        if not (entry.get("title") or entry.get("summary") or entry.get("content")):
            continue
        piece = pieces[at - 1] if len(pieces) == len(feed.entries) else ""
        yield _of_entry(entry, piece, f"{place}#{at}", outlet, noted)


def _parsed(page: str) -> Any:
    import feedparser

    whole = _DECLARATION.sub("", page).lstrip().encode("utf-8", "replace")
    # a stream, not a string: a string that looks like an address would be fetched
    return feedparser.parse(
        io.BytesIO(whole),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _of_entry(
    entry: Any, piece: str, place: str, outlet: str | None, noted: tuple[str, ...]
) -> Draft:
    """`piece` is the item as it stands in the feed; "" where it could not be cut out."""
    texts = [one.get("value") or "" for one in entry.get("content") or ()]
    text = words_of(max([*texts, entry.get("summary") or ""], key=len))
    fields = [entry.get(name) or "" for name in ("id", "link", "title", "published", "summary")]
    source = entry.get("source")
    return Draft(
        data=piece.encode() if piece else msgspec.json.encode([*fields, *texts]),
        place=place,
        text=text,
        format="feed",
        title=_line(entry.get("title")),
        outlet=_line(source.get("title") if source else None) or outlet,
        author=_line(entry.get("author")),
        published=day_written(entry.get("published") or entry.get("updated") or ""),
        url=entry.get("link"),
        noted=noted if text.strip() else (*noted, NO_TEXT),
    )


def _line(value: str | None) -> str | None:
    return " ".join(words_of(value).split()) or None if value else None
