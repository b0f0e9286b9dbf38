"""Offices and the bench, provisions and decisions, as of a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from atazan.api.door import Day, Told, Word, door
from atazan.api.faults import RequestRefused
from atazan.api.rulebook import day_of
from atazan.decisions import answer, listing, pages, queries
from atazan.institutions.bench import bench as bench_of
from atazan.institutions.queries import UnknownOffice, holders
from atazan.journal.answering import as_json
from atazan.law.answer import provision as provision_told
from atazan.law.decided import reviewed
from atazan.law.pages import of_provision
from atazan.law.queries import UnknownWork, as_recorded, find_work, standing
from atazan.rules.citation import UnreadCitation, read_citation
from atazan.rules.text import Lang

router = Router(tags=["law"])


class Holders(Told):
    """Who held an office on a day."""

    on: date
    office: str
    holders: list[dict[str, Any]]


class Seated(Told):
    """A judge in office; a suspended one may not sit and is not counted."""

    person: str
    names: dict[str, str]
    suspended: bool


class BenchTold(Told):
    """The bench of a day: seats by law, those filled, those who may sit."""

    on: date
    seats: int
    vacant: int
    chair: str | None
    deputy: str | None
    judges: list[Seated]
    may_sit: int


class NormTold(Told):
    """How a provision stood on a day.

    `lang`: the one language whose text was amended, where the other stayed as it was.
    """

    on: date
    state: str
    lang: Lang | None


class DecisionsTold(Told):
    """The decisions made by a day."""

    on: date
    total: int
    found: int
    decisions: list[dict[str, Any]]


class DecisionTold(Told):
    """One decision, what it held and did."""

    on: date
    id: str
    outcomes: list[str]
    holdings: list[dict[str, Any]]


@door(
    router,
    "GET",
    "/offices/{office}",
    Holders,
    "/api/offices/constitutional_court_chair?on=2026-07-01",
)
def office(request: HttpRequest, office: Word, on: Day | None = None) -> HttpResponse:
    """Who held an office on a day, by whose act, with whose consent, and how sure that is."""
    day = day_of(request, on)
    try:
        return as_json({"on": day, "office": office, "holders": holders(office, day)})
    except UnknownOffice:
        raise RequestRefused(404, "api.no_office", "office", office=office) from None


@door(router, "GET", "/bench", BenchTold, "/api/bench?on=2026-07-01")
def bench(request: HttpRequest, on: Day | None = None) -> HttpResponse:
    """The judges in office on a day, the Chair first, and how many of them may sit."""
    found = bench_of(day_of(request, on))
    told = {name: getattr(found, name) for name in ("seats", "vacant", "chair", "deputy", "judges")}
    return as_json({"on": found.day, **told, "may_sit": len(found.able)})


@door(
    router,
    "GET",
    "/norms/{work}/{provision}",
    NormTold,
    "/api/norms/cl-court-2022/40?on=2026-07-01",
)
def norm(request: HttpRequest, work: Word, provision: Word, on: Day | None = None) -> HttpResponse:
    """How a provision stood on a day, by which law or decision, and its whole history.

    `work` is a short id or a number (153-VII), `provision` an eId or a citation (45(2)(1)).
    """
    day = day_of(request, on)
    try:
        known = find_work(work)
        found = standing(known.id, as_recorded(known.id, read_citation(provision)), day)
    except UnknownWork:
        raise RequestRefused(404, "api.no_work", "work", work=work) from None
    except UnreadCitation:
        raise RequestRefused(404, "api.no_provision", "provision", provision=provision) from None
    told = provision_told(of_provision(found, reviewed(found.work.id, found.provision, day)))
    return as_json({"on": day, **told})


@door(router, "GET", "/decisions", DecisionsTold, "/api/decisions?on=2026-07-01&year=2026")
def decisions(
    request: HttpRequest,
    on: Day | None = None,
    body: Word | None = None,
    year: Word | None = None,
    form: Word | None = None,
    outcome: Word | None = None,
    applicant: Word | None = None,
    work: Word | None = None,
) -> HttpResponse:
    """The decisions made by a day that fit every filter, newest first, with true counts."""
    asked = {name: request.GET.get(name, "") for name in listing.FILTERS}
    return as_json(answer.of_list(listing.of_list(day_of(request, on), asked)))


@door(router, "GET", "/decisions/{key}", DecisionTold, "/api/decisions/{key}")
def decision(request: HttpRequest, key: Word, on: Day | None = None) -> HttpResponse:
    """One decision by its id or number (88-НП): what it held, did, and what followed."""
    try:
        found = queries.decision(key, day_of(request, on))
    except queries.NoSuchDecision:
        raise RequestRefused(404, "api.no_decision", "key", key=key) from None
    return as_json(answer.of_decision(pages.of_decision(found)))
