"""What the words of a line cite, and where each citation leads: to the text of the citing day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec import Struct

from atazan.law.cited import Citation, citations
from atazan.law.leaf.runs import Link, Span
from atazan.law.text.document import Block, outer
from atazan.rules.text import Lang
from atazan.rules.works import works

WHOLE = "whole"
_DECISION = "/judgment/"


class Cites(Struct, frozen=True):
    """One citation of a line. `to` is None where it leads nowhere here; `why` says so.

    `name` and `uri` are those of a work that is known but not held.
    """

    eid: str
    words: str
    to: Link | None
    why: str = ""
    name: str = ""
    uri: str = ""


@lru_cache(maxsize=20_000)
def _read(text: str, lang: Lang, work: str, eid: str, day: date) -> tuple[Citation, ...]:
    return tuple(citations(text, lang, f"{work}#{eid}", day))


def cited(block: Block, lang: Lang, work: str, day: date) -> list[tuple[Citation, Cites]]:
    """The citations of a line of a work, each as it is to be read on the citing day."""
    if block.kind in ("title", "note"):
        return []
    return [
        (one, _told(block, one, day))
        for one in _read(block.text, lang, work, block.eid.split("@")[0], day)
        if _leads_out(block, one)
    ]


def _leads_out(block: Block, one: Citation) -> bool:
    """A provision that names itself ("this article") cites nothing."""
    return one.targets != (outer(block.eid),) or one.work is None


def _told(block: Block, one: Citation, day: date) -> Cites:
    work, to = one.work, None
    first, *others = one.targets or (WHOLE,)
    if work is not None and work.id in works() and not one.why:
        to = Link(work.id, first, day, tuple(others))
    elif work is not None and work.id and _DECISION in work.uri:
        to = Link(work.id, WHOLE, day, decision=work.number or work.id)
    name = (work.name or work.uri) if work is not None and to is None else ""
    words = block.text[one.start : one.end]
    return Cites(block.eid, words, to, one.why, name, work.uri if work is not None else "")


def spans(found: Iterable[tuple[Citation, Cites]]) -> list[Span]:
    """The citations that lead somewhere, as stretches of the line."""
    return [Span(one.start, one.end, to=cites.to) for one, cites in found if cites.to]
