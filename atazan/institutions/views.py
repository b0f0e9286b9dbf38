"""The pages of bodies, offices, persons and sittings, as of the day asked; each also as JSON."""

from __future__ import annotations

from typing import Any, cast

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from atazan.institutions import people, queries
from atazan.institutions.answering import office_json, seat_json, today_of
from atazan.institutions.bars import chart
from atazan.institutions.certainty import Certainty
from atazan.institutions.happenings import is_later, results_of, up_to
from atazan.institutions.lineage import changes, constitutions, gaps, line_of, told_line, with_gaps
from atazan.institutions.models import Election, Establishment, Person, Sitting
from atazan.institutions.seats import Seat, absent_on, composition_on, likely, seats_on
from atazan.institutions.steps import steps
from atazan.institutions.telling import tell
from atazan.institutions.vote_sheet import sheet
from atazan.journal.answering import day_of, page, row
from atazan.rules.bodies import bodies, offices
from atazan.rules.book import rules
from atazan.rules.text import Lang


def offices_page(request: HttpRequest) -> HttpResponse:
    """Every office, by body, with who held it on the day."""
    day = day_of(request)
    seats = seats_on(day, offices().values())
    groups: dict[str | None, list[Seat]] = {}
    for seat in seats:
        if seat.told:
            groups.setdefault(seat.place.body, []).append(seat)
    alone = groups.pop(None, [])
    listed = [(bodies()[name], found) for name, found in groups.items() if name]
    facts = {
        "groups": [*listed, *([(None, alone)] if alone else [])],
        "unfound": [
            (one.place, bodies().get(one.place.body or "")) for one in seats if not one.told
        ],
        "absent": [absent_on(one, day) for one in offices().values() if not one.exists(day)],
        "count": len(seats),
        "found": sum(bool(seat.told) for seat in seats),
    }
    return page(
        request,
        "institutions/offices.html",
        facts,
        lambda: {"offices": [seat_json(one) for one in seats]},
    )


def office_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One office: its holder on the day, everyone known in its line, and its rules."""
    if slug not in offices():
        raise Http404
    day, place, line = day_of(request), offices()[slug], line_of(slug)
    line_told = told_line(slug)
    on_day = [held for one in line for held in queries.holders(one.id, day)]
    told = tell(line_told, on_day, day)
    sure = list(Certainty)
    now = sorted(
        (one for one in told if one.certainty is not None and one.held.office == slug),
        key=lambda one: sure.index(one.certainty or sure[-1]),
    )
    facts = {
        "place": place,
        "body": bodies().get(place.body or ""),
        "now": now,
        "likely": likely(now),
        "elsewhere": [one for one in told if one.certainty and one.held.office != slug],
        "absent": None if place.exists(day) else absent_on(place, day),
        "rows": with_gaps(told, gaps(line_told, place.seats)),
        "chart": chart(told, changes(line), day, today_of(request)),
        "rules": rules().on(day).under(f"office.{slug}."),
        "appointment": rules().rules.get(f"office.{slug}.appointment", ()),
        "persons": len({one.person for one in line_told}),
        "line": line,
        "questions": [one for one in told if one.questions],
        "steps": steps(day, office=slug),
    }
    return page(
        request, "institutions/office.html", facts, lambda: office_json(place, now, line_told)
    )


def people_page(request: HttpRequest) -> HttpResponse:
    """Every person of the record, with the offices held on the day."""
    lang = cast(Lang, (get_language() or "kk")[:2])
    held = people.held_on(day_of(request))
    found = people.people(lang)
    listed = [
        (person, [(one, offices()[one.office]) for one in held.get(person.id, ())])
        for person in found
    ]
    facts = {
        "listed": listed,
        "count": len(found),
        "holding": sum(bool(offices) for _, offices in listed),
    }
    return page(
        request, "institutions/people.html", facts, lambda: {"people": [row(one) for one in found]}
    )


def person_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: names, offices, votes and sittings."""
    person = _row_or_404(Person, slug)
    day, tenures = day_of(request), queries.tenures_of(slug)
    on_day = people.held_on(day).get(slug, [])
    told = tell(tenures, on_day, day)
    votes, met = people.votes_about(slug), people.sittings_with(slug)
    facts = {
        "person": person,
        "forms": people.forms(person),
        "now": [one for one in told if one.certainty is not None],
        "rows": list(reversed(told)),
        "chart": chart(told, constitutions(), day, today_of(request)),
        "votes": [(one, is_later(one.done_on, day)) for one in votes],
        "sittings": [(one, is_later(one.done_on, day)) for one in met],
        "steps": steps(day, person=slug),
    }
    return page(
        request,
        "institutions/person.html",
        facts,
        lambda: {
            "person": row(person),
            "tenures": msgspec.to_builtins(tenures),
            "votes": [row(one) for one in votes],
            "sittings": [one.id for one in met],
        },
    )


