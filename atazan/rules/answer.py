"""How an assessment is shown: as text to read, as JSON to work with."""

from __future__ import annotations

from typing import Any

from atazan.rules.assessment import Assessment, Ground
from atazan.rules.bad_petition import BadPetition
from atazan.rules.book import Rule
from atazan.rules.doubts import doubts
from atazan.rules.text import Lang
from atazan.rules.words import in_words, phrase
from atazan.rules.works import works

_MARKS = {True: "✓", False: "✗", None: "·"}
_ANSWERS = {True: "yes", False: "no", None: "open"}


def as_json(assessment: Assessment, lang: Lang, name: str | None = None) -> dict[str, Any]:
    """Everything an assessment says, as plain values."""
    known = doubts()
    shown = {
        "id": assessment.petition.id,
        "on": assessment.on,
        "stage": assessment.petition.stage,
        "outcome": assessment.outcome,
        "may_apply": assessment.may_apply,
        "curable": assessment.curable,
        "grounds": [
            {
                "id": ground.id,
                "work": ground.work,
                "provision": ground.provision,
                "says": ground.says(lang),
                "because": [finding.id for finding in ground.because],
            }
            for ground in assessment.grounds
        ],
        "last_day_to_file": assessment.last_day_to_file,
        "effective_filing_date": assessment.effective_filing_date,
        "correction_deadline": assessment.correction_deadline,
        "decision_due": assessment.decision_due,
        "missing": [
            {
                "code": one.code,
                "kind": one.kind,
                "work": one.work,
                "provision": one.provision,
                "says": one.says(lang),
            }
            for one in assessment.missing
        ],
        "findings": [
            {
                "id": finding.id,
                "holds": finding.holds,
                "work": works()[finding.rule.source.work].uri,
                "provision": finding.rule.source.provision_eid,
                "says": finding.says(lang),
            }
            for finding in assessment.findings
        ],
        "arithmetic": [ledger.explain(lang) for ledger in assessment.ledgers],
        "doubts": [
            {"id": id, "says": known[id].says.says(lang) if id in known else id}
            for id in assessment.doubts
        ],
        "elsewhere": [
            {
                "id": one.id,
                "work": works()[one.rule.source.work].uri,
                "provision": one.rule.source.provision_eid,
                "says": one.says(lang),
            }
            for one in assessment.elsewhere
        ],
    }
    return {"file": name, **shown} if name else shown


def as_text(assessment: Assessment, lang: Lang, name: str | None = None) -> str:
    """The answer to read: first whether, until when and what to add, then why, then the rest."""
    lines = [name, ""] if name else []
    gaps = bool(assessment.may_apply and assessment.missing)
    answer = "yes_with_gaps" if gaps else _ANSWERS[assessment.may_apply]
    may = phrase("check.answer." + answer, lang, {"n": len(assessment.missing)})
    outcome = phrase("outcome." + (assessment.outcome or "open"), lang)
    lines += [f"{may} {outcome}.", *_days(assessment, lang)]
    if assessment.curable:
        until = assessment.curable_until
        key = "check.curable_until" if until else "check.curable"
        lines.append(phrase(key, lang, {"day": until}))
    # the form of the answer is worth a line only where the answer is not a yes
    form = None if assessment.may_apply else assessment.decision_form
    parts = [
        ("grounds", [_ground(ground, lang) for ground in assessment.grounds]),
        ("form", [form.says.says(lang) + _cited(form, lang)] if form else []),
        ("missing", [one.says(lang) + _cited(one.rule, lang) for one in assessment.missing]),
        ("findings", _findings(assessment, lang)),
        ("arithmetic", [line for one in assessment.ledgers for line in one.explain(lang)]),
        ("elsewhere", [one.says(lang) + _cited(one.rule, lang) for one in assessment.elsewhere]),
        ("doubts", _doubts(assessment, lang)),
    ]
    for heading, items in parts:
        if items:
            lines += ["", phrase("check.heading." + heading, lang)]
            lines += items if heading == "findings" else [f"  – {item}" for item in items]
    return "\n".join(lines)


def refused_json(name: str, bad: BadPetition, lang: Lang) -> dict[str, Any]:
    """Facts that cannot be read, as plain values."""
    problems = [{"field": one.field, "says": one.says(lang)} for one in bad.problems]
    return {"file": name, "error": bad.says(lang), "problems": problems}


def refused_text(name: str, bad: BadPetition, lang: Lang) -> str:
    """Facts that cannot be read, to read."""
    lines = [f"{name}: {phrase('check.bad', lang)}"]
    return "\n".join([*lines, *(f"  – {one.says(lang)}" for one in bad.problems)])


def _days(assessment: Assessment, lang: Lang) -> list[str]:
    shown = [
        ("day", assessment.on),
        ("last_day", assessment.last_day_to_file),
        ("effective", assessment.effective_filing_date),
        ("correction", assessment.correction_deadline),
        ("due", assessment.decision_due),
    ]
    if assessment.petition.stage == "preparing" and assessment.petition.earlier_filing is None:
        shown = [one for one in shown if one[0] != "effective"]
    return [
        f"{phrase('check.heading.' + key, lang)}: {in_words(day, lang, weekday=True)}"
        for key, day in shown
        if day is not None
    ]


def _cited(rule: Rule, lang: Lang) -> str:
    work = works()[rule.source.work].short.says(lang)
    return f" [{rule.source.provision.cite(lang)} – {work}]"


def _ground(ground: Ground, lang: Lang) -> str:
    reasons = "".join(f"\n      {one.says(lang)}" for one in ground.because)
    return f"{ground.says(lang)} ({ground.id}){_cited(ground.rule, lang)}{reasons}"


def _findings(assessment: Assessment, lang: Lang) -> list[str]:
    return [
        f"  {_MARKS[one.holds]} {one.says(lang)}{_cited(one.rule, lang)}"
        for one in assessment.findings
    ]


def _doubts(assessment: Assessment, lang: Lang) -> list[str]:
    known = doubts()
    return [known[id].says.says(lang) if id in known else id for id in assessment.doubts]
