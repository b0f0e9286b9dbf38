"""A law's text in one language: its printed lines in order, each in the provision it belongs to.

Nothing is dropped: the lines put together again are the text that was read, blanks aside. A
provision is named by its `eid`, act-wide (`art_45__para_2__subpara_1`); a provision that was
renumbered keeps its first name as `wid`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.citation import levels
from atazan.rules.text import Lang

Kind = Literal["title", "heading", "text", "note", "other"]
"""What a line is: the act's own title or front matter; the label and title of a section, chapter or
article; words of the law; a note of the compilers; a line not understood, kept as it is."""

FRONT = "front"
"""Where lines stand that come before the preamble and every numbered step: title, adoption."""
PREAMBLE = "preamble"
BACK = "back"
"""Where signatures, place and day stand after the last provision."""
OUTSIDE = (FRONT, PREAMBLE, BACK)


class Block(Struct, frozen=True, array_like=True, gc=False):
    """One printed line; written out, the array of its fields: words are kept so (law/kept.py).

    `eid` is the narrowest provision that surely holds it. `number` is its label as printed
    (`Статья 45.`, `45-бап.`, `3-1.`, `6-1)`), `text` the rest as printed, without markup. `wid` is
    the permanent name of the provision where that is no longer its eid.
    """

    eid: str
    kind: Kind
    text: str
    number: str = ""
    indent: int = 0
    wid: str = ""

    @property
    def name(self) -> str:
        """The permanent name of its provision."""
        return self.wid or self.eid

    @property
    def printed(self) -> str:
        """The line as printed."""
        return f"{self.number} {self.text}".strip() if self.number else self.text


class Anomaly(Struct, frozen=True):
    """Something odd in a source, recorded and not mended: `kind` is a phrase `text.anomaly.KIND`.

    `line` counts from 1 in the source, `words` quotes the place.
    """

    kind: str
    line: int
    words: str


class Facts(Struct, frozen=True, kw_only=True):
    """What the source says of the act and of this version; None where it does not.

    `version` is the first day of this text and counts. `amended_by` is the number of the act that
    made this version.
    """

    title: str | None = None
    number: str | None = None
    kind: str | None = None
    adopted: date | None = None
    version: date | None = None
    uri: str | None = None
    source: str | None = None
    amended_by: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """A text on a day in one language."""

    lang: Lang
    blocks: tuple[Block, ...]
    facts: Facts = Facts()
    anomalies: tuple[Anomaly, ...] = ()

    @property
    def printed(self) -> str:
        """Every line as printed."""
        return "\n".join(block.printed for block in self.blocks)

    @property
    def digest(self) -> str:
        """SHA-256 of the text without blanks."""
        return digest(self.printed)


class Words(Struct, frozen=True):
    """One provision of a document: its own words, without those of its parts and without notes."""

    eid: str
    wid: str
    number: str
    heading: str
    text: str

    @property
    def level(self) -> str:
        """The level of its last step: art, para, subpara …; what stands outside names itself."""
        return self.eid if self.eid in OUTSIDE else levels(self.eid)[-1][0]


def bare(text: str) -> str:
    """The text without blanks of any kind."""
    return "".join(text.split())


def digest(text: str) -> str:
    """SHA-256 of the text without blanks, in hexadecimal."""
    return hashlib.sha256(bare(text).encode()).hexdigest()


def provisions(blocks: Iterable[Block]) -> dict[str, Words]:
    """Every provision by eid, in the order of the text."""
    found: dict[str, list[Block]] = {}
    for block in blocks:
        if block.kind != "note":
            found.setdefault(block.eid, []).append(block)
    return {eid: _words(eid, lines) for eid, lines in found.items()}


def _words(eid: str, lines: list[Block]) -> Words:
    headings = [line for line in lines if line.kind in ("heading", "title")]
    own = [line for line in lines if line.kind not in ("heading", "title")]
    numbered = next((line.number for line in lines if line.number), "")
    return Words(
        eid,
        lines[0].name,
        numbered,
        " ".join(line.text for line in headings if line.text),
        "\n".join(line.text for line in own),
    )


def outer(eid: str) -> str:
    """The piece of a text an eid is kept in: its article, or its first step.

    >>> outer("art_45__para_2"), outer("section_1"), outer("front")
    ('art_45', 'section_1', 'front')
    """
    return eid.split("__")[0]


def pieces(blocks: Iterable[Block]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The text cut into articles and what stands between them, in order: eid and lines."""
    name, lines = "", list[Block]()
    for block in blocks:
        here = outer(block.eid)
        if here != name and lines:
            yield name, tuple(lines)
            lines = []
        name = here
        lines.append(block)
    if lines:
        yield name, tuple(lines)
