"""Addresses inside the portal: they keep the reader's language and day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse

from atazan.portal.day import Asked, asked
from atazan.rules.text import LANGS

PARAM = "on"


def at(request: HttpRequest | None, name: str, *args: object, on: date | None = None) -> str:
    """The address of a page by its url name, on the reader's day, or on the day given."""
    return on_day(request, reverse(name, args=args), on)


def path_at(request: HttpRequest | None, lang: str, path: str, on: date | None = None) -> str:
    """The address of a page by its path without the language: `norms/const-2026`."""
    return on_day(request, f"/{lang}/{path.lstrip('/')}", on)


def on_day(request: HttpRequest | None, path: str, on: date | None = None) -> str:
    """A path with `?on=` where the day is not today."""
    found = Asked(on, False) if on else (asked(request) if request else None)
    if found is None or found.is_today or (on and request and on == asked(request).today):
        return path
    before, hash_, anchor = path.partition("#")
    joined = "&" if "?" in before else "?"
    return f"{before}{joined}{PARAM}={found.day.isoformat()}{hash_}{anchor}"


def with_query(request: HttpRequest, path: str, **changed: str | None) -> str:
    """A path with the query of this request, some values changed (None: left out)."""
    query = {key: values for key, values in request.GET.lists() if key not in changed}
    query.update({key: [value] for key, value in changed.items() if value is not None})
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def in_language(request: HttpRequest, lang: str) -> str:
    """This page, this day, in another language."""
    first, _, rest = request.path.lstrip("/").partition("/")
    path = f"/{lang}/{rest}" if first in LANGS else f"/{lang}/"
    return with_query(request, path)


@lru_cache(maxsize=8192)
def exists(path: str) -> bool:
    """Whether the portal serves this path: parts of the house may not be built yet."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
