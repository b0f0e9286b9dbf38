"""What a source says of an act and of this version: front matter, and `meta.yaml` beside a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from atazan.law.text.document import FRONT, Block, Facts
from atazan.law.text.worded import worded
from atazan.rules.text import Lang

_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_RUSSIAN = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_NUMBER = re.compile(r"№\s*([0-9]+(?:-[IVXІХ]+)?)")
_LONGEST = 50_000
_OF_FILE = {"kk": "kaz", "ru": "rus", "en": "eng"}


def language(text: str) -> Lang:
    """The language most of a text is in: Kazakh where its own letters are many.

    >>> language("Қазақстан Республикасының Конституциясы"), language("Конституция")
    ('kk', 'ru')
    """
    sample = text[:40_000]
    cyrillic = len(_RUSSIAN.findall(sample))
    if len(_LATIN.findall(sample)) > cyrillic:
        return "en"
    return "kk" if len(_KAZAKH.findall(sample)) > cyrillic / 20 else "ru"


def facts_of(metas: Iterable[str], lang: Lang) -> Facts:
    """The facts in YAML sources; the first that tells a fact is believed.

    A source that is no mapping tells nothing.
    """
    told: dict[str, Any] = {}
    for written in metas:
        read = _mapping(written)
        for key, value in read.items():
            value = value.get(_OF_FILE[lang]) if _by_language(value) else value
            if value is not None:
                told.setdefault(key, value)
    requisite = _text(told.get("requisite"))
    number = _NUMBER.search(requisite or "")
    caused = told.get("caused_by")
    by = (
        _NUMBER.search(_text(caused.get("requisite")) or "")
        if isinstance(caused, Mapping)
        else None
    )
    return Facts(
        title=_text(told.get("title")),
        number=number[1].upper() if number else None,
        kind=_text(told.get("form")),
        adopted=_day(told.get("approved_on") or told.get("approval_date")),
        version=_day(told.get("version_date")),
        uri=_text(told.get("uri")),
        source=_text(told.get("source")),
        amended_by=by[1].upper() if by and by[0] != (number and number[0]) else None,
    )


def facts_in(blocks: Iterable[Block]) -> Facts:
    """The title, number and day of adoption as the lines before the first provision tell them."""
    front = [block.text for block in blocks if block.eid == FRONT and block.kind == "title"]
    adopted = next((line for line in front if worded(line) and "№" in line), "")
    number = _NUMBER.search(adopted)
    return Facts(
        title=next((line for line in front if line != adopted), None),
        number=number[1].upper() if number else None,
        adopted=worded(adopted),
    )


def _mapping(written: str) -> Mapping[str, Any]:
    try:
        read = yaml.safe_load(written[:_LONGEST])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, Mapping) else {}


def _by_language(value: object) -> bool:
    return isinstance(value, Mapping) and bool(value) and set(value) <= set(_OF_FILE.values())


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
