"""One text imported, and what became of it in words: recorded, held already, or refused and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from atazan.journal.problems import BadAct, NotPermitted, Problem
from atazan.journal.record import BadRow, By
from atazan.law.changes_told import told
from atazan.law.files import Given, Read, read_text
from atazan.law.import_checks import TextRefused
from atazan.law.importing import Prepared, bring_back, prepare, record_text, undone
from atazan.law.text.read import Reading
from atazan.law.text.report import Report, report
from atazan.law.text.unread import UnreadText
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.rules.works import works


class Imported(Struct, frozen=True):
    """What became of one file. `entry` is None where nothing was recorded; `dry`: by wish."""

    path: Path
    read: Read | None = None
    prepared: Prepared | None = None
    entry: int | None = None
    dry: bool = False
    refused: Problem | UnreadText | None = None

    def lines(self, lang: Lang) -> Iterator[str]:
        """The report in words."""
        yield f"{self.path}"
        if self.refused is not None:
            facts = {"why": self.refused.says(lang)}
            yield f"  {phrase('law.import.refused', lang, facts)}"
            return
        assert self.read is not None
        yield f"  {self._what(lang)}"
        understood = _understood(self.read.reading)
        yield from (f"  {line}" for line in understood.sentences(lang))
        if without := self.read.notes.without_day:
            yield f"  {phrase('law.import.without_day', lang, {'n': without})}"
        if self.prepared is None:
            yield f"  {phrase('law.import.held', lang)}"
            return
        yield from (f"  {line}" for line in self._changes(self.prepared, lang))
        key = "recorded" if self.entry is not None else "would_record"
        yield f"  {phrase(f'law.import.{key}', lang, {'entry': self.entry or 0})}"

    def _what(self, lang: Lang) -> str:
        assert self.read is not None
        asked = self.read.told
        known = works().get(asked.work)
        name = known.short.says(lang) if known else asked.work
        facts = {"work": name, "text": phrase(f"law.import.in.{asked.lang}", lang)}
        return phrase("law.import.what", lang, {**facts, "since": asked.since})

    def _changes(self, prepared: Prepared, lang: Lang) -> Iterator[str]:
        act = prepared.act
        for new in prepared.works:
            facts = {"id": new.id, "title": new.title}
            yield phrase("law.import.new_work", lang, facts)
        if act.by is not None:
            by = works().get(act.by)
            yield phrase("law.import.by", lang, {"by": by.short.says(lang) if by else act.by})
        if prepared.replaces is not None:
            yield phrase("law.import.replaces", lang, {"entry": prepared.replaces})
        if prepared.older:
            yield phrase("law.import.older", lang)
        if prepared.changes is None:
            yield phrase("law.import.first", lang, {"n": len(act.pieces)})
        else:
            counts = Counter(one.kind for one in prepared.changes)
            for kind in ("inserted", "amended", "repealed", "renumbered"):
                if counts[kind]:
                    yield phrase(f"law.import.{kind}", lang, {"n": counts[kind]})
                    if self.dry:
                        of_kind = [one for one in prepared.changes if one.kind == kind]
                        yield from (f"  {line}" for line in told(of_kind, lang))
            if not counts:
                yield phrase("law.import.unchanged", lang)
        yield phrase("law.import.effects", lang, {"n": len(act.effects), "seen": len(act.retold)})

    def as_json(self) -> dict[str, Any]:
        """The report for another program."""
        found: dict[str, Any] = {"path": str(self.path), "entry": self.entry}
        if self.refused is not None:
            said = {lang: self.refused.says(lang) for lang in LANGS}
            return {**found, "result": "refused", "why": said}
        assert self.read is not None
        asked = self.read.told
        found |= {"work": asked.work, "lang": asked.lang, "since": asked.since.isoformat()}
        understood = _understood(self.read.reading)
        found["understood"] = to_builtins(understood)
        if self.prepared is None:
            return {**found, "result": "held"}
        act, changes = self.prepared.act, self.prepared.changes
        return {
            **found,
            "result": "recorded" if self.entry is not None else "not_recorded",
            "by": act.by,
            "digest": act.digest,
            "pieces": len(act.pieces),
            "older": self.prepared.older,
            "replaces": self.prepared.replaces,
            "changes": None if changes is None else [to_builtins(one) for one in changes],
            "effects": len(act.effects),
            "anomalies": dict(act.anomalies),
        }


def import_texts(
    paths: Iterable[Path], given: Given, *, by: By, at: datetime, dry: bool
) -> Iterator[Imported]:
    """Import texts in order. A dry run records each for those after it, and in the end none."""
    if not dry:
        yield from (import_text(path, given, by=by, at=at, dry=False) for path in paths)
        return
    with undone():
        for path in paths:
            yield replace(import_text(path, given, by=by, at=at, dry=False), entry=None, dry=True)


def import_text(path: Path, given: Given, *, by: By, at: datetime, dry: bool) -> Imported:
    """Read, prepare and (unless `dry`) record one text: whole or not at all."""
    try:
        return imported(read_text(path, given), by=by, at=at, dry=dry)
    except TextRefused as wrong:
        return Imported(path, refused=wrong.problem)
    except UnreadText as wrong:
        return Imported(path, refused=wrong)


def imported(read: Read, *, by: By, at: datetime, dry: bool) -> Imported:
    """Prepare and record a text that was read; a dry run takes back what it recorded, so that all
    that may refuse it is asked."""
    if dry:
        with undone():
            return replace(imported(read, by=by, at=at, dry=False), entry=None, dry=True)
    document = read.reading.document
    try:
        prepared = prepare(document, read.told, read.new_works, read.notes.effects)
        if prepared is None:
            bring_back(document, read.told)
            return Imported(read.path, read)
        receipts = record_text(prepared, by=by, at=at)
        return Imported(read.path, read, prepared, receipts[-1].number)
    except TextRefused as wrong:
        return Imported(read.path, read, refused=wrong.problem)
    except BadRow as wrong:
        return Imported(read.path, read, refused=_first(wrong))


def _understood(reading: Reading) -> Report:
    return report(reading.document, reading.noted, reading.at)


def _first(wrong: BadRow) -> Problem:
    why = wrong.why
    assert isinstance(why, (BadAct, NotPermitted))
    problems = why.problems if isinstance(why, BadAct) else why.findings
    return next(one for one in problems if isinstance(one, Problem))
