"""What happened to each provision between two versions, and its permanent name after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from atazan.law.compared.alike import Pairs, alike, matched, moved, stubs
from atazan.law.compared.tree import Node, grown, key
from atazan.law.text.document import Block, Document, outer

ChangeKind = Literal["inserted", "amended", "repealed", "renumbered"]


class Change(Struct, frozen=True):
    """What happened to one provision: `before` and `after` are its eids in the two texts.

    `was` and `becomes` are its own words (heading and text, notes aside), "" where it had none. A
    provision that came or went with its parts is one change with all their words. A repealed
    provision that stands on as "excluded by law N" keeps its `after`. One that was both renumbered
    and amended has two changes.
    """

    kind: ChangeKind
    wid: str
    before: str | None
    after: str | None
    was: str
    becomes: str


class Followed(Struct, frozen=True):
    """The later text with its permanent names, and what changed: first by its order, then what
    is no longer in it by the order of the earlier text."""

    document: Document
    changes: tuple[Change, ...]


def followed(old: Document, new: Document, taken: Iterable[str] = ()) -> Followed:
    """Follow every provision of `old`, the text just before, into `new`.

    Words decide, then the number: the same number with close words is the same provision, amended
    where they differ; the same or close words under another number are it renumbered, and its
    parts with it; the rest was inserted or repealed. Letters of another script and blanks make no
    change. A number that another provision had before gives the name `eid@YYYY-MM-DD`, the day of
    `new`; `taken` are permanent names of the work that still earlier versions used.
    """
    walk = _Walk(old, new, taken)
    return Followed(walk.document(), tuple(walk.changes()))


class _Walk:
    """One comparison: provisions paired, then named, then told."""

    def __init__(self, old: Document, new: Document, taken: Iterable[str]) -> None:
        self.new = new
        before, after = _cut(old), _cut(new)
        same = {eid for eid, lines in after.items() if before.get(eid) == lines}
        self.lost = grown(_left(before, same))
        self.fresh = grown(_left(after, same))
        self.old_of: dict[str, Node] = {}
        self.new_of: dict[str, Node] = {}
        self.settled: dict[str, tuple[Node, Node]] = {}  # new part that took over a sole line
        self.joined: set[str] = set()  # old parts whose line became the sole one
        self._pair(self.lost, self.fresh)
        for one, other in moved(
            self._left(self.lost, self.new_of, within_gone=True),
            self._left(self.fresh, self.old_of),
        ):
            self._together(one, other)
        self.taken = {block.name for block in old.blocks} | set(taken)
        self.names = self._names()

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
        self.new_of[one.eid] = other
        self.old_of[other.eid] = one
        self._pair(one.parts, other.parts)
        if not one.gone and not other.gone:
            self._sole_line(one, other)

    def _sole_line(self, one: Node, other: Node) -> None:
        """A sole line became one of several, or the other way: it is that line still."""
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
        self, nodes: Iterable[Node], paired: dict[str, Node], within_gone: bool = False
    ) -> list[Node]:
        """The outermost provisions without a pair; the parts of a repealed one if asked for."""
        found = []
        for node in nodes:
            if node.eid in paired:
                if within_gone or not paired[node.eid].gone:
                    found += self._left(node.parts, paired, within_gone)
            elif node.eid not in self.settled and node.eid not in self.joined:
                found.append(node)
        return found

    def _names(self) -> dict[str, str]:
        """The permanent name of each provision of the new text that is not its eid."""
        every = [one for node in self.fresh for one in (node, *node.below())]
        names: dict[str, str] = {}
        used: set[str] = set()
        for one in every:
            if one.eid in self.old_of and (name := self.old_of[one.eid].name) not in used:
                names[one.eid] = name
                used.add(name)
        for one in every:
            if one.eid not in names:
                names[one.eid] = self._free(one.eid, used)
                used.add(names[one.eid])
        return names

    def _free(self, eid: str, used: set[str]) -> str:
        day = self.new.facts.version
        since = f"{eid}@{day.isoformat()}" if day else f"{eid}@"
        name, count = eid, 1
        while name in used or name in self.taken:
            name = since if count == 1 and day else f"{since}{'.' if day else ''}{count + 1}"
            count += 1
        return name

    def document(self) -> Document:
        """The new text with its names."""
        return replace(self.new, blocks=tuple(self._named(block) for block in self.new.blocks))

    def _named(self, block: Block) -> Block:
        name = self.names.get(block.eid, block.name)
        wid = "" if name == block.eid else name
        return block if wid == block.wid else replace(block, wid=wid)

    def changes(self) -> list[Change]:
        """What changed."""
        found: list[Change] = []
        for node in self.fresh:
            self._tell(node, found)
        for node in self._left(self.lost, self.new_of):
            self._tell_gone(node, found)
        return found

    def _tell(self, new: Node, found: list[Change], outer_new: Node | None = None) -> None:
        old = self.old_of.get(new.eid)
        if old is None:
            self._tell_new(new, found)
        elif new.gone:
            if not old.gone:
                found.append(
                    self._change("repealed", old, new, self._rest(old, self.new_of), new.words)
                )
        else:
            came_along = self._came_along(old, new, outer_new)
            if not came_along:
                found.append(self._change("renumbered", old, new, old.words, new.words))
            if self._words_differ(old, new):
                found.append(self._change("amended", old, new, old.words, new.words))
        for part in new.parts:
            if old is not None:
                self._tell(part, found, new)
            else:
                self._tell_moved(part, found)

    def _tell_moved(self, new: Node, found: list[Change]) -> None:
        """What came from elsewhere into a provision that is new itself."""
        if new.eid in self.old_of:
            self._tell(new, found)
            return
        for part in new.parts:
            self._tell_moved(part, found)

    def _tell_new(self, new: Node, found: list[Change]) -> None:
        if new.eid in self.settled:
            one, line = self.settled[new.eid]
            self._tell_line(one, line, found)
            return
        words = self._rest(new, self.old_of)
        if words and not new.gone:
            found.append(Change("inserted", self.names[new.eid], None, new.eid, "", words))

    def _tell_line(self, old: Node, new: Node, found: list[Change]) -> None:
        """The sole line of `old` that is now the part or paragraph `new`."""
        if new.level != "part":
            found.append(self._change("renumbered", old, new, old.body, new.words, named=new))
        if key(old.body) != new.own:
            found.append(self._change("amended", old, new, old.body, new.words, named=new))

    def _tell_gone(self, old: Node, found: list[Change]) -> None:
        words = self._rest(old, self.new_of)
        if words and not old.gone:
            found.append(Change("repealed", old.name, old.eid, None, words, ""))

    def _change(
        self,
        kind: ChangeKind,
        old: Node,
        new: Node,
        was: str,
        becomes: str,
        named: Node | None = None,
    ) -> Change:
        wid = self.names[named.eid] if named else old.name
        return Change(kind, wid, old.eid, new.eid, was, becomes)

    def _came_along(self, old: Node, new: Node, outer_new: Node | None) -> bool:
        if old.eid == new.eid:
            return True
        if outer_new is None or old.step != new.step:
            return False
        outer_old = self.old_of.get(outer_new.eid)
        return outer_old is not None and old in outer_old.parts

    def _words_differ(self, old: Node, new: Node) -> bool:
        if old.own == new.own:
            return False
        if new.eid in self.settled:  # it took over the line of a part
            line, _ = self.settled[new.eid]
            return key(old.heading) != key(new.heading) or key(line.body) != key(new.body)
        if any(part.eid in self.settled for part in new.parts):
            return key(old.heading) != key(new.heading)
        return True

    def _rest(self, node: Node, paired: dict[str, Node]) -> str:
        """The words of a provision and its parts, but for the parts that live on elsewhere."""
        if node.eid in self.joined:
            return ""
        parts = (self._rest(part, paired) for part in node.parts if part.eid not in paired)
        return "\n".join(text for text in (node.words, *parts) if text)


def _cut(document: Document) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = defaultdict(list)
    for block in document.blocks:
        found[outer(block.eid)].append(block)
    return found


def _left(pieces: dict[str, list[Block]], same: set[str]) -> Iterable[Block]:
    return (block for eid, lines in pieces.items() if eid not in same for block in lines)


def _line(part: Node) -> bool:
    return part.level in ("part", "para") and bool(part.body)


def _share(text: str, other: str) -> float:
    one, two = Node("front", 0), Node("front", 0)
    one.blocks, two.blocks = [Block("front", "text", text)], [Block("front", "text", other)]
    return alike(one, two)
