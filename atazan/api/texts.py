"""Texts of the law: on a day, in a language, as known at a moment; compared, checked, exported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from atazan.api.door import Day, Told, Word, door
from atazan.api.faults import RequestRefused, language
from atazan.api.rulebook import day_of
from atazan.journal.answering import as_json
from atazan.law import texts
from atazan.law.cited import citations as cited_in
from atazan.law.conformity.concordance import Kind
from atazan.law.conformity.concordance import concordance as matched
from atazan.law.conformity.gathered import NoTextHeld, conform
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
from atazan.law.leaf.editions import editions
from atazan.law.leaf.matched import matches, table
from atazan.law.leaf.provision import leaf
from atazan.law.leaf.two_days import two_days
from atazan.law.leaf.two_languages import two_languages
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
_CITING = {"text": "пункт 2 статьи 45 Конституционного закона", "lang": "ru", "day": "2026-07-01"}


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


class ComparisonTold(Told):
    """Two days compared: the provisions that differ, with their words by pieces."""

    work: str
    lang: str
    counts: dict[str, int]
    same: int
    changed: list[dict[str, Any]]


class DifferencesTold(Told):
    """Where the Kazakh and the Russian text of a day part ways, the gravest first."""

    on: date
    work: str
    differences: list[dict[str, Any]]


class ConformityTold(Told):
    """What of a text does not conform to the Constitution in force on a day."""

    on: date
    work: str
    texts: list[dict[str, Any]]


class ConcordanceTold(Told):
    """The Constitutions of 1995 and 2026 matched."""

    entries: list[dict[str, Any]]


class CitationsTold(Told):
    """What a text cites. `start` and `end` count Unicode code points, `end` is not part of it."""

    citations: list[dict[str, Any]]


class TextSent(Schema):
    """A text to find citations in. `context`: the act it stands in (short id, number, address);
    `day`: when it was written, today without it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=1_000_000)]
    lang: Literal["kk", "ru", "en"] | None = None
    context: Annotated[str, Field(max_length=300)] | None = None
    day: Day | None = None


def _work(name: str) -> Work:
    try:
        return find_work(name)
    except UnknownWork:
        raise RequestRefused(404, "api.no_work", "work", work=name) from None


def _asked(
    request: HttpRequest, work: Work, on: date | None, text: Shown | None, known: str | None
) -> tuple[Asked, list[Lang]]:
    """What text is asked for; without `text` every language held. Raises RequestRefused."""
    held = texts.languages(work.id)
    query = {"text": text or "both", "known": known or ""}
    found = asked(query, day_of(request, on), language(request), held, request.now)  # type: ignore[attr-defined]
    if found.problem is not None:
        raise RequestRefused(422, found.problem.key, "known", **found.problem.facts)
    return found, held


