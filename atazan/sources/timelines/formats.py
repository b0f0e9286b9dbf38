"""A timeline given out: JSON, CSV (a line an act), Turtle and JSON-LD."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpResponse
from msgspec import Struct

from atazan.rules.text import LANGS
from atazan.search.thesaurus.written import jsonld, turtle
from atazan.sources.timelines.graph import PREFIXES, triples
from atazan.sources.timelines.timeline import Entry, Timeline

COLUMNS = (
    *"entry kind day day_known maybe_later".split(),
    *(f"about_{lang}" for lang in LANGS),
    *"page confidence told_by sources".split(),
)


class Format(Struct, frozen=True):
    """A way of writing a timeline down: the media type, and what writes it."""

    media: str
    write: Callable[[Timeline], str]


def as_json(found: Timeline) -> dict[str, Any]:
    """A timeline as JSON knows it. Days as written, words in three languages."""
    return {
        "on": found.on,
        "subject": found.subject and msgspec.to_builtins(found.subject),
        "total": found.total,
        "page": found.page,
        "pages": found.pages,
        "told_by": dict(found.counts),
        "differing": found.differing,
        "later": found.later,
        "entries": [entry_json(one) for one in found.entries],
    }


def entry_json(one: Entry) -> dict[str, Any]:
    """An act on a timeline as JSON knows it."""
    told = one.told
    return {
        "entry": one.number,
        "kind": told.kind,
        "day": one.day,
        "day_known": one.known,
        "maybe_later": one.maybe_later,
        "about": dict(told.about),
        "details": [dict(words) for words in one.details],
        "page": told.page,
        "confidence": str(told.confidence),
        "told_by": one.teller,
        "sources": msgspec.to_builtins(one.cited),
        "differs": msgspec.to_builtins(one.differences),
        "questions": msgspec.to_builtins(told.questions),
        "changed_by_entry": one.changed,
    }


def in_json(found: Timeline) -> str:
    """A timeline as JSON."""
    return msgspec.json.format(msgspec.json.encode(as_json(found)), indent=1).decode() + "\n"


def in_csv(found: Timeline) -> str:
    """A timeline as CSV (RFC 4180): COLUMNS, then a line an act; sources are parted by " | ".

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    sheet = csv.writer(out)
    sheet.writerow(COLUMNS)
    for one in found.entries:
        told = one.told
        row = (
            *(one.number, told.kind, one.day or "", one.known, "yes" if one.maybe_later else "no"),
            *(told.about.get(lang, "") for lang in LANGS),
            *(told.page or "", told.confidence, one.teller, " | ".join(told.sources)),
        )
        sheet.writerow([_plain(cell) for cell in row])
    return out.getvalue()


def _plain(cell: object) -> str:
    words = str(cell)
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def _turtle(found: Timeline) -> str:
    return turtle(triples(found, settings.ATAZAN_SITE), PREFIXES)


def _jsonld(found: Timeline) -> str:
    return jsonld(triples(found, settings.ATAZAN_SITE), PREFIXES)


FORMATS: Mapping[str, Format] = {
    "csv": Format("text/csv", in_csv),
    "ttl": Format("text/turtle", _turtle),
    "jsonld": Format("application/ld+json", _jsonld),
}
"""Formats beside JSON, by the ending of their files."""


def written(found: Timeline, format: str) -> HttpResponse:
    """A timeline as a file in one of FORMATS."""
    one = FORMATS[format]
    name = found.subject.id if found.subject else "timeline"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{format}"'}
    return HttpResponse(
        one.write(found), content_type=f"{one.media}; charset=utf-8", headers=headers
    )
