"""One place of a law that does not conform, with its evidence: the words, the rule, how sure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from atazan.law.text.document import Block, Document
from atazan.rules.book import Source
from atazan.rules.citation import Provision, cite
from atazan.rules.text import Lang, Text
from atazan.rules.words import phrase

Kind = Literal["body", "numbering", "rests", "repeats"]
Confidence = Literal["high", "medium", "low"]
KINDS: tuple[Kind, ...] = ("body", "numbering", "rests", "repeats")


class Place(Struct, frozen=True):
    """Words of a text: of the line `line` of the document's blocks, `end` excluded.

    Offsets are code points in the line's `text`; `words` are those words as printed.
    """

    eid: str
    line: int
    start: int
    end: int
    words: str


class Nonconformity(Struct, frozen=True, kw_only=True):
    """What does not conform at a place, and on what that rests.

    `about`: id of the abolished body, or the provision named or repeated. `old` and `new`: the
    provision the words point to and what stands in its place; `was` and `becomes` their first
    words, `there` those that stand under the old number now. `historical`: told as the past, so
    nothing is to be changed. `key` and `facts` say it in three languages.
    """

    kind: Kind
    place: Place
    about: str
    key: str
    facts: Mapping[str, str | Text | date | int] = field(default_factory=dict)
    sources: tuple[Source, ...]
    old: Provision | None = None
    new: tuple[Provision, ...] = ()
    was: str = ""
    becomes: str = ""
    there: str = ""
    historical: bool = False
    confidence: Confidence = "high"
    uncertain: tuple[str, ...] = ()

    def says(self, lang: Lang) -> str:
        """Why, in words."""
        return phrase(
            self.key, lang, {name: _said(fact, lang) for name, fact in self.facts.items()}
        )


def _said(fact: str | Text | date | int, lang: Lang) -> object:
    """A fact in one language; provisions are named as the Court's texts do."""
    if isinstance(fact, str) and fact.startswith("eid:"):
        return "; ".join(named(eid, lang) for eid in fact[4:].split())
    return fact


def named(eid: str, lang: Lang) -> str:
    """A provision in words; the eId itself where it is of no known form.

    >>> named("art_73__para_1", "ru")
    'статья 73, пункт 1'
    """
    try:
        return cite(eid, lang)
    except ValueError:
        return eid


def place(document: Document, line: int, start: int, end: int) -> Place:
    """The place of words in a document."""
    block: Block = document.blocks[line]
    return Place(block.eid, line, start, end, block.text[start:end])
