"""Petitions at many steps whose sealed words can be told apart, accounts of every role, every path.

A canary is `canary`, the class of fields it stands in, and the place of its petition:
`canarycontact3` is the address of the fourth petition.
"""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterator
from datetime import date

import msgspec
from django.contrib.auth.models import User
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.regex_helper import normalize
from msgspec import Struct

from atazan.docket import acts, vault
from atazan.docket.drafts import begin
from atazan.docket.models import Petition, Vote
from atazan.institutions.bench import bench
from atazan.journal.models import Entry
from atazan.portal.accounts.roles import give
from atazan.portal.models import Profile
from atazan.rules.petition import Case, JudicialAct
from atazan.rules.text import Text
from tests.conftest import MOMENT
from tests.docket_way import Way, by, do, facts_of, petition

CANARY = re.compile(r"canary([a-z]+)([0-9]+)")
START = date(2026, 7, 2)
OWNER = "owner"


def said(sort: str, place: int) -> str:
    """A canary."""
    return f"canary{sort}{place}"


def text(**told: str) -> str:
    return msgspec.json.encode(told).decode()


class Marked(Way):
    """A petition on its way with canaries wherever the law seals words."""

    def __init__(self, place: int) -> None:
        self.day, self.place, self.owner = START, place, by("citizen")
        self.kept = vault.put(io.BytesIO(said("files", place).encode()), 100)
        court = Case(judicial_acts=(JudicialAct(court=said("facts", place)),))
        facts, found = facts_of(START, case=court)
        person = {"address": "contact", "phone": "contact", "email": "contact", "iin": "contact"}
        told = {name: said(sort, place) for name, sort in person.items()}
        file = acts.FileRef(
            sha256=self.kept.sha256, size=self.kept.size, media="text/plain", what="other"
        )
        act = petition(
            START,
            applicant=text(name=said("applicant", place), **told),
            statement=text(essence=said("statement", place), grounds=said("statement", place)),
            facts=facts,
            found=found,
            files=(file,),
            names=text(**{self.kept.sha256: said("files", place) + ".txt"}),
        )
        self.id = act.id
        self.owner = msgspec.structs.replace(self.owner, name=OWNER)
        do(act, self.owner)
        self.step(acts.PetitionTaken, by("registry"), clerk=said("clerk", place))

    def returned(self) -> Marked:
        told = {"grounds": ("sr2-form-content",), "reasons": text(x=said("reasons", self.place))}
        self.step(acts.PetitionReturned, by("registry"), **told)
        return self

    def studied(self) -> Marked:
        judge = self.judges(3)[1]
        self.step(acts.PetitionAssigned, by("chair"), judges=(judge,))
        told = {"done_by": judge, "proposal": "admit", "report": said("study", self.place)}
        self.step(acts.StudyReported, by("judge", judge), **told)
        return self

    def retired(self) -> Marked:
        present = tuple(self.row.session["judges"])
        told = {"present": present, "text": said("minutes", self.place)}
        self.now(acts.MinutesKept, by("secretary"), **told)
        self.now(acts.JudgesRetired, by("chair"), present=present)
        return self

    def adopt(self, outcome: str = "does_not_conform", **more: object):  # type: ignore[no-untyped-def]
        draft = said("draft", self.place)
        words = Text(kk=draft, ru=draft, en=draft)
        texts = msgspec.json.encode({"kk": [draft], "ru": [draft]}).decode()
        told = {"title": words, "subject": words, "texts": texts, "asks_measures": words}
        return super().adopt(outcome, **{**told, **more})


WAYS = {
    "lodged": lambda way: way,
    "registered": lambda way: way.registered(),
    "returned": lambda way: way.returned(),
    "under_study": lambda way: way.registered().studied(),
    "admitted": lambda way: way.admitted(),
    "deliberation": lambda way: way.admitted().in_session().retired().vote(),
    "decided": lambda way: way.decided(),
    "published": lambda way: way.published(),
}
"""A petition at each of these steps, in this order: the place of its canaries."""


def walked() -> list[Marked]:
    """One petition a step of WAYS, and a draft of the same owner."""
    begin(OWNER, {}, MOMENT, told={"essence": said("own", len(WAYS)), "name": said("own", 0)})
    return [go(Marked(place)) for place, go in enumerate(WAYS.values())]


