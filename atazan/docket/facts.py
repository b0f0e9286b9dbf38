"""From the answers of a guided check to the facts of a petition, and how both are kept as text."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from atazan.docket.guide.norm import known_kind
from atazan.docket.guide.questions import NONE, UNKNOWN, Answers
from atazan.rules.bad_petition import checked
from atazan.rules.petition import (
    Applicant,
    Case,
    Challenged,
    EarlierFiling,
    EarlierRuling,
    EarlierTermination,
    Events,
    JudicialAct,
    Papers,
    Petition,
    Representative,
    Rights,
    Subject,
)

_STAGES = {"preparing": "preparing", "filed": "filed", "admitted": "proceedings"}


def petition_of(answers: Answers) -> Petition:
    """The petition these answers describe; what is not said, or not known, is null."""
    return Petition(
        question="citizen_complaint",
        stage=_STAGES[answers.get("stage", "preparing")],  # type: ignore[arg-type]
        applicant=Applicant(capacity=answers["who"]),  # type: ignore[arg-type]
        challenged=_challenged(answers),
        case=_case(answers),
        rights=Rights(
            whose=_said(answers, "whose"),  # type: ignore[arg-type]
            signs_of_violation=_yes(answers, "signs"),
        ),
        subject=Subject(asks=_said(answers, "asks")),  # type: ignore[arg-type]
        earlier_rulings=_rulings(answers),
        earlier_filing=_earlier_filing(answers),
        earlier_termination=_termination(answers),
        representatives=_representatives(answers),
        consent=_yes(answers, "consent"),
        papers=_papers(answers),
        events=Events(
            filed_on=_day(answers, "filed-on"),
            admitted_on=_day(answers, "admitted-on"),
            adapted_on=_day(answers, "adapted"),
        ),
    )


def _said(answers: Answers, id: str) -> str | None:
    value = answers.get(id)
    return None if value in (None, UNKNOWN) else value


def _yes(answers: Answers, id: str) -> bool | None:
    value = _said(answers, id)
    return None if value is None else value == "yes"


def _day(answers: Answers, id: str) -> date | None:
    value = _said(answers, id)
    return None if value is None else date.fromisoformat(value)


def codes(answers: Answers, id: str) -> tuple[str, ...] | None:
    """The codes ticked; None where the question is not answered."""
    value = _said(answers, id)
    if value is None:
        return None
    return () if value == NONE else tuple(value.split(","))


def _challenged(answers: Answers) -> tuple[Challenged, ...]:
    if "act" not in answers:
        return ()
    return (
        Challenged(
            act=answers["act"],
            provision=answers.get("provision") or None,
            whole_act=answers.get("whole") == "yes",
            kind=known_kind(answers["act"]) or _said(answers, "kind"),  # type: ignore[arg-type]
            status=_said(answers, "status"),  # type: ignore[arg-type]
            still_applies=_yes(answers, "still"),
        ),
    )


def _case(answers: Answers) -> Case:
    return Case(
        norm_applied=_yes(answers, "applied"),
        directly_affects=_yes(answers, "affects"),
        applicant_took_part=_yes(answers, "took-part"),
        judicial_acts=_judicial_acts(answers),
        supreme_court_reading=_yes(answers, "reading"),
        imperative_norm=_yes(answers, "imperative"),
    )


def _judicial_acts(answers: Answers) -> tuple[JudicialAct, ...] | None:
    adopted = _day(answers, "adopted")
    said = _said(answers, "appeal")
    if said == "first":
        return (JudicialAct(instance="first"),)
    if said in ("yes", "pending"):
        return (JudicialAct(instance="appeal", in_force=said == "yes", adopted_on=adopted),)
    if said is None:
        said = _said(answers, "judgment")
        if said in ("yes", "pending"):
            return (JudicialAct(in_force=said == "yes", adopted_on=adopted),)
    return () if said == NONE else None


def _rulings(answers: Answers) -> tuple[EarlierRuling, ...] | None:
    said = _yes(answers, "decided")
    if said is None:
        return None
    if not said:
        return ()
    changed = _yes(answers, "basis")
    return (EarlierRuling(same_question=True, in_force=True, basis_changed=changed),)


def _earlier_filing(answers: Answers) -> EarlierFiling | None:
    first = _day(answers, "first-filed")
    if first is None:
        return None
    return EarlierFiling(
        filed_on=first,
        grounds=codes(answers, "grounds") or (),
        notification_received_on=_day(answers, "notice"),
    )


def _termination(answers: Answers) -> EarlierTermination | None:
    said = answers.get("ended")
    if said in (None, "no"):
        return None
    return EarlierTermination(same_grounds=None if said == UNKNOWN else said == "same")


def _representatives(answers: Answers) -> tuple[Representative, ...]:
    if "representative" not in answers:
        return ()
    one = Representative(
        kind=answers["representative"],  # type: ignore[arg-type]
        authority=_yes(answers, "powers"),
        organisation_entitled=_yes(answers, "entitled"),
    )
    return (one,) * int(answers.get("how-many", "1"))


def _papers(answers: Answers) -> Papers:
    translation = _said(answers, "translation")
    foreign = None if translation is None else translation != "not_needed"
    return Papers(
        contents=codes(answers, "contents"),
        attachments=codes(answers, "attachments"),
        form=_said(answers, "form"),  # type: ignore[arg-type]
        signed=_yes(answers, "signed"),
        eds=_yes(answers, "eds"),
        language=_said(answers, "language"),  # type: ignore[arg-type]
        annexes_in_other_languages=foreign,
        translated=translation == "yes" if foreign else None,
        fee=_said(answers, "fee"),  # type: ignore[arg-type]
    )


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """The facts of a petition as filed: read by the rules (`petition`), and the answers of the
    guided check they came from, where they did."""

    petition: Petition
    answers: dict[str, Any] | None = None


def write_facts(petition: Petition, answers: Answers | None = None) -> str:
    """The text kept with a filing."""
    return msgspec.json.encode(Told(petition, dict(answers) if answers else None)).decode()


def read_told(facts: str) -> Told:
    """The text kept with a filing, read again. Raises msgspec.ValidationError."""
    return msgspec.json.decode(facts, type=Told)


def read_facts(facts: str, on: date) -> Petition:
    """The facts of a filing, checked as of a day. Raises BadPetition, msgspec.ValidationError."""
    return checked(read_told(facts).petition, on)
