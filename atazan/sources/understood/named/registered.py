"""Which body or office of the registers a name in the nominative is."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from atazan.sources.understood.named.known import short_id
from atazan.words import Lang

_BODIES = Path(__file__).with_name("registered.txt")
_OFFICES = Path(__file__).with_name("offices.txt")
_HOME = re.compile(
    r"^(?:қазақстан республикасының|қазақстан республикасы|қазақстанның|қазақстан|қр|"
    r"kazakhstan's|kazakhstan|kazakh)\s+|"
    r"\s+(?:республики казахстан|казахстана|рк|(?:of|in) (?:the )?republic of kazakhstan|"
    r"(?:of|in) kazakhstan|в республике казахстан|в казахстане)$"
)
_DEPUTY = re.compile(
    r"^(?:заместитель (?:председателя|спикера)|deputy (?:chair|speaker)|vice.(?:chair|speaker))|"
    r"^вице-спикер|орынбасар"
)
_ACTING = re.compile(r"исполняющ|и\.\s?о\.|acting|міндетін атқарушы")
_QUOTES = re.compile(r"[«»“”„\"]")


def _lines(table: Path) -> list[list[str]]:
    lines = table.read_text("utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    return {
        name: slug
        for slug, *columns in _lines(_BODIES)
        for column in columns
        for name in column.split("; ")
    }


@lru_cache(maxsize=1)
def _offices() -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    """The slugs; the slug by the whole name; the role by a word of the name."""
    slugs_: set[str] = set()
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    for slug, told in _lines(_OFFICES):
        into = roles if slug.startswith("=") else names
        into.update(dict.fromkeys(told.split("; "), slug.removeprefix("=")))
        slugs_.add(slug)
    return frozenset(slugs_), names, roles


def slugs() -> frozenset[str]:
    """Every slug of a body that a name may be told to be."""
    return frozenset(_bodies().values())


def office_slugs() -> frozenset[str]:
    """Every slug of an office that a name may be told to be."""
    return frozenset(slug for slug in _offices()[0] if not slug.startswith("="))


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """A name in small letters, without quotes and without "of Kazakhstan"."""
    small = _QUOTES.sub("", name.lower().replace("ё", "е").replace("’", "'")).strip()
    return _HOME.sub("", small) or small


def body_id(name: str, lang: Lang) -> str:
    """The slug of the body of a name in the nominative, "" where it is none of the registers.

    >>> body_id("Конституционный суд Казахстана", "ru")
    'constitutional_court'
    >>> body_id("Constitutional Court of Indonesia", "en"), body_id("Court of Spain", "en")
    ('cc-indonesia', '')
    """
    return _bodies().get(plain(name), "") or short_id(name)


def office_id(name: str, lang: Lang, body: str, embodied: bool) -> str:
    """The slug of the office of a name in the nominative, "" where it is none of the registers.

    `body`: the slug of the body in it; `embodied`: the name has a body, known or not.
    """
    known, names, _ = _offices()
    small = plain(name)
    if not embodied:
        return names.get(small, "").replace("-", "")
    slug = f"{body}_{_role(small, lang)}"
    return slug if body and slug in known else ""


def _role(small: str, lang: Lang) -> str:
    if _DEPUTY.search(small):
        return "deputy_chair"
    if _ACTING.search(small):
        return "acting_chair"
    roles = _offices()[2]
    words = small.split()
    ends = (words[-1],) if lang == "kk" else (words[0], words[-1])
    return next((roles[one] for one in ends if one in roles), "")
