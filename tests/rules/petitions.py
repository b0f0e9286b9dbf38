"""Builders: a citizen's petition that meets every condition, and variations of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from atazan.rules.bad_petition import read_facts
from atazan.rules.petition import Petition


def facts(**over: Any) -> dict[str, Any]:
    """The facts of a petition that meets every condition of both regimes, with some put over."""
    whole: dict[str, Any] = {
        "applicant": {"capacity": "citizen"},
        "challenged": [
            {"act": "Law", "provision": "art_1", "kind": "normative", "status": "in_force"}
        ],
        "case": {
            "norm_applied": True,
            "directly_affects": True,
            "applicant_took_part": True,
            "judicial_acts": [judicial_act(date(2025, 9, 18))],
        },
        "rights": {"whose": "own", "signs_of_violation": True},
        "subject": {"asks": "law"},
        "earlier_rulings": [],
    }
    return {**whole, **over}


def judicial_act(adopted_on: date, instance: str = "appeal", in_force: bool = True) -> Any:
    return {"instance": instance, "adopted_on": adopted_on, "in_force": in_force}


def petition(on: date, **over: Any) -> Petition:
    return read_facts(facts(**over), on)
