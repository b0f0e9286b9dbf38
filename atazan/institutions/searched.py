"""What of bodies and offices is searched: bodies, offices with their holders, persons, sittings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from atazan.institutions.models import Election, Establishment, Person, Sitting, Tenure, Vote
from atazan.rules.bodies import Body, bodies, offices
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.words import partly
from atazan.search.describing import by_lang, facets, first_day, of_subjects, together, year_of
from atazan.search.document import Audience, Document


def subjects(streams: Collection[str]) -> set[str]:
    """What acts of these subjects of the journal may have changed."""
    found: set[str] = set()
    for sort, _, name in (one.partition("/") for one in streams):
        if sort == "office":
            held = Tenure.objects.filter(office=name).values_list("person", flat=True)
            found |= {f"office/{name}", *(f"person/{one}" for one in held)}
        elif sort == "person":
            held = Tenure.objects.filter(person=name).values_list("office", flat=True)
            found |= {f"person/{name}", *(f"office/{one}" for one in held)}
        elif sort == "body":
            met = Sitting.objects.filter(body=name).values_list("pk", flat=True)
            found |= {f"body/{name}", *(f"event/sitting/{one}" for one in met)}
    return found


def documents(audience: Audience, changed: Collection[str] | None = None) -> Iterator[Document]:
    """All of them, or those changed. All of it is public."""
    for kind, every in _KINDS.items():
        asked = of_subjects(changed, kind)
        if asked is None or asked:
            yield from every(None if changed is None else set(changed))


def _bodies(changed: set[str] | None) -> Iterator[Document]:
    for place in bodies().values():
        if _wanted(f"body/{place.id}", changed):
            told: list[Any] = [*Establishment.objects.filter(body=place.id)]
            told += [*Election.objects.filter(body=place.id)]
            yield _place("body", "bodies", place, [one.title for one in told], _last(told))


def _offices(changed: set[str] | None) -> Iterator[Document]:
    held: dict[str, list[Tenure]] = {}
    for row in Tenure.objects.order_by("since", "id"):
        held.setdefault(row.office, []).append(row)
    persons = Person.objects.in_bulk()
    for place in offices().values():
        if _wanted(f"office/{place.id}", changed):
            rows = held.get(place.id, [])
            told = [_with_years(persons[row.person].names, row) for row in rows]
            of = bodies().get(place.body or "")
            yield _place("office", "offices", place, [of.names if of else None, *told], _last(rows))


def _place(kind: Any, section: str, place: Body, told: Iterable[Any], entry: int) -> Document:
    return Document(
        id=f"{kind}/{place.id}",
        kind=kind,
        title=by_lang(place.names),
        text=together(*told),
        path=f"{section}/{place.id}",
        since=first_day(place.since),
        until=first_day(place.until),
        day=first_day(place.since),
        facets=facets(body=place.body or (place.id if kind == "body" else None)),
        entry=entry,
    )


def _persons(changed: set[str] | None) -> Iterator[Document]:
    held: dict[str, list[Tenure]] = {}
    for row in Tenure.objects.order_by("since", "id"):
        held.setdefault(row.person, []).append(row)
    for person in Person.objects.order_by("id"):
        if not _wanted(f"person/{person.id}", changed):
            continue
        rows = held.get(person.id, [])
        named = [place for row in rows if (place := offices().get(row.office))]
        told = [_with_years(place.names, row) for place, row in zip(named, rows, strict=False)]
        yield Document(
            id=f"person/{person.id}",
            kind="person",
            title=by_lang(person.names),
            text=together(*told),
            path=f"people/{person.id}",
            names=tuple(dict.fromkeys([*person.variants, *person.names.values()])),
            day=first_day(rows[-1].since) if rows else None,
            facets=facets(body=[place.body or "" for place in named]),
            entry=_last([person, *rows]),
        )


def _with_years(named: Any, row: Tenure) -> dict[Lang, str]:
    """A name with the time of a tenure as far as it is known."""
    since, until = row.since or row.seen_first, row.until
    found = by_lang(named)
    for lang in found:
        ends = [partly(PartialDay.read(one), lang) if one else "" for one in (since, until)]
        if any(ends):
            found[lang] = f"{found[lang]}, {' – '.join(ends).strip()}"
    return found


def _sittings(changed: set[str] | None) -> Iterator[Document]:
    for row in Sitting.objects.order_by("done_on", "id"):
        if not _wanted(f"event/sitting/{row.id}", changed):
            continue
        votes = Vote.objects.filter(sitting=row.id)
        place = bodies().get(row.body)
        yield Document(
            id=f"event/sitting/{row.id}",
            kind="event",
            title=by_lang(row.title),
            text=together(
                place.names if place else None,
                row.place,
                *(one.title for one in votes),
                *row.facts,
            ),
            path=f"sittings/{row.id}",
            since=first_day(row.done_on),
            day=first_day(row.done_on),
            facets=facets(body=row.body, year=year_of(row.done_on)),
            entry=_last([row, *votes]),
        )


def _last(rows: Iterable[Any]) -> int:
    return max((row.entry for row in rows), default=0)


def _wanted(id: str, changed: set[str] | None) -> bool:
    return changed is None or id in changed


_KINDS: dict[str, Callable[[set[str] | None], Iterator[Document]]] = {
    "body": _bodies,
    "office": _offices,
    "person": _persons,
    "event": _sittings,
}
