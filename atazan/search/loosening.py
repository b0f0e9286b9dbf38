"""How much of a question must be said: all of it where that leaves enough to show, else less."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from atazan.search.engines import Engine, Plan

ENOUGH = 20
"""So many that say every part of a question are answer enough; else fewer parts are asked for."""

LIGHT = 0.2
"""A part said by more than this share of all documents tells little: others are asked for first."""


class Loose(NamedTuple):
    """How a plan is loosened: so many parts are needed, not counting those of `besides` (a bit
    each)."""

    need: int
    besides: int = 0


def loosened(engine: Engine, plan: Plan, enough: int = ENOUGH) -> Loose:
    """How to loosen a plan so that enough is found."""
    parts = len(plan.clauses)
    if parts < 2 or _finds(engine, plan, Loose(parts)) >= enough:
        return Loose(parts)
    light = _light(engine, plan)
    telling = parts - light.bit_count()
    tried = [Loose(need, light) for need in _fewer(telling)]
    return next((one for one in tried[:-1] if _finds(engine, plan, one) >= enough), tried[-1])


def held(plan: Plan, loose: Loose) -> Plan:
    """The plan so loosened."""
    besides = [clause for at, clause in enumerate(plan.clauses) if loose.besides >> at & 1]
    needed = [clause for at, clause in enumerate(plan.clauses) if not loose.besides >> at & 1]
    return msgspec.structs.replace(
        plan, clauses=tuple(needed), besides=tuple(besides), need=loose.need
    )


def _light(engine: Engine, plan: Plan) -> int:
    """The parts not to be asked for, a bit each: those nothing says, and those that tell little,
    unless all the others do."""
    most = max(ENOUGH, engine.size * LIGHT)
    found = [engine.find(Plan(clauses=(clause,)), 0).total for clause in plan.clauses]
    telling = [0 < many <= most for many in found]
    asked = telling if any(telling) else [many > 0 for many in found]
    return sum(1 << at for at, one in enumerate(asked) if not one) if any(asked) else 0


def _fewer(parts: int) -> list[int]:
    """All parts, then three in four, half, one."""
    return sorted({parts, -(-parts * 3 // 4), -(-parts // 2), min(1, parts)}, reverse=True)


def _finds(engine: Engine, plan: Plan, loose: Loose) -> int:
    return engine.find(held(plan, loose), 0).total
