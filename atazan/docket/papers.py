"""Papers of a petition, made from its acts alone: the same acts give the same bytes.

`address` is where the paper can be checked; `at` and `entry` are those of the act it tells of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct

from atazan.docket import acts
from atazan.docket.models import Petition
from atazan.docket.sight import initials
from atazan.docket.signing import composition, signatures
from atazan.journal import private
from atazan.journal.acts import Act
from atazan.journal.deeds import read_act
from atazan.journal.models import Entry as Written
from atazan.papers import kinds
from atazan.papers.terms import worded_text
from atazan.rules import due_days
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.citation import cite
from atazan.rules.day import day_in_astana
from atazan.rules.text import LANGS, Lang, Text
from atazan.rules.words import all_words, phrase
from atazan.rules.works import works


class NoPaper(LookupError):
    """The petition's way has no act that this paper tells of."""

    def __init__(self, id: str, kind: str) -> None:
        super().__init__(f"no {kind} was made of petition {id}")


class Told(Struct, frozen=True):
    """An act as recorded: what was done, its entry, and when."""

    act: Act
    entry: kinds.Entry
    at: datetime


def told(row: Petition, *wanted: str) -> list[Told]:
    """The acts of these kinds on the petition's way, in order."""
    found = Written.objects.filter(stream=f"petition/{row.id}", kind__in=wanted)
    return [
        Told(
            read_act(msgspec.json.decode(one.body)["act"]),
            kinds.Entry(number=one.number, hash=one.hash),
            one.recorded_at,
        )
        for one in found.order_by("version")
    ]


def receipt(row: Petition, address: str) -> kinds.Receipt:
    """What the applicant gets when the petition is filed: art. 47(1)."""
    filed = _last(row, "receipt", told(row, "petition.filed/1")[:1])
    act: Any = filed.act
    names = _json(private.reveal(act.names))
    law = rules().on(day_in_astana(filed.at))
    files = [
        kinds.File(
            place=place,
            what=what_it_is(one.what, law),
            name=str(names.get(one.sha256) or "—"),
            size=one.size,
            sha256=one.sha256,
        )
        for place, one in enumerate(act.files, 1)
    ]
    return kinds.Receipt(
        **_head(row, address, filed),
        code=act.code,
        filed_by=initials(str(applicant(act).get("name") or "")) or "—",
        through=said(f"citizen.through.{act.channel}"),
        files=tuple(files),
    )


def return_notice(row: Petition, address: str, written: Told | None = None) -> kinds.ReturnNotice:
    """The staff's notice of a return: art. 47(2). `written` is the act, recorded or about to be
    (then its `entry` may be left empty); without it the last one recorded. Raises NoPaper.

    Its month runs from the day it is received, which no notice can know. The law does not say who
    signs for the staff: the line stays empty.
    """
    one = written or _last(row, "return_notice", told(row, "petition.returned/1"))
    act: Any = one.act
    law, reasons = rules().on(day_in_astana(one.at)), _reasons(act.reasons)
    return kinds.ReturnNotice(
        **_head(row, address, one),
        addressee=_name(row),
        filed_on=_day(row.received_on),
        grounds=tuple(_return_ground(ground, reasons, law) for ground in act.grounds),
        signed_by=kinds.Signature(name="", office=said("citizen.staff")),
    )


def _return_ground(ground: str, reasons: dict[str, str], law: RulesOnDay) -> kinds.ReturnGround:
    rule = law[f"ground.{ground}"]
    words = reasons.get(ground) or reasons.get("")
    return kinds.ReturnGround(
        id=ground,
        title=worded_text(rule.title, law.day),
        under=rule.source.provision,
        reasons=(words or worded_text(rule.says, law.day),),
        curable=bool(rule.value.curable),
    )


