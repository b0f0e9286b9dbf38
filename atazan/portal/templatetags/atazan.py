"""Template tags of the portal, known to every template. docs/pages.md shows how to use them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from atazan.portal import links, places, shown
from atazan.portal.accounts.roles import groups_of
from atazan.portal.marks import BARS, MARKS, UNKNOWN, code_of
from atazan.rules.citation import cite as cite_eid
from atazan.rules.words import all_words, phrase
from atazan.rules.works import works
from atazan.sources.models import Document

register = template.Library()
_CASE = "petition/"

register.filter("day", shown.day)
register.filter("held", shown.held)
register.filter("n", shown.number)


@register.filter
def t(value: object) -> SafeString:
    """Words of a {kk, ru, en} value in the page's language, or visibly in another one."""
    return shown.text(value)


@register.filter
def place(about: str) -> str:
    """What a doubt is about, in words."""
    return places.place(about, shown.page_lang())


@register.filter
def t_plain(value: object) -> str:
    """The same without markup, for attributes and titles."""
    return shown.told(value, shown.page_lang())[0]


@register.simple_tag
def w(key: str, **facts: Any) -> SafeString:
    """The phrase of a key, with its values."""
    return shown.sentence(key, facts)


@register.simple_tag
def plain(key: str, **facts: Any) -> str:
    """The phrase of a key without markup: for attributes and titles."""
    return shown.plain(key, facts)


@register.simple_tag
def word(prefix: str, code: object) -> SafeString:
    """The phrase `prefix.code`; where there is none, the code as it is."""
    key = f"{prefix}.{code}"
    return shown.sentence(key, {}) if key in all_words() else shown.held(code)


@register.simple_tag
def says(told: Any) -> SafeString:
    """What a Finding or a Problem says in the page's language."""
    return shown.held(told.says(shown.page_lang()))


@register.simple_tag(takes_context=True)
def at(context: Any, name: str, *args: object, on: Any = None) -> str:
    """The address of a page by its url name; it keeps the day, or takes another one (`on=`)."""
    return links.at(context.get("request"), name, *args, on=on)


@register.simple_tag(takes_context=True)
def path(context: Any, path: str, on: Any = None) -> str:
    """The address of a page by its path without the language: `offices/ombudsman`."""
    return links.path_at(context.get("request"), shown.page_lang(), path, on)


@register.simple_tag(takes_context=True)
def here(context: Any, on: Any = None, **changed: Any) -> str:
    """This page with another day or other values of its query (an empty one is left out)."""
    request = context["request"]
    query = {key: str(value) if value else None for key, value in changed.items()}
    if on is not None:
        query["on"] = on.isoformat()
    return links.with_query(request, request.path, **query)


@register.simple_tag(takes_context=True)
def cite(context: Any, source: Any, on: Any = None, short: bool = False) -> SafeString:
    """A source in words, linked to the provision on its day. `short` leaves the work out."""
    work, eid = _where(source)
    lang = shown.page_lang()
    known = works().get(work)
    name = known.short.says(lang) if known else work
    where = "" if eid in ("", "whole") else _eid_words(eid, lang)
    words = where if short and where else ", ".join(part for part in (name, where) if part)
    target = f"norms/{work}" + (f"/{eid}" if where else "")
    address = links.path_at(context.get("request"), lang, target, on)
    if not links.exists(f"/{lang}/{target}"):
        return format_html('<span class="cite">{}</span>', _held_levels(words))
    return format_html('<a class="cite" href="{}">{}</a>', address, _held_levels(words))


def _held_levels(words: str) -> SafeString:
    parts = words.split(", ")
    return format_html_join(
        ", ", "{}", ((_whole(part) if len(part) < 24 else shown.held(part),) for part in parts)
    )


def _whole(part: str) -> SafeString:
    return format_html('<span class="nb">{}</span>', part)


def _where(source: Any) -> tuple[str, str]:
    if isinstance(source, Mapping):
        return str(source["work"]), str(source.get("provision") or "")
    eid = getattr(source, "provision_eid", None) or getattr(source, "eid", None)
    return str(source.work), str(eid or getattr(source, "provision", "") or "")


def _eid_words(eid: str, lang: Any) -> str:
    try:
        return cite_eid(eid, lang)
    except ValueError:
        return eid


@register.simple_tag
def mark(symbol: str) -> SafeString:
    """A symbol of the sprite, hidden from screen readers: the word beside it says the same."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#{}"/></svg>', symbol)


@register.simple_tag
def status(code: Any, words: Any = None) -> SafeString:
    """Shape, word and colour of a state, an outcome, or a finding's True, False, None."""
    name = code_of(code)
    symbol, colour = MARKS.get(name, UNKNOWN)
    told = shown.text(words) if words else word("status", name)
    return format_html(
        '<span class="st st--{}">{}<span>{}</span></span>', colour, mark(symbol), told
    )


