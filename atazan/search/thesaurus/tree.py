"""The concepts of a kind as a tree: under each its narrower ones of the same kind."""

from __future__ import annotations

from msgspec import Struct

from atazan.rules.concepts import Concept, Kind, concepts, narrower


class Branch(Struct, frozen=True):
    """A concept and the branches below it."""

    concept: Concept
    below: tuple[Branch, ...]


class Group(Struct, frozen=True):
    """The branches that hang under one concept of another kind; None: under none."""

    under: Concept | None
    branches: tuple[Branch, ...]


def groups(kind: Kind) -> list[Group]:
    """The concepts of a kind in the order of the files, each once, under its first broader one."""
    known = concepts()
    hung: dict[str | None, list[Branch]] = {}
    for one in known.values():
        foot = _foot(one)
        if one.kind == kind and (foot is not None or not one.broader):
            hung.setdefault(foot, []).append(_branch(one))
    return [Group(known[id] if id else None, tuple(found)) for id, found in hung.items()]


def _foot(one: Concept) -> str | None:
    """The concept of another kind that one hangs under; None where its own kind holds it."""
    first = one.broader[0] if one.broader else None
    return first if first is not None and concepts()[first].kind != one.kind else None


def _branch(one: Concept) -> Branch:
    same = [concepts()[id] for id in narrower(one.id)]
    below = [other for other in same if other.kind == one.kind and other.broader[0] == one.id]
    return Branch(one, tuple(map(_branch, below)))
