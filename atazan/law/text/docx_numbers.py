"""Paragraphs whose numbers Word itself sets: the text has none, so they are told, not guessed."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_NUMBERS = f"{qn('w:pPr')}/{qn('w:numPr')}"


class Numbering:
    """What the styles and the lists of a document say of numbers."""

    def __init__(self, styles: etree._Element | None, lists: etree._Element | None) -> None:
        found = () if styles is None else styles.iter(qn("w:style"))
        self.styles = {_value(one, "w:styleId"): one for one in found}
        self.formats = dict(_formats(lists)) if lists is not None else {}

    def sets_number(self, paragraph: etree._Element) -> bool:
        """Whether Word puts a number (no bullet) before a paragraph, by itself or by its style."""
        for one in (paragraph, *self._styles_of(paragraph)):
            numbers = one.find(_NUMBERS)
            if numbers is not None:
                chosen = numbers.find(qn("w:numId"))
                number = _value(chosen) if chosen is not None else ""
                if number:
                    return number != "0" and self.formats.get(number) not in ("bullet", "none")
        return False

    def _styles_of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        named = paragraph.find(_STYLE)
        seen: set[str] = set()
        while named is not None:
            name = _value(named)
            style = self.styles.get(name)
            if style is None or name in seen:
                return
            seen.add(name)
            yield style
            named = style.find(qn("w:basedOn"))


def _formats(lists: etree._Element) -> Iterator[tuple[str, str]]:
    """The format of the first level of each list, by its number."""
    kinds = {}
    for one in lists.iter(qn("w:abstractNum")):
        shape = one.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
        kinds[_value(one, "w:abstractNumId")] = _value(shape) if shape is not None else ""
    for one in lists.iter(qn("w:num")):
        of = one.find(qn("w:abstractNumId"))
        if of is not None:
            yield _value(one, "w:numId"), kinds.get(_value(of), "")


def _value(element: etree._Element, name: str = "w:val") -> str:
    return element.get(qn(name)) or ""