@register.filter
def account_name(user: Any) -> str:
    """What the masthead calls an account: the first role it holds, else its own name."""
    roles = groups_of(user)
    return str(word("role", roles[0]) if roles else user.get_username())


SHOWN = 3


@register.simple_tag(takes_context=True)
def chip(context: Any, row: Any) -> SafeString:
    """How sure the record is of a row or act, and every source that tells of it."""
    sources = list(_get(row, "sources") or ())
    confidence = str(_get(row, "confidence") or "high")
    chips = [
        _chip(context, source, confidence if place == 0 else None)
        for place, source in enumerate(sources)
    ] or [_bare(confidence)]
    seen, rest = mark_safe("".join(chips[:SHOWN])), mark_safe("".join(chips[SHOWN:]))
    if not rest:
        return format_html('<div class="chips">{}</div>', seen)
    more = shown.sentence("portal.more_sources", {"n": len(chips) - SHOWN})
    return format_html(
        '<div class="chips">{}</div><details><summary>{}</summary><div class="chips">{}</div>'
        "</details>",
        seen,
        more,
        rest,
    )


def _get(row: Any, name: str) -> Any:
    return row.get(name) if isinstance(row, Mapping) else getattr(row, name, None)


def _chip(context: Any, source: str, confidence: str | None) -> str:
    known = _documents(context).get(source)
    name = _document_name(known) if known else source_name(source)
    inside = format_html("{}<span>{}{}</span>", *_sure(confidence), name)
    address = _address(context, source, known)
    if address is None:
        return format_html('<span class="chip">{}</span>', inside)
    return format_html('<a class="chip" href="{}">{}</a>', address, inside)


def _sure(confidence: str | None) -> tuple[SafeString, SafeString]:
    if confidence is None:
        return SafeString(""), SafeString("")
    words = word("confidence", confidence)
    return mark(BARS.get(confidence, "lo")), format_html('<span class="mute">{}</span> · ', words)


def _bare(confidence: str) -> str:
    words = word("confidence", confidence)
    return format_html('<span class="chip">{}<span>{}</span></span>', mark(BARS[confidence]), words)


def source_name(source: str) -> str:
    """A source as readers see it: the site and the last of its path; other sources as they are."""
    if source.startswith(_CASE):
        return phrase("cases.number", shown.page_lang(), {"number": source.removeprefix(_CASE)})
    if not source.startswith(("http://", "https://")):
        return source
    parts = urlsplit(source)
    host = (parts.hostname or source).removeprefix("www.")
    last = next((one for one in reversed(parts.path.split("/")) if one), parts.query)
    return f"{host} … {last[-28:]}" if len(last) > 28 else " / ".join(filter(None, (host, last)))


def _address(context: Any, source: str, known: Document | None) -> str | None:
    if known is not None:
        return links.path_at(context.get("request"), shown.page_lang(), f"record/{known.pk}")
    if source.startswith(_CASE):
        case = f"cases/{source.removeprefix(_CASE)}"
        return links.path_at(context.get("request"), shown.page_lang(), case)
    return source if source.startswith(("http://", "https://")) else None


def _documents(context: Any) -> dict[str, Document]:
    """The documents described in the record by the names they are cited by, once a request."""
    request = context.get("request")
    found: dict[str, Document] | None = getattr(request, "_documents", None)
    if found is None:
        found = {file: one for one in Document.objects.all() for file in one.files}
        if request is not None:
            request._documents = found
    return found


def _document_name(known: Document) -> str:
    """Who published it and when; its title where no publisher is named."""
    if not known.publisher:
        return shown.told(known.title, shown.page_lang())[0]
    day = shown.day_words(known.published, shown.page_lang()) if known.published else ""
    return ", ".join(filter(None, (known.publisher, day)))


@register.simple_block_tag
def why(content: str, summary: Any) -> SafeString:
    """A closed block with the reason: rule, version, arithmetic, doubt, in this order."""
    return format_html(
        '<details><summary>{}</summary><div class="why__in">{}</div></details>', summary, content
    )


@register.simple_tag(takes_context=True)
def doubts(context: Any, ids: Any) -> SafeString:
    """The doubts a rule or a row rests under, in words; nothing where there is none."""
    from atazan.rules.doubts import doubts as known

    found = [known()[id] for id in ids or () if id in known()]
    if not found:
        return SafeString("")
    facts = {"found": found, "request": context.get("request")}
    return mark_safe(render_to_string("portal/parts/doubts.html", facts))


@register.simple_tag
def sprite() -> SafeString:
    """The symbols of all marks, once a page."""
    return mark_safe(render_to_string("portal/parts/sprite.html"))
