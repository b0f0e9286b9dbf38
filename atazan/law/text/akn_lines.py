"""The lines within one element of Akoma Ntoso: cut at `eol`, notes told from words."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from atazan.law.text.xml import name_of

_INDENT = re.compile(r"indent_([0-9]+)\Z")


class Piece(Struct):
    """A line within an element: its number where it has one, and whether it is a note."""

    text: str = ""
    number: str = ""
    note: bool = False
    indent: int = 0
    first: bool = True


def indent_of(element: etree._Element) -> int:
    for one in (element.get("class") or "").split():
        found = _INDENT.match(one)
        if found:
            return int(found[1])
    return 0


def pieces_of(element: etree._Element) -> list[Piece]:
    """The lines of an element, cut at `eol`."""
    pieces = [Piece()]
    _gather(element, pieces, False)
    for piece in pieces:
        piece.text = " ".join(piece.text.split()) if "\n" in piece.text else piece.text.strip()
    return pieces


def _gather(element: etree._Element, pieces: list[Piece], note: bool) -> None:
    _say(pieces, element.text, note)
    for child in element:
        name = name_of(child)
        if name in ("eol", "br"):
            pieces.append(Piece())
        elif name == "remark":
            pieces[-1].indent = indent_of(child) or pieces[-1].indent
            _gather(child, pieces, True)
        elif name == "inline" and child.get("name") == "num" and not pieces[-1].text.strip():
            pieces[-1].number = "".join(child.itertext())
        elif name:
            _gather(child, pieces, note)
        _say(pieces, child.tail, note)


def _say(pieces: list[Piece], text: str | None, note: bool) -> None:
    if not text:
        return
    piece = pieces[-1]
    if text.strip():
        piece.note = note if piece.first else piece.note and note
        piece.first = False
    piece.text += text
