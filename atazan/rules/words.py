"""Every phrase of the platform in kk, ru and en, by key; days and numbers in the reader's way.

Phrases stand in YAML beside what uses them: `jurisdictions/*/labels/*.yaml` and `*/words/*.yaml`.
A phrase is `{kk: …, ru: …, en: …}`; a language may hold plural forms (`one`, `few`, `many`,
`other`, chosen by the value named `n`) instead of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date

from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang, Text

PACKAGE = Path(__file__).resolve().parent.parent
_PATTERNS = {"kk": "y 'ж'. d MMMM", "ru": "d MMMM y 'г'.", "en": "d MMMM y"}
_MONTHS = {"kk": "y 'ж'. MMMM", "ru": "LLLL y 'г'.", "en": "LLLL y"}
_YEARS = {"kk": "y 'ж'.", "ru": "y 'г'.", "en": "y"}
_NBSP = "\u00a0"
_KEY = re.compile(r"""^(?:"([^"\n]+)"|([^\s"'#:][^\n]*?)):(?=\s)""", re.MULTILINE)
"""A line that begins a phrase: what is below a key is indented."""


class WordsError(ValueError):
    """A phrase file is wrong: names the file, the key and the reason."""


def word_files() -> list[Path]:
    """All phrase files of the package, in a fixed order."""
    return sorted([*PACKAGE.glob("*/words/*.yaml"), *PACKAGE.glob("jurisdictions/*/labels/*.yaml")])


@lru_cache(maxsize=1)
def all_words() -> dict[str, dict[str, Any]]:
    """Every phrase by key. Raises WordsError on a key said twice or a language left out."""
    found: dict[str, dict[str, Any]] = {}
    for path in word_files():
        name = path.relative_to(PACKAGE)
        for key, said in _read(path).items():
            if key in found:
                raise WordsError(
                    f"{name}: '{key}' stands in another file already; give it one home"
                )
            missing = [lang for lang in LANGS if not (isinstance(said, dict) and said.get(lang))]
            if missing:
                raise WordsError(f"{name}: '{key}' has no words in {', '.join(missing)}; add them")
            found[key] = said
    return found


@lru_cache(maxsize=1)
def _homes() -> dict[str, Path]:
    """The file each phrase stands in, told by its lines: to read all as YAML takes far longer."""
    return {
        quoted or plain: path
        for path in word_files()
        for quoted, plain in _KEY.findall(path.read_text("utf-8"))
    }


@cache
def _read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}


def has_phrase(key: str) -> bool:
    """Whether there is a phrase of that key."""
    return key in _homes()


def _said(key: str) -> dict[str, Any]:
    """What is said under a key; only the file it stands in is read."""
    home = _homes().get(key)
    said: dict[str, Any] = _read(home)[key] if home else all_words()[key]
    return said


def phrase(key: str, lang: Lang, facts: Mapping[str, object] | None = None) -> str:
    """The phrase in one language with its values filled in; days are written out.

    Raises KeyError where no such phrase exists.
    """
    said = _said(key)[lang]
    facts = facts or {}
    if isinstance(said, dict):
        n = facts.get("n", 0)
        form = Locale(lang).plural_form(n if isinstance(n, int) else 0)
        said = said.get(form) or said["other"]
    text = str(said)
    if "{" not in text:
        return text
    return text.format_map({name: _shown(value, lang) for name, value in facts.items()})


def _shown(value: object, lang: Lang) -> object:
    if isinstance(value, Text):
        return value.says(lang)
    if isinstance(value, PartialDay):
        return partly(value, lang)
    return in_words(value, lang) if isinstance(value, date) else value


@lru_cache(maxsize=4096)
def partly(day: PartialDay, lang: Lang) -> str:
    """A day as far as it is known: the day, the month, or the year.

    >>> partly(PartialDay.read("2019-02"), "en").replace(chr(160), " ")
    'February 2019'
    """
    if day.exact:
        return in_words(day.first, lang)
    pattern = _YEARS[lang] if day.month is None else _MONTHS[lang]
    return format_date(day.first, pattern, locale=lang).replace(" ", _NBSP)


@lru_cache(maxsize=16384)
def in_words(day: date, lang: Lang, weekday: bool = False) -> str:
    """A day as the Court writes it, held together by no-break spaces.

    >>> in_words(date(2026, 9, 18), "ru", weekday=True).replace(chr(160), " ")
    '18 сентября 2026 г., пятница'
    """
    written = format_date(day, _PATTERNS[lang], locale=lang).replace(" ", _NBSP)
    if not weekday:
        return written
    name = format_date(day, "EEEE", locale=lang)
    return f"{written}, {name}"
