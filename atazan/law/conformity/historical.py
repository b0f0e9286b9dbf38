"""Where a law speaks of the past: transition and final provisions, titles of earlier acts.

A former body named there is told as a thing that was; nothing is to be changed.
"""

from __future__ import annotations

import re

from atazan.law.text.document import Block, Document, outer
from atazan.law.text.letters import plain

_HEADING = re.compile(
    r"(?:заключительн|переходн)\w+ (?:и \w+ )?положени"
    r"|(?:введени|вступлени)\w+ в (?:действие|силу) наст"
    r"|(?:қорытынды|өтпелі) (?:және \w+ )?ереже|осы .*(?:қолданысқа енгізу|күшіне ену)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^“”]*”")


def past_lines(document: Document) -> frozenset[int]:
    """Lines under a heading of transition or final provisions, by their place in the blocks."""
    heads: dict[str, tuple[str, bool]] = {}  # by level: the provision headed, whether of the past
    found = []
    for line, block in enumerate(document.blocks):
        if block.kind == "heading":
            _take(heads, block)
        if block.kind != "note" and any(_over(block, *head) for head in heads.values()):
            found.append(line)
    return frozenset(found)


def _take(heads: dict[str, tuple[str, bool]], block: Block) -> None:
    """A heading: that of a section ends the chapter before it, that of a chapter the article."""
    level = outer(block.eid).split("_")[0]
    if level == "section":
        heads.pop("chapter", None)
    if level in ("section", "chapter"):
        heads.pop("art", None)
    eid, past = heads.get(level, ("", False))
    told = _HEADING.search(plain(block.text)) is not None
    heads[level] = (block.eid, told or (past and eid == block.eid))


def _over(block: Block, eid: str, past: bool) -> bool:
    return past and (not eid.startswith("art_") or eid == outer(block.eid))


def in_title(text: str, start: int, end: int) -> bool:
    """Whether the words stand inside quotation marks: the title of an act, words cited.

    >>> in_title("закон «О Совете» отменить", 9, 15)
    True
    """
    return any(one.start() <= start and end <= one.end() for one in _QUOTED.finditer(text))
