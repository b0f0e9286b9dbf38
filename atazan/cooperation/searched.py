"""What of cooperation is searched: agreements, projects, events, partners and associations."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from atazan.cooperation.models import (
    Agreement,
    Association,
    Event,
    Member,
    Partner,
    Presidency,
    Project,
    Secretariat,
)
from atazan.rules.bodies import bodies
from atazan.search.describing import by_lang, facets, first_day, of_subjects, together, year_of
from atazan.search.document import Audience, Document

_OF_STREAM = {
    "agreement": ("agreement/{}",),
    "project": ("project/{}",),
    "event": ("event/{}",),
    "association": ("body/association/{}",),
    "partner": ("body/partner/{}",),
}


def subjects(streams: Collection[str]) -> set[str]:
    """What acts of these subjects of the journal may have changed. A partner's name stands in
    everything it takes part in."""
    found: set[str] = set()
    for sort, _, name in (one.partition("/") for one in streams):
        found |= {form.format(name) for form in _OF_STREAM.get(sort, ())}
        if sort == "partner":
            for kind, table in (("agreement", Agreement), ("project", Project), ("event", Event)):
                rows = table._default_manager.values_list("pk", "parties")
                found |= {f"{kind}/{id}" for id, parties in rows if name in parties}
    return found


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """All of them, or those changed. All of it is public."""
    for kind, every in _KINDS.items():
        asked = of_subjects(changed, kind)
        if asked is None or asked:
            for one in every():
                if changed is None or one.id in changed:
                    yield one


def _agreements() -> Iterator[Document]:
    known = _partners()
    for row in Agreement.objects.order_by("id"):
        told = (*row.signed_by, *row.commitments, *row.facts)
        yield _thing("agreement", row, row.done_on, [*_named(known, row), row.place, *told])


def _projects() -> Iterator[Document]:
    known = _partners()
    for row in Project.objects.order_by("id"):
        yield _thing("project", row, row.since, [*_named(known, row), *row.facts])


def _events() -> Iterator[Document]:
    known = _partners()
    for row in Event.objects.order_by("id"):
        told = (row.host, row.place, *row.people, *row.facts)
        yield _thing("event", row, row.done_on, [*_named(known, row), *told])


def _partners() -> dict[str, Partner]:
    return {row.id: row for row in Partner.objects.all()}


def _named(known: dict[str, Partner], row: Any) -> list[dict[str, str]]:
    return [known[one].names for one in row.parties if one in known]


def _thing(kind: Any, row: Any, since: str | None, told: Iterable[Any]) -> Document:
    ends = None if kind == "event" else row.until  # an event that is over was held all the same
    return Document(
        id=f"{kind}/{row.id}",
        kind=kind,
        title=by_lang(row.title),
        text=together(*told),
        path=f"{kind}s/{row.id}",
        since=first_day(since),
        until=first_day(ends),
        day=first_day(since),
        facets=facets(body=row.parties, year=year_of(since)),
        entry=row.entry,
    )


def _bodies() -> Iterator[Document]:
    known = {*bodies(), *Association.objects.values_list("pk", flat=True)}
    for row in Partner.objects.order_by("id"):
        if row.id not in known:  # the bodies of the country are documents of their own
            yield _body("partner", "partners", row, row.names, [])
    for one in Association.objects.order_by("id"):
        yield _body("association", "associations", one, one.names, _of_association(one))


def _body(sort: str, section: str, row: Any, names: Any, told: Iterable[Any]) -> Document:
    founded = getattr(row, "founded", None)
    return Document(
        id=f"body/{sort}/{row.id}",
        kind="body",
        title=by_lang(names),
        text=together(*told),
        path=f"{section}/{row.id}",
        names=tuple(dict.fromkeys(getattr(row, "short", {}).values())),
        since=first_day(founded),
        day=first_day(founded),
        entry=row.entry,
    )


def _of_association(row: Association) -> list[dict[str, str]]:
    """Where it sits, who belongs to it, who presided, its secretariats."""
    members = Member.objects.filter(association=row.id).order_by("id")
    heads = Presidency.objects.filter(association=row.id).order_by("id")
    seats = Secretariat.objects.filter(association=row.id).order_by("id")
    return [
        *([row.place] if row.place else []),
        *(together(one.country, one.institution, between=", ") for one in members),
        *(one.institution for one in heads),
        *(said for one in seats for said in (one.names, one.institution, one.seat, *one.tasks)),
    ]


_KINDS: dict[str, Callable[[], Iterator[Document]]] = {
    "agreement": _agreements,
    "project": _projects,
    "event": _events,
    "body": _bodies,
}
