"""A law's text in Markdown, cut into provisions: which words stand in which paragraph or part.

Headings, notes of the compilers and what a court said of an article are no words of the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

_N = r"([0-9]+(?:-[0-9]+)*)"
_ARTICLE = re.compile(rf"(?:\*\*|#+ )?(?:Статья {_N}(?:\.|\*|\s|$)|{_N}-бап(?:\.|\*|\s|$))")
_NOTE = re.compile(
    r"\s*[<>]|[#*\s]*(?:Сноска|Примечание|Ескерту|Ескертпе)\b"
    r"|\s*В соответствии с нормативным постановлением Конституционного"
    r"|\s*\*+[0-9-]+[.)]\s*(?:[Ии]сключен|[Аа]лып тасталды)"
)
_PARA = re.compile(rf"{_N}\.\s")
_SUBPARA = re.compile(rf"{_N}\)\s")
# Texts run subparagraphs on in one line: "…; 2) …".
_RUN_ON = re.compile(rf"(?<=[;:])\s+(?={_N}\)\s)")
# Latin letters the compilation sets for Cyrillic ones.
_ALIKE = str.maketrans("iəIƏcCaAeEoOpPxX", "іәІӘсСаАеЕоОрРхХ")


class Piece(Struct, frozen=True):
    """Some words of a provision; `eid` is the narrowest that surely holds them."""

    eid: str
    words: str


class _Line(Struct, frozen=True):
    kind: str  # para, subpara or part
    number: str
    indent: int
    words: str


def pieces(text: str) -> Iterator[Piece]:
    """The words of a law, in its order, each with its provision."""
    for article, lines in _articles(text):
        yield from _of_article(f"art_{article}", list(_lines(lines)))


def _articles(text: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of each article; notes and headings are left out."""
    number, inside = "", []
    for line in text.translate(_ALIKE).replace("\\", "").splitlines():
        begins = _ARTICLE.match(line)
        if begins or line.startswith("#"):
            if number:
                yield number, inside
            number, inside = ((begins[1] or begins[2]) if begins else ""), []
        elif line.strip() and not _NOTE.match(line):
            inside.append(line.replace("*", ""))
    if number:
        yield number, inside


def _lines(lines: Iterable[str]) -> Iterator[_Line]:
    for line in lines:
        indent = len(line) - len(line.lstrip())
        for words in _RUN_ON.sub("\n", line.strip()).split("\n"):
            yield _line(words, indent)


def _line(words: str, indent: int) -> _Line:
    for kind, shape in (("para", _PARA), ("subpara", _SUBPARA)):
        begins = shape.match(words)
        if begins:
            return _Line(kind, begins[1], indent, words[begins.end() :])
    return _Line("part", "", indent, words)


def _of_article(article: str, lines: list[_Line]) -> Iterator[Piece]:
    """Give each paragraph its lines; an article without paragraphs is read like one."""
    eid, inside = article, []
    for line in lines:
        if line.kind == "para":
            yield from _of_paragraph(eid, inside)
            eid, inside = f"{article}__para_{line.number}", []
        inside.append(line)
    yield from _of_paragraph(eid, inside)


def _of_paragraph(eid: str, lines: list[_Line]) -> Iterator[Piece]:
    """Number its parts and subparagraphs.

    A line without a number after a subparagraph belongs to it where it stands deeper; where it does
    not, it is a part of the paragraph, and which one is not certain: then the paragraph is named.
    """
    first = next((at for at, line in enumerate(lines) if line.kind == "subpara"), len(lines))
    many = first > 1
    part, last = 0, None
    for line in lines:
        if line.kind == "subpara":
            last = line
            yield Piece(f"{eid}__subpara_{line.number}", line.words)
        elif last is not None:
            deeper = line.indent > last.indent
            yield Piece(f"{eid}__subpara_{last.number}" if deeper else eid, line.words)
        else:
            part += 1
            yield Piece(f"{eid}__part_{part}" if many else eid, line.words)
