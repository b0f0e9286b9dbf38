"""A document as an engine keeps it: keys, folded names, codes and numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from hashlib import blake2b

from atazan.rules.text import Lang
from atazan.search.document import Document
from atazan.search.engines import NEVER, Entry
from atazan.search.keyed import keyed
from atazan.search.ranking import tier


def analysed(document: Document, row: int) -> Entry:
    """The entry of a document that stands at a row of the shelf."""
    return Entry(
        id=document.id,
        row=row,
        titles=_keys(document.title),
        texts=_keys(document.text),
        names=tuple(dict.fromkeys(filter(None, map(folded, document.names)))),
        facets=_codes(document),
        since=number(document.since, 0),
        until=number(document.until, NEVER),
        replaced=number(document.replaced, NEVER),
        place=place(document),
        thing=thing(document.id),
        tier=tier(document),
    )


def folded(name: str) -> str:
    """A name as it is compared: small letters and digits, whatever stands between them a hyphen.

    >>> folded("№ 33–НҚ"), folded("Ёлкин  И.")
    ('33-нқ', 'елкин-и')
    """
    small = unicodedata.normalize("NFKC", name.replace("№", " ")).lower().replace("ё", "е")
    return "-".join("".join(one if one.isalnum() else " " for one in small).split())[:200]


def number(day: str | None, otherwise: int) -> int:
    """A day as a whole number.

    >>> number("2026-07-01", 0), number(None, 7)
    (20260701, 7)
    """
    return int(day.replace("-", "")) if day else otherwise


def place(document: Document) -> int:
    """A number that orders documents by day and tells those of one day apart, ever the same way."""
    return number(document.day or document.since, 0) << 32 | _mixed(document.id, 4)


def thing(id: str) -> int:
    """The same number for every wording of a thing: what comes before the day of its id."""
    return _mixed(id.partition("@")[0], 6)


def _mixed(id: str, size: int) -> int:
    return int.from_bytes(blake2b(id.encode(), digest_size=size).digest(), "big")


def languages(document: Document) -> tuple[Lang, ...]:
    """The languages a document can be read in: those it has a text in, else those of its title."""
    return tuple(lang for lang, words in (document.text or document.title).items() if words.strip())


def _keys(written: Mapping[Lang, str]) -> tuple[str, ...]:
    return tuple(keyed(text, lang) for lang, text in written.items() if text)


def _codes(document: Document) -> tuple[str, ...]:
    codes = [f"{name}={value}" for name, values in document.facets.items() for value in values]
    codes.append(f"kind={document.kind}")
    codes += [f"lang={lang}" for lang in languages(document)]
    return tuple(dict.fromkeys(codes))
