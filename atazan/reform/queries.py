"""Ask the record of reform, as of a day: referendums, drafts, duties of transition, measures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from atazan.reform.lawfulness import by_the_rules
from atazan.reform.models import DraftStep, Duty, Measure, Referendum
from atazan.rules.book import Rule, rules
from atazan.rules.day import PartialDay
from atazan.rules.referendum import ReferendumResult
from atazan.rules.transition import Anchor, Due, due
from atazan.rules.works import works


class ReferendumState(StrEnum):
    """How far a referendum had come."""

    CALLED = "called"
    HELD = "held"
    DECIDED = "decided"


class ReferendumOnDay(Struct, frozen=True):
    """A referendum as of a day, and what the rules make of its count once it was held.

    `sure` is False where the day of calling or of the declared result was not found. `by_rules` is
    None before the vote, or where the rules or the counts of that day are not known.
    """

    row: Referendum
    state: ReferendumState
    sure: bool
    by_rules: ReferendumResult | None


class DutyState(StrEnum):
    """How a duty of transition stood, as far as the record knows."""

    DUE = "due"
    OVERDUE = "overdue"  # its term has passed and no act that meets it was found
    MET = "met"
    WAITS = "waits"  # its term runs from a day that is not known yet
    NO_TERM = "no_term"  # the law sets no term


class DutyOnDay(Struct, frozen=True):
    """A duty as of a day: its rule, when it falls due and why, how it stands.

    `late` says whether it was met too late or is overdue; None where that cannot be told.
    """

    row: Duty
    rule: Rule
    due: Due
    state: DutyState
    late: bool | None


class Draft(Struct, frozen=True):
    """A draft with its steps up to a day, oldest first."""

    id: str
    steps: list[DraftStep]


class MeasureOnDay(Struct, frozen=True):
    """A measure told of by a day, and the rule in force that day that states it, if one does."""

    row: Measure
    rule: Rule | None


def referendums(day: date) -> list[ReferendumOnDay]:
    """The referendums called by `day`, newest first.

    Where the day of calling was not found, a referendum is told of from the day of its vote.
    """
    rows = Referendum.objects.order_by("-vote_on")
    found = (referendum(row.id, day) for row in rows)
    return [one for one in found if one is not None]


def referendum(id: str, day: date) -> ReferendumOnDay | None:
    """One referendum as of `day`; None before it was called. Raises Referendum.DoesNotExist."""
    row = Referendum.objects.get(pk=id)
    vote = date.fromisoformat(row.vote_on)
    if day < vote:
        if row.called_on is None or day < PartialDay.read(row.called_on).first:
            return None
        sure = day >= PartialDay.read(row.called_on).last
        return ReferendumOnDay(row, ReferendumState.CALLED, sure, None)
    found = by_the_rules(row)
    if row.adopted is None:
        return ReferendumOnDay(row, ReferendumState.HELD, True, found)
    if row.decided_on is None:
        return ReferendumOnDay(row, ReferendumState.DECIDED, False, found)
    declared = day >= PartialDay.read(row.decided_on).last
    state = ReferendumState.DECIDED if declared else ReferendumState.HELD
    return ReferendumOnDay(row, state, True, found)


def drafts(day: date) -> list[Draft]:
    """Every draft with a step by `day`, that with the newest step first."""
    found: dict[str, list[DraftStep]] = {}
    for step in sorted(DraftStep.objects.all(), key=_step_order):
        if _happened(step.done_on, day):
            found.setdefault(step.draft, []).append(step)
    drafts = [Draft(id, steps) for id, steps in found.items()]
    return sorted(drafts, key=lambda draft: _step_order(draft.steps[-1]), reverse=True)


def draft(id: str, day: date) -> Draft:
    """One draft with its steps up to `day`. Raises LookupError where it has none by then."""
    for found in drafts(day):
        if found.id == id:
            return found
    raise LookupError(f"no draft '{id}' is on record by {day}")


def measures(day: date) -> list[MeasureOnDay]:
    """The measures told of by `day`, newest first, each with its rule in force that day."""
    rows = Measure.objects.order_by("-done_on", "id")
    today = rules().on(day)
    return [
        MeasureOnDay(row, today[row.rule] if row.rule and row.rule in today else None)
        for row in rows
        if _happened(row.done_on, day)
    ]


def duties(day: date) -> list[DutyOnDay]:
    """The duties of transition set by `day`: those with the nearest due day first."""
    rows = [row for row in Duty.objects.order_by("id") if _happened(row.set_on, day)]
    known = anchors(day)
    found = [_duty(row, known, day) for row in rows]
    return sorted(found, key=lambda duty: (duty.due.last_day or date.max, duty.row.id))


def anchors(day: date) -> Mapping[Anchor, date]:
    """The days from which terms of transition run, as far as known on `day`.

    The opening of the Kurultai's first session is the day its duty was met; the publication of the
    election results has no act in the record yet, so it is never here.
    """
    found: dict[Anchor, date] = {}
    begins = works()["const-2026"].in_force_from
    if begins is not None and begins <= day:
        found["constitution_in_force"] = begins
    session = Duty.objects.filter(rule="transition.first_session").first()
    opened = PartialDay.read(session.met_on) if session and session.met_on else None
    if opened is not None and opened.exact and opened.first <= day:
        found["first_session_opened"] = opened.first
    return found


def _duty(row: Duty, known: Mapping[Anchor, date], day: date) -> DutyOnDay:
    rule = rules().on(PartialDay.read(row.set_on).first)[row.rule]
    term = due(rule, known)
    met = PartialDay.read(row.met_on) if row.met_on else None
    met = met if met is not None and met.last <= day else None
    late = term.late(day, met.last if met else None)
    return DutyOnDay(row, rule, term, _state(term, met, late), late)


def _state(term: Due, met: PartialDay | None, late: bool | None) -> DutyState:
    if met is not None:
        return DutyState.MET
    if term.last_day is None:
        return DutyState.WAITS if term.starts is None else DutyState.NO_TERM
    return DutyState.OVERDUE if late else DutyState.DUE


def _happened(written: str | None, day: date) -> bool:
    """Whether a day as written may have come by `day`; what has no day is always told."""
    return written is None or PartialDay.read(written).first <= day


def _step_order(step: DraftStep) -> tuple[date, str]:
    return (PartialDay.read(step.done_on).last if step.done_on else date.max, step.id)
