"""Texts of the law compared: two days, two languages, two Constitutions; checked; read for
citations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from atazan.api.door import Day, Told, Word, door
from atazan.api.faults import RequestRefused
from atazan.api.rulebook import day_of
from atazan.api.texts import TextLang, first_of, text_asked, work_named
from atazan.journal.answering import as_json
from atazan.law.cited import citations as cited_in
from atazan.law.conformity.concordance import Kind
from atazan.law.conformity.concordance import concordance as matched
from atazan.law.conformity.gathered import NoTextHeld, conform
from atazan.law.leaf import answer_compared as answer
from atazan.law.leaf.matched import matches, table
from atazan.law.leaf.two_days import two_days
from atazan.law.leaf.two_languages import two_languages
from atazan.rules.citation import UnreadCitation, read_citation

router = Router(tags=["texts"])
_CITING = {"text": "пункт 2 статьи 45 Конституционного закона", "lang": "ru", "day": "2026-07-01"}


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
    text: TextLang | None = None,
    provision: Word | None = None,
    known: Word | None = None,
) -> HttpResponse:
    """Two days of a work compared, provision by provision and then word by word.

    Without days: the text of `on` with the one before it. `provision`: that one alone, an eId or a
    citation (45(2)); 404 where neither text has it.
    """
    named = work_named(work)
    found, held = text_asked(request, named, on, text, known)
    days = {"from": first.isoformat() if first else "", "to": second.isoformat() if second else ""}
    told = two_days(named, {**days, "provision": provision or ""}, found, text or first_of(held))
    if told.problem is not None:
        unknown = told.status == 404
        status, field = (404, "provision") if unknown else (422, "from")
        raise RequestRefused(status, told.problem.key, field, **told.problem.facts)
    return as_json(answer.two_days(named, told))


@door(router, "GET", "/languages/{work}", DifferencesTold, "/api/languages/cl-court-2022")
def languages(
    request: HttpRequest, work: Word, on: Day | None = None, known: Word | None = None
) -> HttpResponse:
    """Where the Kazakh and the Russian text of a day differ, the gravest first."""
    named = work_named(work)
    found, _ = text_asked(request, named, on, None, known)
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
    named, day = work_named(work), day_of(request, on)
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
    named = work_named(work or matched().old)
    try:
        found = matches(named.id, read_citation(provision))
    except UnreadCitation:
        raise RequestRefused(404, "api.no_provision", "provision", provision=provision) from None
    shown = [one.entry for one in found if kind in (None, one.entry.kind)]
    return as_json({**told, "entries": [answer.entry(one) for one in shown]})


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
