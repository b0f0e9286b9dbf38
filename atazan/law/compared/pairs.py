"""Each provision of a text paired with itself in the later text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from atazan.law.compared.alike import Pairs, alike, matched, moved, stubs
from atazan.law.compared.tree import Node, grown
from atazan.law.text.document import Block, Document, outer


class Pairing:
    """Two texts as trees of what differs, and which provision of one is which of the other.

    Pieces printed alike under one eid are left out: `same` has their eids. `old_of` and `new_of`
    go by eid. A sole line that became one of several parts, or the other way round, is that line
    still: `settled` has, by the eid in the new text, the two provisions it stands in; `joined`
    the eids of old parts whose line became the sole one.
    """

    def __init__(self, old: Document, new: Document, named: bool = False) -> None:
        before, after = _cut(old), _cut(new)
        self.same = {eid for eid, lines in after.items() if before.get(eid) == lines}
        self.old = grown(_other(before, self.same))
        self.new = grown(_other(after, self.same))
        self.old_of: dict[str, Node] = {}
        self.new_of: dict[str, Node] = {}
        self.settled: dict[str, tuple[Node, Node]] = {}
        self.joined: set[str] = set()
        if named:
            self._by_name()
        else:
            self._by_words()

    def _by_words(self) -> None:
        self._pair(self.old, self.new)
        for one, other in moved(self.lost(within_gone=True), self.fresh()):
            self._together(one, other)

    def _by_name(self) -> None:
        there = {one.name: one for node in self.old for one in (node, *node.below())}
        every = [one for node in self.new for one in (node, *node.below())]
        for other in every:
            if (one := there.get(other.name)) is not None:
                self._bind(one, other)
        for other in every:
            if other.eid in self.old_of:
                self._sole_line(self.old_of[other.eid], other)

    def lost(self, within_gone: bool = False) -> list[Node]:
        """The outermost provisions of the old text without a pair.

        Those in one that now only says it was repealed are told with it, unless asked for.
        """
        return self._left(self.old, self.new_of, within_gone)

    def fresh(self) -> list[Node]:
        """The outermost provisions of the new text without a pair."""
        return self._left(self.new, self.old_of, False)

    def came_along(self, new: Node, outer_new: Node | None) -> bool:
        """Whether its number is the same, or changed only with that of what it is part of."""
        old = self.old_of[new.eid]
        if old.eid == new.eid:
            return True
        outer_old = self.old_of.get(outer_new.eid) if outer_new else None
        return old.step == new.step and outer_old is not None and old in outer_old.parts

    def rest(self, node: Node, paired: dict[str, Node]) -> str:
        """The words of a provision and its parts, but for the parts that live on elsewhere."""
        if node.eid in self.joined:
            return ""
        parts = (self.rest(part, paired) for part in node.parts if part.eid not in paired)
        return "\n".join(text for text in (node.words, *parts) if text)

    def _pair(self, old: Iterable[Node], new: Iterable[Node]) -> None:
        old, new = list(old), list(new)
        found: Pairs = matched(old, new)
        mine = {one.eid for one, _ in found}
        theirs = {other.eid for _, other in found}
        found += stubs(
            (one for one in old if one.eid not in mine),
            (other for other in new if other.eid not in theirs),
        )
        for one, other in found:
            self._together(one, other)

    def _together(self, one: Node, other: Node) -> None:
        self._bind(one, other)
        if one.parts or other.parts:
            self._pair(one.parts, other.parts)
            self._sole_line(one, other)

    def _bind(self, one: Node, other: Node) -> None:
        self.new_of[one.eid] = other
        self.old_of[other.eid] = one

    def _sole_line(self, one: Node, other: Node) -> None:
        """A sole line became one of several, or the other way: it is that line still."""
        if one.gone or other.gone:
            return
        if one.body and not other.body:
            parts = [part for part in other.parts if _line(part) and part.eid not in self.old_of]
            if parts:
                line = max(parts, key=lambda part: (_share(one.body, part.body), -part.place))
                self.settled[line.eid] = (one, line)
        elif other.body and not one.body:
            parts = [part for part in one.parts if _line(part) and part.eid not in self.new_of]
            if parts:
                line = max(parts, key=lambda part: (_share(other.body, part.body), -part.place))
                self.settled[other.eid] = (line, other)
                self.joined.add(line.eid)

    def _left(
        self, nodes: Iterable[Node], paired: dict[str, Node], within_gone: bool
    ) -> list[Node]:
        found = []
        for node in nodes:
            if node.eid in paired:
                if within_gone or not paired[node.eid].gone:
                    found += self._left(node.parts, paired, within_gone)
            elif node.eid not in self.settled and node.eid not in self.joined:
                found.append(node)
        return found


def _cut(document: Document) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = defaultdict(list)
    for block in document.blocks:
        found[outer(block.eid)].append(block)
    return found


def _other(pieces: dict[str, list[Block]], same: set[str]) -> Iterable[Block]:
    return (block for eid, lines in pieces.items() if eid not in same for block in lines)


def _line(part: Node) -> bool:
    return part.level in ("part", "para") and bool(part.body)


def _share(text: str, other: str) -> float:
    one, two = Node("front", 0), Node("front", 0)
    one.blocks, two.blocks = [Block("front", "text", text)], [Block("front", "text", other)]
    return alike(one, two)