@door(router, "GET", "/texts/{work}", TextTold, "/api/texts/cl-court-2022?on=2026-07-01&text=kk")
def text_of_work(
    request: HttpRequest,
    work: Word,
    on: Day | None = None,
    text: Shown | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """The whole text of a work on a day: articles, lines, since when their words stand.

    `text`: kk, ru or both; `known`: a moment or a day, what was known then.
    """
    named = _work(work)
    found, held = _asked(request, named, on, text, known)
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
    """The text of the article a provision lies in, on a day, with the citations in it."""
    named = _work(work)
    found, held = _asked(request, named, on, text, known)
    try:
        eid = as_recorded(named.id, read_citation(provision))
    except UnreadCitation:
        eid = "whole"
    if eid == "whole":
        raise RequestRefused(404, "api.no_provision", "provision", provision=provision)
    eid = as_printed(named, eid, found, held)
    told = answer.leaf(leaf(named, eid, found, held))
    return as_json({"on": found.day, "work": named.id, "provision": eid, **told})


@door(router, "GET", "/versions/{work}", VersionsTold, "/api/versions/cl-court-2022")
def versions(request: HttpRequest, work: Word, known: Word | None = None) -> HttpResponse:
    """The texts held of a work: their days, the acts that made them, their journal entries."""
    named = _work(work)
    found, _ = _asked(request, named, None, None, known)
    told = [answer.edition(one) for one in editions(named.id, found).all]
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
    text: TextLang = "kk",
    on: Day | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """Since when a phrase of the text of a day stands in the act without a break."""
    named = _work(work)
    found, _ = _asked(request, named, on, text, known)
    span = texts.phrase_since(named.id, text, words, found.day, found.known)
    return as_json(answer.phrase(named, found.day, span))


@door(
    router,
    "GET",
    "/comparison/{work}",
    ComparisonTold,
    "/api/comparison/cl-court-2022?from=2026-06-30&to=2026-07-01&text=ru",
)
def comparison(
    request: HttpRequest,
    work: Word,
    first: Annotated[Day | None, Query(alias="from")] = None,
    second: Annotated[Day | None, Query(alias="to")] = None,
    on: Day | None = None,
    text: TextLang = "kk",
    provision: Word | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """Two days of a work compared, provision by provision and then word by word.

    Without days: the text of `on` with the one before it. `provision`: one article alone.
    """
    named = _work(work)
    found, _ = _asked(request, named, on, text, known)
    days = {"from": first.isoformat() if first else "", "to": second.isoformat() if second else ""}
    told = two_days(named, {**days, "provision": provision or ""}, found, text)
    if told.problem is not None:
        raise RequestRefused(422, told.problem.key, "from", **told.problem.facts)
    return as_json(answer.two_days(named, told))


@door(router, "GET", "/languages/{work}", DifferencesTold, "/api/languages/cl-court-2022")
def languages(
    request: HttpRequest, work: Word, on: Day | None = None, known: Word | None = None
) -> HttpResponse:
    """Where the Kazakh and the Russian text of a day differ, the gravest first."""
    named = _work(work)
    found, _ = _asked(request, named, on, None, known)
    return as_json(answer.two_languages(named, found.day, two_languages(named, found)))


@door(
    router,
    "GET",
    "/conformity/{work}",
    ConformityTold,
    "/api/conformity/cl-court-2022?on=2026-07-01",
)
def conformity(
    request: HttpRequest,
    work: Word,
    on: Day | None = None,
    text_of: Day | None = None,
    text: TextLang | None = None,
) -> HttpResponse:
    """What of a work does not conform to the Constitution of a day; `text_of`: another text."""
    named, day = _work(work), day_of(request, on)
    try:
        found = conform(named.id, day, text_of, text)
    except NoTextHeld:
        found = []
    told = [answer.conformity(named, day, one, None) for one in found]
    return as_json({"on": day, "work": named.id, "texts": told})


@door(
    router,
    "GET",
    "/concordance",
    ConcordanceTold,
    "/api/concordance?work=const-1995&provision=72(1)",
)
def concordance(
    request: HttpRequest,
    kind: Kind | None = None,
    work: Word | None = None,
    provision: Word | None = None,
) -> HttpResponse:
    """Which provision of the Constitution of 1995 became which of that of 2026, what changed.

    `provision` of `work` (const-1995 or const-2026) alone; without it the whole concordance.
    """
    told = answer.table(table("old", kind or ""))
    if provision is None:
        return as_json(told)
    named = _work(work or matched().old)
    try:
        found = matches(named.id, read_citation(provision))
    except UnreadCitation:
        raise RequestRefused(404, "api.no_provision", "provision", provision=provision) from None
    shown = [one.entry for one in found if kind in (None, one.entry.kind)]
    return as_json({**told, "entries": [answer.entry(one) for one in shown]})


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
    named = _work(work)
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


@door(router, "POST", "/citations", CitationsTold, _CITING, auth=None)
def citations(request: HttpRequest, sent: TextSent) -> HttpResponse:
    """What a text cites: each place with the act, its provisions, and why where it stays open."""
    day = sent.day or day_of(request, None)
    found = cited_in(sent.text, sent.lang, sent.context, day)
    return as_json({"day": day, "citations": [_cited(sent.text, one) for one in found]})


def _cited(text: str, one: Any) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "work": one.work,
        "targets": list(one.targets),
        "path": [list(path) for path in one.path],
        "why": one.why,
    }
