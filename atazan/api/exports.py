"""Decisions written out: one in each form, and the bulk downloads with their checksums."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from atazan.api.door import Told, Word, door
from atazan.api.faults import RequestRefused
from atazan.decisions.queries import NoSuchDecision
from atazan.decisions.queries import decision as decision_of
from atazan.journal.answering import as_json
from atazan.library.exported import kept, shape
from atazan.library.exported.codices.blocks import bulletin
from atazan.library.exported.judgment.akn import akn
from atazan.library.exported.told import told_of
from atazan.library.views.exports import MEDIA, PRECIS, told_of_all
from atazan.rules.text import Lang

router = Router(tags=["library"])
Format = Literal["json", "akn", "precis-docx", "precis-xml", "precis-json"]


class DownloadTold(Schema):
    """A bulk download, at /kk/decisions/downloads/{name}."""

    name: str
    bytes: int
    sha256: str


class DownloadsTold(Told):
    """The bulk downloads, and the journal entry they are made from."""

    entry: int
    entry_hash: str
    recorded_at: datetime | None
    decisions: int
    downloads: list[DownloadTold]


@door(router, "GET", "/downloads", DownloadsTold, "/api/downloads")
def downloads(request: HttpRequest) -> HttpResponse:
    """Every bulk download of decisions with its size and SHA-256."""
    return as_json(told_of_all(kept.kept()))


@door(
    router,
    "GET",
    "/decisions/{key}/export",
    Told,
    "/api/decisions/88-НП/export?format=akn&text=ru",
    media=("application/akn+xml", "application/xml", MEDIA["docx"]),
)
def export_decision(
    request: HttpRequest, key: Word, format: Format = "json", text: Lang = "kk"
) -> HttpResponse:
    """One decision as a file: JSON with every field, an Akoma Ntoso judgment, a précis for CODICES.

    `text`: the language of the judgment or of the précis.
    """
    try:
        one = told_of(decision_of(key, date.max).decision.id)
    except NoSuchDecision:
        raise RequestRefused(404, "api.no_decision", "key", key=key) from None
    name, _, ending = format.partition("-")
    if name == "precis":
        body = PRECIS[ending](bulletin(one, text))
    else:
        body = akn(one, text) if name == "akn" else shape.as_json(one)
    sent = HttpResponse(body, content_type=MEDIA[ending or name])
    sent["Content-Disposition"] = f'attachment; filename="{one.row.id}_{text}.{ending or name}"'
    return sent
