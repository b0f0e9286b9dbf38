"""What happened to each provision between two versions, and its permanent name after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from atazan.law.compared.pairs import Pairing
from atazan.law.compared.tree import Node, key
from atazan.law.text.document import Block, Document

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
        self.pairs = Pairing(old, new)
        self.taken = {block.name for block in old.blocks} | set(taken)
        self.names = self._names()

    def _names(self) -> dict[str, str]:
        """The permanent name of each provision of the new text that is not its eid."""
        every = [one for node in self.pairs.new for one in (node, *node.below())]
        names: dict[str, str] = {}
        used: set[str] = set()
        for one in every:
            if (
                one.eid in self.pairs.old_of
                and (name := self.pairs.old_of[one.eid].name) not in used
            ):
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
        for node in self.pairs.new:
            self._tell(node, found)
        for node in self.pairs.lost():
            self._tell_gone(node, found)
        return found

    def _tell(self, new: Node, found: list[Change], outer_new: Node | None = None) -> None:
        old = self.pairs.old_of.get(new.eid)
        if old is None:
            self._tell_new(new, found)
        elif new.gone:
            if not old.gone:
                found.append(
                    self._change(
                        "repealed", old, new, self.pairs.rest(old, self.pairs.new_of), new.words
                    )
                )
        else:
            if not self.pairs.came_along(new, outer_new):
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
        if new.eid in self.pairs.old_of:
            self._tell(new, found)
            return
        for part in new.parts:
            self._tell_moved(part, found)

    def _tell_new(self, new: Node, found: list[Change]) -> None:
        if new.eid in self.pairs.settled:
            one, line = self.pairs.settled[new.eid]
            self._tell_line(one, line, found)
            return
        words = self.pairs.rest(new, self.pairs.old_of)
        if words and not new.gone:
            found.append(Change("inserted", self.names[new.eid], None, new.eid, "", words))

    def _tell_line(self, old: Node, new: Node, found: list[Change]) -> None:
        """The sole line of `old` that is now the part or paragraph `new`."""
        if new.level != "part":
            found.append(self._change("renumbered", old, new, old.body, new.words, named=new))
        if key(old.body) != new.own:
            found.append(self._change("amended", old, new, old.body, new.words, named=new))

    def _tell_gone(self, old: Node, found: list[Change]) -> None:
        words = self.pairs.rest(old, self.pairs.new_of)
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

    def _words_differ(self, old: Node, new: Node) -> bool:
        if old.own == new.own:
            return False
        if new.eid in self.pairs.settled:  # it took over the line of a part
            line, _ = self.pairs.settled[new.eid]
            return key(old.heading) != key(new.heading) or key(line.body) != key(new.body)
        if any(part.eid in self.pairs.settled for part in new.parts):
            return key(old.heading) != key(new.heading)
        return True
