"""What the desk's pages show of a proposal: its card, its forms, the entries it meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, get_args

from msgspec import Struct

from atazan.journal import forms
from atazan.journal.acts import Act, plain
from atazan.journal.problems import Problem
from atazan.journal.record import By
from atazan.journal.rights import Right, rights
from atazan.rules.words import all_words
from atazan.sources.acts import Why
from atazan.sources.chronicle import Told, Written, tell
from atazan.sources.curated.confirmed import entries
from atazan.sources.curated.correcting import LISTS, MODALITIES
from atazan.sources.curated.known import Standing
from atazan.sources.curated.plan import Plan, Rehearsed, Step, rehearse
from atazan.sources.models import Proposal
from atazan.sources.understood.told import Kind

REASONS: tuple[Why, ...] = get_args(Why)
SURE = 75
"""From this per cent on, proposals may be accepted together."""
_BARS = ((SURE, "high"), (60, "medium"), (0, "low"))


class Card(Struct, frozen=True):
    """A proposal as the desk shows it. `missing` are the fields still empty of what it would
    become; `cited` the entries that tell the same or stand against it; `recorded` those it gave."""

    no: int
    row: Proposal
    sure: str
    plan: Plan | None
    missing: tuple[str, ...] = ()
    cited: tuple[Told, ...] = ()
    recorded: tuple[Told, ...] = ()
    said: Rehearsed = Rehearsed()
    role: str = ""

    @property
    def taken_back(self) -> bool:
        """Whether this role may take the decision back: what was recorded has to be withdrawn."""
        if self.row.state != "accepted" or self.row.how != "recorded":
            return True
        sorts = {one.stream.partition("/")[0] for one in self.recorded}
        held = {one.stream for one in rights().rights if self._withdraws(one)}
        return sorts <= held

    def _withdraws(self, right: Right) -> bool:
        return right.act == "act.withdrawn/1" and right.role == self.role

    @property
    def verdict(self) -> str | None:
        return self.plan.verdict if self.plan else None

    @property
    def roles(self) -> list[tuple[str, list[str]]]:
        """Who and what it tells of: the phrase of each role, with the names."""
        names = {
            "actors": self.row.actors,
            "objects": self.row.object_names,
            "office": [self.row.office] if self.row.office else [],
            "counterparts": self.row.counterparts,
        }
        return [(_role(self.row.tells, role), found) for role, found in names.items() if found]

    @property
    def ready(self) -> bool:
        """Whether one keystroke accepts it."""
        return self.plan is not None and self.plan.ready and not self.said.refused

    @property
    def at_once(self) -> bool:
        """Whether it may be accepted together with others: ready, sure, and without a question."""
        return self.ready and self.row.sure >= SURE and not self.said.questions


def _role(kind: str, role: str) -> str:
    own = f"reading.role.{kind}.{role}"
    return own if own in all_words() else f"reading.role.{role}"


def cards(
    numbered: Sequence[tuple[int, Proposal]], plans: Mapping[str, Plan], by: By, at: datetime
) -> list[Card]:
    """The cards of a text's proposals; every entry they meet is told at once."""
    met = {
        row.id: (*found.known, *found.against)
        for _, row in numbered
        if (found := plans.get(row.id))
    }
    told = {one.number: one for one in cited(one for many in met.values() for one in many)}
    given = entries([number for _, row in numbered for number in row.recorded])
    return [
        card(
            no,
            row,
            plans.get(row.id),
            by,
            at,
            tuple(told[one.number] for one in met.get(row.id, ())),
            tuple(given[number] for number in row.recorded if number in given),
        )
        for no, row in numbered
    ]


def card(
    no: int,
    row: Proposal,
    found: Plan | None,
    by: By,
    at: datetime,
    met: tuple[Told, ...] = (),
    given: tuple[Told, ...] = (),
) -> Card:
    """A proposal with what accepting it would do, the entries it meets and those it gave."""
    sure = next(name for least, name in _BARS if row.sure >= least)
    if found is None:
        return Card(no, row, sure, None, recorded=given, role=by.role)
    missing = {name for problems in found.problems for name in problems}
    said = Rehearsed()
    if found.whole and found.verdict in ("new", "part", "against"):
        said = rehearse(found.acts(), by, at)
    return Card(no, row, sure, found, tuple(sorted(missing)), met, (), said)


def cited(standing: Iterable[Standing]) -> tuple[Told, ...]:
    """Entries of the record, told."""
    return tuple(
        tell(Written(one.number, one.stream, one.act.done_on, _body(one.act)) for one in standing)
    )


def _body(act: Act) -> dict[str, Any]:
    return {**plain(act), "kind": act.kind}


class Form(Struct, frozen=True):
    """An act to record, as a form; an act that stands already is only told."""

    place: int
    kind: str
    standing: Told | None
    asked: tuple[dict[str, Any], ...]
    rest: tuple[dict[str, Any], ...]


def form(place: int, step: Step, raw: Mapping[str, str], problems: dict[str, Problem]) -> Form:
    """The form of a step: what is missing or filled in first, the rest behind it."""
    if step.standing is not None:
        return Form(place, step.wanted.kind, cited([step.standing])[0], (), ())
    fields = forms.fields(step.wanted.kind)
    told = [(one, _named(forms.shown(one, raw, problems.get(one.name)), place)) for one in fields]
    first = [
        shown
        for one, shown in told
        if one.required or one.name in problems or any(raw.get(part) for part in one.parts)
    ]
    return Form(
        place,
        step.wanted.kind,
        None,
        tuple(first),
        tuple(shown for _, shown in told if shown not in first),
    )


def _named(field: dict[str, Any], place: int) -> dict[str, Any]:
    """The field with its inputs named after the place of its act: several stand on one page."""
    inputs = [(f"{place}.{name}", last, value) for name, last, value in field["inputs"]]
    return {**field, "inputs": inputs, "name": f"{place}.{field['field'].name}"}


def sent(posted: Mapping[str, Any], place: int, step: Step) -> dict[str, str]:
    """The strings sent for one act; what the form did not hold stays as it was filled in."""
    mine = {
        name.partition(".")[2]: value
        for name, value in posted.items()
        if name.startswith(f"{place}.")
    }
    return forms.sent(step.wanted.kind, mine) if mine else dict(step.wanted.raw)


def read(found: Plan, raws: list[dict[str, str]]) -> tuple[list[Act], list[dict[str, Problem]]]:
    """The acts to record that forms write down, and what is wrong with each form."""
    acts: list[Act] = []
    problems: list[dict[str, Problem]] = []
    for step, raw in zip(found.steps, raws, strict=True):
        wrong: dict[str, Problem] = {}
        if step.standing is None:
            try:
                acts.append(forms.read(step.wanted.kind, raw))
            except forms.Refused as refused:
                wrong = refused.problems
        problems.append(wrong)
    return acts, problems


def told_fields(given: Mapping[str, Any], problems: Mapping[str, Problem]) -> list[dict[str, Any]]:
    """The fields of a correction."""
    choices = {"tells": tuple(Kind), "modality": MODALITIES}
    names = ("tells", "date", "actors", "objects", "office", "counterparts", "modality")
    return [
        {
            "name": name,
            "value": given.get(name, ""),
            "choices": choices.get(name, ()),
            "many": name in LISTS,
            "problem": problems.get(name),
        }
        for name in names
    ]
