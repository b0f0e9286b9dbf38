"""Files of decisions to download: all of them with checksums, or one in each form; the feeds."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import etag, require_safe

from atazan.decisions.queries import NoSuchDecision
from atazan.decisions.queries import decision as decision_of
from atazan.journal.answering import lang_of, page
from atazan.library.exported import kept, shape
from atazan.library.exported.bundle import LICENCE
from atazan.library.exported.codices import twin
from atazan.library.exported.codices.blocks import bulletin
from atazan.library.exported.codices.docx import as_docx
from atazan.library.exported.judgment.akn import akn
from atazan.library.exported.stamps import head, stamps
from atazan.library.exported.told import Told, told, told_of
from atazan.library.feeds.atom import FILTERS, PAGE, Feed, atom, fits
from atazan.rules.concepts import concepts
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import all_words, phrase
from atazan.rules.works import works

MEDIA = {
    "json": "application/json; charset=utf-8",
    "akn": "application/akn+xml",
    "xml": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
}
PRECIS = {"docx": as_docx, "xml": twin.as_xml, "json": twin.as_json}
VERIFY = "sha256sum --check --ignore-missing SHA256SUMS"
MINUTES = 15
"""How long a reader's program may keep a feed."""


@require_safe
def downloads(request: HttpRequest) -> HttpResponse:
    """Every bulk download with its size, its checksum and what is in it."""
    found = kept.kept()
    facts = {"found": found, "verify": VERIFY, "licence": LICENCE}
    return page(request, "library/downloads.html", facts, lambda: told_of_all(found))


def told_of_all(found: kept.Kept) -> dict[str, Any]:
    """The downloads, for programs."""
    return {
        "entry": found.head.entry,
        "entry_hash": found.head.hash,
        "recorded_at": found.head.at,
        "decisions": found.decisions,
        "downloads": [
            {"name": one.name, "bytes": one.bytes, "sha256": one.sha256} for one in found.downloads
        ],
    }


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """One bulk download, or the checksums of all; the file is streamed."""
    found = kept.kept()
    if name == kept.SUMS:
        lines = (f"{one.sha256}  {one.name}\n" for one in found.downloads)
        return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")
    one = found.named(name)
    if one is None:
        raise Http404
    media = MEDIA[name.rsplit(".", 1)[-1]]
    sent = FileResponse(one.path.open("rb"), as_attachment=True, filename=name, content_type=media)
    sent["ETag"] = f'"{one.sha256}"'
    return sent


@require_safe
def judgment(request: HttpRequest, key: str, lang: str) -> HttpResponse:
    """A decision as an Akoma Ntoso judgment in Kazakh or Russian."""
    if lang not in ("kk", "ru"):
        raise Http404
    one = _asked(key)
    return _file(akn(one, cast(Lang, lang)), f"{one.row.id}_{lang}.akn", "akn")


@require_safe
def precis(request: HttpRequest, key: str, lang: str, format: str) -> HttpResponse:
    """A decision as a précis for CODICES: Word, XML or JSON."""
    if lang not in LANGS or format not in PRECIS:
        raise Http404
    one = _asked(key)
    written = PRECIS[format](bulletin(one, lang))
    return _file(written, f"{one.row.id}_precis_{lang}.{format}", format)


@require_safe
def record(request: HttpRequest, key: str) -> HttpResponse:
    """A decision as JSON in the shape of the bulk download."""
    one = _asked(key)
    return _file(shape.as_json(one), f"{one.row.id}.json", "json")


def _asked(key: str) -> Told:
    try:
        return told_of(decision_of(key, date.max).decision.id)
    except NoSuchDecision:
        raise Http404 from None


def _file(written: bytes, name: str, format: str) -> HttpResponse:
    sent = HttpResponse(written, content_type=MEDIA[format])
    sent["Content-Disposition"] = f'attachment; filename="{name}"'
    return sent


def _state(request: HttpRequest) -> str:
    return f'"{head().hash[:20]}-{lang_of(request)}"'


@require_safe
@etag(_state)
def feed(request: HttpRequest) -> HttpResponse:
    """Decisions as an Atom feed: all, or of an outcome, a right, an act."""
    lang = lang_of(request)
    chosen = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    names = _names(chosen, lang)
    wanted = request.GET.get("page", "1")
    if names is None or not wanted.isascii() or not wanted.isdecimal() or len(wanted) > 4:
        words = phrase("library.feed.unknown", lang)
        return HttpResponse(words, status=404, content_type="text/plain; charset=utf-8")
    title = phrase("library.feed.title", lang)
    asked = Feed(
        lang=lang,
        title=": ".join([title, *names]),
        site=settings.ATAZAN_SITE,
        at=settings.ATAZAN_SITE + reverse("decisions-feed"),
        chosen=chosen,
        page=max(1, int(wanted)),
    )
    found = [one for one in told() if fits(one, chosen)]
    if asked.page > 1 and (asked.page - 1) * PAGE >= len(found):
        raise Http404
    gone = [] if chosen else [one for one in stamps().values() if one.gone]
    sent = HttpResponse(
        atom(asked, found, gone), content_type="application/atom+xml; charset=utf-8"
    )
    patch_cache_control(sent, public=True, max_age=MINUTES * 60)
    return sent


def _names(chosen: dict[str, str], lang: Lang) -> list[str] | None:
    """What the filters are called; None where one of them names nothing known."""
    found: list[str] = []
    for name, value in chosen.items():
        if name == "outcome" and f"status.{value}" in all_words():
            found.append(phrase(f"status.{value}", lang))
        elif name == "right" and value in concepts() and concepts()[value].kind == "right":
            found.append(concepts()[value].preferred.says(lang))
        elif name == "work" and value in works():
            found.append(works()[value].short.says(lang))
        else:
            return None
    return found
