"""Some twenty made-up petitions in all states for the demonstration: every desk has work to do."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from atazan.decisions.simulated.case import Case, Plan
from atazan.decisions.simulated.described import describe
from atazan.decisions.simulated.people import stories
from atazan.decisions.simulated.run import run
from atazan.docket.models import Petition
from atazan.journal.record import By
from atazan.rules.day import day_in_astana

_AIGUL, _DANIYAR = By("aigul", "citizen"), By("daniyar", "citizen")
_LAWYER = By("lawyer", "representative")
_FORM, _CONDITIONS = "sr2-form-content", "sr5-conditions"
_NOT_OURS = "sr1-no-competence"

# Days before today, whose petition it is, its story, what becomes of it and where it waits.
_PLANS: list[tuple[int, By, int, dict[str, Any]]] = [
    (210, _AIGUL, 0, {"outcome": "does_not_conform", "files": True}),
    (205, _LAWYER, 1, {"outcome": "conforms_as_interpreted", "disagree": True, "recuse": True}),
    (190, _DANIYAR, 2, {"answer": "terminated", "ground": "tm1-withdrawal"}),
    (170, _DANIYAR, 3, {"answer": "refused", "ground": "rf4-not-regulated-by-constitution"}),
    (150, _LAWYER, 4, {"outcome": "conforms", "stop": "resolution.served"}),
    (
        36,
        _AIGUL,
        5,
        {"outcome": "does_not_conform", "stop": "resolution.adopted", "brisk": True, "files": True},
    ),
    (35, _DANIYAR, 6, {"stop": "judges.retired", "brisk": True, "adjourn": True}),
    (80, _LAWYER, 7, {"stop": "petition.to_plenary", "disagree": True}),
    (55, _DANIYAR, 1, {"stop": "proceedings.suspended", "suspend": True}),
    (72, _AIGUL, 3, {"stop": "hearing.convened", "prolong": True, "files": True}),
    (68, _LAWYER, 5, {"stop": "session.adjourned", "adjourn": True}),
    (54, _AIGUL, 2, {"stop": "urgency.granted", "urgent": True}),
    (51, _DANIYAR, 2, {"join": True}),
    (37, _DANIYAR, 4, {"stop": "petition.admitted"}),
    (36, _LAWYER, 0, {"stop": "admission.convened"}),
    (
        34,
        _AIGUL,
        7,
        {"answer": "refused", "ground": "rf3-already-decided", "stop": "study.reported"},
    ),
    (27, _DANIYAR, 6, {"stop": "petition.assigned", "files": True}),
    (35, _AIGUL, 1, {"answer": "withdrawn"}),
    (30, _DANIYAR, 5, {"answer": "returned", "ground": _NOT_OURS}),
    (
        24,
        _LAWYER,
        3,
        {"answer": "returned", "ground": _FORM, "stop": "notice.received", "cure": "late"},
    ),
    (20, _AIGUL, 4, {"stop": "petition.registered"}),
    (12, _AIGUL, 6, {"answer": "returned", "ground": _FORM, "stop": "petition.returned"}),
    (9, _DANIYAR, 7, {"stop": "petition.taken", "files": True}),
    (6, _AIGUL, 0, {"stop": "petition.filed", "files": True}),
    (5, _LAWYER, 2, {"answer": "returned", "ground": _CONDITIONS, "stop": "petition.filed"}),
    (3, _DANIYAR, 1, {"answer": "returned", "ground": _FORM, "stop": "petition.filed"}),
    (1, _AIGUL, 5, {"stop": "petition.filed"}),
]


def few(now: datetime) -> int:
    """File and lead the petitions of the demonstration, unless there are petitions already.

    They belong to the demo accounts `aigul`, `daniyar` and `lawyer`. How many were filed.
    """
    if Petition.objects.exists():
        return 0
    today = day_in_astana(now)
    cases = [
        Case(_plan(today - timedelta(days=before), owner, story, told), Random(before), now)
        for before, owner, story, told in sorted(_PLANS, key=lambda one: -one[0])
    ]
    run(cases, today)
    describe(now)
    return sum(1 for case in cases if case.id)


def _plan(day: Any, owner: By, story: int, told: dict[str, Any]) -> Plan:
    return Plan(on=day, owner=owner, story=stories()[story], **told)
