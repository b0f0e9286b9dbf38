"""Days in figures for the margin of a page, where words would not fit."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from atazan.institutions.telling import in_figures
from atazan.rules.day import PartialDay

register = template.Library()


@register.filter
def figures(written: str | date | None) -> SafeString:
    """A day, month or year in figures: 29.12.2022, 02.2023, 1996."""
    if not written:
        return SafeString("")
    day = PartialDay.read(str(written))
    return format_html('<time datetime="{}">{}</time>', day, in_figures(day))
