"""Provisions that name a body the Constitution in force has ended or renamed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atazan.law.conformity.abolished import Mention, certain, mentions
from atazan.law.conformity.historical import in_title, past_lines
from atazan.law.conformity.nonconformity import Confidence, Nonconformity, place
from atazan.law.text.document import Document, outer
from atazan.rules.text import Text


def bodies_named(document: Document, day: date) -> Iterator[Nonconformity]:
    """Every place that names what was out of place by `day`; notes of the compilers are left out.

    A mention in a transition or final provision, or in the title of an act, is `historical`.
    """
    past = past_lines(document)
    around = _articles(document)
    for line, block in enumerate(document.blocks):
        if block.kind == "note":
            continue
        for one in mentions(block.text, document.lang, day):
            told = line in past or in_title(block.text, one.start, one.end)
            yield _found(document, line, one, around[outer(block.eid)], told)


def _articles(document: Document) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        found.setdefault(outer(block.eid), []).append(block.text)
    return {eid: "\n".join(lines) for eid, lines in found.items()}


def _found(
    document: Document, line: int, one: Mention, article: str, historical: bool
) -> Nonconformity:
    what = one.what
    facts: dict[str, str | Text | date | int] = {"name": what.called, "since": what.since}
    facts["n"] = 2 if what.plural else 1
    if what.successor is not None:
        facts["now"] = what.successor
    key = f"conformity.body.{what.kind}" + ("" if what.successor else "_for_nothing")
    sure: Confidence = "high" if certain(one, article) else "medium"
    return Nonconformity(
        kind="body",
        place=place(document, line, one.start, one.end),
        about=what.id,
        key=key if what.kind != "unnamed" else "conformity.body.unnamed",
        facts=facts,
        sources=(what.source, *what.also),
        historical=historical,
        confidence="low" if what.kind == "unnamed" else sure,
        uncertain=(*what.uncertain, *(("conform-old-words-kept",) if historical else ())),
    )
