"""Lines put in their provisions: an eId for each, act-wide, nothing left out.

How parts are counted: an unnumbered line is a part only where its paragraph (or article) has more
than one; the intro of a list is one of them. Lines inside a subparagraph are its indents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from atazan.law.text.document import BACK, FRONT, PREAMBLE, Anomaly, Block, Kind
from atazan.law.text.edges import contents, quoted, signatures
from atazan.law.text.lines import Label, Line, label, ordinal, runs_on
from atazan.law.text.marginal import are_notes, names, own_note, repealed_in_place
from atazan.law.text.placing import Here, Slot, place_forward, under

_HEADINGS = ("section", "subsection", "chapter", "subchapter")
_ADOPTED = re.compile(
    r"(?:Конституционный [Зз]акон|Закон|Кодекс|Указ|Постановление|Принят|Утвержд)\w*\b"
    r"|.*(?:№|қабылдан|бекітіл)",
    re.DOTALL,
)


class Structure(Struct):
    """What the lines say."""

    blocks: tuple[Block, ...]
    at: tuple[int, ...]
    anomalies: tuple[Anomaly, ...]


def structured(lines: Iterable[Line]) -> Structure:
    """Give each line its provision."""
    reading = _Reading([piece for line in lines for piece in runs_on(line)])
    return reading.done()


class _Reading:
    """The place in the text while its lines are read from first to last."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.notes = are_notes(lines)
        self.quoted = quoted(lines)
        self.labels = [
            None if self.notes[place] or place in self.quoted else label(line)
            for place, line in enumerate(lines)
        ]
        self.next = self._next_labels()
        self.slots: list[Slot] = []
        self.odd: list[Anomaly] = []
        self.taken: dict[str, int] = {}
        self.parts: dict[str, int] = {}
        self.indents: dict[str, int] = {}
        self.last: dict[str, tuple[int, ...]] = {}
        self.section = self.heading = self.article = self.paragraph = self.point = ""
        self.own_note = ""
        self.point_indent = 0
        self.untitled = False
        self.began = self.titled = self.preamble = False

    def done(self) -> Structure:
        end = signatures(self.lines, self.labels, self.notes)
        listed = contents(self.lines, self.labels)
        for place, line in enumerate(self.lines):
            if place >= end or place in listed:
                self._put(line, BACK if place >= end else FRONT, "other", text=line.text)
            else:
                self._line(place, line)
        place_forward(self.slots)
        blocks = tuple(self._block(slot) for slot in self.slots)
        return Structure(blocks, tuple(slot.line.at for slot in self.slots), tuple(self.odd))

    # -- what a line is ------------------------------------------------------------------------

    def _line(self, place: int, line: Line) -> None:
        named = self.labels[place]
        if self.notes[place]:
            self._note(line)
        elif line.mark == "table" or (place in self.quoted and self.began):
            self._unnumbered(place, line)
        elif named is None:
            self._unlabelled(place, line)
        elif named.level in _HEADINGS:
            self._head(line, named)
        elif named.level == "art":
            self._article(line, named)
        else:
            self._numbered(line, named)

    def _head(self, line: Line, named: Label) -> None:
        eid = f"{named.level}_{named.number}"
        if named.level == "section":
            self.section = eid = self._once(eid, line)
        elif eid in self.taken or named.level in ("subsection", "subchapter"):
            outer = self.section if named.level != "subchapter" else self._chapter()
            eid = self._once(f"{outer}__{eid}" if outer else eid, line)
        else:
            eid = self._once(eid, line)
        self.heading, self.untitled = eid, not named.rest
        self._leave_article()
        self.began = True
        self._put(line, eid, "heading", named.printed, named.rest)

    def _chapter(self) -> str:
        return "__".join(self.heading.split("__subchapter_")[:1])

    def _article(self, line: Line, named: Label) -> None:
        self._leave_article()
        self.article = self._once(f"art_{named.number}", line)
        self._in_turn("art", named, line)
        self.untitled, self.began = False, True
        self._put(line, self.article, "heading", named.printed, named.rest)
        if line.anchor and line.anchor != named.number:
            self._odd("anchor_elsewhere", line)

    def _leave_article(self) -> None:
        self.article = self.paragraph = self.point = self.own_note = ""

    def _numbered(self, line: Line, named: Label) -> None:
        self.untitled, self.began = False, True
        repealed = repealed_in_place(named.rest)
        kind: Kind = "note" if repealed else "text"
        if named.level == "para":
            self.point = ""
            self.paragraph = self._once(
                self._under(self.own_note or self.article, "para", named), line
            )
            eid, part = self.paragraph, 0 if repealed else self._part(self.paragraph)
        else:
            outer = self.paragraph or self.article or self.heading
            self.point = eid = self._once(self._under(outer, "subpara", named), line)
            self.point_indent, part = line.indent, 0
            self._in_turn(outer, named, line)
        self._put(line, eid, kind, named.printed, named.rest, part)

    @staticmethod
    def _under(outer: str, level: str, named: Label) -> str:
        return f"{outer}__{level}_{named.number}" if outer else f"{level}_{named.number}"

    def _unlabelled(self, place: int, line: Line) -> None:
        if self.untitled and not self.article:
            self.untitled = False
            self._put(line, self.heading, "heading", text=line.text)
        elif not self.began:
            self._before(line)
        elif line.mark in ("heading", "title"):
            self._put(line, self._here(), "other", text=line.text)
        else:
            self._unnumbered(place, line)

    def _before(self, line: Line) -> None:
        """A line before the first provision: the title, how it was adopted, or the preamble."""
        titled = line.mark in ("title", "heading") or not self.titled or line.text.isupper()
        if not self.preamble and (titled or _ADOPTED.match(line.text)):
            self.titled = True
            self._put(line, FRONT, "title", text=line.text)
        else:
            self.preamble = True
            self._put(line, PREAMBLE, "text", text=line.text)

    def _unnumbered(self, place: int, line: Line) -> None:
        """A line of a paragraph, or inside a subparagraph where it stands deeper or in between."""
        if self.article and own_note(line):
            self.own_note = self.paragraph = self._once(f"{self.article}__note_1", line)
            self.point = ""
        container = self.paragraph or self.article or self.heading
        if not container:
            self._put(line, PREAMBLE, "text", text=line.text)
        elif self.point and self._inside(place, line):
            count = self.indents[self.point] = self.indents.get(self.point, 1) + 1
            self._put(line, f"{self.point}__indent_{count}", "text", text=line.text)
        else:
            self.point = ""
            kind: Kind = "text" if self.article or self.paragraph else "other"
            part = self._part(container) if kind == "text" else 0
            self._put(line, container, kind, text=line.text, part=part)

    def _inside(self, place: int, line: Line) -> bool:
        """Whether a line is of the subparagraph before it: it stands deeper, or is a quotation in
        it, or the list goes on after it with a higher number."""
        if line.indent > self.point_indent or place in self.quoted:
            return True
        after = self.next[place]
        return (
            after is not None
            and after.level == "subpara"
            and ordinal(after.number) > ordinal(self.point.rsplit("_", 1)[1])
        )

    def _next_labels(self) -> list[Label | None]:
        """For each line, the next label after it."""
        found: list[Label | None] = [None] * len(self.lines)
        for place in range(len(self.lines) - 1, 0, -1):
            found[place - 1] = self.labels[place] or found[place]
        return found

    # -- where a line goes ---------------------------------------------------------------------

    def _here(self) -> str:
        return self.point or self.paragraph or self.article or self.heading or FRONT

    def _put(
        self, line: Line, eid: str, kind: Kind, number: str = "", text: str = "", part: int = 0
    ) -> None:
        self.slots.append(Slot(line, eid, kind, number, text, part))

    def _part(self, container: str) -> int:
        self.parts[container] = self.parts.get(container, 0) + 1
        return self.parts[container]

    def _once(self, eid: str, line: Line) -> str:
        """The eid, marked where an earlier provision has it."""
        count = self.taken[eid] = self.taken.get(eid, 0) + 1
        if count == 1:
            return eid
        self._odd("twice", line)
        return f"{eid}@{count}"

    def _in_turn(self, among: str, named: Label, line: Line) -> None:
        """Note a number that does not come after the one before it, or a gap between articles."""
        here = ordinal(named.number)
        last = self.last.get(among)
        self.last[among] = here
        if last is None or here == last:
            return
        if here < last:
            if not (among != "art" and here == (1,)):  # a second list begins with 1 again
                self._odd("order", line)
        elif among == "art" and here[0] > last[0] + 1:
            self._odd("gap", line)

    def _odd(self, kind: str, line: Line) -> None:
        self.odd.append(Anomaly(kind, line.at, line.text[:160]))

    def _block(self, slot: Slot) -> Block:
        many = slot.part and self.parts[slot.eid] > 1
        eid = f"{slot.eid}__part_{slot.part}" if many else slot.eid
        return Block(eid, slot.kind, slot.text, slot.number, slot.line.indent)

    def _note(self, line: Line) -> None:
        naming = names(line.text)
        here = Here(self.heading, self.article, self.paragraph, self.point)
        if naming.follows:
            self.slots.append(Slot(line, here.narrowest, "note", text=line.text, naming=naming))
        else:
            self._put(line, under(naming, here), "note", text=line.text)
