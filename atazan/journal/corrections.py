"""A mistake is put right by a later act: three acts that fit every subject of the record.

A corrected subject is rebuilt from its acts as corrected; the acts as first recorded stay readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from django.apps import apps

from atazan.journal.acts import Act, plain
from atazan.journal.deeds import Deed, deed_of, read_act
from atazan.journal.models import Entry
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import RegisterRow, write
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding


class ActCorrected(Act, frozen=True, kw_only=True, tag="act.corrected/1"):
    """The act of `version` in `subject` is to be read with `changes` in its fields."""

    subject: str
    version: int
    changes: dict[str, Any]
    reason: str


class ActWithdrawn(Act, frozen=True, kw_only=True, tag="act.withdrawn/1"):
    """The act of `version` in `subject` should never have been recorded: it no longer counts."""

    subject: str
    version: int
    reason: str


class SourceAdded(Act, frozen=True, kw_only=True, tag="source.added/1"):
    """`sources` tell of the act of `version` in `subject` too; `confidence` is the new one."""

    subject: str
    version: int


Correction = ActCorrected | ActWithdrawn | SourceAdded


def is_one(act: Act) -> bool:
    """Whether the act puts an earlier one right."""
    return isinstance(act, (ActCorrected, ActWithdrawn, SourceAdded))


def _check(act: Correction, rules: RulesOnDay) -> Iterator[Finding]:
    found = Entry.objects.filter(stream=act.subject, version=act.version).first()
    if found is None:
        raise BadAct(Problem("journal.no_version", {"stream": act.subject, "version": act.version}))
    target = read_act(msgspec.json.decode(found.body)["act"])
    if is_one(target):
        raise BadAct(Problem("journal.correction_of_correction", {"stream": act.subject}))
    corrected(target, act)
    return iter(())


def corrected(target: Act, act: Act) -> Act | None:
    """The target as it reads after a correction; None where it was withdrawn. Raises BadAct."""
    if isinstance(act, ActWithdrawn):
        return None
    if isinstance(act, SourceAdded):
        sources = tuple(dict.fromkeys((*target.sources, *act.sources)))
        return msgspec.structs.replace(target, sources=sources, confidence=act.confidence)
    assert isinstance(act, ActCorrected)
    written = plain(target)
    written["kind"] = target.kind
    try:
        return read_act({**written, **act.changes})
    except msgspec.ValidationError as wrong:
        raise BadAct(Problem("journal.bad_correction", {"reason": str(wrong)})) from wrong


Effective = tuple[int, Act, list[dict[str, Any]]]


def effective(entries: Iterable[dict[str, Any]]) -> list[Effective]:
    """The acts of one subject as they count today: `(number, act, flags)`, corrections applied."""
    standing: dict[int, Effective] = {}
    for written in entries:
        act = read_act(written["act"])
        if isinstance(act, (ActCorrected, ActWithdrawn, SourceAdded)):
            if act.version in standing:
                number, target, flags = standing.pop(act.version)
                after = corrected(target, act)
                if after is not None:
                    standing[act.version] = (number, after, flags)
        else:
            standing[written["version"]] = (written["number"], act, written["flags"])
    return [standing[version] for version in sorted(standing)]


def rebuild(stream: str) -> None:
    """Write the rows of one subject anew from its acts as corrected."""
    from atazan.journal.record import carried, changes

    for model in apps.get_models():
        if issubclass(model, RegisterRow):
            model._default_manager.filter(stream=stream).delete()
    bodies = Entry.objects.filter(stream=stream).order_by("version").values_list("body", flat=True)
    for number, act, flags in effective(msgspec.json.decode(body) for body in bodies):
        rows = changes(deed_of(act.kind), act, number, flags)
        write([(rows, carried(act, stream, number))])


DEEDS: list[Deed[Any]] = [
    Deed(ActCorrected, stream=lambda act: act.subject, rows=lambda act: (), check=_check),
    Deed(ActWithdrawn, stream=lambda act: act.subject, rows=lambda act: (), check=_check),
    Deed(SourceAdded, stream=lambda act: act.subject, rows=lambda act: (), check=_check),
]
