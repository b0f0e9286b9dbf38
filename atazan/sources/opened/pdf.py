"""PDF: the text of its pages without running heads and page numbers, by pdfium."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from atazan.sources.opened.draft import SCANNED, Draft
from atazan.sources.opened.unopened import Unopened
from atazan.words import known, language
from atazan.words.word import folded

_PAGES = 5_000
_NUMBER = re.compile(
    r"[-–—\s]*\d{1,4}[-–—\s]*|(?:стр|page|бет)\.?\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?", re.I
)
_SOFT = re.compile("[\u00ad\ufffe\x02]\\s*\n?")
_HYPHEN = re.compile(r"([^\W\d_]{2,})-\n([^\W\d_]{2,})")


def read(data: bytes, place: str) -> Iterator[Draft]:
    """The one document of a PDF; one of pictures only has no text and says so.

    Raises Unopened: broken, closed by a password, more than 5 000 pages.
    """
    pages = _pages(data, place)
    text = "\n".join(_body(pages)).strip()
    noted = () if text else (SCANNED,)
    yield Draft(data=data, place=place, text=_unhyphened(text), format="pdf", noted=noted)


def _pages(data: bytes, place: str) -> list[list[str]]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as wrong:
        closed = "password" in str(wrong).lower() or "security" in str(wrong).lower()
        raise Unopened("encrypted_pdf" if closed else "broken_pdf", place) from wrong
    try:
        if len(document) > _PAGES:
            raise Unopened("too_many_items", place, limit=_PAGES)
        return [
            _lines(document[at].get_textpage().get_text_bounded()) for at in range(len(document))
        ]
    except PdfiumError as wrong:
        raise Unopened("broken_pdf", place) from wrong
    finally:
        document.close()


def _lines(text: str) -> list[str]:
    text = _SOFT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [line.strip() for line in text.split("\n")]


def _body(pages: list[list[str]]) -> Iterator[str]:
    """The lines of pages without their numbers and what the first or last line repeats on three."""
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]} if line)
    for page in pages:
        last = len(page) - 1
        for at, line in enumerate(page):
            edge = at in (0, 1, last - 1, last)
            if edge and (_NUMBER.fullmatch(line) or (at in (0, last) and edges[line] > 2)):
                continue
            yield line


def _unhyphened(text: str) -> str:
    """Words cut at the end of a line made whole where the lexicon knows the whole."""
    lang = language(text) if text else "ru"

    def whole(one: re.Match[str]) -> str:
        together = one[1] + one[2]
        return together if known(folded(together), lang) else f"{one[1]}-{one[2]}"

    return _HYPHEN.sub(whole, text)
