"""What an act of the journal is about, in three languages, and which page tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atazan.journal.models import Entry
from atazan.rules.bodies import bodies, offices
from atazan.rules.book import rules
from atazan.rules.citation import cite
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import all_words, phrase
from atazan.rules.works import works

Words = Mapping[str, str]
"""Words by language; a language whose form was not found is left out."""

_PAGES = {
    "person.registered/1": "people/{id}",
    "office.taken/1": "offices/{office}",
    "office.left/1": "offices/{office}",
    "candidate.proposed/1": "offices/{office}",
    "oath.taken/1": "offices/{office}",
    "body.established/1": "bodies/{body}",
    "election.held/1": "bodies/{body}",
    "sitting.held/1": "sittings/{id}",
    "vote.taken/1": "sittings/{sitting}",
    "law.adopted/1": "norms/{work}",
    "provision.changed/1": "norms/{work}/{provision}",
    "provision.changed/2": "norms/{work}/{provision}",
    "citation.noted/1": "norms/{work}/{provision}",
    "work.registered/1": "norms/{id}",
    "text.recorded/1": "norms/{work}",
    "decision.adopted/1": "decisions/{id}",
    "decision.published/1": "decisions/{id}",
    "decision.duty_met/1": "decisions/{decision}",
    "decision.indexed/1": "decisions/{decision}",
    "decision.summarised/1": "decisions/{decision}",
    "decision.text_recorded/1": "decisions/{decision}#p-1",
    "position.stated/1": "positions/{id}",
    "position.treated/1": "positions/{position}",
    "precis.written/1": "decisions/{decision}",
    "association.founded/1": "associations/{id}",
    "member.admitted/1": "associations/{association}",
    "presidency.taken/1": "associations/{association}",
    "secretariat.set/1": "associations/{association}",
    "event.held/1": "events/{id}",
    "partner.registered/1": "partners/{id}",
    "agreement.signed/1": "agreements/{id}",
    "project.started/1": "projects/{id}",
    "referendum.called/1": "referendums/{id}",
    "referendum.held/1": "referendums/{id}",
    "referendum.decided/1": "referendums/{id}",
    "draft.published/1": "drafts/{draft}",
    "measure.announced/1": "measures#{id}",
    "duty.set/1": "transition#{id}",
    "duty.met/1": "transition#{id}",
    "figure.published/1": "figures/#{body}.{metric}",
    "document.described/1": "record/{id}",
    "mechanism.named/1": "record/{document}#{id}",
}
_FIELDS = (
    "title",
    "names",
    "question",
    "subject",
    "step",
    "institution",
    "says",
    "how",
    "why",
    "summary",
    "outcome",
)
_OF_OFFICES = ("office.taken", "office.left", "candidate.proposed", "oath.taken")
_NAMED = {
    "people": "person.registered/1",
    "sittings": "sitting.held/1",
    "associations": "association.founded/1",
    "events": "event.held/1",
    "partners": "partner.registered/1",
    "agreements": "agreement.signed/1",
    "projects": "project.started/1",
    "referendums": "referendum.called/1",
    "record": "document.described/1",
    "decisions": "decision.adopted/1",
}
"""The kind of act that gives the things of a section their names."""


def page_of(act: Mapping[str, Any]) -> str | None:
    """The path of the page that tells of an act, without the language; None where there is none."""
    pattern = _PAGES.get(act["kind"])
    if pattern is None or (act["kind"] == "law.adopted/1" and act.get("work") not in works()):
        return None
    return pattern.format_map(act).removesuffix("/whole")


def in_every(words: Any) -> dict[str, str]:
    """Words made for each language: `words` is asked once a language."""
    return {lang: words(lang) for lang in LANGS}


class Names(Struct, frozen=True):
    """Names of persons, tenures and referendums, read from the acts that gave them."""

    persons: Mapping[str, Words]
    holders: Mapping[str, str]
    questions: Mapping[str, Words]

    @classmethod
    def read(cls) -> Names:
        persons = {act["id"]: act["names"] for act in _acts("person.registered/1")}
        holders = {act["id"]: act["person"] for act in _acts("office.taken/1")}
        asked = {act["id"]: act["question"] for act in _acts("referendum.called/1")}
        return cls(persons, holders, asked)

    def about(self, act: Mapping[str, Any]) -> Words:
        """What an act is about; empty where it says nothing of itself."""
        kind = act["kind"].partition("/")[0]
        if kind in _OF_OFFICES:
            return self._office(act)
        if kind in ("provision.changed", "citation.noted"):
            return _provision(act)
        if kind == "text.recorded":
            return _provision({**act, "provision": "whole"})
        if kind == "figure.published":
            return _figure(act)
        if kind == "duty.set" and act["rule"] in rules().rules:
            return in_every(rules().rules[act["rule"]][0].title.says)
        if kind in ("referendum.held", "referendum.decided"):
            return self.questions.get(act["id"]) or {}
        if kind in ("decision.adopted", "decision.published"):
            return _decision(act)
        return next((act[name] for name in _FIELDS if isinstance(act.get(name), dict)), {})

    def _office(self, act: Mapping[str, Any]) -> Words:
        place = offices().get(act["office"])
        person = act.get("person") or self.holders.get(act.get("tenure", ""), "")
        names = self.persons.get(person, {})

        def says(lang: Lang) -> str:
            office = place.names.says(lang) if place else act["office"]
            return f"{office}: {_instead(names, lang) or person}"

        return in_every(says)


def _acts(kind: str) -> list[dict[str, Any]]:
    found = Entry.objects.filter(kind=kind).values_list("body", flat=True)
    return [msgspec.json.decode(body)["act"] for body in found]


def _instead(names: Words, lang: str) -> str:
    return next((names[one] for one in (lang, *LANGS) if names.get(one)), "")


def _provision(act: Mapping[str, Any]) -> Words:
    return in_every(lambda lang: f"{provision_words(act['work'], act['provision'], lang)}")


def provision_words(work: str, eid: str, lang: Lang) -> str:
    """A provision with its work, as readers name it."""
    known = works().get(work)
    name = known.short.says(lang) if known else work
    if eid in ("", "whole"):
        return name
    try:
        return f"{name}, {cite(eid, lang)}"
    except ValueError:
        return f"{name}, {eid}"


def _figure(act: Mapping[str, Any]) -> Words:
    key = f"figure.metric.{act['metric']}"
    known = key in all_words()
    return in_every(lambda lang: phrase(key, lang) if known else act["metric"])


def _decision(act: Mapping[str, Any]) -> Words:
    def says(lang: Lang) -> str:
        number = act.get("number_kk" if lang == "kk" else "number") or act.get("number")
        subject = _instead(act["subject"], lang)
        return f"№ {number}. {subject}" if number else subject

    return in_every(says)


class Place(Struct, frozen=True):
    """A page of the platform in words: its section and, where it tells of one thing, its name."""

    section: str
    name: Words


def place(page: str) -> Place:
    """A page by its path: `events/aacc-board-2019`, `norms/const-1995/art_1`, `measures`."""
    section, _, rest = page.rstrip("/").partition("/")
    return Place(section, _name(section, rest) if rest else {})


def _name(section: str, rest: str) -> Words:
    if section == "norms":
        work, _, eid = rest.partition("/")
        return in_every(lambda lang: provision_words(work, eid, lang))
    if section == "rules" and rest in rules().rules:
        return in_every(rules().rules[rest][-1].title.says)
    if section in ("offices", "bodies"):
        known = (offices() if section == "offices" else bodies()).get(rest)
        return in_every(known.names.says) if known else {}
    if section == "drafts" and (key := f"draft.{rest}") in all_words():
        return in_every(lambda lang: phrase(key, lang))
    return _recorded(section, rest)


def _recorded(section: str, id: str) -> Words:
    kind = _NAMED.get(section)
    if kind is None:
        return {}
    found = Entry.objects.filter(kind=kind, stream__endswith=f"/{id}").values_list(
        "body", flat=True
    )
    for body in found:
        act = msgspec.json.decode(body)["act"]
        if act["id"] == id:
            return next((act[name] for name in _FIELDS if isinstance(act.get(name), dict)), {})
    return {}
