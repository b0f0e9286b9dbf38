"""Akoma Ntoso 3.0: the platform's own form is read back line by line, any other act as it is.

The rules of the own form are told in `exported/akn_body`. In an act with other eIds the place of a
line follows from the elements around it and their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml import etree
from msgspec import Struct

from atazan.law.text.akn_lines import Piece, indent_of, pieces_of
from atazan.law.text.document import BACK, FRONT, PREAMBLE, Block, Facts, Kind
from atazan.law.text.lines import number_of
from atazan.law.text.unread import UnreadText
from atazan.law.text.xml import name_of, parsed
from atazan.rules.citation import levels
from atazan.rules.day import parsed as day_of
from atazan.rules.text import Lang

_OUTSIDE = {
    "preface": FRONT,
    "coverPage": FRONT,
    "preamble": PREAMBLE,
    "conclusions": BACK,
    "attachments": BACK,
    "components": BACK,
}
_LEVELS = {
    "book": "book",
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "subchapter": "subchapter",
    "article": "art",
    "paragraph": "para",
    "alinea": "part",
    "subparagraph": "subpara",
    "point": "subpara",
    "indent": "indent",
}
_TITLED = frozenset(("book", "section", "subsection", "chapter", "subchapter", "art"))
_ACT_WIDE = frozenset(("book", "section", "chapter", "art"))
_LINES = frozenset(("p", "num", "heading", "subheading", "docTitle", "li", "td", "th", "block"))
_KINDS: dict[str, Kind] = {"title": "title", "heading": "heading", "other": "other"}
_NUMBER = re.compile(r"[0-9]+(?:[-‑–][0-9]+)*|[IVXLCІХС]+\b")
_LANGS: dict[str, Lang] = {
    "kaz": "kk", "kk": "kk", "rus": "ru", "ru": "ru", "eng": "en", "en": "en"
}  # fmt: skip


def root_of(data: bytes, file: str) -> etree._Element:
    """The act. Raises UnreadText: broken XML, or no Akoma Ntoso."""
    root = parsed(data, file)
    if name_of(root) != "akomaNtoso" or len(root) == 0:
        raise UnreadText("not_akn", file, root=name_of(root))
    return next(one for one in root if name_of(one))


def words_of(act: etree._Element) -> str:
    """All the text of an act, metadata aside."""
    inside = [one for one in act if name_of(one) not in ("meta", "")]
    return " ".join("".join(one.itertext(etree.Element, *_tags(one))) for one in inside)


def _tags(element: etree._Element) -> set[str]:
    return {one.tag for one in element.iter() if isinstance(one.tag, str)}


class _Held(Struct):
    """A number that waits for the line it begins."""

    number: str
    eid: str
    wid: str
    indent: int
    level: str


class _Reading:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.at: list[int] = []
        self.held: _Held | None = None
        self.counts: dict[str, int] = {}

    def children(self, element: etree._Element, eid: str, wid: str, level: str) -> None:
        for child in element:
            name = name_of(child)
            if name in ("meta", ""):
                continue
            if level in _TITLED and self.held is not None and name not in ("heading", "num"):
                self._alone()
            if name == "num" and level:
                self._num(child, eid, wid, level)
            elif name == "heading" and level:
                self._heading(child, eid, wid)
            elif name in _LINES or _has_words(child):
                self._running(child, eid, wid)
            else:
                self.children(child, *self._place(child, name, eid, wid))
        if self.held is not None and self.held.eid == eid:
            self._alone()

    def _place(
        self, element: etree._Element, name: str, eid: str, wid: str
    ) -> tuple[str, str, str]:
        """The provision of what an element holds, its permanent name, its level."""
        if name in _OUTSIDE and not (eid and name not in ("preface", "preamble", "conclusions")):
            return _OUTSIDE[name], "", ""
        own = element.get("eId", "")
        if name == "hcontainer" and element.get("refersTo", "").startswith("#"):
            return element.get("refersTo", "")[1:], element.get("wId", ""), ""
        if own and _is_ours(own):
            self.counts[own] = 1
            return own, element.get("wId", ""), levels(own)[-1][0]
        made = self._made(element, name, eid)
        return (made, "", _LEVELS[name]) if made else (eid, wid, "")

    def _made(self, element: etree._Element, name: str, eid: str) -> str:
        """The eId of a provision in an act with other eIds: from its element and number."""
        num = next((one for one in element if name_of(one) == "num"), None)
        number = _NUMBER.search("".join(num.itertext())) if num is not None else None
        if name not in _LEVELS or number is None:
            return ""
        step = f"{_LEVELS[name]}_{number_of(number[0])}"
        inner = _LEVELS[name] not in _ACT_WIDE and eid and eid not in (FRONT, PREAMBLE, BACK)
        made = f"{eid}__{step}" if inner else step
        count = self.counts[made] = self.counts.get(made, 0) + 1
        return made if count == 1 else f"{made}@{count}"

    # -- lines ---------------------------------------------------------------------------------

    def _num(self, element: etree._Element, eid: str, wid: str, level: str) -> None:
        self._alone()
        *notes, last = pieces_of(element)
        self._notes(notes, eid, wid, element)
        self.held = _Held(last.text, eid, wid, indent_of(element), level)

    def _heading(self, element: etree._Element, eid: str, wid: str) -> None:
        pieces = pieces_of(element)
        apart = len(pieces) > 1 and not pieces[0].text
        if apart:
            pieces = pieces[1:]
            self._alone()
        *notes, last = pieces
        self._notes(notes, eid, wid, element)
        held, self.held = self.held, None
        number = held.number if held else ""
        indent = held.indent if held else indent_of(element)
        if number or last.text:
            self._add(Block(eid, "heading", last.text, number, indent, wid), element)

    def _alone(self) -> None:
        """A number without words: a heading of its own."""
        held, self.held = self.held, None
        if held is not None:
            self._add(Block(held.eid, "heading", "", held.number, held.indent, held.wid), None)

    def _notes(self, pieces: list[Piece], eid: str, wid: str, element: etree._Element) -> None:
        for piece in pieces:
            kind: Kind = "note" if piece.note else "text"
            self._add(Block(eid, kind, piece.text, piece.number, piece.indent, wid), element)

    def _running(self, element: etree._Element, eid: str, wid: str) -> None:
        classes = (element.get("class") or "").split()
        kind: Kind = next((_KINDS[one] for one in classes if one in _KINDS), "text")
        if not eid:
            eid, kind = (PREAMBLE if not self.blocks else BACK), "other"
        for piece in pieces_of(element):
            number = piece.number
            if not number and self.held is not None:
                number, self.held = self.held.number, None
            if number or piece.text:
                sort: Kind = "note" if piece.note else kind
                indent = piece.indent or indent_of(element)
                self._add(Block(eid, sort, piece.text, number, indent, wid), element)

    def _add(self, block: Block, element: etree._Element | None) -> None:
        if block.wid == block.eid:
            block = Block(block.eid, block.kind, block.text, block.number, block.indent)
        self.blocks.append(block)
        line = element.sourceline if element is not None else None
        self.at.append(line or (self.at[-1] if self.at else 1))


def blocks_of(act: etree._Element) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    """The lines of an act, and the line of the source each stands in."""
    reading = _Reading()
    reading.children(act, "", "", "")
    reading._alone()
    return tuple(reading.blocks), tuple(reading.at)


def _is_ours(eid: str) -> bool:
    try:
        levels(eid)
    except ValueError:
        return False
    return True


def _has_words(element: etree._Element) -> bool:
    """Whether words stand right in an element, not only in its parts."""
    return bool((element.text or "").strip()) or any((one.tail or "").strip() for one in element)


def facts_of(act: etree._Element) -> tuple[Facts, Lang | None]:
    """What the metadata tell, and the language."""
    uri = number = title = None
    adopted = version = None
    lang: Lang | None = None
    for one in _identification(act):
        name, level = name_of(one), name_of(one.getparent())
        if level == "FRBRWork":
            uri = one.get("value") if name == "FRBRthis" and uri is None else uri
            uri = one.get("value") if name == "FRBRuri" else uri
            adopted = _day(one) if name == "FRBRdate" else adopted
            titled = name == "FRBRalias" and one.get("name") == "title"
            title = one.get("value") if titled else title
            number = one.get("value") if name == "FRBRnumber" else number
        elif level == "FRBRExpression":
            version = _day(one) if name == "FRBRdate" else version
            lang = _LANGS.get(one.get("language", "")) if name == "FRBRlanguage" else lang
    return Facts(title=title, uri=uri, number=number, adopted=adopted, version=version), lang


def _identification(act: etree._Element) -> Iterator[etree._Element]:
    for meta in act:
        if name_of(meta) == "meta":
            for one in meta.iter():
                if name_of(one).startswith("FRBR") and one.getparent() is not None:
                    yield one


def _day(element: etree._Element) -> date | None:
    return day_of((element.get("date") or "")[:10])
