"""Timelines: what the record says happened to a thing, by day, with its sources."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from atazan.api.door import Day, Told, Word, door
from atazan.api.faults import RequestRefused
from atazan.api.rulebook import day_of
from atazan.journal.answering import as_json
from atazan.sources.timelines.formats import FORMATS, written
from atazan.sources.timelines.formats import as_json as told
from atazan.sources.timelines.ledger import ledger
from atazan.sources.timelines.subjects import SORTS, Sort, UnknownSubject, subject, with_acts
from atazan.sources.timelines.timeline import Only, timeline

router = Router(tags=["timelines"])
Page = Annotated[int, Field(ge=1, le=100_000)]


class ThingTold(Told):
    """A thing with a timeline, and how many acts concern it."""

    sort: Sort
    id: str
    names: dict[str, str]
    acts: int


class TimelineTold(Told):
    """Acts that concern a thing by a day. `told_by`: how many each side tells, whatever is asked;
    `differing`: of how many the sources differ; `later`: how many lie wholly after the day."""

    on: date
    subject: dict[str, Any] | None
    total: int
    page: int
    pages: int
    told_by: dict[str, int]
    differing: int
    later: int
    entries: list[dict[str, Any]]


@door(router, "GET", "/timelines", list[ThingTold], "/api/timelines")
def timelines(request: HttpRequest) -> HttpResponse:
    """Everything that has a timeline: bodies, offices, people, partners, associations, concepts."""
    found = with_acts(ledger())
    return as_json(
        [{"sort": s.sort, "id": s.id, "names": dict(s.names), "acts": n} for s, n in found]
    )


@door(
    router,
    "GET",
    "/timelines/{sort}/{id}",
    TimelineTold,
    "/api/timelines/people/azimova",
    media=tuple(one.media for one in FORMATS.values()),
)
def timeline_of(
    request: HttpRequest,
    sort: Word,
    id: Word,
    on: Day | None = None,
    only: Only | None = None,
    order: Literal["oldest", "newest"] = "oldest",
    page: Page = 1,
    format: Literal["json", "csv", "ttl", "jsonld"] = "json",
) -> HttpResponse:
    """The acts that concern a thing, by day, each with sources, confidence and who tells it.

    `only` narrows to acts that one side tells (gazette, press, both, official, other) or whose
    sources differ. JSON comes 100 acts a page; csv, ttl and jsonld (RDF) come whole, as files.
    """
    try:
        one = subject(sort, id)
    except UnknownSubject as wrong:
        facts = {"sort": wrong.sort, "id": wrong.id, "sorts": ", ".join(SORTS)}
        raise RequestRefused(404, "timelines.cli.none", "id", **facts) from None
    day = day_of(request, on)
    newest = order == "newest"
    if format != "json":
        return written(timeline(one, day, only=only, newest=newest, whole=True), format)
    return as_json(told(timeline(one, day, only=only, newest=newest, page=page)))
