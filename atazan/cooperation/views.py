"""The pages of cooperation as of the day asked; each page also as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from msgspec import Struct

from atazan.cooperation import queries
from atazan.cooperation.models import Agreement, Association, Event, Partner, Presidency, Project
from atazan.cooperation.queries import OnDay
from atazan.cooperation.spans import last, order, ran
from atazan.cooperation.timeline import timeline
from atazan.journal.answering import day_of, page, row
from atazan.journal.models import Entry
from atazan.journal.rows import RegisterRow
from atazan.rules.book import Rule, rules
from atazan.rules.day import PartialDay

LATEST = 6
State = Literal["on", "maybe", "over", "ahead"]
STATES: tuple[State, ...] = ("on", "maybe", "ahead", "over")
R = TypeVar("R", bound=RegisterRow)


class Thing(Struct, frozen=True):
    """An agreement, project or event with how it stood on the day.

    `first` and `last` are its days as written, both inclusive.
    """

    row: Any
    state: State
    parties: list[Partner]
    first: str | None
    last: str | None


def index(request: HttpRequest) -> HttpResponse:
    """Associations, agreements, projects, partners and events at a glance."""
    day = day_of(request)
    associations = [queries.association(one.id, day) for one in queries.associations(day)]
    agreements, events = queries.agreements(day), queries.events(day)
    projects = [one for one in things(Project.objects.all(), day) if one.state in ("on", "maybe")]
    partners = queries.partners()
    facts = {
        "associations": associations,
        "agreements": things([one.row for one in agreements[:LATEST]], day),
        "agreements_in_all": len(agreements),
        "projects": projects[:LATEST],
        "projects_in_all": Project.objects.count(),
        "running": len(projects),
        "partners": Counter(one.type for one in partners).most_common(),
        "partners_in_all": len(partners),
        "events": things(events[:LATEST], day),
        "events_in_all": len(events),
    }
    return page(
        request,
        "cooperation/index.html",
        facts,
        lambda: {
            "associations": [row(one.association) for one in associations],
            "agreements": [_on_day(one) for one in agreements],
            "projects": [_on_day(one) for one in queries.projects(day)],
            "partners": [row(one) for one in partners],
            "events": [row(one) for one in events],
        },
    )


def association_page(request: HttpRequest, id: str) -> HttpResponse:
    """One association: members, observers, presidency, secretariats, congresses, its statute."""
    day = day_of(request)
    try:
        found = queries.association(id, day)
    except Association.DoesNotExist as wrong:
        raise Http404 from wrong
    every = queries.presidencies(id)
    held = {one.row.id: one.sure for one in found.presidency}
    facts = {
        "found": found,
        "founded": ran(found.association.founded, None, day) is not False,
        "members": [one.row for one in found.members if one.sure],
        "perhaps": [one.row for one in found.members if not one.sure],
        "observers": found.observers,
        "applicants": found.applicants,
        "presidency": found.presidency,
        "told": [
            (one, last(one.until), held.get(one.id)) for one in reversed(every) if _begun(one, day)
        ],
        "timeline": timeline(every, day, request.asked.today),  # type: ignore[attr-defined]
        "congresses": things([one for one in found.events if one.type == "congress"], day),
        "events": things([one for one in found.events if one.type != "congress"], day),
        "statute": _statute(id, day),
        "acts": _acts(f"association/{id}"),
    }
    return page(
        request,
        "cooperation/association.html",
        facts,
        lambda: {
            "association": row(found.association),
            "members": [_on_day(one) for one in found.members],
            "observers": [_on_day(one) for one in found.observers],
            "applicants": [_on_day(one) for one in found.applicants],
            "presidency": [_on_day(one) for one in found.presidency],
            "presidencies": [row(one) for one in every],
            "secretariats": [_on_day(one) for one in found.secretariats],
            "events": [row(one) for one in found.events],
        },
    )


def agreements_page(request: HttpRequest) -> HttpResponse:
    """Every memorandum and agreement, by how it stood on the day."""
    return _list(request, Agreement.objects.all(), "agreements")


def projects_page(request: HttpRequest) -> HttpResponse:
    """Every project and programme, by how it stood on the day."""
    return _list(request, Project.objects.all(), "projects")


def agreement_page(request: HttpRequest, id: str) -> HttpResponse:
    """One memorandum or agreement."""
    return _thing(request, _row_or_404(Agreement, id), "agreements")


def project_page(request: HttpRequest, id: str) -> HttpResponse:
    """One project or programme."""
    return _thing(request, _row_or_404(Project, id), "projects")


def event_page(request: HttpRequest, id: str) -> HttpResponse:
    """One meeting, conference or visit."""
    return _thing(request, _row_or_404(Event, id), "events")


def events_page(request: HttpRequest) -> HttpResponse:
    """Every event that had begun by the day, by year, the newest first."""
    day = day_of(request)
    found = queries.events(day)
    years: dict[str, list[Thing]] = {}
    for one in things(found, day):
        years.setdefault((one.row.done_on or "")[:4], []).append(one)
    facts = {"years": list(years.items()), "count": len(found)}
    told = {"events": [row(one) for one in found]}
    return page(request, "cooperation/events.html", facts, lambda: told)


def partners_page(request: HttpRequest) -> HttpResponse:
    """Every partner by type, with how much links to it by the day."""
    day, found = day_of(request), queries.partners()
    links = _links(day)
    types: dict[str, list[tuple[Partner, int]]] = {}
    for one in found:
        types.setdefault(one.type, []).append((one, links[one.id]))
    facts = {"types": list(types.items()), "count": len(found)}
    told = {"partners": [{**row(one), "links": links[one.id]} for one in found]}
    return page(request, "cooperation/partners.html", facts, lambda: told)


def partner_page(request: HttpRequest, id: str) -> HttpResponse:
    """One partner with every agreement, project and event that names it."""
    day = day_of(request)
    found = _row_or_404(Partner, id)
    agreements, projects, events = (
        [one for one in things(model.objects.all(), day) if id in one.row.parties]
        for model in (Agreement, Project, Event)
    )
    met = [one for one in events if one.state != "ahead"]
    facts = {
        "partner": found,
        "agreements": agreements,
        "projects": projects,
        "events": met,
        "ahead": len(events) - len(met),
        "acts": _acts(found.stream),
        "association": Association.objects.filter(pk=id).exists(),
    }
    told: dict[str, Any] = {"partner": row(found)}
    told |= {"agreements": [_state(one) for one in agreements]}
    told |= {"projects": [_state(one) for one in projects], "events": [_state(one) for one in met]}
    return page(request, "cooperation/partner.html", facts, lambda: told)


def things(rows: Iterable[Any], day: date) -> list[Thing]:
    """Rows with how they stood on the day and who takes part, the newest first."""
    partners = Partner.objects.in_bulk()
    found = [
        Thing(
            one,
            state(one, day),
            [partners[id] for id in one.parties if id in partners],
            _start(one),
            one.until if isinstance(one, Event) else last(one.until),
        )
        for one in rows
    ]
    dated = sorted(found, key=lambda one: order(one.first), reverse=True)
    return sorted(dated, key=lambda one: one.first is None)


def state(one: Any, day: date) -> State:
    """How an agreement, project or event stood on the day.

    `maybe`: the sources leave open whether it ran. An event that had begun is over: it was held.
    """
    since = _start(one)
    if since is not None and day < PartialDay.read(since).first:
        return "ahead"
    if isinstance(one, Event):
        return "over"
    held = ran(since, one.until, day)
    if held is False:
        return "over"
    sure = held is True and (one.until is not None or isinstance(one, Agreement))
    return "on" if sure else "maybe"


def _start(one: Any) -> str | None:
    found: str | None = one.since if isinstance(one, Project) else one.done_on
    return found


def _list(request: HttpRequest, rows: Iterable[Any], name: str) -> HttpResponse:
    found = things(rows, day_of(request))
    groups = [(one, [thing for thing in found if thing.state == one]) for one in STATES]
    facts = {"name": name, "groups": [one for one in groups if one[1]], "count": len(found)}
    told = {name: [_state(one) for one in found]}
    return page(request, "cooperation/things.html", facts, lambda: told)


def _thing(request: HttpRequest, found: Any, name: str) -> HttpResponse:
    (thing,) = things([found], day_of(request))
    facts = {
        "thing": thing,
        "row": found,
        "name": name,
        "association": Association.objects.filter(pk=getattr(found, "association", None)).first(),
        "begins": PartialDay.read(thing.first).last
        if thing.first and thing.state == "ahead"
        else None,
        "acts": _acts(found.stream),
    }
    return page(request, "cooperation/thing.html", facts, lambda: {name[:-1]: _state(thing)})


def _links(day: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for model in (Agreement, Project, Event):
        for one in model.objects.all():
            if state(one, day) != "ahead":
                found.update(set(one.parties))
    return found


def _statute(association: str, day: date) -> list[Rule]:
    """The rules of the Association's statute on the day; none for other associations."""
    return list(rules("aacc").on(day).values()) if association == "aacc" else []


def _begun(one: Presidency, day: date) -> bool:
    written = one.since or one.until
    return written is None or PartialDay.read(written).first <= day


def _acts(stream: str) -> list[int]:
    found = Entry.objects.filter(stream=stream).order_by("version")
    return list(found.values_list("number", flat=True))


def _row_or_404(model: type[R], id: str) -> R:
    found = model._default_manager.filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def _on_day(one: OnDay[Any]) -> dict[str, Any]:
    return {**row(one.row), "sure": one.sure}


def _state(one: Thing) -> dict[str, Any]:
    return {**row(one.row), "state": one.state}
