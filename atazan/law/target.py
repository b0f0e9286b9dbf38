"""Whether an act about the law names a work and a provision the register could find again."""

from __future__ import annotations

from atazan.journal.problems import BadAct, Problem
from atazan.rules.citation import levels
from atazan.rules.works import works


def check_target(work: str, provision: str) -> None:
    """Refuse a target the register could not find again. Raises BadAct."""
    if work not in works():
        raise BadAct(Problem("law.unknown_work", {"work": work}))
    if provision != "whole":
        try:
            levels(provision)
        except ValueError as wrong:
            raise BadAct(Problem("law.bad_eid", {"provision": provision})) from wrong
