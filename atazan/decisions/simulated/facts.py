"""The facts of a made-up petition: all in order, but for what its outcome needs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from atazan.docket.acts import Norm
from atazan.docket.facts import write_facts
from atazan.rules.book import rules
from atazan.rules.petition import (
    Applicant,
    Case,
    Challenged,
    EarlierRuling,
    Events,
    JudicialAct,
    Papers,
    Petition,
    Rights,
    Subject,
)

_ACT_BEFORE = timedelta(days=100)
"""The judicial act of the last instance came so long before the filing: within the year."""


def facts(day: date, norm: Norm, ground: str | None) -> str:
    """The text kept with a filing on a day; with `ground`, what leads to that ground."""
    sound = _sound(day, norm)
    return write_facts(replace(sound, **_FAULTS.get(ground or "", lambda one: {})(sound)))


def _sound(day: date, norm: Norm) -> Petition:
    ruled = JudicialAct(instance="appeal", in_force=True, adopted_on=day - _ACT_BEFORE)
    return Petition(
        stage="filed",
        applicant=Applicant(capacity="citizen"),
        challenged=(
            Challenged(
                act=norm.work, provision=norm.provision, kind="normative", status="in_force"
            ),
        ),
        case=Case(
            norm_applied=True,
            directly_affects=True,
            applicant_took_part=True,
            judicial_acts=(ruled,),
            supreme_court_reading=False,
            imperative_norm=False,
        ),
        rights=Rights(whose="own", signs_of_violation=True),
        subject=Subject(asks="law", within_competence=True, resolved_in_constitution=True),
        earlier_rulings=(),
        papers=_papers(day),
        events=Events(filed_on=day),
    )


def _papers(day: date) -> Papers:
    law = rules().on(day)
    contents, attachments = (
        tuple(rule.id.partition(".")[2] for rule in law.under(prefix))
        for prefix in ("content.", "attachment.")
    )
    return Papers(
        contents=contents,
        attachments=attachments,
        form="electronic",
        signed=True,
        eds=True,
        language="ru",
        annexes_in_other_languages=False,
        fee="paid",
    )


_FAULTS: dict[str, Any] = {
    "sr1-no-competence": lambda one: {"subject": replace(one.subject, asks="facts")},
    "sr2-form-content": lambda one: {"papers": replace(one.papers, signed=False)},
    "sr3-improper-subject": lambda one: {"applicant": Applicant(capacity="legal_entity")},
    "sr4-fee-unpaid": lambda one: {"papers": replace(one.papers, fee="unpaid")},
    "sr5-conditions": lambda one: {"case": replace(one.case, judicial_acts=())},
    "rf3-already-decided": lambda one: {
        "earlier_rulings": (EarlierRuling(same_question=True, in_force=True, basis_changed=False),)
    },
    "rf4-not-regulated-by-constitution": lambda one: {
        "subject": replace(one.subject, resolved_in_constitution=False)
    },
    "rf5-act-repealed": lambda one: {
        "challenged": (replace(one.challenged[0], status="repealed", still_applies=False),)
    },
}
