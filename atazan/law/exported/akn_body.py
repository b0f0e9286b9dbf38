"""The lines of a text as the preface, preamble and body of an Akoma Ntoso act.

How to read the lines back, in the order of the XML:

- A line is a `p`, or a piece of `num` and `heading` between `eol`s. A note of the compilers is
  a line that is all `remark`.
- `num` is the number of the line it begins: of the heading after it in the same piece, and of an
  article or what articles stand in without one a heading of its own; elsewhere, of the next line.
  A `heading` that begins with `eol` is a line of its own and leaves a `num` before it alone.
- The provision of a line is the nearest element around it with an `eId`. An `hcontainer` named
  `lines` has none: what it holds belongs to the provision around it, or the one in `refersTo`,
  whose permanent name `wId` repeats. A note printed before an article stands so before it.
- `preface`, `preamble` and `conclusions` bear the eIds `front`, `preamble` and `back`.
- `class` tells what else differs from a plain line of the law: its kind (`title`, `heading`,
  `other`) and `indent_3`. `inline name="num"` is a number inside a `p`.

Why not otherwise: `crossHeading` would call notes and closing words headings; `intro` and
`wrapUp` hold what stands before and after the parts, and schema and convention give nothing else
for what stands between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, takewhile

from lxml import etree

from atazan.law.exported.akn_names import ELEMENTS, LINES, tag
from atazan.law.exported.refused import ExportRefused
from atazan.law.exported.tree import Line, Node, Tree
from atazan.law.text.document import BACK, FRONT, PREAMBLE, Block

TITLED = ("book", "section", "subsection", "chapter", "subchapter", "art")
"""Levels whose number alone is a heading."""


def write(act: etree._Element, text: Tree) -> None:
    """Append preface, preamble, body and conclusions to the act. Raises ExportRefused."""
    for name, lines in ((FRONT, text.front), (PREAMBLE, text.preamble)):
        if lines:
            around = _sub(act, "preface" if name == FRONT else name)
            around.set("eId", name)
            for block in lines:
                _paragraph(around, block)
    body = _sub(act, "body")
    _items(body, text.body.items, set())
    if len(body) == 0:
        _sub(_apart(body), "content")
    if text.back:
        conclusions = _sub(act, "conclusions")
        conclusions.set("eId", BACK)
        for block in text.back:
            _paragraph(conclusions, block)


def _provision(parent: etree._Element, node: Node, said: set[int]) -> None:
    """A provision with all it holds; `said` are lines, by `id`, whose number is written."""
    name = ELEMENTS.get(node.level)
    element = _sub(parent, name or "hcontainer")
    if name is None:
        element.set("name", node.level)
    element.set("eId", node.eid)
    if node.wid:
        element.set("wId", node.wid)
    head, rest = _head(node)
    _headings(element, head, node.level)
    if not head and node.level not in TITLED:
        _number(element, rest, said)
    if any(isinstance(item, Node) or item.apart for item in rest):
        _items(element, rest, said)
    elif rest:
        _paragraphs(_sub(element, "content"), rest, said)


def _head(node: Node) -> tuple[list[Block], list[Line | Node]]:
    """The lines up to the last heading, and everything after."""
    end = 0
    for n, item in enumerate(node.items):
        if isinstance(item, Node) or item.apart or item.block.kind not in ("heading", "note"):
            break
        if item.block.kind == "heading" and item.block.printed:
            end = n + 1
    return [item.block for item in node.items[:end] if isinstance(item, Line)], node.items[end:]


def _headings(element: etree._Element, head: list[Block], level: str) -> None:
    notes: list[Block] = []
    alone = False
    for block in head:
        if block.kind == "note":
            notes.append(block)
            continue
        if block.number:
            _piece(element, "num", notes, block, block.number)
            notes = []
        if block.text:
            _piece(element, "heading", notes, block, block.text, eol=alone and not block.number)
        alone = not block.text
        if alone and level not in TITLED:
            _sub(element, "heading")
            alone = False
        notes = []


def _number(element: etree._Element, rest: list[Line | Node], said: set[int]) -> None:
    """Write the number of the provision's first line."""
    first = _first_line(rest)
    if first is not None and first.block.number and id(first.block) not in said:
        _set_text(_sub(element, "num"), first.block.number, first.block)
        said.add(id(first.block))


def _first_line(items: list[Line | Node]) -> Line | None:
    """The line a provision's number stands before."""
    first = items[0] if items else None
    line = _first_of_part(first) if isinstance(first, Node) else first
    return None if line is None or line.apart else line


