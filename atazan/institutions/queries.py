"""Ask the record of bodies and offices: who held which office on a day, what sat, what passed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from atazan.institutions.certainty import Certainty, another_held, certainty
from atazan.institutions.models import Election, Establishment, Person, Sitting, Tenure, Vote
from atazan.journal.models import Flag
from atazan.rules.bodies import Body, bodies, offices
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.day import PartialDay
from atazan.rules.offices import Tenure as TermOfOffice
from atazan.rules.text import Lang

_SURENESS = list(Certainty)


class UnknownOffice(LookupError):
    """No office has this slug; `known` are those there are."""

    def __init__(self, slug: str) -> None:
        self.slug, self.known = slug, tuple(sorted(offices()))
        super().__init__(f"no office '{slug}'; the offices are {', '.join(self.known)}")


class Held(Struct, frozen=True, kw_only=True):
    """A person in an office: since when, until when (first day no longer), by whose act, how sure.

    Days are as written, whole or known in part. `certainty` is of the day asked about, None in a
    timeline. `consent` is the vote that shows it, `consent_on` its day. `entry` is the journal
    entry the row rests on.
    """

    tenure: str
    office: str
    person: str
    names: Mapping[str, str]
    since: str | None
    until: str | None
    seen_first: str | None
    seen_last: str | None
    ongoing: bool
    acting: bool
    how: Mapping[str, str] | None
    by: str | None
    appointed_on: str | None
    consent_by: str | None
    consent: str | None
    consent_on: str | None
    decree: str | None
    ended_how: Mapping[str, str] | None
    ended_by: str | None
    confidence: str
    sources: tuple[str, ...]
    note: Mapping[str, str] | None
    entry: int
    certainty: Certainty | None = None

    def name(self, lang: Lang) -> str:
        """The name, surname first; in another language where the form in `lang` was not found."""
        return name_of(self.names, lang)

    @property
    def first(self) -> date:
        """The earliest day the record knows of."""
        return PartialDay.read(self.since or self.seen_first or "9999").first


class Told(Struct, frozen=True, kw_only=True):
    """One line of the chronicle. `on` is the day as written; `what` is the kind of thing told."""

    on: str
    what: str
    id: str
    title: Mapping[str, str] | None = None
    body: str | None = None
    office: str | None = None
    person: str | None = None


def name_of(names: Mapping[str, str], lang: Lang) -> str:
    """A name in one language, else in the next whose form was found (ru, en, kk)."""
    return next((names[one] for one in (lang, "ru", "en", "kk") if one in names), "")


def office_of(slug: str) -> Body:
    """The office. Raises UnknownOffice, which names the offices there are."""
    try:
        return offices()[slug]
    except KeyError:
        raise UnknownOffice(slug) from None


def place_of(slug: str) -> Body | None:
    """The office or body of that slug, as `by` and `consent_by` name them; None if neither."""
    return offices().get(slug) or bodies().get(slug)


def holders(office: str, day: date) -> list[Held]:
    """Who held the office on `day`, the surest first; empty where it did not exist.

    Where those who surely held it fill every seat, the rest are left out. Raises UnknownOffice.
    """
    return holders_among(recorded(office), day)


class Recorded(Struct, frozen=True):
    """All the record has on an office: for asking about many days."""

    place: Body
    rows: list[Tenure]
    persons: dict[str, Person]
    consents: dict[str, str | None]


def recorded(office: str) -> Recorded:
    """The tenures of an office as recorded now. Raises UnknownOffice."""
    place, rows = office_of(office), list(Tenure.objects.filter(office=office))
    return Recorded(place, rows, _persons(rows), _consents(rows))


def holders_among(told: Recorded, day: date) -> list[Held]:
    """Who of them held the office on `day`; see `holders`."""
    if not told.place.exists(day):
        return []
    return _on(told.place, told.rows, day, told.persons, told.consents)


def timeline(office: str) -> list[Held]:
    """Everyone known to have held the office, the earliest first. Raises UnknownOffice."""
    office_of(office)
    return _told(Tenure.objects.filter(office=office))


def tenures_of(person: str) -> list[Held]:
    """Every office the person is known to have held, the earliest first."""
    return _told(Tenure.objects.filter(person=person))


def offices_on(day: date) -> list[tuple[Body, list[Held]]]:
    """Every office that existed on `day`, in the order of the state, with its holders."""
    rows = list(Tenure.objects.all())
    persons, consents = _persons(rows), _consents(rows)
    by_office: dict[str, list[Tenure]] = {}
    for row in rows:
        by_office.setdefault(row.office, []).append(row)
    return [
        (place, _on(place, by_office.get(place.id, []), day, persons, consents))
        for place in offices().values()
        if place.exists(day)
    ]


def term_of_office(office: str, day: date) -> int | None:
    """The years the law of `day` set for the office; None where it set none or has no rule."""
    try:
        value = rules().on(day)[f"office.{office}.tenure"].value
    except NoRuleInForce:
        return None
    return value.years if isinstance(value, TermOfOffice) else None


def sittings(body: str | None = None) -> list[Sitting]:
    """Sittings, meetings and visits, the earliest first; of one body, or of all."""
    rows = Sitting.objects.all() if body is None else Sitting.objects.filter(body=body)
    return sorted(rows, key=lambda row: row.done_on or "")


def votes_of(sitting: str) -> list[Vote]:
    """The votes taken at a sitting, in the order they were recorded."""
    return list(Vote.objects.filter(sitting=sitting).order_by("entry"))


def questions(office: str) -> list[Flag]:
    """What does not fit the rules of its day in the acts about the office, oldest entry first."""
    return list(Flag.objects.filter(stream=f"office/{office}").order_by("of_entry", "id"))


def chronicle(day_from: date, day_to: date) -> list[Told]:
    """What the record tells of bodies and offices from `day_from` to `day_to`, both included.

    A thing known by its month or year only is told if any of its days may lie between.
    """
    found = [one for one in _all_told() if _between(one.on, day_from, day_to)]
    return sorted(found, key=lambda one: (PartialDay.read(one.on).first, one.id))


def _all_told() -> Iterable[Told]:
    told = {
        "established": Establishment.objects,
        "sitting": Sitting.objects,
        "vote": Vote.objects,
        "election": Election.objects,
    }
    for what, rows in told.items():
        for one in rows.filter(done_on__isnull=False).values("id", "title", "body", "done_on"):
            yield Told(on=one.pop("done_on"), what=what, **one)
    for row in Tenure.objects.all():
        for what, on, how in (("taken", row.since, row.how), ("left", row.until, row.ended_how)):
            if on is not None:
                person, office = row.person, row.office
                yield Told(on=on, what=what, id=row.id, title=how, person=person, office=office)


def _between(written: str, day_from: date, day_to: date) -> bool:
    day = PartialDay.read(written)
    return day.first <= day_to and day_from <= day.last


def _on(
    place: Body,
    rows: list[Tenure],
    day: date,
    persons: dict[str, Person],
    consents: dict[str, str | None],
) -> list[Held]:
    found = []
    for row in rows:
        known = PartialDay.read(row.since or row.seen_first or str(day)).first
        sure = certainty(row, day, term_of_office(place.id, known))
        if sure is Certainty.NOT_EXCLUDED and place.seats == 1 and not row.acting:
            others = [one for one in rows if one.pk != row.pk and not one.acting]
            sure = None if another_held(row, others, day) else sure
        if sure is not None:
            found.append(_held(row, persons, consents, sure))
    sure_ones = [one for one in found if one.certainty is Certainty.SURE]
    if place.seats is not None and len(sure_ones) >= place.seats:
        found = sure_ones
    return sorted(found, key=lambda one: (_sureness(one), one.first, one.tenure))


def _sureness(held: Held) -> int:
    return len(_SURENESS) if held.certainty is None else _SURENESS.index(held.certainty)


def _told(found: Iterable[Tenure]) -> list[Held]:
    rows = list(found)
    persons, consents = _persons(rows), _consents(rows)
    told = [_held(row, persons, consents, None) for row in rows]
    return sorted(told, key=lambda one: (one.first, one.tenure))


def _persons(rows: Iterable[Tenure]) -> dict[str, Person]:
    return Person.objects.in_bulk({row.person for row in rows})


def _consents(rows: Iterable[Tenure]) -> dict[str, str | None]:
    """The day of each vote of consent, by its id."""
    wanted = {row.consent for row in rows if row.consent}
    return dict(Vote.objects.filter(pk__in=wanted).values_list("id", "done_on"))


def _held(
    row: Tenure, persons: dict[str, Person], consents: dict[str, str | None], sure: Certainty | None
) -> Held:
    same = (
        "office person since until seen_first seen_last ongoing acting how by appointed_on"
        " consent_by consent decree ended_how ended_by confidence note entry"
    ).split()
    return Held(
        tenure=row.id,
        names=persons[row.person].names,
        consent_on=consents.get(row.consent) if row.consent else None,
        sources=tuple(row.sources),
        certainty=sure,
        **{name: getattr(row, name) for name in same},
    )
