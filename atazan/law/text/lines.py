"""The grammar of a printed line in a law: what its label says it is, in Kazakh, Russian, English.

Every format is first cut into such lines; `structure` then puts them in their provisions.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from atazan.law.text.letters import plain

Mark = Literal["", "title", "heading", "bold", "note", "table"]
"""What the markup of the source says of a line: nothing, the act's title, a heading, wholly bold, a
note, a row of a table (kept as it is)."""
Level = Literal["section", "subsection", "chapter", "subchapter", "art", "para", "subpara"]


class Line(Struct, frozen=True):
    """A line of a source, markup aside. `at` counts source lines from 1; `indent` is in blanks.

    `anchor` is the number of the article whose anchor stands before the line.
    """

    text: str
    at: int
    indent: int = 0
    mark: Mark = ""
    anchor: str = ""


class Label(Struct, frozen=True):
    """The label a line begins with: `number` as eIds write it, `printed` as it stands."""

    level: Level
    number: str
    printed: str
    rest: str


_N = r"[0-9]{1,6}(?:[-‑–][0-9]{1,6})*[¹²³⁴⁵⁶⁷⁸⁹]?"
_ROMAN = r"[IVXLCІХСⅠ-Ⅿ]+(?:[-‑–][0-9]+)*"
_ANY = rf"(?P<n>{_N}|{_ROMAN})"
_END = r"(?P<dot>\s?[.:])?(?=\s|$)"
_HEAD_WORDS: tuple[tuple[Level, str, str], ...] = (
    ("art", r"(?:Статья|СТАТЬЯ|Article|ARTICLE)", r"(?:бап|БАП)"),
    ("chapter", r"(?:Глава|ГЛАВА|Chapter|CHAPTER)", r"(?:тарау|ТАРАУ)"),
    ("section", r"(?:Раздел|РАЗДЕЛ|Section|SECTION)", r"(?:бөлім|БӨЛІМ)"),
    ("subsection", r"(?:Подраздел|ПОДРАЗДЕЛ|Subsection)", r"(?:кіші бөлім|КІШІ БӨЛІМ)"),
    ("subchapter", r"(?:Параграф|ПАРАГРАФ|§)", r"(?:параграф|ПАРАГРАФ)"),
)
_HEADS: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (
        level,
        re.compile(rf"(?:{ru}\s+{_ANY}|{_ANY.replace('?P<n>', '?P<k>')}\s?[-‑–]?\s?{kk}){_END}"),
    )
    for level, ru, kk in _HEAD_WORDS
)
_HEAD = re.compile(r"[0-9IVXLCІХСⅠ-ⅯСАПРГ§]|Art|ART|Sect|Subs|Chap|SECT|CHAP")
_PARA = re.compile(rf"(?P<n>{_N})\s?\.(?=\s|[^\W\d_]|[«\"]|$)")
_SUBPARA = re.compile(rf"(?P<n>{_N})\s?\)(?=\s|[^\W\d_]|[«\"]|$)")
_NEXT = re.compile(
    rf"(?<=[;:])\s*(?=({_N})\)\s+(?!(?:и|или|либо|пункт|подпункт|және|немесе|тармақша|and|or)))"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LATIN = str.maketrans("ІХС", "IXC")
_RAISED = str.maketrans({mark: f"-{n}" for n, mark in enumerate("¹²³⁴⁵⁶⁷⁸⁹", 1)})


def label(line: Line) -> Label | None:
    """The label of a line; None where it has none.

    >>> label(Line("3-1. В пределах города", 1)).number
    '3-1'
    >>> label(Line("І бөлім Негіздер", 1, mark="heading")).number
    '1'
    >>> label(Line("Статья 5 применяется со дня принятия", 1)) is None
    True
    """
    text = plain(line.text)
    if text[:1].isdigit():
        for level, shape in (("para", _PARA), ("subpara", _SUBPARA)):
            begins = shape.match(text)
            if begins:
                return _label(level, begins["n"], begins.end(), line.text)  # type: ignore[arg-type]
    if not _HEAD.match(text):
        return None
    for level, shape in _HEADS:
        begins = shape.match(text)
        if begins and _is_head(line, begins, text):
            return _label(level, begins["n"] or begins["k"], begins.end(), line.text)
    return None


def _is_head(line: Line, begins: re.Match[str], text: str) -> bool:
    """A line of prose may begin with "Статья 5 …" too: its next word is in small letters."""
    rest = text[begins.end() :].lstrip()
    if not rest or line.mark in ("heading", "title"):
        return True
    return rest[0] not in ",;" and not rest[0].islower() and (bool(begins["dot"]) or rest[0] != "-")


def _label(level: Level, number: str, end: int, text: str) -> Label:
    return Label(level, number_of(number), text[:end].strip(), text[end:].strip())


def number_of(printed: str) -> str:
    """A number as eIds write it: Roman ones, of Latin or Cyrillic letters, in figures.

    >>> number_of("VІІ"), number_of("83¹"), number_of("IX-1")
    ('7', '83-1', '9-1')
    """
    head, *more = re.split(r"[-‑–]", printed.translate(_RAISED))
    latin = head.translate(_LATIN)
    if latin and all(letter in _VALUES for letter in latin):
        head = str(_roman(latin))
    return "-".join((head, *more))


def _roman(letters: str) -> int:
    values = [_VALUES[letter] for letter in letters]
    return sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )


def ordinal(number: str) -> tuple[int, ...]:
    """A number for comparison: 6 < 6-1 < 7.

    >>> ordinal("6") < ordinal("6-1") < ordinal("7")
    True
    """
    return tuple(int(one) for one in number.split("@")[0].split("-"))


def runs_on(line: Line) -> list[Line]:
    """A line cut where its subparagraphs run on: "1) …; 2) …".

    Cut is only before the number that must come next, so that a list of references stays whole.

    >>> [one.text for one in runs_on(Line("1) раз;2) два; 3) три", 1))]
    ['1) раз;', '2) два;', '3) три']
    >>> len(runs_on(Line("по основаниям: 2) и 3) пункта", 1)))
    1
    """
    first = _SUBPARA.match(line.text)
    last = ordinal(number_of(first["n"])) if first else None
    cuts = [0]
    for found in _NEXT.finditer(line.text):
        here = ordinal(number_of(found[1]))
        opens = line.text[found.start() - 1] == ":"
        if (opens and last is None and here == (1,)) or (not opens and _follows(last, here)):
            cuts.append(found.end())
            last = here
    if len(cuts) == 1 or (first is None and len(cuts) == 2):
        return [line]
    return [
        Line(line.text[start:end].strip(), line.at, line.indent, line.mark, line.anchor)
        for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True)
    ]


def _follows(last: tuple[int, ...] | None, here: tuple[int, ...]) -> bool:
    """Whether a number may come right after another: 6, then 7 or 6-1; 6-1, then 6-2 or 7."""
    return last is not None and here in (
        (last[0] + 1,),
        (*last, 1),
        (*last[:-1], last[-1] + 1),
    )
