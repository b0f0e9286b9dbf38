"""What deeds of reform do to its register, and whether the rules of their day allow them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import Amend, Change, Put
from atazan.reform.acts import (
    DraftPublished,
    DutyMet,
    DutySet,
    MeasureAnnounced,
    ReferendumCalled,
    ReferendumDecided,
    ReferendumHeld,
)
from atazan.reform.lawfulness import decided
from atazan.reform.models import DraftStep, Duty, Measure, Referendum
from atazan.rules.book import RulesOnDay, rules
from atazan.rules.finding import Finding


def _called(act: ReferendumCalled) -> Iterator[Change]:
    row = values(act, "question", "about_constitution", "vote_on", "decree")
    yield Put(Referendum, act.id, {**row, "called_on": act.done_on, "called_by": act.done_by})


_COUNTS = (
    "electorate voted in_favour against invalid not_counted turnout in_favour_share"
    " regions_in_favour regions_total regions facts"
).split()


def _held(act: ReferendumHeld) -> Iterator[Change]:
    yield Amend(Referendum, act.id, values(act, *_COUNTS))


def _decided(act: ReferendumDecided) -> Iterator[Change]:
    row = {**values(act, "adopted", "outcome"), "decided_on": act.done_on}
    yield Amend(Referendum, act.id, row)


def _draft(act: DraftPublished) -> Iterator[Change]:
    yield Put(DraftStep, act.id, values(act, "draft", "step", "done_on", "done_by", "facts"))


def _duty(act: DutySet) -> Iterator[Change]:
    yield Put(Duty, act.id, {"rule": act.rule, "set_on": act.done_on})


def _met(act: DutyMet) -> Iterator[Change]:
    yield Amend(Duty, act.id, {"met_on": act.done_on, "how": msgspec.to_builtins(act.how)})


def _measure(act: MeasureAnnounced) -> Iterator[Change]:
    names = ("title", "programme", "state", "area", "rule", "done_on", "done_by", "facts")
    yield Put(Measure, act.id, values(act, *names))


def _check_rule(act: DutySet | MeasureAnnounced, _: RulesOnDay) -> Iterator[Finding]:
    if act.rule is not None and act.rule not in rules().rules:
        raise BadAct(Problem("reform.unknown_rule", {"rule": act.rule}))
    return iter(())


DEEDS = [
    Deed(ReferendumCalled, stream=lambda act: f"referendum/{act.id}", rows=_called),
    Deed(ReferendumHeld, stream=lambda act: f"referendum/{act.id}", rows=_held),
    Deed(
        ReferendumDecided,
        stream=lambda act: f"referendum/{act.id}",
        rows=_decided,
        check=decided,
    ),
    Deed(DraftPublished, stream=lambda act: f"draft/{act.draft}", rows=_draft),
    Deed(DutySet, stream=lambda act: f"duty/{act.id}", rows=_duty, check=_check_rule),
    Deed(DutyMet, stream=lambda act: f"duty/{act.id}", rows=_met),
    Deed(
        MeasureAnnounced, stream=lambda act: f"measure/{act.id}", rows=_measure, check=_check_rule
    ),
]
