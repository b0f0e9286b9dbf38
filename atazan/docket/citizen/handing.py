"""From a draft to what is handed in: the facts the rules read, and the texts that stay private."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import msgspec
from django.db import transaction

from atazan.docket import acts, filing
from atazan.docket.citizen.asking import BY_ID, faults
from atazan.docket.drafts import Draft, DraftFile, empty
from atazan.docket.facts import petition_of, read_told, write_facts
from atazan.docket.filing import Handed
from atazan.docket.guide.answers import read
from atazan.docket.guide.norm import WHOLE, norm
from atazan.docket.guide.questions import NONE, UNKNOWN
from atazan.docket.models import Petition
from atazan.journal import private
from atazan.journal.problems import BadAct
from atazan.journal.record import By, version_of
from atazan.law.target import check_target
from atazan.rules.admissibility import assess, plan_on
from atazan.rules.assessment import Assessment
from atazan.rules.bad_petition import BadPetition, checked
from atazan.rules.book import Rule, rules

APPLICANT = ("name", "iin", "address", "phone", "email")
STATEMENT = ("essence", "grounds", "request", "facts", "other_remedies", "norms")
_CONTENT_OF = {
    "c02-applicant-id": "you",
    "c03-representative": "representative",
    "c14-substance": "essence grounds request",
    "c15-facts": "facts",
    "c16-legal-basis": "norms",
}
_OF_THE_PAPER = (
    "stage filed-on adapted admitted-on written form signed eds language translation fee"
    " contents attachments"
).split()
QUESTION = "citizen_complaint"
SIGNATURE = "application/cms"


def answers_of(draft: Draft, day: date) -> dict[str, str]:
    """The answers of the guided check, and those the draft itself gives of the paper."""
    law = rules().on(day)
    given = {name: value for name, value in draft.answers.items() if name not in _OF_THE_PAPER}
    given = read(given, day, law).answers
    files: list[DraftFile] = list(draft.files.all())  # type: ignore[attr-defined]
    signed = "yes" if any(one.media == SIGNATURE for one in files) else "no"
    paper = {
        "stage": "filed",
        "filed-on": day.isoformat(),
        "form": "electronic",
        "signed": signed,
        "eds": signed,
        "language": draft.told.get("language", UNKNOWN),
        "contents": ",".join(_contents(draft, given)),
        "attachments": ",".join(sorted({one.what for one in files} & set(kinds_of_file(day))))
        or NONE,
    }
    more = {name: draft.told[name] for name in ("translation", "fee") if draft.told.get(name)}
    return {"who": "citizen", **given, **paper, **more}


def _contents(draft: Draft, answers: dict[str, str]) -> list[str]:
    """What the petition holds; the platform itself names the Court and lists the files."""
    found = ["c01-court-name", "c17-list-of-annexes"]
    for code, pages in _CONTENT_OF.items():
        if not any(faults(BY_ID[one], draft.told) for one in pages.split()):
            found.append(code)
    if answers.get("act") and (answers.get("provision") or answers.get("whole")):
        found.append("c10-enacted-act-details")
    return sorted(found)


def kinds_of_file(day: date) -> dict[str, Rule]:
    """What a file of a citizen's petition may be under the rules of a day, by code."""
    return {
        id.removeprefix("attachment."): rule
        for id, rule in plan_on(rules(), day, QUESTION).rules.items()
        if id.startswith("attachment.")
        and (not rule.value.applies_to or QUESTION in rule.value.applies_to)
    }


def assessed(draft: Draft, day: date) -> Assessment | None:
    """What the rules of the day find of the draft; None where its facts cannot be."""
    try:
        return assess(checked(petition_of(answers_of(draft, day)), day), day)
    except BadPetition:
        return None


def norms_of(draft: Draft, day: date) -> tuple[acts.Norm, ...]:
    """The provision challenged, where the register knows it; else it stays in the words alone."""
    said = draft.answers
    whole = said.get("whole") == "yes"
    found = norm(said.get("act", ""), said.get("provision", ""), whole, day)
    if found.work is None or found.eid is None:
        return ()
    try:
        check_target(found.work.id, found.eid)
    except BadAct:
        return ()
    return (acts.Norm(work=found.work.id, provision=WHOLE if whole else found.eid),)


