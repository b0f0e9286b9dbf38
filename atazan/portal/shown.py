"""How values are shown: words in the page's language, days, provisions, and what must not break."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from atazan.rules.day import PartialDay, day_in_astana
from atazan.rules.text import LANGS, Lang, Text
from atazan.rules.words import in_words, partly, phrase

_ISO = re.compile(r"(?<![\w/-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/-])")
_NBSP = "\u00a0"
_LONG = {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y 'года'", "en": "d MMMM y"}
_INSTEAD: dict[str, tuple[str, ...]] = {
    "kk": ("kk", "ru", "en"),
    "ru": ("ru", "kk", "en"),
    "en": ("en", "kk", "ru"),
}
_BREAKS = re.compile(
    r"№[ \u00a0]?[\w/.-]*\w"  # a number of an act
    r"|\b[0-9]+(?:-[0-9]+)*-[^\W\d_]+"  # 45-бап, 88-НП
)
_TAG = re.compile(r"<[^>]*>")


def page_lang() -> Lang:
    """The language the page is written in."""
    code = (get_language() or "kk")[:2]
    return cast(Lang, code) if code in LANGS else "kk"


def held(text: object) -> SafeString:
    """Text for a page, where `45-бап` and `№ 88-НҚ` do not break over two lines."""
    if isinstance(text, SafeString):
        return text
    escaped = str(conditional_escape(str(text)))
    return mark_safe(_BREAKS.sub(_hold, escaped))


def _hold(match: re.Match[str]) -> str:
    return f'<span class="nb">{match[0].replace("№ ", "№" + _NBSP)}</span>'


def told(value: object, lang: Lang) -> tuple[str, str]:
    """The words of a Text, a {kk, ru, en} mapping or a string, and the language they are in.

    Where the language is missing the form of another one is given.
    """
    if value is None:
        return "", lang
    if isinstance(value, Text):
        return _days_written(value.says(lang), lang), lang
    if isinstance(value, Mapping):
        for one in _INSTEAD[lang]:
            if value.get(one):
                return _days_written(str(value[one]), cast(Lang, one)), one
        return "", lang
    return str(value), lang


def _days_written(words: str, lang: Lang) -> str:
    """Days inside a sentence of the record in the reader's way; kk and ru in figures, undeclined.

    >>> _days_written("принят 1997-03-12", "ru")
    'принят 12.03.1997'
    """

    def written(match: re.Match[str]) -> str:
        try:
            day = date.fromisoformat(match[0])
        except ValueError:
            return match[0]
        return in_words(day, lang) if lang == "en" else f"{day:%d.%m.%Y}"

    return _ISO.sub(written, words)


def text(value: object, lang: Lang | None = None) -> SafeString:
    """Words for a page; words in another language than the page's are marked as such."""
    lang = lang or page_lang()
    words, found = told(value, lang)
    if found == lang or not words:
        return held(words)
    return format_html(
        '<span lang="{}">{}</span> <span class="xs mute nb">({})</span>',
        found,
        held(words),
        phrase(f"portal.in_{found}", lang),
    )


Day = date | PartialDay | str


def day_words(value: Day, lang: Lang, weekday: bool = False) -> str:
    """A day, a month or a year in words.

    >>> day_words("2019-02", "ru").replace(chr(160), " ")
    'февраль 2019 г.'
    """
    if isinstance(value, date):
        return in_words(value, lang, weekday)
    part = PartialDay.read(value) if isinstance(value, str) else value
    return in_words(part.first, lang, weekday) if part.exact else partly(part, lang)


def long_day(value: date, lang: Lang) -> str:
    """A day written out in full: 2026 жылғы 21 шілде."""
    return format_date(value, _LONG[lang], locale=lang).replace(" ", _NBSP)


def day(value: Day | None, form: str = "") -> SafeString:
    """A day for a page. `form`: `weekday` adds the day of the week, `long` writes it in full."""
    if value is None or value == "":
        return SafeString("")
    if isinstance(value, datetime):
        value = day_in_astana(value)
    lang = page_lang()
    try:
        if form == "long" and isinstance(value, date):
            words = long_day(value, lang)
        else:
            words = day_words(value, lang, weekday=form == "weekday")
    except ValueError:
        return held(value)
    return format_html('<time datetime="{}">{}</time>', str(value), words)


def number(value: int) -> str:
    """A whole number with its thousands held apart and together: 13 000."""
    return str(format_decimal(value, locale=page_lang())).replace("\u202f", _NBSP)


class _Count(int):
    """A number that shows itself as a slot, and still chooses the plural form."""

    slot = ""

    def __format__(self, spec: str) -> str:
        return self.slot


def sentence(key: str, facts: Mapping[str, Any], lang: Lang | None = None) -> SafeString:
    """The phrase of a key for a page; values are escaped, days written out, markup kept.

    Raises KeyError where no such phrase exists.
    """
    slots: dict[str, object] = {}
    values: dict[str, str] = {}
    for place, (name, value) in enumerate(facts.items()):
        slot = f"\ue000{place}\ue001"
        values[slot] = _value(value)
        if isinstance(value, int) and not isinstance(value, bool):
            slots[name] = _Count(value)
            slots[name].slot = slot  # type: ignore[attr-defined]
        else:
            slots[name] = slot
    words = str(held(phrase(key, lang or page_lang(), slots)))
    for slot, value in values.items():
        if _TAG.sub("", value).endswith("."):
            words = words.replace(slot + ".", slot)
        words = words.replace(slot, value)
    return mark_safe(words)


def _value(value: Any) -> str:
    if isinstance(value, SafeString):
        return str(value)
    if isinstance(value, (date, PartialDay)):
        return str(day(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    return str(text(value))


def plain(key: str, facts: Mapping[str, Any] | None = None, lang: Lang | None = None) -> str:
    """The phrase of a key without markup: for attributes and titles."""
    return phrase(key, lang or page_lang(), facts or {})
