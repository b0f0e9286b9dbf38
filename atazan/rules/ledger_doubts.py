"""Which doubts about the law or the calendar touch a deadline: only those that bite are named."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from atazan.rules.ledger_entries import Corrected, Prolonged, Suspended

if TYPE_CHECKING:
    from atazan.rules.ledger import Ledger

_DAY = timedelta(days=1)


def doubts(ledger: Ledger) -> tuple[str, ...]:
    """Ids of the doubts that touch the ledger's result, each once: law first, calendar last."""
    found = [*ledger.rule.uncertain, *ledger.extra_doubts, *_counting(ledger)]
    found += _entries(ledger)
    found += _regime(ledger)
    found += _calendar(ledger)
    return tuple(dict.fromkeys(found))


def _counting(ledger: Ledger) -> list[str]:
    if ledger.value.unit not in ("month", "year"):
        return [] if ledger.value.event_day_counts else ["event-day"]
    ours = {ledger.rule.source.work, *(source.work for source in ledger.rule.also)}
    if ledger.reckoning.value.stated and ledger.reckoning.source.work not in ours:
        return ["count-months"]
    return list(ledger.reckoning.uncertain)


def _entries(ledger: Ledger) -> list[str]:
    found: list[str] = []
    for step in ledger.steps():
        entry = step.entry
        if isinstance(entry, (Suspended, Corrected)):
            found += entry.under.uncertain
        if isinstance(entry, Prolonged):
            found += ["prolong-from"] if entry.length is not None else []
            found += ["prolong-late"] if step.before is not None and entry.on > step.before else []
    return found


def _regime(ledger: Ledger) -> list[str]:
    due, ends = ledger.due, ledger.rule.term.until
    crosses = due is not None and ends is not None and ledger.event.day < ends <= due
    return ["crosses-change"] if crosses and ledger.value.chosen_by == "event" else []


def _calendar(ledger: Ledger) -> list[str]:
    due, start = ledger.due, ledger.event.day
    if due is None:
        return []
    calendar = ledger.calendar
    if ledger.value.unit == "working_day":
        return list(calendar.doubts_between(min(start, due), max(start, due) + _DAY))
    if ledger.value.threshold or ledger.value.unit == "hour":
        return []
    if not calendar.knows(due):
        return ["calendar-beyond"]
    return [] if calendar.is_working(due) else ["last-day-off"]