def handed(draft: Draft, day: date, lang: str) -> Handed:
    """All that is handed in with a draft on a day."""
    answers, told = answers_of(draft, day), draft.told
    files: list[DraftFile] = list(draft.files.order_by("pk"))  # type: ignore[attr-defined]
    language = told.get("language") or ("ru" if lang == "ru" else "kk")
    return Handed(
        language=language,
        applicant=_text(_applicant(draft)),
        statement=_text({name: told.get(name, "") for name in STATEMENT}),
        facts=write_facts(petition_of(answers), answers),
        names=_text({one.sha256: one.name for one in files}) if files else "",
        norms=norms_of(draft, day),
        files=tuple(_file(one) for one in files),
    )


def _applicant(draft: Draft) -> dict[str, Any]:
    told = draft.told
    found: dict[str, Any] = {name: told.get(name, "") for name in APPLICANT}
    if draft.answers.get("by") == "representative":
        person = {name: told.get(f"rep_{name}", "") for name in APPLICANT if name != "iin"}
        found["representative"] = {"kind": draft.answers.get("representative", ""), **person}
    return found


def _file(one: DraftFile) -> acts.FileRef:
    scan = "clean" if one.scan == "clean" else "not_scanned"
    return acts.FileRef(
        sha256=one.sha256,
        size=one.size,
        media=one.media,
        what=one.what or "other",
        scan=scan,  # type: ignore[arg-type]
    )


def hand_in(id: uuid.UUID, *, by: By, at: Any, day: date, lang: str) -> str:
    """File the draft, or file again what was returned; the number of the petition.

    The draft is emptied in the same transaction. Sent twice, it gives the number of the first time.
    Raises Stale, NotPermitted, BadAct.
    """
    with transaction.atomic():
        draft: Draft = Draft.objects.select_for_update().get(pk=id, owner=by.name)
        if draft.filed:
            return draft.filed
        whole = handed(draft, day, lang)
        if draft.petition:
            number = draft.petition
            seen = version_of(f"petition/{number}")
            filing.correct(number, whole, by=by, at=at, seen=seen)
        else:
            number = filing.file(whole, by=by, at=at).id
        empty(draft, number)
    return number


def reopened(row: Petition, owner: str, at: Any) -> Draft:
    """A draft to correct a returned petition, with all that was handed in."""
    found = Draft.objects.filter(owner=owner, petition=row.id, filed=None).first()
    if found is not None:
        return found
    texts = private.reveal_all([row.applicant, row.statement, row.facts, row.names])
    applicant, statement = _json(texts.get(row.applicant)), _json(texts.get(row.statement))
    names = _json(texts.get(row.names))
    answers = dict(read_told(texts[row.facts]).answers or {}) if row.facts in texts else {}
    draft = Draft.objects.create(
        owner=owner,
        petition=row.id,
        answers={**answers, **_returned(row)},
        told={**_told(applicant, statement), "language": row.language, **_more(answers)},
        changed_at=at,
    )
    for one in row.files:
        DraftFile.objects.create(
            draft=draft,
            sha256=one["sha256"],
            name=names.get(one["sha256"]) or one["sha256"][:8],
            size=one["size"],
            media=one["media"],
            scan=one["scan"],
            what="" if one["what"] == "other" else one["what"],
        )
    return draft


def _returned(row: Petition) -> dict[str, str]:
    """What the check asks of a petition returned before."""
    return {
        "returned": "yes",
        "first-filed": row.counts_on,
        "notice": row.noticed_on or UNKNOWN,
        "grounds": ",".join(row.grounds),
    }


def _told(applicant: dict[str, Any], statement: dict[str, Any]) -> dict[str, str]:
    person = applicant.get("representative") or {}
    told = {name: applicant.get(name) for name in APPLICANT}
    told |= {f"rep_{name}": person.get(name) for name in APPLICANT if name != "iin"}
    told |= {name: statement.get(name) for name in STATEMENT}
    return {name: str(value) for name, value in told.items() if value}


def _more(answers: dict[str, str]) -> dict[str, str]:
    return {name: answers[name] for name in ("translation", "fee") if name in answers}


def _text(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()


def _json(text: str | None) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(text or "{}")
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}
