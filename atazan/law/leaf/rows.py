"""An article's printed lines as rows: one paragraph or part each, its number in the margin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from atazan.law.leaf.runs import Run, Span, runs
from atazan.law.text.document import OUTSIDE, Block, outer
from atazan.rules.citation import levels
from atazan.rules.text import Lang

Spans = Callable[[Block], Sequence[Span]]
"""What lies over a line: citations, words that ceased, words that repeat."""
_BARE = re.compile(r"[0-9]+(?:-[0-9]+)*")


class Line(Struct, frozen=True):
    """One printed line. `depth`: 0 beside the margin, 1 a subparagraph, 2 within one."""

    eid: str
    kind: str
    number: str
    runs: tuple[Run, ...]
    depth: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Row(Struct, frozen=True):
    """A paragraph or a part with all its lines; `number` as printed, without its full stop.

    `counted` is the number of a part that is printed without one.
    """

    eid: str
    number: str
    counted: str
    lines: tuple[Line, ...]


class Article(Struct, frozen=True):
    """An article, or what stands between articles: its heading, and its rows."""

    eid: str
    level: str
    number: str
    heading: str
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """Its label and heading as printed."""
        return f"{self.number} {self.heading}".strip()


def no_spans(block: Block) -> Sequence[Span]:
    """A line without anything over it."""
    return ()


def article(eid: str, blocks: Iterable[Block], spans: Spans = no_spans) -> Article:
    """The lines of one piece as rows."""
    blocks = list(blocks)
    own = [one for one in blocks if one.kind in ("heading", "title") and one.eid == eid]
    rest = [one for one in blocks if one not in own]
    number = next((one.number for one in own if one.number), "")
    heading = " ".join(one.text for one in own if one.text)
    level = eid if eid in OUTSIDE else levels(eid)[-1][0]
    return Article(eid, level, number, heading, tuple(_rows(rest, spans)))


def _rows(blocks: Sequence[Block], spans: Spans) -> list[Row]:
    groups: list[tuple[str, list[Block]]] = []
    for block in blocks:
        root = _root(block.eid)
        if not groups or (root != groups[-1][0] and not _within(block.eid, groups[-1][0])):
            groups.append((root, []))
        groups[-1][1].append(block)
    return [_row(root, lines, spans) for root, lines in groups]


def _root(eid: str) -> str:
    """The row a line stands in: its article with the first step inside.

    >>> _root("art_45__para_2__subpara_1")
    'art_45__para_2'
    """
    return "__".join(eid.split("__")[:2])


def _within(eid: str, row: str) -> bool:
    """Whether a line goes on in the row before it: a subparagraph right under the article."""
    steps = eid.split("__")
    under = len(steps) > 1 and steps[1].startswith(("subpara_", "indent_"))
    return under and outer(row) == steps[0] and "__para_" not in row


def _row(root: str, blocks: Sequence[Block], spans: Spans) -> Row:
    first = blocks[0]
    kind, place = levels(root)[-1] if root not in OUTSIDE else ("", "")
    own = first.eid == root or first.eid.startswith(f"{root}__part_")
    labelled = kind not in ("subpara", "indent") and own
    number = first.number.rstrip(". ") if labelled else ""
    counted = place if kind == "part" and not number else ""
    lines = [_line(one, spans, bare=labelled and one is first) for one in blocks]
    return Row(root, number, counted, tuple(lines))


def _line(block: Block, spans: Spans, bare: bool) -> Line:
    return Line(
        block.eid,
        block.kind,
        "" if bare else block.number,
        runs(block.text, spans(block)),
        _depth(block.eid),
    )


def _depth(eid: str) -> int:
    names = [step.split("_")[0] for step in eid.split("__")]
    if "subpara" not in names:
        return 0
    return 2 if names.index("subpara") < len(names) - 1 else 1


class Pair(Struct, frozen=True):
    """The same row in two languages; None where one of them has none."""

    eid: str
    kk: Row | None
    ru: Row | None

    def side(self, lang: Lang) -> Row | None:
        """The row in that language."""
        return self.kk if lang == "kk" else self.ru

    @property
    def row(self) -> Row:
        """The row in the language that has it."""
        found = self.ru or self.kk
        assert found is not None
        return found


def paired(kk: Sequence[Row], ru: Sequence[Row]) -> tuple[Pair, ...]:
    """Rows of two languages side by side, in the order of both.

    >>> [(one.eid, one.kk is None) for one in paired([], [Row("art_1", "", "", ())])]
    [('art_1', True)]
    """
    of_kk = {row.eid: row for row in kk}
    of_ru = {row.eid: row for row in ru}
    order = list(of_ru)
    for place, eid in enumerate(of_kk):
        if eid not in of_ru:
            before = list(of_kk)[place - 1] if place else None
            order.insert(order.index(before) + 1 if before in order else 0, eid)
    return tuple(Pair(eid, of_kk.get(eid), of_ru.get(eid)) for eid in order)


def plain_number(printed: str) -> str:
    """The number of an article for the contents.

    >>> plain_number("Статья 3-1."), plain_number("45-бап.")
    ('3-1', '45')
    """
    match = _BARE.search(printed)
    return match[0] if match else printed.strip(" .")
