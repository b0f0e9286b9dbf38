"""A text's lines as a tree of provisions, every line in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from atazan.law.text.document import BACK, FRONT, PREAMBLE, Block

# Articles are counted through the whole act: their names do not say the chapter they stand in.
_DIVISIONS = {"book": 0, "section": 1, "subsection": 2, "chapter": 3, "subchapter": 4}
_INNERMOST = len(_DIVISIONS)


class Line(Struct, frozen=True):
    """A printed line; `apart` where its own provision has been closed before it."""

    block: Block
    apart: bool = False


class Node(Struct):
    """A provision: its own lines and those it is made of, in the order of the text."""

    eid: str
    items: list[Line | Node] = msgspec.field(default_factory=list)

    @property
    def level(self) -> str:
        """The level of its last step: art, para, subpara …

        >>> Node("art_45__para_2").level
        'para'
        """
        return level(self.eid)

    @property
    def wid(self) -> str:
        """The permanent name where that is another one than the eId."""
        own = (one.block for one in self.items if isinstance(one, Line) and not one.apart)
        return next((block.wid for block in own if block.wid), "")


def level(eid: str) -> str:
    """The level of the last step of an eId."""
    return eid.rsplit("__", 1)[-1].split("_", 1)[0]


class Tree(Struct, frozen=True):
    """A text: what stands before the body, the body (a node without a name), and after it."""

    front: tuple[Block, ...]
    preamble: tuple[Block, ...]
    body: Node
    back: tuple[Block, ...]


def tree(blocks: Iterable[Block]) -> Tree:
    """The lines as a tree; read in order it gives every line again."""
    blocks = tuple(blocks)
    front = _run(blocks, FRONT)
    preamble = _run(blocks[len(front) :], PREAMBLE)
    begin = len(front) + len(preamble)
    back = _run(blocks[begin:][::-1], BACK)[::-1]
    growing = _Growing()
    for block in blocks[begin : len(blocks) - len(back)]:
        growing.add(block)
    return Tree(front, preamble, growing.body, back)


def _run(blocks: tuple[Block, ...], eid: str) -> tuple[Block, ...]:
    """The lines of that provision at the beginning."""
    end = next((n for n, block in enumerate(blocks) if block.eid != eid), len(blocks))
    return blocks[:end]


class _Growing:
    """The tree while lines are added: `open` are the provisions a next line may belong to."""

    def __init__(self) -> None:
        self.body = Node("")
        self.open = [self.body]
        self.named = {FRONT, PREAMBLE, BACK}

    def add(self, block: Block) -> None:
        """Put a line into its provision, opening what is not open yet."""
        chain = list(_chain(block.eid))
        held = max((n for n, node in enumerate(self.open) if node.eid in chain), default=0)
        if held:
            del self.open[held + 1 :]
            chain = chain[chain.index(self.open[held].eid) + 1 :]
        else:
            self._close_to(_depth(chain[0]))
        for eid in chain:
            if eid in self.named:
                self.open[-1].items.append(Line(block, apart=True))
                return
            self._begin(eid)
        self.open[-1].items.append(Line(block))

    def _close_to(self, depth: int) -> None:
        while self.open[-1] is not self.body and _depth(self.open[-1].eid) >= depth:
            self.open.pop()

    def _begin(self, eid: str) -> None:
        node = Node(eid)
        self.named.add(eid)
        self.open[-1].items.append(node)
        self.open.append(node)


def _chain(eid: str) -> Iterator[str]:
    """The eId of each step from the outside in."""
    steps = eid.split("__")
    for n in range(1, len(steps) + 1):
        yield "__".join(steps[:n])


def _depth(eid: str) -> int:
    """How far inside an act a provision stands: a section outside, whatever is in an article in."""
    return _DIVISIONS.get(level(eid), _INNERMOST)
