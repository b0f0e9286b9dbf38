"""A deadline is a ledger: the event, the rule, the calendar, and every act that moved the due day.

Nothing is stored but what happened; the due day, what is left and the words are computed from it.
What may happen to it stands in ledger_entries.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
from msgspec import Struct

from atazan.rules.book import NoRuleInForce, Rule, RuleBook
from atazan.rules.calendar import Calendar, calendars
from atazan.rules.deadline import DeadlineRule, LawSilent, Unit, last_day, shift
from atazan.rules.ledger_entries import (
    Corrected,
    Entry,
    Event,
    Filed,
    LedgerRefused,
    Prolonged,
    Step,
    Suspended,
    TermSet,
)
from atazan.rules.text import Lang

DAY = timedelta(days=1)
__all__ = [
    "Changed",
    "Corrected",
    "Event",
    "Filed",
    "Ledger",
    "LedgerRefused",
    "Prolonged",
    "Step",
    "Suspended",
    "TermSet",
    "open_ledger",
    "recompute",
    "version_on",
]


class Changed(Struct, frozen=True):
    """A ledger whose due day a newer calendar moves; `ledger` is the recomputed one."""

    ledger: Ledger
    old_due: date | None
    new_due: date | None


class Ledger(Struct, frozen=True, kw_only=True):
    """One period with everything that happened to it. Entries stand in the order of their days."""

    event: Event
    rule: Rule
    reckoning: Rule
    calendar: Calendar
    entries: tuple[Entry, ...] = ()
    extra_doubts: tuple[str, ...] = ()

    @property
    def value(self) -> DeadlineRule:
        """What the rule's version says of the period."""
        value: DeadlineRule = self.rule.value
        return value

    @property
    def first_due(self) -> date | None:
        """The last day by the rule alone; None where only the Court's own term gives one."""
        if self.value.length is None:
            return None
        return last_day(self.rule, self.event.day, self.calendar)

    def steps(self) -> tuple[Step, ...]:
        """Every entry in order with its arithmetic. A running suspension leaves no last day."""
        done: list[Step] = []
        paper = self.first_due
        for entry in self.entries:
            before, days = paper, 0
            if isinstance(entry, Suspended):
                if entry.until is None:
                    done.append(Step(entry, before, None if self._bites(entry, before) else before))
                    continue
                paper, days = self._after_suspension(entry, paper)
            elif isinstance(entry, Prolonged):
                paper = self._after_prolongation(entry, paper)
            elif isinstance(entry, TermSet):
                paper = entry.last_day
            done.append(Step(entry, before, paper, days))
        return tuple(done)

    @property
    def due(self) -> date | None:
        """The last day, inclusive; None while a suspension runs with no end known."""
        steps = self.steps()
        if any(isinstance(step.entry, Suspended) and step.after is None for step in steps):
            return None
        return steps[-1].after if steps else self.first_due

    @property
    def stopped(self) -> Suspended | None:
        """The suspension that holds the period now, if one runs with no end known."""
        for step in self.steps():
            if isinstance(step.entry, Suspended) and step.after is None:
                return step.entry
        return None

    def remaining(self, on: date) -> int:
        """How many days of the period come after `on`: 0 on the last day, below 0 once it passed.

        Counted in the rule's own days (working or calendar); days of suspension do not count.
        """
        stop, due = self.stopped, self.due
        if stop is not None:
            paper = next(s.before for s in self.steps() if s.entry is stop)
            assert paper is not None
            return self._count(max(stop.since, self.event.day + DAY), paper + DAY)
        if due is None:
            raise LawSilent(self.rule)
        if on > due:
            return -self._count(due + DAY, on + DAY)
        days = self._count(on + DAY, due + DAY)
        for step in self.steps():
            if isinstance(step.entry, Suspended) and step.days and step.entry.until:
                since = max(step.entry.since, self.event.day + DAY, on + DAY)
                days -= self._count(since, min(step.entry.until, due + DAY))
        return days

    @property
    def filed_on(self) -> date | None:
        """The day that counts as filing; the correction window may restore the first one."""
        days = [e.on for e in self.entries if isinstance(e, Filed)]
        corrected = [e for e in self.entries if isinstance(e, Corrected)]
        if corrected:
            return corrected[-1].counts_as_filed
        return days[0] if days else None

    @property
    def kept(self) -> bool | None:
        """Whether it was done in time; None while it is not done or the period stands still."""
        due, filed = self.due, self.filed_on
        return None if due is None or filed is None else filed <= due

    def suspended(self, since: date, *, by: str, under: Rule, until: date | None = None) -> Ledger:
        """With one more suspension. Raises LedgerRefused if the rule knows none or it overlaps."""
        if not self.value.suspendable:
            raise LedgerRefused(f"'{self.rule.id}' is not stopped by suspended proceedings")
        if until is not None and until <= since:
            raise LedgerRefused(f"the suspension ends on {until}, not after its first day {since}")
        for other in self.entries:
            if (
                isinstance(other, Suspended)
                and (until is None or other.since < until)
                and (other.until is None or since < other.until)
            ):
                raise LedgerRefused(f"a suspension since {other.since} covers days of this one")
        return self._with(Suspended(since=since, until=until, by=by, under=under))

    def resumed(self, on: date) -> Ledger:
        """With the running suspension ended: `on` counts. Raises LedgerRefused if none runs."""
        for at, entry in enumerate(self.entries):
            if isinstance(entry, Suspended) and entry.until is None:
                if on <= entry.since:
                    raise LedgerRefused(f"resumed on {on}, not after {entry.since}")
                ended = msgspec.structs.replace(entry, until=on)
                kept = (*self.entries[:at], ended, *self.entries[at + 1 :])
                return msgspec.structs.replace(self, entries=kept)
        raise LedgerRefused("no suspension is running; nothing can be resumed")

    def prolonged(
        self,
        on: date,
        *,
        by: str,
        length: int | None = None,
        unit: Unit | None = None,
        to: date | None = None,
    ) -> Ledger:
        """With one more prolongation: by `length` `unit`s from the last day, or to the day `to`.

        Raises LedgerRefused where the rule allows none or the new day comes no later.
        """
        if not self.value.extendable:
            raise LedgerRefused(f"'{self.rule.id}' cannot be prolonged: the law does not allow it")
        if (to is None) == (length is None or unit is None):
            raise LedgerRefused("say either a length with its unit or the new last day")
        if length is not None and length < 1:
            raise LedgerRefused(f"a prolongation by {length} prolongs nothing")
        now = self.due
        if to is not None and now is not None and to <= now:
            raise LedgerRefused(f"the new last day {to} comes no later than {now}")
        return self._with(Prolonged(on=on, by=by, length=length, unit=unit, last_day=to))

    def term_set(self, on: date, *, by: str, last_day: date) -> Ledger:
        """With another last day named by the Court. Raises LedgerRefused where it may not."""
        if not self.value.court_may_set:
            raise LedgerRefused(
                f"'{self.rule.id}': the law does not let the Court name another term"
            )
        return self._with(TermSet(on=on, by=by, last_day=last_day))

    def filed(self, on: date) -> Ledger:
        """With the day on which it was done."""
        return self._with(Filed(on=on))

    def corrected(
        self, *, first_filed: date, notified: date, refiled: date | None, under: Rule
    ) -> Ledger:
        """With a return by the staff and its correction, `under` rule `deadline.correction`."""
        if notified < first_filed or (refiled is not None and refiled < notified):
            raise LedgerRefused(
                "a petition is filed, then returned, then filed again, in this order"
            )
        window = last_day(under, notified, self.calendar)
        entry = Corrected(
            first_filed=first_filed, notified=notified, refiled=refiled, window=window, under=under
        )
        return self._with(entry)

    def under_calendar(self, calendar: Calendar) -> Ledger:
        """The same ledger counted by another version of the calendar."""
        return msgspec.structs.replace(self, calendar=calendar)

    def explain(self, lang: Lang) -> list[str]:
        """How the due day came about, line by line: event, rule, each entry, the due day."""
        from atazan.rules.ledger_words import explain

        return explain(self, lang)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Ids of the doubts that touch this result, each once."""
        from atazan.rules.ledger_doubts import doubts

        return doubts(self)

    def _with(self, entry: Entry) -> Ledger:
        order = tuple(sorted((*self.entries, entry), key=lambda e: e.day))
        return msgspec.structs.replace(self, entries=order)

    def _bites(self, entry: Suspended, due: date | None) -> bool:
        """Whether the period was still running when the suspension began."""
        return due is not None and entry.since <= due

    def _count(self, since: date, until: date) -> int:
        if until <= since:
            return 0
        if self.value.unit == "working_day":
            return self.calendar.working_days(since, until)
        return (until - since).days

    def _after_suspension(self, entry: Suspended, due: date | None) -> tuple[date | None, int]:
        if due is None or not self._bites(entry, due) or entry.until is None:
            return due, 0
        days = self._count(max(entry.since, self.event.day + DAY), entry.until)
        if not days:
            return due, 0
        unit: Unit = "working_day" if self.value.unit == "working_day" else "calendar_day"
        return shift(due, days, unit, self.calendar), days

    def _after_prolongation(self, entry: Prolonged, due: date | None) -> date | None:
        if entry.last_day is not None:
            return entry.last_day if due is None else max(due, entry.last_day)
        if due is None or entry.length is None or entry.unit is None:
            return due
        return shift(due, entry.length, entry.unit, self.calendar)


def version_on(book: RuleBook, key: str, day: date) -> Rule:
    """The version of one rule in force on a day. Raises NoRuleInForce."""
    for rule in book.rules.get(key, ()):
        if rule.term.covers(day):
            return rule
    raise NoRuleInForce(key, day)


def open_ledger(
    book: RuleBook,
    key: str,
    event: date,
    *,
    what: str | None = None,
    chosen_on: date | None = None,
    calendar: Calendar | None = None,
    term: TermSet | None = None,
    doubts: tuple[str, ...] = (),
) -> Ledger:
    """Open the ledger of a period begun on `event` under the rule `key`.

    The version is that in force on `chosen_on`, or else on the day of the event; `what` names
    another event than the rule's own; `term` the term the Court set where the law names none.
    Raises NoRuleInForce, LawSilent (no length and no term), NotCountedInDays, YearNotCovered.
    """
    rule = version_on(book, key, chosen_on or event)
    value: DeadlineRule = rule.value
    if value.length is None and term is None:
        raise LawSilent(rule)
    ledger = Ledger(
        event=Event(what or value.event, event),
        rule=rule,
        reckoning=version_on(book, "deadline.reckoning", max(event, rule.term.since)),
        calendar=calendar or calendars().newest,
        extra_doubts=doubts,
    )
    if value.length is not None:
        last_day(rule, event, ledger.calendar)
    if term is None:
        return ledger
    return ledger.term_set(term.on, by=term.by, last_day=term.last_day)


def recompute(ledgers: Iterable[Ledger], calendar: Calendar) -> list[Changed]:
    """Count the ledgers by another calendar and list those whose due day moves, in order."""
    changed = []
    for ledger in ledgers:
        anew = ledger.under_calendar(calendar)
        old, new = ledger.due, anew.due
        if old != new:
            changed.append(Changed(anew, old, new))
    return changed
