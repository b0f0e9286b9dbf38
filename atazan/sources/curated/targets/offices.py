"""Offices: appointed, elected, released, proposed, consented to, sworn in."""

from __future__ import annotations

import re
from datetime import timedelta

from msgspec import structs

from atazan.institutions.models import Sitting, Tenure, Vote
from atazan.rules.bodies import bodies, offices
from atazan.rules.book import rules
from atazan.rules.offices import Appointment, Slot
from atazan.sources.curated.register import Register, Told
from atazan.sources.curated.targets.wanted import Wanted, in_words, person_of, slug, wanted

CONSENT_DAYS = 92
"""A consent given within so many days before an appointment is taken to be the one for it."""

_REFUSED = re.compile(
    "отказ|не (дал|поддержал|одобрил)|бас тарт|бермеді|қолдамады"
    "|refus|reject|declin|turned down|not (give|support|consent|approve)",
    re.IGNORECASE,
)


def appoint(told: Told, register: Register) -> list[Wanted]:
    """A person takes an office. Who is elected President takes it by the oath only: the day of the
    election begins nothing (Constitution of 1995, art. 42(1); of 2026, art. 44(1)).
    """
    office, by = register.office(told), register.organ(_first(told.actors), told)
    before, person = _person(told, register)
    vote = _consent(told, person, office)
    id = _id("t", told, person, office)
    found = wanted(
        "office.taken/1",
        told,
        id=id,
        person=person,
        office=office,
        since=None if office == "president" else told.date,
        appointed_on=told.date,
        ongoing="yes",
        by=by,
        consent=vote.id if vote else None,
        consent_by=vote.body if vote else None,
    )
    return [*before, found]


def release(told: Told, register: Register) -> list[Wanted]:
    """The holder of an office leaves it."""
    office, by = register.office(told), register.organ(_first(told.actors), told)
    person = register.person(_first(told.objects) or "", told)
    rows = Tenure.objects.filter(person=person, office=office, until=None).order_by("entry")
    tenure = rows.last() if person and office else None
    found = wanted(
        "office.left/1",
        told,
        tenure=tenure.id if tenure else None,
        office=office,
        until=told.date,
        by=by,
    )
    return [structs.replace(found, person=person or "")]


def nominate(told: Told, register: Register) -> list[Wanted]:
    """A person is proposed for an office."""
    office, by = register.office(told), register.organ(_first(told.actors), told)
    before, person = _person(told, register)
    to = register.body(_first(told.counterparts), told) or (
        _decides(office, by, told) if office else None
    )
    id = _id("c", told, person, office)
    found = wanted(
        "candidate.proposed/1", told, id=id, person=person, office=office, body=to, done_by=by
    )
    return [*before, found]


def oath(told: Told, register: Register) -> list[Wanted]:
    """A person takes the oath of an office."""
    office, before_whom = register.office(told), _first(told.counterparts)
    name = _first(told.actors) or _first(told.objects)
    before, person = _person(told, register, name)
    found = wanted(
        "oath.taken/1",
        told,
        id=_id("o", told, person, office),
        person=person,
        office=office,
        before=register.organ(before_whom, told),
    )
    return [*before, found]


def consent(told: Told, register: Register) -> list[Wanted]:
    """A body votes on an appointment, at a sitting that is recorded with it if it is not yet.

    What its vote is, consent, election or appointment, the law of the day says; of a text without
    a day it is a vote and no more. A refusal is a vote that did not carry.
    """
    body, office = register.body(_first(told.actors), told), register.office(told)
    before, person = _person(told, register)
    sitting = Sitting.objects.filter(body=body, done_on=told.date).first() if body else None
    sitting_id = sitting.id if sitting else slug(body, told.date)
    if sitting is None and body:
        title = in_words("curated.title.sitting", body=bodies()[body].names)
        held = wanted("sitting.held/1", told, id=sitting_id, body=body, title=title)
        before.append(structs.replace(held, first=True))
    slot = _slot(office, body, told) if office and body else None
    what = _what(slot, body)
    title = in_words(f"curated.title.{what}", office=offices()[office].names if office else None)
    refused = told.row.modality == "denied" or _REFUSED.search(told.row.quote)
    found = wanted(
        "vote.taken/1",
        told,
        id=slug(body, told.date, person, what),
        sitting=sitting_id,
        body=body,
        question=(slot.consent_vote or slot.vote) if slot else None,
        title=title,
        carried="" if refused else "yes",
        person=person,
        office=office,
        done_by=body,
    )
    return [*before, found]


def _person(
    told: Told, register: Register, name: str | None = None
) -> tuple[list[Wanted], str | None]:
    found = name or _first(told.objects)
    return person_of(found, told, register) if found else ([], None)


def _id(mark: str, told: Told, person: str | None, office: str | None) -> str:
    return slug(mark, person, office, told.date)


def _consent(told: Told, person: str | None, office: str | None) -> Vote | None:
    """The vote in the record that an appointment that day would rest on: of a body whose consent
    the law of the day asks."""
    if told.date is None or not person or not office:
        return None
    earliest = (told.day - timedelta(days=CONSENT_DAYS)).isoformat()
    asked = [slot.consent_of for slot in _slots(office, told) if slot.consent_of]
    rows = Vote.objects.filter(person=person, office=office, carried=True, body__in=asked)
    return rows.filter(done_on__gte=earliest, done_on__lte=told.date).order_by("done_on").last()


def _slots(office: str, told: Told) -> tuple[Slot, ...]:
    """How the office is filled by the law of the day; nothing where the text has no day."""
    if not told.date and not told.reading.published:
        return ()
    on = rules().on(told.day)
    key = f"office.{office}.appointment"
    value = on[key].value if key in on else None
    return value.slots if isinstance(value, Appointment) else ()


def _slot(office: str, body: str | None, told: Told) -> Slot | None:
    """How that body has a say in filling the office: by consent, else by its own vote."""
    slots = _slots(office, told)
    asked = (one for one in slots if one.consent_of == body)
    return next(asked, next((one for one in slots if one.by == body), None))


def _what(slot: Slot | None, body: str | None) -> str:
    """What a vote of that body on filling the office is."""
    if slot is None:
        return "vote"
    if slot.consent_of == body:
        return "consent"
    return "election" if slot.how == "elected" else "appointment"


def _decides(office: str, by: str | None, told: Told) -> str | None:
    """The body that decides on a candidate whom `by` proposes."""
    for slot in _slots(office, told):
        if by in slot.nominated_by:
            return slot.by if slot.by in bodies() else None
        if slot.by == by and slot.consent_of:
            return slot.consent_of
    return None


def _first(names: list[str]) -> str | None:
    return names[0] if names else None
