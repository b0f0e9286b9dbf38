"""What every engine must find, told by plain Python, and made-up entries and plans to ask it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from atazan.search.engines import NEVER, Clause, Entry, Plan, Term

KEYS = ["ru:суд", "kk:сот", "court", "ru:прав", "kk:заң", "law", "pension", "ru:пенс", "33-1"]
FACETS = {"work": ("a", "b", "c"), "lang": ("kk", "ru", "en"), "year": ("2024", "2025")}


def entry(row: int, texts: str | Iterable[str] = "", **more: object) -> Entry:
    """An entry; its id is told by its row unless given."""
    given = (texts,) if isinstance(texts, str) else tuple(texts)
    return Entry(**({"id": f"source/{row}", "row": row, "titles": (), "texts": given} | more))


def entries(many: int, dice: random.Random) -> list[Entry]:
    """Entries of few words, so that much of what is asked is found in some."""

    def said(most: int) -> str:
        return " ".join(dice.choices(KEYS, k=dice.randint(0, most)))

    return [
        entry(
            row,
            [said(9) for _ in range(dice.randint(0, 3))],
            titles=tuple(said(3) for _ in range(dice.randint(0, 2))),
            names=tuple(dice.sample(["33-нқ", "34-нқ", "o-o"], dice.randint(0, 1))),
            facets=tuple(
                f"{name}={one}"
                for name, values in FACETS.items()
                for one in dice.sample(values, dice.randint(0, 2))
            ),
            since=dice.choice([0, 20200101, 20260701]),
            replaced=dice.choice([NEVER, NEVER, 20260701]),
            place=dice.randint(0, 20261231) << 32 | row,
            thing=dice.getrandbits(48),
            tier=dice.randint(0, 12),
        )
        for row in range(1, many + 1)
    ]


def plans(many: int, dice: random.Random) -> list[Plan]:
    """Plans that use everything a plan can say."""

    def clause() -> Clause:
        return Clause(tuple(_term(dice) for _ in range(dice.randint(1, 3))))

    def clauses(most: int) -> tuple[Clause, ...]:
        return tuple(clause() for _ in range(dice.randint(0, most)))

    def maybe(value: object, otherwise: object) -> object:
        return value if dice.random() < 0.25 else otherwise

    found = []
    for _ in range(many):
        parts = clauses(4)
        found.append(
            Plan(
                clauses=parts,
                need=dice.randint(1, max(1, len(parts))),
                besides=clauses(1),
                names=maybe(("33-нқ", "o-o"), ()),
                must=maybe((clause(),), ()),
                day=maybe(dice.choice([20191231, 20200101, 20260630, 20260701]), None),
                only=maybe((("lang", ("ru", "en")), ("work", ("a",))), ()),
                among=maybe(tuple(dice.sample(range(1, 40), 15)), None),
            )
        )
    return found


def _term(dice: random.Random) -> Term:
    keys = tuple(dice.choices(KEYS, k=dice.choice([1, 1, 2, 3])))
    return Term(keys, dice.choice([1.0, 0.5]), together=dice.random() < 0.4)


def found(plan: Plan, kept: Iterable[Entry]) -> list[Entry]:
    """What a plan finds."""
    return [one for one in kept if _answers(plan, one)]


def counted(kept: Iterable[Entry]) -> dict[str, int]:
    """How many have each code."""
    return dict(Counter(code for one in kept for code in one.facets))


def _answers(plan: Plan, one: Entry) -> bool:
    asked = bool(plan.clauses or plan.names)
    said = sum(_says(clause, one) for clause in plan.clauses)
    enough = bool(plan.clauses) and said >= min(plan.need, len(plan.clauses))
    named = not set(plan.names).isdisjoint(one.names)
    return (
        (not asked or enough or named)
        and all(_says(clause, one) for clause in plan.must)
        and (plan.day is None or one.since <= plan.day < one.replaced)
        and all(
            any(f"{name}={value}" in one.facets for value in values) for name, values in plan.only
        )
        and (plan.among is None or one.row in plan.among)
    )


def _says(clause: Clause, one: Entry) -> bool:
    return any(_holds(term, field) for term in clause.terms for field in (one.titles, one.texts))


def _holds(term: Term, field: tuple[str, ...]) -> bool:
    if not term.together:
        return {*term.keys} <= {key for written in field for key in written.split()}
    said = f" {' '.join(term.keys)} "
    return any(said in f" {written} " for written in field)
