"""A text asked about in a line of JSON: `id`, `text`, perhaps `lang` and `published`."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from atazan.rules.day import PartialDay
from atazan.words import LANGS, Lang

Id = str | int | float | None
_CODES: dict[str, Lang] = {
    **{code: "kk" for code in ("kk", "kaz", "kz")},
    **{code: "ru" for code in ("ru", "rus")},
    **{code: "en" for code in ("en", "eng")},
}
_LONGEST_SHOWN = 60


class BadLine(ValueError):
    """A line that cannot be read: `key` of the phrase that says why, its facts, the id if told."""

    def __init__(self, key: str, id: Id = None, /, **facts: object) -> None:
        self.key, self.id, self.facts = f"reading.line.{key}", id, facts
        super().__init__(key)


class Asked(NamedTuple):
    """A text to read; `lang` None: the text tells; `published` None: not known as a whole day."""

    id: Id
    text: str
    lang: Lang | None
    published: date | None


class _Line(Struct):
    text: str
    id: Id = None
    lang: str | None = None
    published: str | None = None


_decode = msgspec.json.Decoder(_Line).decode


def asked(line: bytes) -> Asked:
    """The text asked about in a line. Raises BadLine."""
    try:
        one = _decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise _why(line, wrong) from None
    if not one.text.strip():
        raise BadLine("empty", one.id)
    return Asked(one.id, one.text, _lang(one), _day(one))


def day_of(written: str | None) -> date | None:
    """The day of publication; None where only the month or the year is told.

    Of a moment (2019-11-04T11:24:00+00:00) the day as written counts. Raises ValueError.

    >>> day_of("2019-11-04T11:24:00+00:00"), day_of("2019-11"), day_of(" ")
    (datetime.date(2019, 11, 4), None, None)
    """
    written = (written or "").strip()
    if not written:
        return None
    known = PartialDay.read(written[:10] if written[10:11] in ("T", " ") else written)
    return known.first if known.exact else None


def lang_of(written: str | None) -> Lang | None:
    """A language by its code of two or three letters. Raises ValueError on another."""
    code = (written or "").strip().lower()
    if not code:
        return None
    lang = _CODES.get(code.replace("_", "-").partition("-")[0])
    if lang is None:
        raise ValueError(f"'{written}' is none of {', '.join(LANGS)}")
    return lang


def _day(one: _Line) -> date | None:
    try:
        return day_of(one.published)
    except ValueError:
        raise BadLine("published", one.id, given=_shown(one.published)) from None


def _lang(one: _Line) -> Lang | None:
    try:
        return lang_of(one.lang)
    except ValueError:
        raise BadLine("lang", one.id, given=_shown(one.lang)) from None


def _why(line: bytes, wrong: Exception) -> BadLine:
    """What is wrong with a line that is no such object, the first thing first."""
    try:
        given: Any = msgspec.json.decode(line.decode())
    except UnicodeDecodeError as broken:
        return BadLine("not_utf8", at=broken.start)
    except (msgspec.DecodeError, RecursionError) as broken:
        return BadLine("not_json", why=str(broken))
    if not isinstance(given, dict):
        return BadLine("not_object")
    id = given.get("id")
    if isinstance(id, bool) or not isinstance(id, Id):
        return BadLine("id", given=_shown(id))
    if not isinstance(given.get("text"), str):
        return BadLine("no_text", id, given=_shown(given.get("text")))
    for field in ("lang", "published"):
        if not isinstance(given.get(field), str | None):
            return BadLine(field, id, given=_shown(given[field]))
    return BadLine("not_json", id, why=str(wrong))


def _shown(given: object) -> str:
    shown = msgspec.json.encode(given).decode()
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
