"""An amending law's orders carried out on a text: each one applied, or left with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from atazan.law.exported.markdown import words
from atazan.law.text.amending import Instruction
from atazan.law.text.document import Block, Document
from atazan.law.text.letters import plain
from atazan.law.text.lines import Line, label
from atazan.law.text.read import read

_HEADING = re.compile(r"заголов|тақырып", re.IGNORECASE)
_LABELS = {"art": "art", "para": "para", "subpara": "subpara"}


class Done(Struct, frozen=True):
    """An order and what became of it: `why` is "" where it was carried out, else
    `law.amending.WHY`."""

    order: Instruction
    why: str


class Amended(Struct, frozen=True):
    """The new text, and each order with what became of it."""

    document: Document
    done: tuple[Done, ...]

    @property
    def left(self) -> tuple[Done, ...]:
        """The orders that were not carried out."""
        return tuple(one for one in self.done if one.why)


def amended(document: Document, orders: Iterable[Instruction]) -> Amended:
    """Carry out orders on a text, one after the other. An order that does not fit changes nothing.

    What is taken out goes from the text; the new text is read anew, so that its structure is that
    of any text read.
    """
    blocks = list(document.blocks)
    done = []
    for order in orders:
        after = _carried_out(blocks, order)
        if isinstance(after, str):
            done.append(Done(order, after))
        else:
            blocks = after
            done.append(Done(order, ""))
    text = words(replace(document, blocks=tuple(replace(one, wid="") for one in blocks)))
    fresh = read(text.encode(), lang=document.lang, format="markdown", facts=document.facts)
    return Amended(fresh, tuple(done))


def _carried_out(blocks: list[Block], order: Instruction) -> list[Block] | str:
    if order.kind == "unread":
        return "unread"
    if not order.targets:
        return "no_target"
    if order.kind == "add":
        return _added(blocks, order)
    for target in order.targets:
        span = _span(blocks, target)
        if span is None:
            return "no_such"
        first, end = span
        if order.kind == "remove":
            blocks = [*blocks[:first], *blocks[end:]]
        elif order.kind == "reword":
            if not order.lines or len(order.targets) > 1:
                return "no_words"
            blocks = [*blocks[:first], *_blocks(order.lines, target), *blocks[end:]]
        else:
            changed = _with_words(blocks[first:end], order)
            if changed is None:
                return "words_not_there"
            blocks = [*blocks[:first], *changed, *blocks[end:]]
    return blocks


def _span(blocks: list[Block], eid: str) -> tuple[int, int] | None:
    """Where a provision stands: its first block and the one after its last, notes after aside."""
    mine = [n for n, b in enumerate(blocks) if b.eid == eid or b.eid.startswith(f"{eid}__")]
    while mine and blocks[mine[-1]].kind == "note":
        mine.pop()
    return (mine[0], mine[-1] + 1) if mine else None


def _with_words(blocks: list[Block], order: Instruction) -> list[Block] | None:
    """The blocks with words replaced, added or taken out; None where they do not stand there.

    In headings only where the order names the heading.
    """
    was, hit = plain(order.was), False
    aside = ("note",) if _HEADING.search(order.words) else ("note", "heading", "title")
    becomes = {
        "replace_words": order.becomes,
        "add_words": f"{order.was} {order.becomes}",
        "remove_words": "",
    }[order.kind]
    found = []
    for block in blocks:
        at = plain(block.text).find(was) if block.kind not in aside else -1
        text = block.text
        while at >= 0:
            hit = True
            text = f"{text[:at]}{becomes}{text[at + len(was) :]}"
            if not becomes:
                text = text.replace("  ", " ").replace(" ,", ",").replace(" .", ".")
            at = plain(text).find(was, at + len(becomes))
        found.append(replace(block, text=text) if text != block.text else block)
    return found if hit else None


def _added(blocks: list[Block], order: Instruction) -> list[Block] | str:
    """New provisions after the last of their kind before them, by number."""
    if not order.lines:
        return "no_words"
    target = order.targets[0]
    if _span(blocks, target) is not None:
        return "there_already"
    outer, _, step = target.rpartition("__")
    level, _, number = step.rpartition("_")
    inside = _span(blocks, outer) if outer else (0, len(blocks))
    if inside is None:
        return "no_such"
    place = inside[0] + 1 if outer else None
    for n in range(*inside):
        steps = blocks[n].eid.removeprefix(f"{outer}__" if outer else "").split("__")[0]
        kind, _, other = steps.rpartition("_")
        if kind == level and _before(other, number):
            place = n + 1
        elif kind != level and outer and place is not None and steps in ("", outer):
            place = max(place, n + 1)
    if place is None:
        return "no_place"
    return [*blocks[:place], *_blocks(order.lines, target), *blocks[place:]]


def _before(one: str, other: str) -> bool:
    return [int(n) for n in one.split("@")[0].split("-")] < [int(n) for n in other.split("-")]


def _blocks(lines: Iterable[str], eid: str) -> list[Block]:
    """New lines as blocks: enough for them to be printed and read anew."""
    article = eid.split("__")[0]
    found = []
    for text in lines:
        named = label(Line(text, 0))
        if named is not None and named.level == "art":
            article = f"art_{named.number}"
            found.append(Block(article, "heading", named.rest, named.printed))
        elif named is not None and named.level in _LABELS:
            found.append(Block(article, "text", named.rest, named.printed))
        else:
            found.append(Block(article, "text", text))
    return found
