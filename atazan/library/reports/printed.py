"""Hand out a report: PDF, Word, JSON; addresses that work outside the page."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlencode

import msgspec
from django.conf import settings
from django.http import HttpResponse

from atazan.library.reports.word import word_file
from atazan.papers.papers import render
from atazan.papers.report import Report
from atazan.papers.saying import ASTANA
from atazan.rules.text import Lang

FORMATS = ("pdf", "docx")
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def moment(day: date) -> datetime:
    """The moment a report of a day bears: the day begins, so that it is the same each time."""
    return datetime.combine(day, time(), ASTANA)


def address(path: str, lang: Lang, day: date, **query: str) -> str:
    """The whole address of a page on a day: `decisions/?year=2025`; it holds in a printed file."""
    before, hash_, anchor = path.partition("#")
    told = urlencode({**query, "on": day.isoformat()})
    joined = "&" if "?" in before else "?"
    return f"{settings.ATAZAN_SITE}/{lang}/{before}{joined}{told}{hash_}{anchor}"


def written(report: Report, lang: Lang, format: str) -> bytes:
    """The bytes of a report as `pdf` or `docx`."""
    return render(report, lang) if format == "pdf" else word_file(report, lang)


def handed(report: Report, lang: Lang, format: str, name: str) -> HttpResponse:
    """The file of a report as an answer, saved under a name."""
    answer = HttpResponse(written(report, lang, format), content_type=_TYPES[format])
    answer["Content-Disposition"] = f'attachment; filename="{name}-{lang}.{format}"'
    return answer


def told(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    known = ("title", "marked", "lede", "parts", "address")
    return {name: msgspec.to_builtins(getattr(report, name)) for name in known}
