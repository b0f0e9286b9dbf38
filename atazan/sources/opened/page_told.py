"""What a page says of itself: in JSON-LD, in OpenGraph and other meta tags, in its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from atazan.sources.opened.written import day_written, is_day

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")
_DAYS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publish_date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "article.published",
    "mediator_published_time",
)
_SITE = re.compile(r"\s+(?:[|•»—–]|-)\s+(?=[^|•»—–]{2,60}$)")
_DATED = (
    "//*[contains(translate(@class,'D','d'),'date') or contains(translate(@class,'T','t'),'time')"
    " or contains(@class,'publish')]"
)


class PageTold(Struct):
    """Title, outlet, author, day and address as the page gives them."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


def page_told(tree: Any) -> PageTold:
    """Everything a page tells of itself, each from the surest place that has it."""
    metas = _metas(tree)
    told = _linked(tree)
    told.outlet = told.outlet or _first(metas, _OUTLETS)
    told.title = _first(metas, _TITLES) or told.title or _heading(tree)
    whole = _text(tree, "//title")
    told.outlet = told.outlet or _site(whole, told.title)
    told.title = _without_site(told.title or whole, told.outlet)
    told.author = told.author or _name(_first(metas, _AUTHORS)) or _text(tree, "//*[@rel='author']")
    told.published = told.published or _day(tree, metas)
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    told.url = (
        _address(canonical[0] if canonical else None) or _address(metas.get("og:url")) or told.url
    )
    return told


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop")
        value = " ".join((one.get("content") or "").split())
        if name and value:
            found.setdefault(name.strip().lower(), value[:2000])
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _linked(tree: Any) -> PageTold:
    """The article of the page's JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = msgspec.json.decode(
                (script.text or "").strip().encode("utf-8", "ignore"), strict=False
            )
        except (msgspec.DecodeError, RecursionError):
            continue
        for one in _things(data):
            if one.get("datePublished") or one.get("headline"):
                return PageTold(
                    title=_word(one.get("headline")),
                    outlet=_named(one.get("publisher")),
                    author=_name(_named(one.get("author"))),
                    published=day_written(_word(one.get("datePublished")) or ""),
                    url=_address(_word(one.get("url"))),
                )
    return PageTold()


def _things(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth + 1)
    elif isinstance(data, list):
        for one in data[:200]:
            yield from _things(one, depth + 1)


def _named(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _word(value.get("name") if isinstance(value, dict) else value)


def _word(value: object) -> str | None:
    return " ".join(value.split())[:2000] or None if isinstance(value, str) else None


def _name(value: str | None) -> str | None:
    """A name, no address."""
    return None if value is None or "://" in value else value


def _address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://", value) else None


def _heading(tree: Any) -> str | None:
    return _text(tree, "//article//h1") or _text(tree, "//h1")


def _text(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return " ".join(found[0].text_content().split())[:500] or None if found else None


def _site(whole: str | None, title: str | None) -> str | None:
    """The name of the site, where the page's title is the report's title and that."""
    if not whole or not title or not whole.startswith(title):
        return None
    return _SITE.sub("\0", whole[len(title) :]).lstrip("\0").rpartition("\0")[2] or None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of the site behind it.

    >>> _without_site("Сот шешім шығарды | Сот.kz", "Сот.kz"), _without_site("Сот - бұл сот", None)
    ('Сот шешім шығарды', 'Сот - бұл сот')
    """
    if not title:
        return None
    parts = _SITE.split(title)
    if len(parts) > 1 and (
        ("|" in title) or (outlet and parts[-1].casefold() == outlet.casefold())
    ):
        return title[: title.rindex(parts[-1])].rstrip(" |•»—–-") or title
    return title


def _day(tree: Any, metas: dict[str, str]) -> str | None:
    """From meta tags, then time elements, then a short line marked as a date."""
    told = [metas[name] for name in _DAYS if name in metas]
    told += tree.xpath(
        "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
    )
    told += tree.xpath("//article//time/@datetime")[:1] + tree.xpath("//time/@datetime")[:1]
    told += [" ".join(one.text_content().split())[:200] for one in tree.xpath("//time")[:1]]
    for value in told:
        if day := day_written(value):
            return day
    for one in tree.xpath(_DATED)[:20]:
        line = " ".join(one.text_content().split())[:200]
        if is_day(line):
            return day_written(line)
    return None
