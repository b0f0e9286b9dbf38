"""Provisions that cite the Constitution by the numbers of the one that has ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from atazan.law.cited import Citation, citations
from atazan.law.conformity.concordance import Concordance, NotInConcordance, concordance
from atazan.law.conformity.nonconformity import Nonconformity, Place, place
from atazan.law.text.document import Block, Document
from atazan.law.text.letters import plain
from atazan.rules.book import Source
from atazan.rules.citation import Provision
from atazan.rules.works import works

Written = Callable[[str], date]
"""Since what day the own words of a provision (by eId) stand as they read."""


class Constitutions(Struct, frozen=True):
    """The texts of both Constitutions in the language of the law, as far as they are held."""

    old: Document | None = None
    new: Document | None = None


def old_numbers(
    document: Document,
    day: date,
    written: Written,
    texts: Constitutions | None = None,
    context: str | None = None,
) -> Iterator[Nonconformity]:
    """Every provision of the former Constitution that words older than the new one cite.

    Nothing where the number stayed the same. Words written under the new Constitution count only if
    they name the old one. `context`: the work itself. Source: the concordance.
    """
    table = concordance()
    begins = works()[table.new].in_force_from
    if begins is None or day < begins:
        return
    shown = _Shown(table, texts or Constitutions())
    last = begins - timedelta(days=1)
    for line, block in enumerate(document.blocks):
        found = _citing(document, block, table.old, context, last)
        if not found:
            continue
        when = written(block.eid)
        if when >= begins:  # then "the Constitution" is the new one; what names the old stays
            found = _citing(document, block, table.old, context, min(when, day))
        for one in found:
            at = place(document, line, one.start, one.end)
            for target in one.targets:
                yield from shown.found(at, target, named_old=when >= begins)


def _citing(
    document: Document, block: Block, work: str, context: str | None, day: date
) -> list[Citation]:
    """What of a line cites a work, if it was written on the day."""
    if block.kind == "note" or "онститу" not in plain(block.text):
        return []
    found = citations(block.text, document.lang, context, day)
    return [one for one in found if one.work is not None and one.work.id == work]


class _Shown:
    """Tells what a number of the old Constitution meant and what stands there now."""

    def __init__(self, table: Concordance, texts: Constitutions) -> None:
        self.table = table
        self.old = _words(texts.old)
        self.new = _words(texts.new)

    def found(self, at: Place, eid: str, *, named_old: bool) -> Iterator[Nonconformity]:
        try:
            now = self.table.successors(eid)
        except NotInConcordance:
            return
        if now == (eid,) and not named_old:
            return
        key = "gone" if not now else "named_old" if named_old else "moved"
        facts = {"cited": f"eid:{eid}"} | ({"now": f"eid:{' '.join(now)}"} if now else {})
        entries = self.table.of(self.table.old, eid)
        yield Nonconformity(
            kind="numbering",
            place=at,
            about=eid,
            key=f"conformity.numbering.{key}",
            facts=facts,
            sources=(Source(self.table.old, eid), *(Source(self.table.new, one) for one in now)),
            old=Provision(self.table.old, eid),
            new=tuple(Provision(self.table.new, one) for one in now),
            was=self.old.get(eid, ""),
            becomes=self.new.get(now[0], "") if now else "",
            there=self.new.get(eid, ""),
            historical=named_old,
            confidence=entries[0].confidence,
            uncertain=tuple(dict.fromkeys(id for one in entries for id in one.uncertain)),
        )


def _words(document: Document | None) -> dict[str, str]:
    """The first words of every provision with its parts, to recognise it by."""
    found: dict[str, str] = {}
    for block in document.blocks if document else ():
        if block.kind == "note" or not block.text:
            continue
        steps = block.eid.split("__")
        for n in range(1, len(steps) + 1):
            found.setdefault("__".join(steps[:n]), _short(block.text))
    return found


def _short(text: str, most: int = 160) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def written_before(old: Document, new: Document, began: date, since: date) -> Written:
    """When the words of `new` were written, told from the text before it, which `began` earlier.

    A provision whose own words are those of the same provision of `old` is as old as that.
    """
    before = _own(old)
    now = _own(new)
    return lambda eid: began if now.get(eid) == before.get(eid) else since


def _own(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in document.blocks:
        if block.kind != "note":
            found[block.eid] = f"{found.get(block.eid, '')}\n{plain(block.text)}"
    return found
