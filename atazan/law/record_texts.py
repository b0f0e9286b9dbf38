"""What a recorded text, and a work that becomes known, do to the register of the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import Amend, Change, Put
from atazan.law import kept
from atazan.law.acts import EffectTold, TextRecorded, WorkRegistered
from atazan.law.models import Effect, RegisteredWork, TextPiece, TextVersion
from atazan.law.target import check_target
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding
from atazan.rules.works import works

_WORK = "uri title short number adopted in_force_from url"
_VERSION = "work lang since source digest title anomalies"


def _registered(act: WorkRegistered) -> Iterator[Change]:
    yield Put(RegisteredWork, act.id, {**values(act, *_WORK.split()), "kind": act.work_kind})


def _recorded(act: TextRecorded) -> Iterator[Change]:
    yield Put(TextVersion, act.id, {**values(act, *_VERSION.split()), "by_work": act.by})
    of_text = {"work": act.work, "lang": act.lang, "sources": []}  # the version's row names them
    for n, piece in enumerate(act.pieces, 1):
        row = {"wid": piece.name, "eid": piece.eid, "place": piece.place, "words": piece.words}
        since = piece.since or act.since
        yield Put(TextPiece, f"{act.id}:{n}", {**of_text, **row, "since": since})
    for n, told in enumerate(act.effects, 1):
        mark = "n" if told.noted else "e"
        yield Put(Effect, f"{act.id}:{mark}{n}", {**_effect(told), "work": act.work})
    for again in act.retold:
        lang = again.langs[0] if len(again.langs) == 1 else None
        yield Amend(Effect, again.id, {"lang": lang, "superseded": not again.langs})


def _effect(told: EffectTold) -> dict[str, object]:
    row = {name: getattr(told, name) for name in "provision effect since lang wid before".split()}
    return {**row, "by_work": told.by, "confidence": str(told.confidence)}


def _check_work(act: WorkRegistered, rules: RulesOnDay) -> Iterator[Finding]:
    for known in works().values():
        if act.id == known.id or act.uri == known.uri:
            raise BadAct(Problem("law.work_taken", {"work": known.id, "uri": known.uri}))
    return iter(())


def _check_text(act: TextRecorded, rules: RulesOnDay) -> Iterator[Finding]:
    check_target(act.work, "whole")
    if act.by is not None:
        check_target(act.by, "whole")
    for day in (act.since, *(piece.since for piece in act.pieces if piece.since)):
        try:
            date.fromisoformat(day)
        except ValueError as wrong:
            raise BadAct(Problem("law.no_day", {"day": day})) from wrong
    for told in act.effects:
        check_target(told.by or act.work, told.provision)
    named = {piece.words for piece in act.pieces if piece.words}
    if missing := named - kept.present(named):
        raise BadAct(Problem("law.words_not_kept", {"sha256": min(missing)}))
    return iter(())


DEEDS = [
    Deed(WorkRegistered, lambda act: f"work/{act.id}", _registered, _check_work),
    Deed(TextRecorded, lambda act: f"work/{act.work}", _recorded, _check_text),
]
