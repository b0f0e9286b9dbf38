"""Statutes that texts speak of and nobody registered: named from what the source says of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from atazan.law.acts import WorkRegistered
from atazan.law.meta import meta_of
from atazan.law.requisite import Requisite, at_head, latin, of_address, requisite
from atazan.law.text.document import Document
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase
from atazan.rules.works import Work, works

_OF_WORK = re.compile(r"/akn/kz/act/(?:[a-z_]+/)?[0-9-]+/[0-9]+(?:-[ivx]+)?")
"""The address of a work, without that of its expression or of a part."""


def known(uri: str | None, number: str | None, adopted: date | None) -> Work | None:
    """The work of this address, or the one work of this number and day; None where none or two."""
    found = [work for work in works().values() if uri is not None and work.uri == uri]
    if not found and number is not None:
        same = [work for work in works().values() if latin(work.number or "") == latin(number)]
        found = [work for work in same if adopted is None or work.adopted in (None, adopted)]
    return found[0] if len(found) == 1 else None


def of_folder(path: Path) -> WorkRegistered | None:
    """The act whose text this is, as `meta.yaml` beside it names it; None where it does not."""
    told = meta_of(path)
    return _registered(told) if told else None


def amending(path: Path, number: str) -> WorkRegistered | None:
    """The act that made this version, as `meta.yaml` names it; None where it does not."""
    caused = meta_of(path).get("caused_by")
    if not isinstance(caused, Mapping):
        return None
    found = _registered(caused)
    return found if found is not None and latin(found.number or "") == latin(number) else None


def of_text(document: Document) -> WorkRegistered | None:
    """The act whose text this is, by its address or the requisite at its head; None without."""
    head, address = at_head(document.blocks), document.facts.uri
    told = of_address(address) if address else None
    if told is None:
        return of_requisite(head, document) if head else None
    if head is not None and (head.number, head.year) == (told.number, told.year):
        told = head
    return of_requisite(told, document, address)


def of_name(name: str, document: Document | None = None) -> Work | WorkRegistered | None:
    """The act a requisite or an address names, whether or not it is known; None where neither.

    `document` is its text, where that is at hand: its title is the title of the act.
    """
    address = of_address(name)
    told = address or requisite(name)
    if told is None:
        return None
    same = known(name if address else None, told.number, told.adopted)
    if same is not None and (same.adopted is None or same.adopted.year == told.year):
        return same
    if document is not None and (head := at_head(document.blocks)) is not None:
        told = head if (head.number, head.year) == (told.number, told.year) else told
    return of_requisite(told, document, name.split("#")[0].rstrip("/") if address else None)


def of_requisite(
    told: Requisite, document: Document | None = None, address: str | None = None
) -> WorkRegistered:
    """An act new to the register; its title in the language of its text is that of the text."""
    least = of_number(told.number, told.adopted or told.year, told.kind)
    title = document.facts.title if document is not None else None
    if document is not None and title and not requisite(title):
        words = {lang: getattr(least.title, lang) for lang in LANGS}
        least = replace(least, title=Text(**{**words, document.lang: title[:600]}))
    if address and (of_work := _OF_WORK.match(address.casefold())):
        least = replace(least, uri=of_work[0])
    return least


def of_number(number: str, adopted: date | int, kind: str = "law") -> WorkRegistered:
    """An act of which no more is known than its number and day, or number and year."""
    year = adopted if isinstance(adopted, int) else adopted.year
    facts = {"number": number, "day": adopted, "year": year}
    name = f"law.new_work.{kind}" if isinstance(adopted, date) else "law.new_work.of_year"
    title = Text(**{lang: phrase(name, lang, facts) for lang in LANGS})
    short = Text(**{lang: phrase("law.new_work.short", lang, facts) for lang in LANGS})
    day = adopted.isoformat() if isinstance(adopted, date) else None
    return WorkRegistered(
        id=f"law-{year}-{_slug(number)}",
        uri=f"/akn/kz/act/{year}/{_slug(number)}",
        work_kind=kind,
        title=title,
        short=short,
        number=number,
        adopted=day,
        sources=(f"№ {number}, {day or year}",),
    )


def _registered(told: Mapping[str, Any]) -> WorkRegistered | None:
    found = requisite(str(told.get("requisite", "")))
    if found is None:
        return None
    least = of_requisite(found)
    named = told.get("title")
    if not isinstance(named, Mapping) or not named.get("kaz") or not named.get("rus"):
        return least
    title = Text(kk=str(named["kaz"]), ru=str(named["rus"]), en=least.title.en)
    link = told.get("link")
    where = (str(link),) if link else least.sources
    return replace(least, title=title, url=str(link) if link else None, sources=where)


def _slug(number: str) -> str:
    return latin(number).lower()
