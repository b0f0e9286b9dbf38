"""A report as a Word file (DOCX), to be edited by people."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Written
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from atazan.papers.papers import picture
from atazan.papers.report import Bars, Block, Line, Report, Table
from atazan.rules.text import Lang

_INK, _SECOND, _LINK = RGBColor(0x14, 0x1C, 0x2B), RGBColor(0x47, 0x50, 0x63), "006278"
_TEXT_WIDTH = Mm(165)
_LOCALE = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


def word_file(report: Report, lang: Lang) -> bytes:
    """The report as DOCX: headings, tables and links are those of Word, bars a picture."""
    made = Document()
    _set_up(made, report, lang)
    made.add_paragraph(report.marked).runs[0].bold = True
    made.add_heading(report.title, 1)
    for said in report.lede:
        made.add_paragraph(said)
    for part in report.parts:
        made.add_heading(part.heading, 2)
        for block in part.blocks:
            _put(made, block)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _set_up(made: Written, report: Report, lang: Lang) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.header.paragraphs[0].text = report.marked
    section.footer.paragraphs[0].text = report.address
    for name, size in (("Normal", 11), ("Heading 1", 17), ("Heading 2", 13)):
        style = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Times New Roman", Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), "Times New Roman")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LOCALE[lang])
    made.styles["Normal"].element.get_or_add_rPr().append(spoken)
    told = made.core_properties
    told.title, told.author, told.language = report.title, str(report.court), lang
    told.created = told.modified = report.at.replace(tzinfo=None)
    told.comments = report.marked


def _put(made: Written, block: Block) -> None:
    if isinstance(block, Line):
        _say(made.add_paragraph(), block)
    elif isinstance(block, Bars):
        _draw(made, block)
    else:
        _tabulate(made, block)


def _say(paragraph: Paragraph, line: Line) -> None:
    if line.address:
        _link(paragraph, line)
        return
    run = paragraph.add_run(line.says)
    if line.mute:
        run.font.size, run.font.color.rgb = Pt(9), _SECOND


def _link(paragraph: Paragraph, line: Line) -> None:
    """python-docx writes no links of its own: a relationship and the element that names it."""
    id = paragraph.part.relate_to(line.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link, run, look = (OxmlElement(name) for name in ("w:hyperlink", "w:r", "w:rPr"))
    link.set(qn("r:id"), id)
    colour, text = OxmlElement("w:color"), OxmlElement("w:t")
    colour.set(qn("w:val"), _LINK)
    text.text = line.says
    text.set(qn("xml:space"), "preserve")
    look.append(colour)
    run.extend([look, text])
    link.append(run)
    paragraph._p.append(link)


def _draw(made: Written, bars: Bars) -> None:
    made.add_paragraph(bars.title).runs[0].bold = True
    shape = made.add_picture(io.BytesIO(picture(bars)), width=_TEXT_WIDTH)
    shape._inline.docPr.set("descr", bars.title)


def _tabulate(made: Written, table: Table) -> None:
    written = made.add_table(rows=1, cols=len(table.head), style="Table Grid")
    written.autofit = False
    whole = sum(table.widths)
    for cell, name in zip(written.rows[0].cells, table.head, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    header = OxmlElement("w:tblHeader")
    written.rows[0]._tr.get_or_add_trPr().append(header)
    for row in table.rows:
        for cell, line in zip(written.add_row().cells, row, strict=True):
            _say(cell.paragraphs[0], line)
    for row in written.rows:
        for cell, share in zip(row.cells, table.widths, strict=True):
            cell.width = int(_TEXT_WIDTH * share / whole)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Cm(0.1)
                for run in paragraph.runs:
                    run.font.size = Pt(9)
    made.add_paragraph()
