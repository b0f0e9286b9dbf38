"""Days in figures for the margin of a page, where words would not fit."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from atazan.institutions.telling import declined, in_figures
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS

register = template.Library()


@register.filter
def figures(written: str | date | None) -> SafeString:
    """A day, month or year in figures: 29.12.2022, 02.2023, 1996."""
    if not written:
        return SafeString("")
    day = PartialDay.read(str(written))
    return format_html('<time datetime="{}">{}</time>', day, in_figures(day))


@register.filter
def figures_from(written: str | date) -> SafeString:
    """The same, as a sentence says since when: 29.12.2022 күнінен."""
    lang = next(one for one in LANGS if one == (get_language() or "kk")[:2])
    shown = figures(written)
    return mark_safe(declined("from", PartialDay.read(str(written)), lang, shown))
