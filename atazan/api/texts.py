"""Texts of the law: on a day, in a language, as known at a moment; compared, checked, exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from atazan.api.door import Day, Told, Word, door
from atazan.api.faults import RequestRefused, language
from atazan.api.rulebook import day_of
from atazan.journal.answering import as_json
from atazan.law import texts
from atazan.law.exported.akn import akn
from atazan.law.exported.edition import Edition
from atazan.law.exported.gathered import citing, edition_on
from atazan.law.exported.json import as_json as edition_as_json
from atazan.law.exported.markdown import markdown
from atazan.law.exported.refused import ExportRefused
from atazan.law.leaf import answer
from atazan.law.leaf.act import act
from atazan.law.leaf.asked import Asked, Shown, asked
from atazan.law.leaf.asking import as_printed
from atazan.law.leaf.editions import edition_told, editions
from atazan.law.leaf.nowhere import nowhere
from atazan.law.leaf.provision import leaf
from atazan.law.queries import UnknownWork, as_recorded, find_work
from atazan.rules.citation import UnreadCitation, read_citation
from atazan.rules.text import Lang
from atazan.rules.works import Work

router = Router(tags=["texts"])
TextLang = Literal["kk", "ru"]
Format = Literal["akn", "md", "json"]
_MEDIA: dict[str, str] = {
    "akn": "application/akn+xml",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json; charset=utf-8",
}


class TextTold(Told):
    """A text of the law. `text` null: none is held of that day."""

    on: date
    work: str
    known: datetime | None


class VersionsTold(Told):
    """The texts held of a work, oldest first."""

    work: str
    editions: list[dict[str, Any]]


class PhraseTold(Told):
    """Since when words stand in the text; `since` null: they are not in that day's text."""

    on: date
    work: str
    since: date | None
    provision: str | None


def work_named(name: str) -> Work:
    try:
        return find_work(name)
    except UnknownWork:
        raise RequestRefused(404, "api.no_work", "work", work=name) from None


def text_asked(
    request: HttpRequest, work: Work, on: date | None, text: Shown | None, known: str | None
) -> tuple[Asked, list[Lang]]:
    """What text is asked for; without `text` every language held. Raises RequestRefused."""
    held = texts.languages(work.id)
    query = {"text": text or "both", "known": known or ""}
    found = asked(query, day_of(request, on), language(request), held, request.now)  # type: ignore[attr-defined]
    if found.problem is not None:
        key = _REFUSED[found.problem.key]
        raise RequestRefused(422, key, "known", **found.problem.facts)
    return found, held


def first_of(held: Sequence[Lang]) -> Lang:
    """The language of a text where none is named: Kazakh, or the only one held."""
    return "ru" if list(held) == ["ru"] else "kk"


_REFUSED = {
    "law.known.unreadable": "law.known.write",
    "law.known.ahead": "law.known.not_come",
}
"""A page shows what is known now and says so; here nothing is shown."""


@door(router, "GET", "/texts/{work}", TextTold, "/api/texts/cl-court-2022?on=2026-07-01&text=kk")
def text_of_work(
    request: HttpRequest,
    work: Word,
    on: Day | None = None,
    text: Shown | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """The whole text of a work on a day: articles, lines, since when their words stand.

    `text`: kk, ru or both; `known`: what was known on a day or at a moment, without a zone one in
    Astana time.
    """
    named = work_named(work)
    found, held = text_asked(request, named, on, text, known)
    told = answer.act(act(named, found, held, ()))
    return as_json({"on": found.day, "work": named.id, **told})


@door(
    router,
    "GET",
    "/texts/{work}/{provision}",
    TextTold,
    "/api/texts/cl-court-2022/45(2)?on=2026-07-01",
)
def text_of_provision(
    request: HttpRequest,
    work: Word,
    provision: Word,
    on: Day | None = None,
    text: Shown | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """The text of the article a provision lies in, on a day, with the citations in it.

    404 where neither a text held nor the record ever knew it; `text_absent` says why else.
    """
    named = work_named(work)
    found, held = text_asked(request, named, on, text, known)
    try:
        eid = as_recorded(named.id, read_citation(provision))
    except UnreadCitation:
        eid = "whole"
    if eid == "whole":
        raise RequestRefused(404, "api.no_provision", "provision", provision=provision)
    eid = as_printed(named, eid, found, held)
    shown = leaf(named, eid, found, held)
    if nowhere(named, eid, found, shown):
        raise RequestRefused(404, "law.no_provision", "provision", where=provision)
    told = answer.leaf(shown)
    return as_json({"on": found.day, "work": named.id, "provision": eid, **told})


@door(router, "GET", "/versions/{work}", VersionsTold, "/api/versions/cl-court-2022")
def versions(request: HttpRequest, work: Word, known: Word | None = None) -> HttpResponse:
    """The texts held of a work: their days, the acts that made them, their journal entries."""
    named = work_named(work)
    found, _ = text_asked(request, named, None, None, known)
    told = [edition_told(one) for one in editions(named.id, found).all]
    return as_json({"work": named.id, "editions": told})


@door(
    router,
    "GET",
    "/phrases/{work}",
    PhraseTold,
    "/api/phrases/cl-court-2022?words=судебный акт&text=ru&on=2026-07-01",
)
def phrase(
    request: HttpRequest,
    work: Word,
    words: Annotated[str, Field(min_length=1, max_length=1000, pattern=r"^[^\x00]+$")],
    text: TextLang | None = None,
    on: Day | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """Since when a phrase of the text of a day stands in the act without a break."""
    named = work_named(work)
    found, held = text_asked(request, named, on, text, known)
    span = texts.phrase_since(named.id, text or first_of(held), words, found.day, found.known)
    return as_json(answer.phrase(named, found.day, span))


@door(
    router,
    "GET",
    "/exports/{work}",
    Told,
    "/api/exports/cl-court-2022?format=akn&text=kk&on=2026-07-01",
    media=("application/akn+xml", "text/markdown"),
)
def export(
    request: HttpRequest,
    work: Word,
    format: Format = "akn",
    text: TextLang = "kk",
    on: Day | None = None,
) -> HttpResponse:
    """The text of a work on a day as a file: Akoma Ntoso 3.0, Markdown or JSON."""
    named = work_named(work)
    try:
        edition = edition_on(named.id, text, day_of(request, on))
        body = _WRITTEN[format](edition)
    except ExportRefused as wrong:
        raise RequestRefused(404, f"law.export.{wrong.key}", "on", **wrong.facts) from None
    name = f"{named.id}_{text}@{edition.since}.{format}"
    sent = HttpResponse(body, content_type=_MEDIA[format])
    sent["Content-Disposition"] = f'attachment; filename="{name}"'
    return sent


_WRITTEN: dict[str, Callable[[Edition], bytes]] = {
    "akn": akn,
    "md": lambda edition: markdown(edition).encode(),
    "json": lambda edition: edition_as_json(edition, citing(edition)),
}
