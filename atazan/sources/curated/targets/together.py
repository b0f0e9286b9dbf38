"""Cooperation: agreements, meetings, congresses, members, presidencies, projects."""

from __future__ import annotations

import re

from msgspec import structs

from atazan.cooperation.models import Member
from atazan.journal.forms import as_yaml
from atazan.rules.bodies import bodies
from atazan.rules.text import LANGS, Text
from atazan.sources.curated.register import Register, Told, names_of
from atazan.sources.curated.targets.wanted import Wanted, in_words, slug, unused, wanted

_TYPES = (
    ("memorandum", "меморандум|memorandum"),
    ("statute", "жарғы|устав|statute"),
    ("agreement", "келісім|соглашен|договор|agreement|treaty|protocol|протокол|хаттама"),
)
_EVENTS = (
    ("congress", "конгресс?|congress"),
    ("symposium", "симпозиум|symposium"),
    ("forum", "форум|forum"),
    ("seminar", "семинар|seminar"),
    ("training", "тренинг|training"),
    ("conference", "конференц|conference|дөңгелек үстел|кругл|round table"),
)
_PROJECTS = (("programme", "бағдарлама|программ|programm"), ("assistance", "көмек|помощ|assist"))
_BEGINS = re.compile(
    "нача|старт|запу|бастал|баста[дуп]|іске қос|launch|start|beg[aiu]n", re.IGNORECASE
)
_ELECTED = re.compile("избра|сайла|elect", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}")


def sign_agreement(told: Told, register: Register) -> list[Wanted]:
    """A memorandum or an agreement is signed."""
    names = [*told.actors, *told.counterparts]
    type = _type(_TYPES, told, "agreement")
    before, parties = _parties(names, told, register)
    title = _titled(f"curated.title.{type}", parties, register)
    id = unused("agreement", slug(type, *parties[-1:], told.date or told.reading.published))
    found = wanted("agreement.signed/1", told, id=id, type=type, title=title, parties=parties)
    return [*before, found]


def hold_meeting(told: Told, register: Register) -> list[Wanted]:
    """A body of ours sits, or parties meet."""
    body = register.body(told.actors[0], told) if told.actors else None
    if body and not told.counterparts:
        title = in_words("curated.title.sitting", body=bodies()[body].names)
        return [wanted("sitting.held/1", told, id=slug(body, told.date), body=body, title=title)]
    for name in told.actors:
        if association := register.association(name, told):
            return [_sitting_of(association, name, told, register)]
    before, parties = _parties([*told.actors, *told.counterparts], told, register)
    title = _titled("curated.title.meeting", parties, register)
    id = unused("event", slug("meeting", *parties[-1:], told.date or told.reading.published))
    people = _people([*told.actors, *told.counterparts], told, register)
    given = {"type": "meeting", "title": title, "parties": parties, "people": people}
    return [*before, wanted("event.held/1", told, id=id, **given)]


def _sitting_of(association: str, name: str, told: Told, register: Register) -> Wanted:
    """An organ of an association sits."""
    short = Text(**register.associations[association].short)
    id = unused("event", slug(association, "meeting", told.date))
    title = in_words("curated.title.association_meeting", association=short)
    return wanted("event.held/1", told, id=id, type="meeting", title=title, association=association)


def hold_congress(told: Told, register: Register) -> list[Wanted]:
    """A congress, symposium, conference or the like is held."""
    type = _type(_EVENTS, told, "conference")
    name = " ".join(told.objects)
    association = next(
        (one for one in (register.association(n, told) for n in told.actors) if one), None
    )
    number = _NUMBER.search(name)
    names = register.associations[association].short if association else None
    title = (
        in_words(
            f"curated.title.numbered_{type}",
            number=_plain(number[0]),
            association=Text(**names),
        )
        if number and names and type == "congress"
        else None
    )
    parties = [one for one in (register.party(n, told) for n in told.actors) if one]
    id = unused("event", slug(association, type, number and number[0], told.date))
    return [
        wanted(
            "event.held/1",
            told,
            id=id,
            type=type,
            title=title,
            association=association,
            number=number[0] if number else None,
            parties=parties,
            **_languages("title", title, told, name),
        )
    ]


