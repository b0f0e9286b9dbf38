"""The provisions of a text as a tree, with what comparison asks of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from atazan.law.text.document import OUTSIDE, Block
from atazan.law.text.letters import plain

_MARKS = str.maketrans(dict.fromkeys('.,;:()«»"“”„–—!?/', " "))
_TELLING = 4  # shorter words (и, по, мен, үшін's kin) stand in any two provisions
_GONE = (
    r"(?:исключ[её]н[аоы]?|утратил[аои]?\s+силу|ал(?:ын)?ып\s+тасталды|күші\s+жойылды|repealed)\b"
)
_STUB = re.compile(rf"[\W\d]*(?:[\w-]+\s+){{0,3}}?{_GONE}", re.IGNORECASE)
_STEM = 5  # letters
_STUB_AT_MOST = 400  # characters: what is longer says more than that it is gone
_NOTE_GONE = re.compile(rf"\b{_GONE}", re.IGNORECASE)


def key(text: str) -> str:
    """The text as comparison sees it: letters of one script, single blanks."""
    return " ".join(plain(text).split())


T = TypeVar("T")


class once(Generic[T]):  # noqa: N801
    """A property reckoned once; functools has it with a lock that costs more than the reckoning."""

    def __init__(self, reckon: Callable[[Any], T]) -> None:
        self.reckon = reckon
        self.name = reckon.__name__
        self.__doc__ = reckon.__doc__

    def __get__(self, node: Any, owner: type) -> T:
        found = node.__dict__[self.name] = self.reckon(node)
        return found


class Node:
    """One provision: its lines, its parts, and the place it has among the parts of its parent."""

    def __init__(self, eid: str, place: int) -> None:
        self.eid = eid
        self.place = place
        self.blocks: list[Block] = []
        self.parts: list[Node] = []

    @once
    def step(self) -> str:
        """The last step of its eid: `para_2`."""
        return self.eid.rpartition("__")[2]

    @once
    def level(self) -> str:
        """The level of its last step: art, para; what stands outside names itself."""
        return self.eid if self.eid in OUTSIDE else self.step.rpartition("_")[0]

    @once
    def number(self) -> str:
        """The number of its last step: `3-1`."""
        return self.step.rpartition("_")[2]

    @once
    def name(self) -> str:
        """The permanent name."""
        return self.blocks[0].name if self.blocks else self.eid

    @once
    def heading(self) -> str:
        """The words of its heading."""
        lines = [one.text for one in self.blocks if one.kind in ("heading", "title")]
        return " ".join(text for text in lines if text)

    @once
    def body(self) -> str:
        """Its own words below the heading, without those of its parts and without notes."""
        aside = ("heading", "title", "note")
        return "\n".join(one.text for one in self.blocks if one.kind not in aside)

    @once
    def words(self) -> str:
        """Its own words: heading and body."""
        return "\n".join(text for text in (self.heading, self.body) if text)

    @once
    def whole(self) -> str:
        """Its words with those of its parts, as printed."""
        found = [self.words, *(part.whole for part in self.parts)]
        return "\n".join(text for text in found if text)

    @once
    def own(self) -> str:
        """Its own words as comparison sees them."""
        return key(self.words)

    @once
    def key(self) -> str:
        """All its words as comparison sees them."""
        return " ".join(text for text in (self.own, *(part.key for part in self.parts)) if text)

    @once
    def bag(self) -> Counter[str]:
        """Its telling words counted, with those of its parts, by their first letters.

        Endings aside the Kazakh and the Russian text of one change are told alike.
        """
        every = self.key.lower().translate(_MARKS).split()
        return Counter([word[:_STEM] for word in every if len(word) >= _TELLING] or every)

    @once
    def size(self) -> int:
        """How many telling words."""
        return self.bag.total()

    @once
    def gone(self) -> bool:
        """Whether it stands only to say that it was repealed, or has no words left at all."""
        if any(not part.gone for part in self.parts):
            return False
        if self.body:
            return len(self.body) <= _STUB_AT_MOST and bool(_STUB.match(key(self.body)))
        if self.parts and any(part.key for part in self.parts):
            return True
        if self.heading and not self.parts and _STUB.match(key(self.heading)):
            return True  # "Статья 4. Исключена"
        notes = " ".join(one.text for one in self.blocks if one.kind == "note")
        is_heading = self.level in ("section", "chapter")
        return not self.key or (not is_heading and bool(_NOTE_GONE.search(plain(notes))))

    def below(self) -> list[Node]:
        """Every provision in it, outer before inner."""
        return [one for part in self.parts for one in (part, *part.below())]


def grown(blocks: Iterable[Block]) -> list[Node]:
    """The outermost provisions of a text, in order, each with its parts.

    A step that has no line of its own (a paragraph printed only as its subparagraphs) is there too.
    """
    found: dict[str, Node] = {}
    tops: list[Node] = []
    for block in blocks:
        _node(block.eid, found, tops).blocks.append(block)
    return tops


def _node(eid: str, found: dict[str, Node], tops: list[Node]) -> Node:
    node = found.get(eid)
    if node is None:
        outer, _, _ = eid.rpartition("__")
        siblings = _node(outer, found, tops).parts if outer else tops
        node = found[eid] = Node(eid, len(siblings))
        siblings.append(node)
    return node
