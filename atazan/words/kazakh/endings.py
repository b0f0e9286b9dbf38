"""An ending, and how endings are joined into chains that keep harmony."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from atazan.words.kazakh.letters import ANY, BACK, FRONT, final

_TO_FRONT = str.maketrans("аығқ", "еігк")


class Ending(NamedTuple):
    """A chain of suffixes as it is written after a stem.

    `after` is the classes of final letter it may follow, `harmony` the vowels it may follow.
    """

    text: str
    after: int
    harmony: int
    tags: tuple[str, ...]


Endings: TypeAlias = tuple[Ending, ...]


def both(text: str, after: int, *tags: str) -> Endings:
    """Return an ending written with back vowels, and the same with front ones."""
    front = text.translate(_TO_FRONT)
    return (Ending(text, after, BACK, tags), Ending(front, after, FRONT, tags))


def fixed(text: str, after: int, *tags: str) -> Endings:
    """Return an ending that does not follow harmony: -мен."""
    return (Ending(text, after, BACK | FRONT, tags),)


def joined(first: Iterable[Ending], *then: Endings) -> Endings:
    """Return every chain of an ending of `first` and one of `then` that may follow it."""
    chains: list[Ending] = []
    for left in first:
        if not left.text:
            chains += [ending for group in then for ending in group]
            continue
        last = final(left.text)
        for right in (ending for group in then for ending in group):
            if not right.after & last or not right.harmony & left.harmony:
                continue
            chains.append(
                Ending(
                    left.text + right.text,
                    left.after,
                    left.harmony if left.harmony in (BACK, FRONT) else right.harmony,
                    left.tags + right.tags,
                )
            )
    return tuple(chains)


def table(endings: Iterable[Ending]) -> dict[str, Endings]:
    """Return endings by their text."""
    found: dict[str, list[Ending]] = {}
    for ending in dict.fromkeys(endings):
        found.setdefault(ending.text, []).append(ending)
    return {text: tuple(group) for text, group in found.items()}


NONE: Endings = (Ending("", ANY, BACK | FRONT, ()),)
