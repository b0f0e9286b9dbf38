"""What accepting a proposal would do: the acts to record, what the record says of each already,
what is missing, and what the rules of their day find."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from msgspec import Struct

from atazan.journal import forms
from atazan.journal.acts import Act
from atazan.journal.deeds import deed_of
from atazan.journal.problems import BadAct, NotPermitted, Problem
from atazan.journal.record import By, record, version_of
from atazan.rules.book import rules
from atazan.rules.finding import Finding
from atazan.sources.curated.known import Record, Says, Standing
from atazan.sources.curated.register import Register, Told
from atazan.sources.curated.targets import target
from atazan.sources.curated.targets.wanted import Wanted
from atazan.sources.models import Proposal, Reading


class Step(Struct, frozen=True):
    """One act that accepting would record, and what the record says of it already."""

    wanted: Wanted
    says: Says

    @property
    def standing(self) -> Standing | None:
        """The entry that tells the same, if one does."""
        return self.says.same[0] if self.says.same else None


class Plan(Struct, frozen=True):
    """What accepting a proposal would do. `rehearsed` says what the rules find; None where the acts
    are not whole yet, or nothing would be recorded."""

    steps: tuple[Step, ...]
    cited_as: str
    modality: str

    @property
    def problems(self) -> list[dict[str, Problem]]:
        """What is missing, a dict an act to record."""
        return [step.wanted.problems for step in self.steps if step.standing is None]

    def acts(self) -> list[Act]:
        """The acts to record. Raises forms.Refused where something is missing."""
        recorded = (step.wanted for step in self.steps if step.standing is None)
        return [forms.read(one.kind, one.raw) for one in recorded]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.steps) and not any(self.problems)

    @property
    def against(self) -> tuple[Standing, ...]:
        """What of the record contradicts it."""
        return tuple(one for step in self.steps for one in step.says.against)

    @property
    def known(self) -> tuple[Standing, ...]:
        """The entries that tell the same already."""
        return tuple(step.standing for step in self.steps if step.standing is not None)

    @property
    def verdict(self) -> str:
        """What the record says in one word: `known` (and rests on this document), `strengthens`,
        `against`, `part` (some of its acts are known) or `new`."""
        main = [step for step in self.steps if not step.wanted.first]
        if main and all(step.standing for step in main):
            rests = all(self.cited_as in one.act.sources for one in self.known)
            return "known" if rests else "strengthens"
        if self.against:
            return "against"
        return "part" if self.known else "new"

    @property
    def ready(self) -> bool:
        """Whether one keystroke may accept it: it was done, nothing is missing or against it; or
        the record has it from this document already."""
        if self.verdict == "known":
            return True
        if self.verdict == "against" or self.modality != "done":
            return False
        return self.verdict == "strengthens" or self.whole


def plan(row: Proposal, reading: Reading, register: Register, record: Record, today: date) -> Plan:
    """What accepting a proposal would do as the registers stand now."""
    told = Told(row, reading, today)
    steps = [Step(one, record.says(one, told)) for one in target(told, register)]
    if steps and all(step.standing for step in steps if not step.wanted.first):
        steps = [step for step in steps if not step.wanted.first]
    return Plan(tuple(steps), reading.cited_as, row.modality)


class Rehearsed(Struct, frozen=True):
    """What recording acts would say: findings that do not hold (questions), those left open for a
    fact nobody told, and why it would be refused."""

    questions: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()
    refused: tuple[Finding | Problem, ...] = ()


_ASKED_OPEN = ("consent", "nomination")
"""Of the findings left open, those worth a question: whose consent, whose proposal."""


def rehearse(acts: list[Act], by: By, at: datetime) -> Rehearsed:
    """Find what the rules of their day say of acts, recording nothing."""
    findings: list[Finding] = []
    try:
        with transaction.atomic():
            for act in acts:
                findings += _findings(act, at)
                stream = deed_of(act.kind).stream(act)
                record(act, by=by, at=at, seen=version_of(stream))
            transaction.set_rollback(True)
    except NotPermitted as wrong:
        return Rehearsed(refused=wrong.findings)
    except BadAct as wrong:
        return Rehearsed(refused=wrong.problems)
    return Rehearsed(
        tuple(one for one in findings if one.holds is False),
        tuple(one for one in findings if one.holds is None and _asked(one)),
    )


def _findings(act: Act, at: datetime) -> Iterator[Finding]:
    law = rules().on(act.ruled_on(at.date()))
    yield from deed_of(act.kind).check(act, law)


def _asked(found: Finding) -> bool:
    return found.id.rpartition(".")[2] in _ASKED_OPEN
