"""A resolution as a paper, from its act alone: the same act gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings

from atazan.decisions.acts import Holding, ResolutionAdopted
from atazan.docket.models import Petition
from atazan.docket.papers import NoPaper, named, said, told
from atazan.docket.sight import ANYONE, show
from atazan.institutions.bench import bench
from atazan.institutions.models import Person
from atazan.journal import private
from atazan.papers import kinds
from atazan.rules.book import RulesOnDay, rules
from atazan.rules.citation import Provision
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase
from atazan.rules.works import works

_QUOTED = re.compile(r"[«“](.*)[»”]", re.DOTALL)


def adopted(row: Petition, address: str) -> kinds.Resolution:
    """The resolution adopted in a case. Raises NoPaper."""
    found = told(row, "resolution.adopted/1")
    if not found:
        raise NoPaper(row.id, "resolution")
    one = found[-1]
    act: Any = one.act
    return _paper(row, act, _texts(private.reveal(act.texts)), one.at, address, one.entry)


def drafted(row: Petition, act: ResolutionAdopted, at: datetime) -> kinds.Resolution:
    """The paper a draft would make; its number says that it is a draft."""
    return _paper(row, act, _texts(act.texts), at, "", None)


def address_of(entry: int, lang: str) -> str:
    """Where anyone can check the paper."""
    host = settings.ALLOWED_HOSTS[0] if settings.ALLOWED_HOSTS else "localhost"
    return f"http{'s' if settings.HTTPS else ''}://{host}/{lang}/receipt/?no={entry}"


def _texts(written: str | None) -> list[Text]:
    """Paragraph beside paragraph; English stands for no text of the Court."""
    both = msgspec.json.decode(written or "{}")
    pairs = zip(both.get("kk", ()), both.get("ru", ()), strict=False)
    return [Text(kk=kk, ru=ru, en=ru) for kk, ru in pairs]


def _paper(
    row: Petition,
    act: ResolutionAdopted,
    texts: Sequence[Text],
    at: datetime,
    address: str,
    entry: kinds.Entry | None,
) -> kinds.Resolution:
    day = date.fromisoformat(str(act.done_on))
    law = rules().on(day)
    norms = [{"work": one.work, "provision": eid} for one in act.holdings for eid in one.provisions]
    return kinds.Resolution(
        court=said("portal.court"),
        number=_number(act, draft=entry is None),
        at=at,
        address=address,
        entry=entry,
        title=act.title,
        place=said("citizen.place"),
        composition=_composition(row, day),
        participants=(_applicant(row),),
        subject=(act.subject,),
        jurisdiction=_jurisdiction(law),
        circumstances=(),
        matters=(kinds.Matter(kind="act", says=tuple(_acts(norms))),),
        reasons=tuple(texts),
        relied_on=tuple(Provision(*one.split("#")) for one in act.constitution),
        holdings=tuple(_holding(one, eid, day) for one in act.holdings for eid in one.provisions),
        entry_terms=(act.asks_measures,) if act.asks_measures else (),
    )


def _number(act: ResolutionAdopted, draft: bool) -> Text:
    number = Text(kk=act.number_kk, ru=act.number, en=act.number)
    if not draft:
        return number
    facts = {lang: {"number": number.says(lang)} for lang in LANGS}
    return Text(**{lang: phrase("decisions.paper.draft", lang, facts[lang]) for lang in LANGS})


def _composition(row: Petition, day: date) -> tuple[kinds.Signature, ...]:
    """Those who retired to deliberate, the one who presided first."""
    sat, people = bench(day), Person.objects.in_bulk(row.present)
    presiding = (row.session or {}).get("presiding")
    offices = {sat.chair: "chair", sat.deputy: "deputy"}
    return tuple(
        kinds.Signature(
            name=Text(**{lang: people[one].names.get(lang) or one for lang in LANGS}),
            office=said(f"decisions.office.{offices.get(one, 'judge')}"),
        )
        for one in sorted(row.present, key=lambda one: (one != presiding, one != sat.chair))
    )


def _applicant(row: Petition) -> Text:
    """The applicant as the public register names them."""
    shown = show(row, ANYONE)
    by_policy = shown.initials if shown and settings.ATAZAN_PUBLIC_NAMES == "initials" else ""
    facts = {"name": by_policy}
    key = "decisions.paper.applicant_named" if by_policy else "decisions.paper.applicant"
    return Text(**{lang: phrase(key, lang, facts) for lang in LANGS})


def _jurisdiction(law: RulesOnDay) -> tuple[Provision, ...]:
    rule = law["standing.citizen_complaint"]
    return tuple(one.provision for one in (rule.source, *rule.also))


def _acts(norms: Sequence[dict[str, str]]) -> list[Text]:
    return [works()[id].title for id in dict.fromkeys(one["work"] for one in norms)]


def _holding(one: Holding, eid: str, day: date) -> kinds.Holding:
    binding = one.outcome == "does_not_conform"
    return kinds.Holding(
        subject=named({"work": one.work, "provision": eid}),
        outcome=one.outcome,  # type: ignore[arg-type]
        words=_words(one.extent) if one.scope == "words" else None,
        insofar=one.extent if one.scope != "words" else None,
        reading=None if binding else one.reading,
        interim=one.reading if binding else None,
        effect=date.fromisoformat(one.since) if one.since else day,
    )


def _words(extent: Text | None) -> Text | None:
    """The words themselves, out of the phrase that names them as words."""
    if extent is None:
        return None
    found = {lang: _QUOTED.search(extent.says(lang)) for lang in LANGS}
    return Text(**{k: f"«{hit[1]}»" if hit else extent.says(k) for k, hit in found.items()})
