"""How a register answers over HTTP: as a page, or the same as JSON at the same address.

Days come as ISO dates, register rows whole with sources and confidence, findings with their words
in kk, ru and en.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol, cast

import msgspec
from babel.numbers import format_decimal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from atazan.journal.rows import RegisterRow
from atazan.rules.finding import Finding
from atazan.rules.text import LANGS, Lang

_THIN = ("\u202f", "\u00a0")
"""The fonts have no narrow no-break space."""


def page(
    request: HttpRequest, template: str, facts: dict[str, Any], told: Callable[[], object]
) -> HttpResponse:
    """The page of a register, or with `?format=json` what it tells."""
    if wants_json(request):
        return as_json({"on": day_of(request), **cast(dict[str, Any], told())})
    return render(request, template, {**facts, "json_url": address_as(request, "json")})


def wants_json(request: HttpRequest) -> bool:
    """Whether the reader asked for JSON."""
    return request.GET.get("format") == "json"


def as_json(value: object, status: int = 200) -> HttpResponse:
    """A value as JSON."""
    body = msgspec.json.encode(value, enc_hook=_plain)
    return HttpResponse(body, content_type="application/json; charset=utf-8", status=status)


def address_as(request: HttpRequest, format: str) -> str:
    """This page, this day, in another format."""
    query = request.GET.copy()
    query["format"] = format
    return f"{request.path}?{query.urlencode()}"


def day_of(request: HttpRequest) -> date:
    """The day the page is asked for."""
    return cast(date, request.asked.day)  # type: ignore[attr-defined]


def lang_of(request: HttpRequest) -> Lang:
    """The language the page is written in."""
    code = (get_language() or "kk")[:2]
    return next((lang for lang in LANGS if lang == code), "kk")


def in_figures(written: str | None, lang: Lang) -> str | None:
    """A number as published, in the reader's way; None and what is no number stay as they are.

    >>> in_figures("68.05", "ru")
    '68,05'
    """
    if written is None:
        return None
    try:
        found = Decimal(written)
    except InvalidOperation:
        return written
    return format_decimal(found, locale=lang, decimal_quantization=False).replace(*_THIN)


class Says(Protocol):
    """Anything that tells itself in a language."""

    def says(self, lang: Lang) -> str: ...


def in_words(told: Says | None) -> dict[str, str] | None:
    """What it says, in the three languages."""
    return None if told is None else {lang: told.says(lang) for lang in LANGS}


def finding(found: Finding | None) -> dict[str, Any] | None:
    """A finding with its words, and the rule and provision it rests on."""
    if found is None:
        return None
    return {
        "id": found.id,
        "holds": found.holds,
        "says": in_words(found),
        "facts": dict(found.facts),
        "rule": found.rule.id,
        "work": found.rule.source.work,
        "provision": found.rule.source.provision_eid,
        "uncertain": found.rule.uncertain,
    }


def row(found: RegisterRow) -> dict[str, Any]:
    """A register row with all it carries."""
    hidden = ("stream",)
    fields = (field.attname for field in found._meta.concrete_fields)
    return {name: getattr(found, name) for name in fields if name not in hidden}


def _plain(value: object) -> object:
    if isinstance(value, RegisterRow):
        return row(value)
    raise NotImplementedError(f"{type(value).__name__} has no form as JSON")
