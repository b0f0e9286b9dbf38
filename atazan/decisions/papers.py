"""A resolution as a paper, from its act alone: the same act gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings

from atazan.decisions.acts import Holding, ResolutionAdopted
from atazan.docket.facts import read_told
from atazan.docket.models import Petition
from atazan.docket.papers import NoPaper, applicant, named, said, told
from atazan.docket.queries import joined_with
from atazan.docket.sight import ANYONE, show
from atazan.docket.signing import composition, signatures
from atazan.docket.voting import voters
from atazan.journal import private
from atazan.papers import kinds
from atazan.papers.terms import worded_text
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
    presiding = row.session["presiding"]
    norms = [{"work": one.work, "provision": eid} for one in act.holdings for eid in one.provisions]
    return kinds.Resolution(
        court=said("portal.court"),
        number=_number(act, draft=entry is None),
        at=at,
        address=address,
        entry=entry,
        title=act.title,
        place=said("citizen.place"),
        composition=composition(row.present, presiding, day),
        signatures=signatures(voters(row), presiding, day),
        participants=tuple(worded_text(one, day) for one in _participants(row, norms)),
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
    return _phrased("decisions.paper.draft", number=number)


def _phrased(key: str, **facts: object) -> Text:
    return Text(**{lang: phrase(key, lang, facts) for lang in LANGS})


def _participants(row: Petition, norms: Sequence[dict[str, str]]) -> Iterator[Text]:
    """Who took part, with their representatives: art. 41(1), (4), 57(1)(3).

    Applicants of the case and of petitions joined to it, then the bodies whose acts are reviewed,
    by their acts: which body made an act the record of works does not say.
    """
    for one in (row, *joined_with(row.id)):
        yield _applicant(one)
        for kind in _representatives(one):
            yield _phrased("paper.participant.representative", kind=said(f"representative.{kind}"))
    for title in _acts(norms):
        yield _phrased("paper.participant.body", act=title)


def _applicant(row: Petition) -> Text:
    """The applicant as the public register names them, and the number of the petition."""
    shown = show(row, ANYONE)
    by_policy = shown.initials if shown and settings.ATAZAN_PUBLIC_NAMES == "initials" else ""
    key = "decisions.paper.applicant_named" if by_policy else "decisions.paper.applicant"
    who, number = _phrased(key, name=by_policy), _phrased("decisions.case_number", number=row.id)
    return _phrased("paper.participant.applicant", who=who, number=number)


def _representatives(row: Petition) -> tuple[str, ...]:
    """The kinds of representatives, never their names; none where the facts are erased."""
    facts = private.reveal(row.facts)
    checked = read_told(facts).petition.representatives if facts else ()
    filed = (applicant(row).get("representative") or {}).get("kind")
    return tuple(one.kind for one in checked) or ((filed,) if filed else ())


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
