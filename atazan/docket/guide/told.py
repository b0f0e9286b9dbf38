"""A deadline told on a page: its rows, the weekday it ends on, the line of time that shows it."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from msgspec import Struct

from atazan.rules.due_days import CORRECTION, LIMIT
from atazan.rules.ledger import Ledger
from atazan.rules.ledger_entries import Corrected, Prolonged, Step, Suspended
from atazan.rules.text import Lang

_HEADINGS = {
    LIMIT: "check.result.how",
    CORRECTION: "check.result.how_correction",
}


class Bar(Struct, frozen=True):
    """A period as a line: its first and last day, the day asked at `share` per cent of it."""

    start: date
    today: date
    last: date
    gone: int
    left: int

    @property
    def written(self) -> str:
        """The day asked, in figures."""
        return self.today.strftime("%d.%m.%Y")

    @property
    def share(self) -> str:
        """How far the day asked has come, in per cent with one decimal, as SVG writes it."""
        return f"{100 * self.gone / (self.gone + self.left):.1f}"

    @property
    def anchor(self) -> str:
        """Where the label of the day stands, so that it stays within the line."""
        part = self.gone / (self.gone + self.left)
        return "start" if part < 0.2 else "end" if part > 0.8 else "middle"


class Told(Struct, frozen=True):
    """A ledger ready to be read."""

    ledger: Ledger
    heading: str
    rows: tuple[tuple[str, Step | None], ...]
    weekday: str
    bar: Bar | None = None

    @property
    def unit(self) -> str:
        """The words of its length, by number."""
        return f"deadlines.length.{self.ledger.value.unit}"


def tell(ledger: Ledger, on: date, lang: Lang) -> Told:
    """A ledger as of a day, in one language."""
    due, heading = ledger.due, _HEADINGS.get(ledger.rule.id, "check.result.how_decision")
    weekday = "" if due is None else str(format_date(due, "EEEE", locale=lang))
    return Told(ledger, heading, tuple(ledger_rows(ledger)), weekday, _bar(ledger, on))


def _bar(ledger: Ledger, on: date) -> Bar | None:
    """The period as a line, while it runs."""
    start, last = ledger.event.day, ledger.due
    if last is None or not start <= on <= last or start == last:
        return None
    return Bar(start, on, last, (on - start).days, (last - on).days)


def ledger_rows(ledger: Ledger) -> list[tuple[str, Step | None]]:
    """What moved the last day: each entry, and for what nothing moved a row that says so."""
    value = ledger.value
    kinds: list[tuple[type[Struct], str, bool]] = [
        (Suspended, "suspended", value.suspendable),
        (Prolonged, "prolonged", value.extendable),
    ]
    if ledger.rule.id == LIMIT:
        kinds.append((Corrected, "corrected", True))
    rows: list[tuple[str, Step | None]] = []
    for kind, name, allowed in kinds:
        found = [(name, step) for step in ledger.steps() if isinstance(step.entry, kind)]
        nothing: tuple[str, Step | None] = (f"not_{name}" if allowed else f"never_{name}", None)
        rows += found or [nothing]
    return rows