def admission_ruling(row: Petition, address: str) -> kinds.AdmissionRuling:
    """The Court's ruling to admit, or to refuse: art. 48. Raises NoPaper."""
    one = _last(row, "admission_ruling", told(row, "petition.admitted/1", "petition.refused/1"))
    act: Any = one.act
    on = _day(act.done_on)
    law = rules().on(on)
    admitted = isinstance(act, acts.PetitionAdmitted)
    session, voted = _session(row, one)
    in_words = worded_text(said("citizen.norm_in_words"), on)
    return kinds.AdmissionRuling(
        **_head(row, address, one),
        petition=row.id,
        place=said("citizen.place"),
        composition=composition(session.judges, session.presiding, on),
        signatures=signatures(voted, session.presiding, on),
        applicant=_name(row),
        filed_on=_day(row.filed_on),
        subject=tuple(named(norm) for norm in row.norms) or (in_words,),
        admitted=admitted,
        grounds=() if admitted else _ruling_grounds(act, law),
        notify_by=due_days.notify_admission_due(on, rules()).due,
    )


def _ruling_grounds(act: Any, law: RulesOnDay) -> tuple[kinds.RulingGround, ...]:
    reasons = _reasons(act.reasons)
    return tuple(
        kinds.RulingGround(
            id=one,
            under=rule.source.provision,
            says=reasons.get(one) or reasons.get("") or worded_text(rule.says, law.day),
        )
        for one in act.grounds
        for rule in [law[f"ground.{one}"]]
    )


def _session(row: Petition, ruling: Told) -> tuple[Any, tuple[str, ...]]:
    """The session that ruled, and who voted: those convened, or those of the vote opened again."""
    session: Any = None
    voted: tuple[str, ...] = ()
    for one in told(row, "admission.convened/1", "vote.reopened/1"):
        act: Any = one.act
        if one.entry.number > ruling.entry.number:
            break
        if isinstance(act, acts.AdmissionConvened):
            session, voted = act, act.judges
        else:
            voted = act.present
    if session is None:
        raise NoPaper(row.id, "admission_ruling")
    return session, voted


PAPERS: dict[str, Callable[[Petition, str], kinds.Paper]] = {
    "receipt": receipt,
    "return-notice": return_notice,
    "admission-ruling": admission_ruling,
}
"""Papers by the name they have in an address."""


def what_it_is(code: str, law: RulesOnDay) -> Text:
    """What a file is, in the words of the rule that asks for it."""
    rule: Rule | None = law.get(f"attachment.{code}")
    return worded_text(rule.title if rule else said(f"citizen.what.{code}"), law.day)


def named(norm: Any) -> Text:
    """A provision challenged: the work as readers call it, and the place in it."""
    work, where = works()[norm["work"]].short, norm["provision"]
    parts: dict[str, str] = {}
    for lang in LANGS:
        place = "" if where == "whole" else f", {_cited(where, lang)}"
        parts[lang] = f"{work.says(lang)}{place}"
    return Text(**parts)


def _cited(eid: str, lang: Lang) -> str:
    try:
        return cite(eid, lang)
    except ValueError:
        return eid


def said(key: str) -> Text:
    """A phrase in all languages."""
    if key not in all_words():
        return Text(kk=key, ru=key, en=key)
    return Text(**{lang: phrase(key, lang) for lang in LANGS})


def _head(row: Petition, address: str, one: Told) -> dict[str, Any]:
    entry = one.entry if one.entry.number else None
    head = {"number": row.id, "at": one.at, "address": address, "entry": entry}
    return {"court": said("portal.court"), **head}


def _last(row: Petition, kind: str, found: Iterable[Told]) -> Told:
    every = list(found)
    if not every:
        raise NoPaper(row.id, kind)
    return every[-1]


def applicant(of: Any) -> dict[str, Any]:
    """What is told of the applicant by an act or a row; empty where it was erased."""
    return _json(private.reveal(of.applicant))


def _name(row: Petition) -> str:
    """The applicant's name, with the law's own word where it was erased."""
    lang: Lang = "ru" if row.language == "ru" else "kk"
    return str(applicant(row).get("name") or phrase("citizen.applicant", lang))


def _reasons(sealed: str) -> dict[str, str]:
    """Reasons by ground; words told for all grounds at once stand under ''."""
    words = private.reveal(sealed) if sealed.startswith(private.PREFIX) else sealed
    return _json(words) or ({"": words} if words else {})


def _json(text: str | None) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(text or "{}")
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _day(written: Any) -> date:
    return date.fromisoformat(str(written))
