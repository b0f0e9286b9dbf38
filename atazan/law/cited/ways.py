"""Steps tied into ways: which step stands inside which, and what is shared along a list."""

from __future__ import annotations

from msgspec import Struct

from atazan.law.cited.grammar import RANK

UNNUMBERED = ""
"""The number of a note that is printed without one; its eId counts it as the first."""


class Numbered(Struct):
    """A step with its numbers: `link` is how it is tied to the one before it."""

    level: str
    numbers: list[str]
    link: str = ""  # "" at once, "," after a comma, "&" after "and", "of"
    inner: list[tuple[str, list[str]]] = []  # (1)(2) after an English number


Chain = list[tuple[str, list[str]]]
"""Steps of one way, from the outside in."""


def _own(step: Numbered) -> Chain:
    return [(step.level, step.numbers or [UNNUMBERED]), *step.inner]


def outer_first(steps: list[Numbered]) -> list[Chain]:
    """Keep the way: a step goes into the one before it, after "and" into the place of its like."""
    done: list[Chain] = []
    way: Chain = []
    for at, step in enumerate(steps):
        level = step.level
        if step.link and way and RANK[way[-1][0]] < RANK[level] and step.link == "&":
            done.append(way)
        elif (step.link and way and (level == "art" or RANK[way[-1][0]] >= RANK[level])) or (
            not step.link and way and RANK[way[-1][0]] > RANK[level]
        ):
            done.append(way)
            way = [one for one in way if RANK[one[0]] < RANK[level]]
        if level == "art":
            way = [one for one in way if one[0] in ("section", "chapter")] if not step.link else []
        way = [*way, *_own(step)]
        if at == len(steps) - 1:
            done.append(way)
    return done


def either(steps: list[Numbered]) -> list[Chain]:
    """Russian and English: groups of steps tied at once, each turned from the outside in."""
    groups: list[list[Numbered]] = []
    for step in steps:
        if groups and step.link not in (",", "&") and _goes_on(groups[-1], step):
            groups[-1].append(step)
        else:
            groups.append([step])
    chains = [_turned(group) for group in groups]
    if _is_outer_first(groups):
        return outer_first(steps)
    for at in range(len(chains) - 2, -1, -1):
        top = RANK[chains[at][0][0]]
        if top > RANK["art"]:
            chains[at] = _shared(top, chains[at + 1]) + chains[at]
    if len(groups) > 1 and _only_says_where(groups[-2], groups[-1]):
        chains.pop()
    return chains


def _only_says_where(inner: list[Numbered], outer: list[Numbered]) -> bool:
    """Whether an article after a comma is where the step before it stands: "пункт 1, статья 14"."""
    return (
        [step.level for step in outer] == ["art"]
        and outer[0].link == ","
        and len(outer[0].numbers) == 1
        and not outer[0].inner
        and all(RANK[step.level] > RANK["art"] for step in inner)
    )


def _goes_on(group: list[Numbered], step: Numbered) -> bool:
    """Whether a step tied at once belongs to the same way: none does after a closed one."""
    levels = [one.level for one in group]
    if step.level in levels and step.link != "of":
        return False
    if "art" in levels:
        return (levels[0] == "art" and step.level != "art") or step.level in ("chapter", "section")
    return True


def _turned(group: list[Numbered]) -> Chain:
    first, last = group[0], group[-1]
    outer_first = len(group) > 1 and (
        RANK[first.level] < RANK[last.level] and group[1].link != "of"
    )
    way: Chain = []
    for step in group if outer_first else reversed(group):
        way += _own(step)
    return way


def _is_outer_first(groups: list[list[Numbered]]) -> bool:
    """Whether the outer step was named first: the last group has no article, an earlier one has."""
    last = [step.level for step in groups[-1]]
    opened = any(group[0].level == "art" for group in groups)
    closed = any(len(group) > 1 and group[-1].level == "art" for group in groups)
    if closed:
        return False
    lonely = not {"art", "chapter", "section"} & {*last}
    nested = any(len(group) > 1 and group[0].level == "art" for group in groups)
    return opened and (lonely or nested)


def _shared(top: int, later: Chain) -> Chain:
    """What a way shares with the one after it: the steps outside its own."""
    kept = [one for one in later if RANK[one[0]] < top]
    article = [one for one in kept if one[0] in ("section", "chapter", "art")]
    own = later[len(kept)][0] if len(kept) < len(later) else ""
    # "подпункт 1) и пункт 2 статьи 5": the subparagraph is not one of paragraph 2
    return kept if own else article or kept