def bodies_page(request: HttpRequest) -> HttpResponse:
    """Every body, and whether it existed on the day."""
    day = day_of(request)
    existing = [one for one in bodies().values() if one.exists(day)]
    filled = {one.body for one in offices().values() if one.exists(day)}
    facts = {
        "existing": [(one, composition_on(one, day), one.id in filled) for one in existing],
        "absent": [absent_on(one, day) for one in bodies().values() if not one.exists(day)],
        "count": len(existing),
    }
    told = {"bodies": [msgspec.to_builtins(one) for one in existing]}
    return page(request, "institutions/bodies.html", facts, lambda: told)


def body_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: whether it existed, of whom it consisted, who was in it, when it met."""
    if slug not in bodies():
        raise Http404
    day, place = day_of(request), bodies()[slug]
    met = [one for one in queries.sittings(slug) if not is_later(one.done_on, day)]
    seats = seats_on(day, (one for one in offices().values() if one.body == slug))
    about = rules().on(day).under(f"body.{slug}.")
    elections = up_to(Election.objects.filter(body=slug), day)
    facts = {
        "place": place,
        "parent": bodies().get(place.body or ""),
        "parts": [one for one in bodies().values() if one.body == slug and one.exists(day)],
        "absent": None if place.exists(day) else absent_on(place, day),
        "composition": composition_on(place, day),
        "rules": [one for one in about if one.kind != "composition"],
        "seats": seats,
        "sittings": [(one, queries.votes_of(one.id)) for one in reversed(met)],
        "elections": [(one, results_of(one)) for one in reversed(elections)],
        "beginnings": list(Establishment.objects.filter(body=slug)),
        "gone": [one for one in offices().values() if one.body == slug and not one.exists(day)],
    }
    return page(
        request,
        "institutions/body.html",
        facts,
        lambda: {
            "body": msgspec.to_builtins(place),
            "offices": [seat_json(one) for one in seats],
            "sittings": [row(one) for one in met],
            "elections": [row(one) for one in elections],
        },
    )


def sittings_page(request: HttpRequest) -> HttpResponse:
    """Every sitting, meeting and visit up to the day, the latest first."""
    day = day_of(request)
    met = [one for one in queries.sittings() if not is_later(one.done_on, day)]
    years: dict[str, list[Any]] = {}
    for one in reversed(met):
        line = (one, bodies()[one.body], queries.votes_of(one.id))
        years.setdefault((one.done_on or "")[:4], []).append(line)
    facts = {"years": list(years.items()), "count": len(met)}
    return page(
        request,
        "institutions/sittings.html",
        facts,
        lambda: {"sittings": [row(one) for one in met]},
    )


def sitting_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One sitting: agenda with votes, who took part, what was said."""
    met = _row_or_404(Sitting, slug)
    votes = queries.votes_of(slug)
    named = [one["person"] for one in met.participants if one.get("person")]
    persons = Person.objects.in_bulk([*named, *(one.person for one in votes if one.person)])
    facts = {
        "sitting": met,
        "body": bodies()[met.body],
        "later": is_later(met.done_on, day_of(request)),
        "sheets": [
            (sheet(one), persons.get(one.person or ""), offices().get(one.office or ""))
            for one in votes
        ],
        "participants": [(one, persons.get(one.get("person") or "")) for one in met.participants],
    }
    return page(
        request,
        "institutions/sitting.html",
        facts,
        lambda: {"sitting": row(met), "votes": [row(one) for one in votes]},
    )


def _row_or_404(table: type[Any], slug: str) -> Any:
    found = table.objects.filter(pk=slug).first()
    if found is None:
        raise Http404
    return found
