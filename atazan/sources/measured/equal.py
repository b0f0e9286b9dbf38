"""When two names are the same: case, quotes, spaces, dashes and articles do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

_QUOTES = re.compile(r"[«»“”„‟\"'’‘ʼ`]")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_ARTICLES = re.compile(r"\bthe\s+|^an?\s+")


@lru_cache(maxsize=50_000)
def even(name: str) -> str:
    """A name without what does not count.

    >>> even("The  Senate of the «Parliament»"), even("Нұр–Сұлтан") == even("нұр-сұлтан")
    ('senate of parliament', True)
    """
    plain = " ".join(_QUOTES.sub("", normalize("NFC", name)).casefold().split())
    return _ARTICLES.sub("", _DASHES.sub("-", plain)).strip(" .,;:")


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same; no name equals no name alone."""
    return even(one or "") == even(other or "")


def evened(names: Iterable[str]) -> frozenset[str]:
    """Names as a set: their order does not count, nor does one said twice."""
    return frozenset(filter(None, map(even, names)))