def admit_member(told: Told, register: Register) -> list[Wanted]:
    """Institutions become members of an association: an act each."""
    association = _association(told, register)
    found = []
    for name in told.objects:
        party = register.party(name, told)
        institution = register.partners.get(party or "")
        known = Member.objects.filter(association=association)
        country = next((one.country for one in known if _same(one.institution, name)), None)
        found.append(
            wanted(
                "member.admitted/1",
                told,
                id=slug(association, party or name),
                association=association,
                institution=institution,
                country=Text(**country) if country else None,
                **_languages("institution", institution, told, name),
            )
        )
    return found


def preside(told: Told, register: Register) -> list[Wanted]:
    """An institution takes the chair of an association. Where it was elected, the day of the
    election is told, not the first day in the chair."""
    association = _association(told, register)
    name = told.objects[0] if told.objects else ""
    party = register.party(name, told) if name else None
    institution = register.partners.get(party or "")
    return [
        wanted(
            "presidency.taken/1",
            told,
            id=slug(association, "pr", party or name, told.date),
            association=association,
            institution=institution,
            since=None if _ELECTED.search(told.row.quote) else told.date,
            elected=told.date,
            **_languages("institution", institution, told, name),
        )
    ]


def project(told: Told, register: Register) -> list[Wanted]:
    """A joint project or assistance starts or goes on: only the former says since when."""
    before, parties = _parties([*told.actors, *told.counterparts], told, register)
    name = " ".join(told.objects)
    type = _type(_PROJECTS, told, "project")
    id = unused("project", slug(type, *parties[:1], told.date or told.reading.published))
    found = wanted(
        "project.started/1",
        told,
        id=id,
        type=type,
        parties=parties,
        since=told.date if _BEGINS.search(told.row.quote) else None,
        **_languages("title", None, told, name),
    )
    return [*before, found]


def is_presidency(told: Told, register: Register) -> bool:
    """Whether who is elected is an institution, for the chair of an association."""
    if not told.objects or _association(told, register) is None:
        return False
    return register.person(told.objects[0], told) is None or register.office(told) is None


def _association(told: Told, register: Register) -> str | None:
    names = [*told.actors, told.office, *told.counterparts]
    found = (register.association(name, told) for name in names)
    inside = (one for one in register.associations if one in told.known.values())
    return next((one for one in found if one), None) or next(inside, None)


def _parties(names: list[str], told: Told, register: Register) -> tuple[list[Wanted], list[str]]:
    """Partners by slug; whom the register does not have is to be registered first."""
    before: list[Wanted] = []
    parties: list[str] = []
    for name in names:
        party = register.party(name, told)
        body = register.body(name, told)
        if party is None and register.person(name, told) is not None:
            continue
        if party is None:
            id = body or slug(name)
            if id in parties or not id:
                continue
            party = id
            type = "organ" if body else "organisation"
            title = bodies()[body].names if body else None
            called: dict[str, str | Text] = {"names": title} if title else {}
            called |= _languages("names", title, told, name)
            found = wanted("partner.registered/1", told, id=id, type=type, done_on="", **called)
            before.append(structs.replace(found, first=True))
        if party not in parties:
            parties.append(party)
    return before, parties


def _people(names: list[str], told: Told, register: Register) -> str:
    """The persons of the register among those named, as the text spells them, for a form."""
    found = [{told.lang: name} for name in names if register.person(name, told)]
    return as_yaml(found) if found else ""


def _titled(key: str, parties: list[str], register: Register) -> Text | None:
    known = [one for one in parties if one in register.partners]
    if not parties or len(known) < len(parties):
        return None
    return in_words(key, parties=names_of(parties, register))


def _type(table: tuple[tuple[str, str], ...], told: Told, other: str) -> str:
    said = " ".join((*told.objects, told.row.quote)).casefold()
    return next((name for name, words in table if re.search(words, said)), other)


def _languages(field: str, given: Text | None, told: Told, name: str) -> dict[str, str]:
    """The inputs of a text that the register does not give: the document's own words, in its
    language; the other two are for the curator."""
    if given is not None:
        return {}
    return {f"{field}.{lang}": name if lang == told.lang else "" for lang in LANGS}


def _plain(words: str) -> Text:
    return Text(kk=words, ru=words, en=words)


def _same(institution: dict[str, str], name: str) -> bool:
    return name.casefold() in {words.casefold() for words in institution.values()}