def _first_of_part(node: Node) -> Line | None:
    """The line a first part begins with: the number before it is that of what the part is of."""
    first = node.items[0] if node.items and node.level == "part" else None
    return first if isinstance(first, Line) and first.block.kind == "text" else None


def _piece(
    element: etree._Element,
    name: str,
    notes: Iterable[Block],
    block: Block,
    text: str,
    *,
    eol: bool = False,
) -> None:
    """A `num` or `heading`, and the notes between it and a heading line before it."""
    piece = _sub(element, name)
    last = _sub(piece, "eol") if eol else None
    for note in notes:
        remark = _remark(piece, note)
        if note.indent:
            remark.set("class", f"indent_{note.indent}")
        last = _sub(piece, "eol")
    if block.indent:
        piece.set("class", f"indent_{block.indent}")
    _set_text(piece if last is None else last, text, block, tail=last is not None)


def _items(element: etree._Element, items: list[Line | Node], said: set[int]) -> None:
    """Lines and parts in their order: `intro`, parts with lines between them, `wrapUp`."""
    groups = [(key, list(group)) for key, group in groupby(_notes_first(items), _group)]
    for n, (key, group) in enumerate(groups):
        if key is None:
            for node in group:
                if isinstance(node, Node):
                    _provision(element, node, said)
        elif key[0] or element.tag == tag("body"):
            _paragraphs(_sub(_apart(element, *key), "content"), group, said)
        elif n in (0, len(groups) - 1):
            _paragraphs(_sub(element, "intro" if n == 0 else "wrapUp"), group, said)
        else:
            _paragraphs(_sub(_apart(element), "content"), group, said)


def _notes_first(items: Iterable[Line | Node]) -> Iterator[Line | Node]:
    """The notes printed before a provision's number or heading stand before its element."""
    for item in items:
        if isinstance(item, Line):
            yield item
            continue
        notes = list(takewhile(_is_note, item.items))
        rest = item.items[len(notes) :]
        first = _first_line(rest)
        if first is not None and (first.block.number or first.block.kind == "heading"):
            yield from (Line(line.block, apart=True) for line in notes if isinstance(line, Line))
            yield Node(item.eid, rest)
        else:
            yield item


def _is_note(item: Line | Node) -> bool:
    return (
        isinstance(item, Line)
        and not item.apart
        and item.block.kind == "note"
        and not item.block.number
    )


def _group(item: Line | Node) -> tuple[str, str] | None:
    """None for a part; for a line the provision it is to be read under, empty where it stands."""
    if isinstance(item, Node):
        return None
    return (item.block.eid, item.block.wid) if item.apart else ("", "")


def _apart(element: etree._Element, eid: str = "", wid: str = "") -> etree._Element:
    container = _sub(element, "hcontainer")
    container.set("name", LINES)
    if eid:
        container.set("refersTo", f"#{eid}")
    if wid:
        container.set("wId", wid)
    return container


def _paragraphs(around: etree._Element, lines: Iterable[Line | Node], said: set[int]) -> None:
    for line in lines:
        if isinstance(line, Line):
            _paragraph(around, line.block, said)


def _paragraph(around: etree._Element, block: Block, said: Collection[int] = ()) -> None:
    paragraph = _sub(around, "p")
    classes: list[str] = [block.kind] if block.kind not in ("text", "note") else []
    classes += [f"indent_{block.indent}"] if block.indent else []
    if classes:
        paragraph.set("class", " ".join(classes))
    with_number = id(block) not in said
    if block.kind == "note":
        _remark(paragraph, block, with_number)
    else:
        _words(paragraph, block, with_number)


def _remark(parent: etree._Element, block: Block, with_number: bool = True) -> etree._Element:
    remark = _sub(parent, "remark")
    remark.set("status", "editorial")
    _words(remark, block, with_number)
    return remark


def _words(element: etree._Element, block: Block, with_number: bool = True) -> None:
    if not (block.number and with_number):
        _set_text(element, block.text, block)
        return
    number = _sub(element, "inline")
    number.set("name", "num")
    _set_text(number, block.number, block)
    _set_text(number, f" {block.text}" if block.text else "", block, tail=True)


def _set_text(element: etree._Element, text: str, block: Block, *, tail: bool = False) -> None:
    try:
        if tail:
            element.tail = text
        else:
            element.text = text
    except ValueError as wrong:
        raise ExportRefused("unfit", eid=block.eid, words=_shown(block)) from wrong


def _shown(block: Block) -> str:
    """The beginning of a line, what cannot be printed left out."""
    return "".join(c for c in block.printed[:60] if c.isprintable())


def _sub(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, tag(name))
