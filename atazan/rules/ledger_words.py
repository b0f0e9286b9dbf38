"""A deadline's ledger told in words, line by line, in the three languages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from atazan.rules.ledger_entries import Corrected, Filed, Prolonged, Step, Suspended
from atazan.rules.text import Lang
from atazan.rules.words import in_words, phrase
from atazan.rules.works import works

if TYPE_CHECKING:
    from atazan.rules.book import Rule
    from atazan.rules.ledger import Ledger

_DAY = timedelta(days=1)


def explain(ledger: Ledger, lang: Lang) -> list[str]:
    """The event, the rule, how it was counted, each entry, last the due day and its weekday."""
    lines = [_start(ledger, lang), _rule(ledger, lang), *_counted(ledger, lang)]
    lines += [_entry(ledger, step, lang) for step in ledger.steps()]
    return [*lines, _due(ledger, lang)]


def length(n: int, unit: str, lang: Lang) -> str:
    """A number of units: '3 месяца', '5 жұмыс күні'."""
    return phrase(f"deadlines.length.{unit}", lang, {"n": n})


def provision(rule: Rule, lang: Lang) -> str:
    """The provision with the short title of its work."""
    work = works()[rule.source.work].short.says(lang)
    return f"{rule.source.provision.cite(lang)} ({work})"


def _start(ledger: Ledger, lang: Lang) -> str:
    facts = {
        "event": phrase(f"deadlines.event.{ledger.event.what}", lang),
        "day": ledger.event.day,
    }
    return phrase("deadlines.line.start", lang, facts)


def _rule(ledger: Ledger, lang: Lang) -> str:
    value = ledger.value
    facts: dict[str, object] = {"provision": provision(ledger.rule, lang)}
    if value.length is None:
        return phrase("deadlines.line.rule_silent", lang, facts)
    facts["length"] = length(value.length, value.unit, lang)
    way = "threshold" if value.threshold else value.direction
    return phrase(f"deadlines.line.rule_{way}", lang, facts)


def _counted(ledger: Ledger, lang: Lang) -> list[str]:
    due, event = ledger.first_due, ledger.event.day
    if due is None:
        return []
    facts: dict[str, object] = {"due": due}
    if ledger.value.direction == "before":
        lines = [phrase("deadlines.line.counted_back", lang, facts)]
    else:
        facts["first"] = event if ledger.value.event_day_counts else event + _DAY
        lines = [phrase("deadlines.line.counted", lang, facts)]
    if ledger.value.unit == "working_day":
        lines.append(_passed_over(ledger, min(event, due), max(event, due), lang))
    return lines


def _passed_over(ledger: Ledger, since: date, until: date, lang: Lang) -> str:
    """The days off by law that the working days counted passed over, by name."""
    calendar = ledger.calendar
    named = [
        f"{in_words(off.day, lang)} — "
        + (
            calendar.names[off.name].says(lang)
            if off.name is not None
            else phrase("deadlines.off_moved", lang, {"day": off.instead_of})
        )
        for off in calendar.off_between(since + _DAY, until)
    ]
    key = "deadlines.line.days_off" if named else "deadlines.line.no_days_off"
    return phrase(key, lang, {"version": calendar.version, "days": "; ".join(named)})


def _entry(ledger: Ledger, step: Step, lang: Lang) -> str:
    entry = step.entry
    facts: dict[str, object] = {"old": step.before, "new": step.after}
    if isinstance(entry, Suspended):
        return _suspended(ledger, entry, step, lang, facts)
    if isinstance(entry, Corrected):
        facts |= {"first": entry.first_filed, "notified": entry.notified, "window": entry.window}
        facts |= {"refiled": entry.refiled, "provision": provision(entry.under, lang)}
        if entry.refiled is None:
            return phrase("deadlines.line.correction_open", lang, facts)
        kept = entry.refiled <= entry.window
        return phrase(f"deadlines.line.correction_{'kept' if kept else 'missed'}", lang, facts)
    if isinstance(entry, Filed):
        return phrase("deadlines.line.filed", lang, {"day": entry.on})
    facts |= {"by": entry.by, "on": entry.on}
    if isinstance(entry, Prolonged) and entry.length is not None and entry.unit is not None:
        facts["length"] = length(entry.length, entry.unit, lang)
        return phrase("deadlines.line.prolonged", lang, facts)
    if isinstance(entry, Prolonged):
        return phrase("deadlines.line.prolonged_to", lang, facts)
    return phrase("deadlines.line.term_set", lang, facts)


def _suspended(
    ledger: Ledger, entry: Suspended, step: Step, lang: Lang, facts: dict[str, object]
) -> str:
    facts |= {"since": entry.since, "by": entry.by, "provision": provision(entry.under, lang)}
    if step.after is None:
        unit = "working_day" if ledger.value.unit == "working_day" else "calendar_day"
        facts["left"] = length(ledger.remaining(entry.since), unit, lang)
        return phrase("deadlines.line.suspended_running", lang, facts)
    if not step.days or entry.until is None:
        return phrase("deadlines.line.suspended_no_effect", lang, facts)
    unit = "working_day" if ledger.value.unit == "working_day" else "calendar_day"
    facts |= {"until": entry.until, "days": length(step.days, unit, lang)}
    return phrase("deadlines.line.suspended", lang, facts)


def _due(ledger: Ledger, lang: Lang) -> str:
    due = ledger.due
    if due is None:
        return phrase("deadlines.line.no_due", lang)
    written = in_words(due, lang, weekday=True)
    return phrase("deadlines.line.due", lang, {"day": written})
