"""Scenarios a lawyer can write: tests/scenarios/*.yaml, each a title, a day, facts and the answer.

A scenario states only what differs from `base` at the head of its file; `expect` names what must
be so: `outcome`, `may_apply`, `grounds` (ids, exactly), days, `missing` (codes that must be among
them), `holds`, `fails` and `open` (ids of findings), `elsewhere`, `doubts`, `refused` (field).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from atazan.rules.admissibility import assess
from atazan.rules.bad_petition import BadPetition, read_facts

FOLDER = Path(__file__).parent / "scenarios"
DAYS = ("last_day_to_file", "effective_filing_date", "correction_deadline", "decision_due")


def merged(base: Any, over: Any) -> Any:
    """The base with what the scenario says put over it, level by level."""
    if not (isinstance(base, dict) and isinstance(over, dict)):
        return over
    return {**base, **{key: merged(base.get(key), value) for key, value in over.items()}}


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        written = yaml.safe_load(path.read_text("utf-8"))
        for one in written["scenarios"]:
            facts = (
                one["petition"] if one.get("alone") else merged(written["base"], one["petition"])
            )
            found.append(pytest.param(one, facts, id=f"{path.stem}: {one['title']}"))
    return found


@pytest.mark.parametrize(("scenario", "facts"), scenarios())
def test_scenario(scenario: dict[str, Any], facts: dict[str, Any]) -> None:
    on, expect = scenario["day"], scenario["expect"]
    if "refused" in expect:
        with pytest.raises(BadPetition) as bad:
            read_facts(facts, on)
        assert expect["refused"] in [problem.field for problem in bad.value.problems]
        assert all(bad.value.says(lang) for lang in ("kk", "ru", "en"))
        return
    answer = assess(read_facts(facts, on), on)
    by = {finding.id: finding.holds for finding in answer.findings}
    said: dict[str, Any] = {}
    for key in expect:
        if key in ("outcome", "may_apply", "curable", *DAYS):
            said[key] = getattr(answer, key)
        elif key == "grounds":
            said[key] = [ground.id for ground in answer.grounds]
        elif key == "missing":
            codes = [one.code for one in answer.missing]
            said[key] = [code for code in expect[key] if code in codes]
        elif key in ("holds", "fails", "open"):
            wanted = {"holds": True, "fails": False, "open": None}[key]
            said[key] = [id for id in expect[key] if id in by and by[id] is wanted]
        elif key == "elsewhere":
            there = [one.id for one in answer.elsewhere]
            said[key] = [id for id in expect[key] if id in there]
        elif key == "doubts":
            said[key] = [id for id in expect[key] if id in answer.doubts]
        else:
            raise KeyError(f"a scenario may not expect '{key}'")
    assert said == expect


def test_scenarios_reach_all_three_regimes() -> None:
    days = [param.values[0]["day"] for param in scenarios()]
    assert len(days) >= 60
    assert min(days) < date(2023, 1, 1) < date(2026, 7, 1) <= max(days)
