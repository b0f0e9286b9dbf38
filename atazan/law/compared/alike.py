"""Which provision of one text is which of another, told by words first and by number second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from atazan.law.compared.tree import Node
from atazan.law.text.document import OUTSIDE

Pairs = list[tuple[Node, Node]]

SAME_NUMBER = 0.3
"""How alike (0 to 1) the words under one number must be to be the same provision, amended."""
OTHER_NUMBER = 0.62
"""How alike the words under another number must be to be the same provision, renumbered."""
SURELY = 0.75
"""How alike an article must be to that of its number to look at no other."""
MOVED = 0.8
"""The same for a provision found in another article."""
MOVED_WORDS = 8
"""A provision of fewer telling words is not looked for in other articles: too many are alike."""
_RAREST = 3  # how many of its rarest words lead a provision to its like elsewhere
_BLANKS = 16  # letters: texts whose length differs by more are not looked at as equal
_FOR_NUMBER = 0.2  # what an equal number adds where several are alike
_SHORT = 6  # below so many telling words likeness says little, and the number decides


def alike(old: Node, new: Node) -> float:
    """How alike the words of two provisions are: the share of telling words they have in common."""
    total = old.size + new.size
    if not total:
        return 1.0
    mine, theirs = old.bag, new.bag
    return 2 * sum(min(mine[word], theirs[word]) for word in mine.keys() & theirs.keys()) / total


def matched(old: Iterable[Node], new: Iterable[Node]) -> Pairs:
    """Pair the parts of one provision with those of the same provision in the later text.

    Equal words first (under the same number, then under another), then the most alike. What only
    says that it was repealed is paired with its own number alone.
    """
    lost = {one.eid: one for one in old}
    fresh = {one.eid: one for one in new}
    found: Pairs = []

    def pair(one: Node, other: Node) -> None:
        found.append((lost.pop(one.eid), fresh.pop(other.eid)))

    for one, other in _same_step(lost, fresh):
        if one.whole == other.whole or _printed_alike(one, other) >= SURELY or _equals(one, other):
            pair(one, other)
    for one, other in _equal(lost.values(), fresh.values()):
        pair(one, other)
    settled = {one.step for one in lost.values()} == {other.step for other in fresh.values()}
    for one, other in _same_step(lost, fresh):
        if _surely(one, other, OTHER_NUMBER if settled else SURELY):
            pair(one, other)
    for one, other in _most_alike(lost.values(), fresh.values()):
        if one.eid in lost and other.eid in fresh:
            pair(one, other)
    return found


def stubs(old: Iterable[Node], new: Iterable[Node]) -> Pairs:
    """Provisions left over under one number where the later text says that it was repealed."""
    lost, fresh = {one.eid: one for one in old}, {one.eid: one for one in new}
    return [(one, other) for one, other in _same_step(lost, fresh) if other.gone]


def _surely(one: Node, other: Node, enough: float) -> bool:
    """Whether the number tells without a look at the others.

    Where nothing came or went among them, or for an article: items of a list are too alike.
    """
    if one.gone or other.gone or (enough == SURELY and one.level != "art"):
        return False
    return _words_shared(one, other) >= enough or alike(one, other) >= enough


def _words_shared(one: Node, other: Node) -> float:
    """The share of words as printed that both have: quickly told, and less than `alike` finds."""
    mine, theirs = set(one.key.split()), set(other.key.split())
    return 2 * len(mine & theirs) / ((len(mine) + len(theirs)) or 1)


def _equals(one: Node, other: Node) -> bool:
    """Whether they differ at most in blanks (a few) and in letters of another script."""
    return abs(len(one.whole) - len(other.whole)) <= _BLANKS and one.key == other.key


def _printed_alike(one: Node, other: Node) -> float:
    """The share of letters in parts of an article printed alike; 0 for what is no article."""
    if one.level != "art":
        return 0.0
    theirs = {part.whole for part in other.parts}
    common = sum(len(part.whole) for part in one.parts if part.whole in theirs)
    return 2 * common / ((len(one.whole) + len(other.whole)) or 1)


def _same_step(lost: dict[str, Node], fresh: dict[str, Node]) -> Pairs:
    steps = {other.step: other for other in fresh.values()}
    return [(one, steps[one.step]) for one in lost.values() if one.step in steps]


def _equal(old: Iterable[Node], new: Iterable[Node]) -> Pairs:
    """Equal words of one level under another number; the k-th of several equal to the k-th."""
    there: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for other in new:
        if not other.gone:
            there[other.level, other.key].append(other)
    found: Pairs = []
    for one in old:
        waiting = there.get((one.level, one.key))
        if waiting and not one.gone:
            found.append((one, waiting.pop(0)))
    return found


def _most_alike(old: Iterable[Node], new: Iterable[Node]) -> Pairs:
    candidates = [other for other in new if not other.gone]
    ranked: list[tuple[float, int, int, int, Node, Node]] = []
    for one in old:
        if one.gone:
            continue
        for other in candidates:
            if one.level == other.level and (score := _score(one, other)):
                ranked.append(
                    (-score, abs(one.place - other.place), one.place, other.place, one, other)
                )
    return [(one, other) for *_, one, other in sorted(ranked, key=lambda row: row[:4])]


def _score(one: Node, other: Node) -> float:
    """How surely they are one provision; 0 where they are not."""
    if one.step == other.step:
        if one.eid in OUTSIDE:
            return 2.0
        likeness = alike(one, other)
        headed = bool(one.heading) and one.heading == other.heading
        short = one.level != "art" and min(one.size, other.size) < _SHORT
        return likeness + _FOR_NUMBER if likeness >= SAME_NUMBER or headed or short else 0.0
    most = 2 * min(one.size, other.size) / ((one.size + other.size) or 1)
    if most < OTHER_NUMBER:
        return 0.0
    likeness = alike(one, other)
    return likeness if likeness >= OTHER_NUMBER else 0.0


def moved(old: Iterable[Node], new: Iterable[Node]) -> Pairs:
    """Provisions found in another place of the text: the longest first, whole before its parts."""
    lost = [one for outer in old for one in (outer, *outer.below()) if _can_move(one)]
    fresh = [one for outer in new for one in (outer, *outer.below()) if _can_move(one)]
    ranked: list[tuple[float, int, Node, Node]] = []
    for one, other in _candidates(lost, fresh):
        most = 2 * min(one.size, other.size) / (one.size + other.size)
        if most >= MOVED and (likeness := alike(one, other)) >= MOVED:
            ranked.append((-one.size * likeness, len(ranked), one, other))
    taken: set[str] = set()
    found: Pairs = []
    for _, _, one, other in sorted(ranked, key=lambda row: row[:2]):
        if f"old {one.eid}" in taken or f"new {other.eid}" in taken:
            continue
        found.append((one, other))
        taken.update(f"old {each.eid}" for each in (one, *one.below()))
        taken.update(f"new {each.eid}" for each in (other, *other.below()))
    return found


def _candidates(lost: list[Node], fresh: list[Node]) -> Iterator[tuple[Node, Node]]:
    """Pairs that share one of the words rarest in the later text; most alike texts do."""
    holding: dict[str, list[Node]] = defaultdict(list)
    for other in fresh:
        for word in other.bag:
            holding[word].append(other)
    for one in lost:
        known = sorted(
            (word for word in one.bag if word in holding), key=lambda w: (len(holding[w]), w)
        )
        near = {other.eid: other for word in known[:_RAREST] for other in holding[word]}
        for other in near.values():
            if (one.level == "art") == (other.level == "art"):
                yield one, other


def _can_move(one: Node) -> bool:
    return one.size >= MOVED_WORDS and not one.gone and one.level not in ("chapter", "section")
