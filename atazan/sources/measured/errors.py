"""What was told wrongly, to learn from: the text, its words, what was expected and found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from atazan.sources.measured.gold import ActMarked, Item, places
from atazan.sources.measured.pairing import ROLES, Pair, Paired, overlap
from atazan.sources.understood.told import ActTold

Fault = Literal["invented", "missed", "other_kind", "wrong_role"]
_ORDER: dict[Fault, int] = {"invented": 0, "missed": 1, "other_kind": 2, "wrong_role": 3}


class Error(Struct, frozen=True):
    """An act told wrongly. `expected` and `found` hold the kind or the roles that differ.

    `other_kind`: the words were seen and taken for another kind. The more `weight`, the worse.
    """

    fault: Fault
    id: str
    lang: str
    says: str
    expected: dict[str, object]
    found: dict[str, object]
    pattern: str
    weight: float


def errors(item: Item, paired: Paired) -> Iterator[Error]:
    """The errors of one text."""
    invented = list(paired.invented)
    for marked in paired.missed:
        spans = places(item.text, marked.says)
        near = max(invented, key=lambda act: overlap(spans, act.start, act.end), default=None)
        if near is not None and overlap(spans, near.start, near.end):
            invented.remove(near)
            yield _error("other_kind", item, marked, near)
        else:
            yield _error("missed", item, marked, None)
    for told in invented:
        yield _error("invented", item, None, told)
    for pair in paired.pairs:
        if pair.wrong:
            yield _wrong_role(item, pair)


def worst_first(found: list[Error]) -> list[Error]:
    """Invented acts, the surest of them foremost; then missed, of another kind, in wrong roles."""
    return sorted(found, key=lambda one: (_ORDER[one.fault], -one.weight, one.id))


def _error(fault: Fault, item: Item, marked: ActMarked | None, told: ActTold | None) -> Error:
    says = item.text[told.start : told.end] if told else ""
    weight = told.confidence if told and not marked else 1.0
    return Error(
        fault,
        item.id,
        item.lang,
        marked.says if marked else says,
        _roles(marked) if marked else {},
        _roles(told) if told else {},
        told.pattern if told else "",
        weight,
    )


def _wrong_role(item: Item, pair: Pair) -> Error:
    return Error(
        "wrong_role",
        item.id,
        item.lang,
        pair.marked.says,
        {"kind": str(pair.marked.kind)} | {role: getattr(pair.marked, role) for role in pair.wrong},
        {role: getattr(pair.told, role) for role in pair.wrong},
        pair.told.pattern,
        float(len(pair.wrong)),
    )


def _roles(act: ActMarked | ActTold) -> dict[str, object]:
    every = {"kind": str(act.kind)} | {role: getattr(act, role) for role in ROLES}
    return {role: value for role, value in every.items() if value not in (None, ())}
