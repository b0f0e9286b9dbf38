"""A new version of a text from an amending law: each order, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from atazan.journal.record import By
from atazan.law import texts
from atazan.law.acts import WorkRegistered
from atazan.law.files import Given, Read, known_work, work_named
from atazan.law.import_checks import TextRefused, Told
from atazan.law.import_report import Imported, imported
from atazan.law.new_works import known, of_requisite
from atazan.law.noted_effects import FromNotes
from atazan.law.requisite import at_head
from atazan.law.text.amended import Done, amended
from atazan.law.text.amending import instructions
from atazan.law.text.document import Document
from atazan.law.text.read import Reading, read
from atazan.law.text.unread import UnreadText
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.rules.works import works


class ImportedAmending(Struct, frozen=True):
    """The orders of an amending law, and what became of the text they made.

    `nameless`: which act the amending law is was neither said nor to be read at its head.
    """

    done: tuple[Done, ...]
    text: Imported
    nameless: bool = False

    @property
    def refused(self) -> bool:
        return self.text.refused is not None

    def lines(self, lang: Lang) -> Iterator[str]:
        """The report in words: each order, then the text."""
        for one in self.done:
            why = phrase(f"law.amending.{one.why or 'done'}", lang)
            yield f"{one.order.line}: {one.order.words}"
            yield f"    {why}"
        yield from self.text.lines(lang)
        if self.nameless:
            yield f"  {phrase('law.import.nameless', lang)}"

    def as_json(self) -> dict[str, Any]:
        """The report for another program."""
        orders = [
            {
                "line": one.order.line,
                "words": one.order.words,
                "kind": one.order.kind,
                "targets": list(one.order.targets),
                "applied": not one.why,
                "why": one.why or None,
            }
            for one in self.done
        ]
        return {**self.text.as_json(), "orders": orders, "nameless": self.nameless}


def import_amending(
    path: Path, given: Given, *, by: By, at: datetime, dry: bool, partly: bool
) -> ImportedAmending:
    """Carry out the orders of an amending law on the last text before `given.since` and import it.

    Nothing is recorded where an order does not fit, unless `partly` is asked for.
    """
    done: tuple[Done, ...] = ()
    try:
        if given.work is None or given.since is None:
            raise TextRefused("amending_needs", path=str(path))
        work = known_work(given.work)
        source = read(path, lang=given.lang)
        held = texts.text_on(work, source.lang, given.since)
        if held is None:
            raise TextRefused("nothing_to_amend", work=work, lang=source.lang, day=given.since)
        act = works()[work]
        names = (act.number or "", act.title.says(source.lang))
        orders = instructions([block.printed for block in source.blocks], names)
        if not orders:
            raise TextRefused("no_orders", path=str(path), work=work)
        made = amended(held, orders)
        done = made.done
        if made.left and not partly:
            raise TextRefused("orders_left", n=len(made.left), path=str(path))
        by_work, also = _made_by(given, source, work)
        told = Told(
            work=work,
            lang=source.lang,
            since=given.since,
            source=path.name,
            by=by_work,
            replaces=given.replaces,
        )
        at_blocks = tuple(range(1, len(made.document.blocks) + 1))
        reading = Reading(made.document, at_blocks, (), "markdown")
        text = Read(path, reading, told, also, FromNotes((), (), 0))
        return ImportedAmending(done, imported(text, by=by, at=at, dry=dry), by_work is None)
    except TextRefused as wrong:
        return ImportedAmending(done, Imported(path, refused=wrong.problem))
    except UnreadText as wrong:
        return ImportedAmending(done, Imported(path, refused=wrong))


def _made_by(
    given: Given, source: Document, amends: str
) -> tuple[str | None, tuple[WorkRegistered, ...]]:
    """The act an amending law is, as the sender says or as it says at its head."""
    if given.by is not None:
        return work_named(given.by, source)
    head = at_head(source.blocks)
    if head is None:
        return None, ()
    same = known(None, head.number, head.adopted)
    if same is not None:
        return (same.id, ()) if same.id != amends else (None, ())
    new = of_requisite(head, source)
    return new.id, (new,)
