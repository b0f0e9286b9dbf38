"""What happened to a provision or a work, as a reader tells it: one act, one line."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from atazan.law.decided import Decided, decided
from atazan.law.event import Event
from atazan.law.marks import Mark, mark_of_deed
from atazan.law.queries import standing
from atazan.law.standing import Standing
from atazan.rules.citation import Provision
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding
from atazan.rules.text import Lang
from atazan.rules.works import Work, works


class Told(Struct, frozen=True):
    """A line of history: one deed of the lawmaker or one decision, and what it did to which.

    `why` is the rule that gives a decision its effect; `rules_today`: the state comes from it.
    `lang`: the one language whose text it touched.
    """

    since: PartialDay
    effect: str
    mark: Mark
    provisions: tuple[Provision, ...]
    by_work: Work | None = None
    by_decision: Decided | None = None
    events: tuple[Event, ...] = ()
    ahead: bool = False
    rules_today: bool = False
    why: Finding | None = None
    lang: Lang | None = None

    @property
    def act(self) -> tuple[str, str]:
        """The act behind it and its day: what one act did on one day is read together."""
        by = self.by_work or self.by_decision
        return self.since.first.isoformat(), by.id if by else ""

    @property
    def day_before(self) -> date:
        """The last day before it."""
        return self.since.first - timedelta(days=1)


def history_of(found: Standing) -> tuple[Told, ...]:
    """History as a reader tells it, latest first: what one act did the same day is one line."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in found.history:
        key = (
            event.since,
            event.by_work,
            event.by_decision,
            event.effect,
            event.extent,
            event.lang,
        )
        groups.setdefault((*key, event.reading), []).append(event)
    named = decided({e.by_decision for e in found.history if e.by_decision})
    lines = [_line(events, found, named) for events in groups.values()]
    return tuple(sorted(lines, key=lambda line: line.act, reverse=True))


def _line(events: list[Event], found: Standing, named: dict[str, Decided]) -> Told:
    first = events[0]
    why = None
    if first.by_decision:
        why = standing(found.work.id, first.provision, first.since.first).finding
    return Told(
        since=first.since,
        effect=first.effect,
        mark=mark_of_deed(first),
        provisions=tuple(Provision(found.work.id, event.provision) for event in events),
        by_work=works().get(first.by_work or ""),
        by_decision=named.get(first.by_decision or ""),
        events=tuple(events),
        ahead=not first.counts_on(found.day),
        rules_today=found.by in events,
        why=why,
        lang=first.lang,
    )
