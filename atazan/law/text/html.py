"""HTML as the official sites publish laws: paragraphs, headings, notes, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from atazan.law.text.lines import Line, Mark
from atazan.law.text.unread import UnreadText
from atazan.law.text.xml import name_of

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tfoot tr blockquote section article pre dl"
    " dt dd center header main body hr form fieldset figure figcaption address caption".split()
)
_SILENT = frozenset(
    "script style head title noscript template nav button select svg iframe".split()
)
_HEADS = {"h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading"}
_BOLD = frozenset(("b", "strong"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANK = re.compile(r"\s+")
_CUT = re.compile(r"depth|huge|too long|memory|limit", re.IGNORECASE)
_ROOTS = (
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' container_gamma ')"
    " and contains(concat(' ', normalize-space(@class), ' '), ' text ')]",
    "//article",
    "//main",
    "//body",
)


def root_of(text: str, file: str) -> etree._Element:
    """The element that holds the law. Raises UnreadText where the page has no text.

    What stands around it (menus, buttons) is not the law's.
    """
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        page = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as wrong:
        raise UnreadText("empty", file) from wrong
    cut = next((one for one in parser.error_log if _CUT.search(one.message)), None)
    if cut is not None:  # the parser gives what it has and only its log tells that it stopped
        raise UnreadText("broken_html", file)
    for path in _ROOTS:
        found = page.xpath(path)
        if found:
            root: etree._Element = found[0]
            return root
    return page


def title_of(root: etree._Element) -> str | None:
    """The title of the page's act, where it stands outside the text."""
    found = root.getroottree().xpath("//h1")
    return " ".join("".join(found[0].itertext()).split()) or None if found else None


def words_of(root: etree._Element) -> str:
    """All the text of an element, scripts and styles aside."""
    found: list[str] = []
    silent: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if silent is None and name_of(element) in _SILENT:
                silent = element
            if silent is None:
                found.append(_raised(element, element.text))
        else:
            silent = None if silent is element else silent
            if silent is None and element is not root:
                found.append(element.tail or "")
    return " ".join(found)


class _Open:
    """A line while its pieces come in."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.plain = False

    def add(self, text: str | None, bold: bool, at: int) -> None:
        if text:
            self.pieces.append(text)
            if text.strip():
                self.at = self.at or at
                self.plain = self.plain or not bold


def lines_of(root: etree._Element) -> list[Line]:
    """The lines of an element: one for each paragraph, break and row of a table."""
    return list(_lines(root))


def _lines(root: etree._Element) -> Iterator[Line]:
    line, bold, silent = _Open(), 0, 0
    marks: list[Mark] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = name_of(element)
        breaks = name in _BLOCKS or (name == "br" and event == "start")
        if breaks and line.pieces and "table" not in marks[:-1]:
            yield from _closed(line, marks)
            line = _Open()
        if event == "start":
            silent += name in _SILENT
            bold += name in _BOLD
            marks.append(_mark(element, name))
            if not silent:
                line.add(_raised(element, element.text), bool(bold), element.sourceline or 0)
                line.pieces.append(" " if name in ("td", "th") or name in _BLOCKS else "")
        else:
            marks.pop()
            silent -= name in _SILENT
            bold -= name in _BOLD
            if not silent and element is not root:
                line.add(element.tail, bool(bold), element.sourceline or 0)
    yield from _closed(line, marks)


def _closed(line: _Open, marks: list[Mark]) -> Iterator[Line]:
    whole = "".join(line.pieces)
    text = _BLANK.sub(" ", whole).strip()
    if not text:
        return
    mark: Mark = next((one for one in reversed(marks) if one), "")
    if not mark and not line.plain:
        mark = "bold"
    lead = len(whole.lstrip("\n\r\t")) - len(whole.lstrip())
    yield Line(text, line.at, lead if "\u00a0" in whole[:12] else 0, mark)


def _mark(element: etree._Element, name: str) -> Mark:
    if "note" in (element.get("class") or "").split():
        return "note"
    if name == "tr":
        return "table"
    return _HEADS.get(name, "")  # type: ignore[return-value]


def _raised(element: etree._Element, text: str | None) -> str:
    """A number set above the line (Статья 83<sup>1</sup>) as raised figures, not as 831."""
    if text and name_of(element) == "sup" and text.strip().isdigit():
        return text.translate(_RAISED)
    return text or ""