class Reader(Struct):
    """An account: its name, its role (None: signed in to nothing), the judge it belongs to."""

    name: str
    role: str | None
    person: str | None = None


def readers() -> list[Reader]:
    """A visitor, the owner, and an account of every role."""
    bench_of = bench(date(2026, 8, 1))
    judge = next(one.person for one in bench_of.judges if one.person != bench_of.chair)
    plain = (
        "citizen representative registry analyst secretary publisher auditor admin curator"
        " chief_curator"
    ).split()
    found = [
        Reader("", None),
        Reader(OWNER, "citizen"),
        *(Reader(f"x-{role}", role) for role in plain),
        Reader("x-judge", "judge", judge),
        Reader("x-chair", "chair", bench_of.chair),
    ]
    for one in found[1:]:
        user = User.objects.create_user(one.name)
        give(user, str(one.role))
        Profile.objects.update_or_create(user=user, defaults={"person": one.person})
    return found


class Address(Struct, frozen=True):
    """An address with the place of the petition it was filled in from, None where it takes nothing.

    `route` is the number of its pattern; `blind` marks rooms that do not know who reads.
    """

    path: str
    place: int | None
    route: int
    blind: bool


BLIND = (
    "atazan.law.",
    "atazan.institutions.",
    "atazan.reform.",
    "atazan.cooperation.",
    "atazan.monitoring.",
    "atazan.sources.",
    "allauth.",
)
"""Rooms that do not know who reads: a test holds them to it."""


def addresses(petitions: list[Petition]) -> list[Address]:
    """Every address of the URL configuration, its parameters filled in from each petition."""
    return list({one.path: one for one in _filled(petitions)}.values())


def _filled(petitions: list[Petition]) -> Iterator[Address]:
    routes = _templates(get_resolver().url_patterns, "")
    for route, (template, names, numbered, module) in enumerate(routes):
        for place, row in enumerate(petitions if names else petitions[:1]):
            for given in _given(template, row, place, numbered):
                path = "/" + template % {name: given.get(name, row.id) for name in names}
                blind = module.startswith(BLIND)
                yield Address(path, place if names else None, route, blind)


def _templates(patterns: list, before: str) -> Iterator[tuple[str, list[str], bool, str]]:  # type: ignore[type-arg]
    for one in patterns:
        local = isinstance(one.pattern, LocalePrefixPattern)
        parts = "en/" if local else normalize(one.pattern.regex.pattern)[0][0]
        if not isinstance(one, URLPattern):
            yield from _templates(one.url_patterns, before + parts)
            continue
        names = re.findall(r"%\((\w+)\)s", before + parts)
        numbered = any(type(c).__name__ == "IntConverter" for c in one.pattern.converters.values())
        numbered = numbered or "api/receipts/%(number)s" in before + parts
        yield before + parts, names, numbered, one.callback.__module__


def _given(template: str, row: Petition, place: int, numbered: bool) -> Iterator[dict[str, object]]:
    """Values of the parameters that are not the petition's number itself."""
    from atazan.docket.desk.forms import FORMS
    from atazan.docket.drafts import Draft

    entries = Entry.objects.filter(stream=f"petition/{row.id}").order_by("version")
    stream = f"petition/{row.id}"
    given: dict[str, object] = {
        "stream": stream,
        "path": stream,
        "name": stream if "desk/" in template or "streams" in template else row.id,
        "code": row.code,
        "sha256": row.files[0]["sha256"],
        "key": row.decision or row.id,
        "version": 1,
        "pk": 1,
        "lang": "ru",
        "rest": "nothing",
        "uidb36": "1",
        "kind": ("receipt", "return_notice", "admission_ruling")[place % 3],
        "act": sorted(FORMS)[place % len(FORMS)],
    }
    if "<uuid" in template or "draft/" in template:
        given["id"] = Draft.objects.values_list("pk", flat=True).first() or uuid.uuid4()
        given["name"] = "essence"
    if numbered:
        for entry in (entries.first(), entries.last()):
            yield {**given, "number": entry.number if entry else 1}
        return
    yield given


def votes() -> set[str]:
    """The digests of all votes cast: whoever has one could tell two votes apart."""
    return set(Vote.objects.values_list("vote", flat=True))
