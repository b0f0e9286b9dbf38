"""Word documents (DOCX): paragraphs and tables of the body, by python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import docx as word
from docx.oxml.ns import qn
from lxml import etree

from atazan.law.text.document import Anomaly
from atazan.law.text.docx_numbers import Numbering
from atazan.law.text.lines import Line, Mark
from atazan.law.text.unread import UnreadText
from atazan.law.text.xml import parsed

_LARGEST = 60 * 2**20
_BODY = "word/document.xml"
_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_HYPHEN = qn("w:noBreakHyphen")
_PARAGRAPH, _ROW, _TABLE = qn("w:p"), qn("w:tr"), qn("w:tbl")
_OUTSIDE = re.compile(r"word/(?:footnotes|endnotes|comments|header[0-9]*|footer[0-9]*)\.xml\Z")


def body_of(data: bytes, file: str) -> etree._Element:
    """The body of a document. Raises UnreadText: no ZIP, too large unpacked, broken."""
    _checked(data, file)
    try:
        document = word.Document(io.BytesIO(data))
    except Exception as wrong:  # python-docx raises what its parts raise: KeyError, ValueError, …
        raise UnreadText("broken_docx", file) from wrong
    body: etree._Element = document.element.body
    return body


def _checked(data: bytes, file: str) -> None:
    """Refuse before anything is unpacked: the sizes are told in the list of the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _LARGEST or len(parts) > 5000:
                raise UnreadText("too_large", file, limit=_LARGEST // 2**20)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if b"<!DOCTYPE" in opened.read(4096).replace(b"\0", b"").upper():
                            raise UnreadText("document_type", file)
            if _BODY not in archive.namelist():
                raise UnreadText("broken_docx", file)
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, NotImplementedError) as wrong:
        raise UnreadText("broken_docx", file) from wrong


def words_of(data: bytes, file: str) -> str:
    """All the text of the body, straight from its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parsed(archive.read(_BODY), file)
    return "".join(_said(one) for one in root.iter(_TEXT, _TAB, _HYPHEN, *_BREAK))


def _said(element: etree._Element) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    return "-" if element.tag == _HYPHEN else "\n" if element.tag in _BREAK else "\t"


def lines_of(body: etree._Element) -> list[Line]:
    """The lines of a body; `at` counts paragraphs."""
    found: list[Line] = []
    for at, paragraph in enumerate(_outermost(body), 1):
        found += _of_paragraph(paragraph, at)
    return found


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and rows of tables; what is inside a row or a text box stays in its line."""
    for child in element:
        if child.tag in (_PARAGRAPH, _ROW):
            yield child
        else:
            yield from _outermost(child)


def _of_paragraph(paragraph: etree._Element, at: int) -> Iterator[Line]:
    row = paragraph.tag == _ROW
    pieces = []
    for one in paragraph.iter(_TEXT, _TAB, _HYPHEN, _PARAGRAPH, *_BREAK):
        pieces.append(" " if one.tag == _PARAGRAPH else _said(one))
    indent, mark = _indent(paragraph), "table" if row else _mark(paragraph)
    text = "".join(pieces)
    for line in [" ".join(text.split())] if row else text.split("\n"):
        words = " ".join(line.split())
        if words:
            yield Line(words, at, 0 if row else indent, mark)


def _mark(paragraph: etree._Element) -> Mark:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = style.get(qn("w:val"), "") if style is not None else ""
    if name == "Title":
        return "title"
    if name.startswith("Heading"):
        return "heading"
    runs = [run for run in paragraph.iter(qn("w:r")) if run.find(_TEXT) is not None]
    bold = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs]
    return "bold" if bold and all(bold) else ""


def _indent(paragraph: etree._Element) -> int:
    """The left indent in blanks of about 6 points."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    left = found.get(qn("w:left")) or found.get(qn("w:start")) if found is not None else None
    return int(left) // 120 if left and left.isdigit() else 0


def left_aside(data: bytes, body: etree._Element) -> list[Anomaly]:
    """What a document shows that is not in the text of its body."""
    odd: list[Anomaly] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if _OUTSIDE.match(name) and b"<w:t" in archive.read(name):
                odd.append(Anomaly("outside_body", 0, name))
        parts = [_part(archive, f"word/{name}.xml") for name in ("styles", "numbering")]
    numbering = Numbering(*parts)
    for at, paragraph in enumerate(_outermost(body), 1):
        words = "".join(one.text or "" for one in paragraph.iter(_TEXT)).strip()
        if words and numbering.sets_number(paragraph):
            odd.append(Anomaly("numbered_by_word", at, words[:160]))
    return odd


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    return parsed(archive.read(name), name) if name in archive.namelist() else None
