"""An assessment as plain values: what `atazan check --format json`, the API and the desk give out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from atazan.rules.assessment import Assessment, Elsewhere, Ground, Missing, Reason
from atazan.rules.doubts import doubts
from atazan.rules.text import Lang
from atazan.rules.works import works


def as_json(assessment: Assessment, lang: Lang, name: str | None = None) -> dict[str, Any]:
    """Everything an assessment says; `name` is that of the file it came from, if there is one."""
    shown: dict[str, Any] = {
        "id": assessment.petition.id,
        "on": assessment.on,
        "stage": assessment.petition.stage,
        "outcome": assessment.outcome,
        "may_apply": assessment.may_apply,
        "curable": assessment.curable,
        "grounds": [_ground(one, lang) for one in assessment.grounds],
        "last_day_to_file": assessment.last_day_to_file,
        "effective_filing_date": assessment.effective_filing_date,
        "correction_deadline": assessment.correction_deadline,
        "decision_due": assessment.decision_due,
        "missing": [_missing(one, lang) for one in assessment.missing],
        "findings": [_finding(one, lang) for one in assessment.findings],
        "arithmetic": [ledger.explain(lang) for ledger in assessment.ledgers],
        "doubts": _doubts(assessment.doubts, lang),
        "elsewhere": [_elsewhere(one, lang) for one in assessment.elsewhere],
    }
    return {"file": name, **shown} if name else shown


def _ground(ground: Ground, lang: Lang) -> dict[str, Any]:
    return {
        "id": ground.id,
        "work": ground.work,
        "provision": ground.provision,
        "says": ground.says(lang),
        "because": [finding.id for finding in ground.because],
    }


def _missing(missing: Missing, lang: Lang) -> dict[str, Any]:
    return {
        "code": missing.code,
        "kind": missing.kind,
        "work": missing.work,
        "provision": missing.provision,
        "says": missing.says(lang),
    }


def _finding(finding: Reason, lang: Lang) -> dict[str, Any]:
    return {
        "id": finding.id,
        "holds": finding.holds,
        "work": works()[finding.rule.source.work].uri,
        "provision": finding.rule.source.provision_eid,
        "says": finding.says(lang),
    }


def _elsewhere(one: Elsewhere, lang: Lang) -> dict[str, Any]:
    return {
        "id": one.id,
        "work": works()[one.rule.source.work].uri,
        "provision": one.rule.source.provision_eid,
        "says": one.says(lang),
    }


def _doubts(ids: Iterable[str], lang: Lang) -> list[dict[str, str]]:
    known = doubts()
    return [{"id": id, "says": known[id].says.says(lang) if id in known else id} for id in ids]
