"""The public register of cases, and the queue of those who work on petitions."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Router

from atazan.api.auth import SIGNED
from atazan.api.door import Number, Size, Told, Word, door
from atazan.api.faults import RequestRefused, language
from atazan.api.petitions import Brief, brief
from atazan.decisions.models import Decision
from atazan.docket import queries
from atazan.docket.models import Petition
from atazan.docket.sight import ANYONE, Shown, Viewer, sees, show, show_all
from atazan.docket.steps import STEP
from atazan.journal.answering import as_json
from atazan.rules.text import Lang

router = Router(tags=["cases"])
STEPS = frozenset(step for step in STEP.values() if step)


class Case(Brief):
    """A case of the public register; `decision` once its resolution is published."""

    norms: list[dict[str, Any]] | None
    decision: str | None


class Listed(Told):
    """A stretch of a list: `first` and `total` count all; `next` opens the next one."""

    total: int
    first: int
    next: str | None


class Cases(Listed):
    """Cases, oldest first."""

    cases: list[Case]


class Queue(Listed):
    """Petitions at the steps asked for, oldest first."""

    steps: list[str]
    petitions: list[Brief]


def _case(shown: Shown, published: set[str], decision: str | None, lang: Lang) -> dict[str, Any]:
    told = {**shown.told, **brief(shown, lang), "own": False}
    told["decision"] = decision if decision in published else None
    if settings.ATAZAN_PUBLIC_NAMES == "initials":
        told["applicant"] = shown.initials
    return told


def _cases(rows: tuple[Petition, ...], lang: Lang) -> list[dict[str, Any]]:
    """Cases as anyone sees them, whoever asks: the public register is one."""
    named = {row.id: row.decision for row in rows}
    known = Decision.objects.filter(pk__in=[one for one in named.values() if one])
    published = set(known.values_list("pk", flat=True))
    return [_case(one, published, named[one.id], lang) for one in show_all(rows, ANYONE)]


@door(router, "GET", "/cases", Cases, "/api/cases?limit=50")
def cases(request: HttpRequest, after: Number | None = None, limit: Size = 50) -> HttpResponse:
    """The public register: cases the Court has admitted, oldest first, none left out."""
    found = Petition.objects.filter(step__in=queries.PUBLIC)
    page = queries.page(found, "filed_on", _known(after, found), limit)
    told = {"total": page.total, "first": page.first, "next": page.after}
    return as_json({**told, "cases": _cases(page.rows, language(request))})


@door(router, "GET", "/cases/{number}", Case, "/api/cases/{number}")
def case(request: HttpRequest, number: Number) -> HttpResponse:
    """One case of the public register."""
    row = queries.petition(number)
    if show(row, ANYONE) is None:
        raise queries.NoSuchPetition(number)
    return as_json(_cases((row,), language(request))[0])


@door(router, "GET", "/queue", Queue, "/api/queue?steps=lodged&limit=50", auth=SIGNED)
def queue(
    request: HttpRequest,
    steps: Word = "lodged",
    after: Number | None = None,
    limit: Size = 50,
) -> HttpResponse:
    """The petitions at these steps (comma-separated), oldest first, for who works on them."""
    viewer: Viewer = request.auth  # type: ignore[attr-defined]
    asked = steps.split(",")
    strange = [one for one in asked if one not in STEPS]
    if strange:
        raise RequestRefused(422, "api.no_step", "steps", step=strange[0][:40])
    theirs = [one for one in asked if _more(Petition(step=one), viewer)]
    if not theirs:
        raise RequestRefused(403, "api.no_role")
    asked_of = Petition.objects.filter(step__in=theirs)
    page = queries.queue(theirs, after=_known(after, asked_of), size=limit)
    lang = language(request)
    told = {"steps": theirs, "total": page.total, "first": page.first, "next": page.after}
    shown = show_all(page.rows, viewer)
    return as_json({**told, "petitions": [_worked_on(one, lang) for one in shown]})


def _more(row: Petition, viewer: Viewer) -> bool:
    """Whether the reader sees more of a petition at such a step than anyone does."""
    return sees(row, viewer, False) > sees(row, ANYONE, False)


def _worked_on(shown: Shown, lang: Lang) -> dict[str, Any]:
    return {**brief(shown, lang), "outcome": shown["outcome"], "clerk": shown["clerk"]}


def _known(after: str | None, found: QuerySet[Petition]) -> str | None:
    """The number of the list a page begins behind. Raises RequestRefused where there is none."""
    if after is not None and not found.filter(pk=after).exists():
        raise RequestRefused(422, "api.no_such_place", "after", id=after)
    return after
