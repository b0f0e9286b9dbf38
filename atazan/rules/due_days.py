"""The deadlines people ask for by name: until when to file, to correct, to decide, to serve.

Each question has two forms: the day alone, cheap enough for batches (`…_day`), and the ledger that
shows how it came about. Both rest on the same rule and the same arithmetic.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.rules.book import Rule, RuleBook
from atazan.rules.calendar import Calendar
from atazan.rules.deadline import add_years, last_day
from atazan.rules.finding import Finding
from atazan.rules.ledger import Ledger, open_ledger, version_on

LIMIT = "deadline.citizen_limit"
CORRECTION = "deadline.correction"


class Joined(Struct, frozen=True):
    """Petitions joined in one case: when the last came in, and when joining was decided."""

    last_received: date
    decided_on: date


def limit_rule(adopted_on: date, book: RuleBook, asked_on: date | None = None) -> Rule:
    """The version of the one-year limit for an act: that of the day of filing (`asked_on`).

    Without `asked_on` that of the day of the act; an act older than the Court meets its first one.
    Source: art. 45(2)(2) of the law on the Court. Raises NoRuleInForce for a filing before it.
    """
    if asked_on is None:
        asked_on = max(adopted_on, book.rules[LIMIT][0].term.since)
    return version_on(book, LIMIT, asked_on)


def last_filing_day(adopted_on: date, book: RuleBook, asked_on: date | None = None) -> date:
    """The last day on which a citizen may file, inclusive: one year from the act's adoption."""
    length: int = limit_rule(adopted_on, book, asked_on).value.length
    return add_years(adopted_on, length)


def last_day_to_file(
    judicial_act_adopted_on: date,
    book: RuleBook,
    *,
    asked_on: date | None = None,
    calendar: Calendar | None = None,
) -> Ledger:
    """The ledger of the one-year limit; `.due` is `last_filing_day`. Raises NoRuleInForce."""
    rule = limit_rule(judicial_act_adopted_on, book, asked_on)
    old = judicial_act_adopted_on < book.rules[LIMIT][0].term.since
    return open_ledger(
        book,
        LIMIT,
        judicial_act_adopted_on,
        chosen_on=asked_on or max(judicial_act_adopted_on, rule.term.since),
        calendar=calendar,
        doubts=("act-before-court",) if old else (),
    )


def correction_day(notification_received_on: date, book: RuleBook) -> date:
    """The last day, inclusive, on which a corrected petition keeps its first filing day."""
    rule = version_on(book, CORRECTION, notification_received_on)
    return last_day(rule, notification_received_on)


def correction_deadline(
    notification_received_on: date, book: RuleBook, *, calendar: Calendar | None = None
) -> Ledger:
    """The ledger of the correction window: art. 47(4). Raises NoRuleInForce."""
    return open_ledger(book, CORRECTION, notification_received_on, calendar=calendar)


def effective_filing_day(
    first_filing: date,
    notification_received: date,
    corrected_filing: date,
    book: RuleBook,
    *,
    curable: bool = True,
) -> date:
    """The day on which a petition returned and filed again counts as filed for the one-year limit.

    `curable`: whether the ground of return is one that art. 47(4) lets the citizen put right.
    Raises ValueError where the days do not follow each other.
    """
    if not first_filing <= notification_received <= corrected_filing:
        raise ValueError(
            f"filed {first_filing}, notified {notification_received}, filed again "
            f"{corrected_filing}: the days must follow in this order"
        )
    kept = curable and corrected_filing <= correction_day(notification_received, book)
    return first_filing if kept else corrected_filing


def effective_filing_date(
    first_filing: date,
    notification_received: date,
    corrected_filing: date | None,
    book: RuleBook,
    *,
    curable: bool = True,
) -> Finding:
    """Whether the first filing day stands (`facts["counts"]` is the day that counts): art. 47(4).

    Holds is None while the petition is not filed again. Raises ValueError, NoRuleInForce.
    """
    rule = version_on(book, CORRECTION, notification_received)
    window = correction_day(notification_received, book)
    facts = {
        "first": first_filing,
        "notified": notification_received,
        "window": window,
        "refiled": corrected_filing,
        "counts": None,
    }
    if corrected_filing is None:
        key = "deadlines.not_refiled" if curable else "deadlines.not_curable_yet"
        return Finding(CORRECTION, None if curable else False, rule, key, facts)
    counts = effective_filing_day(
        first_filing, notification_received, corrected_filing, book, curable=curable
    )
    facts["counts"] = counts
    if not curable:
        return Finding(CORRECTION, False, rule, "deadlines.not_curable", facts)
    kept = corrected_filing <= window
    key = "deadlines.first_filing_counts" if kept else "deadlines.own_filing_counts"
    return Finding(CORRECTION, kept, rule, key, facts)


def decision_day(admitted_on: date, book: RuleBook, *, citizen: bool) -> date:
    """The last day for the final decision, inclusive, before any suspension or prolongation."""
    return last_day(version_on(book, _decision(citizen), admitted_on), admitted_on)


def decision_due(
    admitted_on: date,
    book: RuleBook,
    *,
    citizen: bool,
    urgent: bool = False,
    joined: Joined | None = None,
    calendar: Calendar | None = None,
    doubts: tuple[str, ...] = (),
) -> Ledger:
    """The ledger of the period for the final decision: art. 53.

    `urgent`: the Court granted the President's demand on the President's own petition. `joined`:
    the period starts anew, from the last receipt (to 30 June 2026) or from the decision to join;
    which one is told by the day of that decision. Raises NoRuleInForce.
    """
    if urgent:
        return open_ledger(book, "deadline.decision_urgent", admitted_on, calendar=calendar)
    if joined is None:
        key = _decision(citizen)
        return open_ledger(book, key, admitted_on, calendar=calendar, doubts=doubts)
    start = version_on(book, "deadline.joined", joined.decided_on)
    last_received: bool = start.value.event == "last_petition_received"
    return open_ledger(
        book,
        _decision(citizen),
        joined.last_received if last_received else joined.decided_on,
        what=start.value.event,
        chosen_on=joined.decided_on,
        calendar=calendar,
        doubts=start.uncertain + doubts,
    )


def refusal_due(stated_on: date, book: RuleBook, *, calendar: Calendar | None = None) -> Ledger:
    """The conclusion on a refusal of the powers of President, three calendar days: art. 53.

    Counted from the day of the statement. Raises NoRuleInForce before 1 July 2026.
    """
    return open_ledger(book, "deadline.refusal_of_presidency", stated_on, calendar=calendar)


def notify_admission_due(
    decided_on: date, book: RuleBook, *, calendar: Calendar | None = None
) -> Ledger:
    """Notice of the decision to admit or refuse, five working days: art. 48(4)."""
    return open_ledger(book, "deadline.notify_decision", decided_on, calendar=calendar)


def service_due(adopted_on: date, book: RuleBook, *, calendar: Calendar | None = None) -> Ledger:
    """Sending of the final decision, five working days after adoption: art. 65(1)(1)."""
    return open_ledger(book, "deadline.service", adopted_on, calendar=calendar)


def follow_up_bill_due(
    published_on: date, book: RuleBook, *, calendar: Calendar | None = None
) -> Ledger:
    """The bill that follows a decision, six months after its publication: art. 64(4)."""
    return open_ledger(book, "deadline.follow_up_bill", published_on, calendar=calendar)


def council_decision_due(
    received_on: date, book: RuleBook, *, urgent: bool = False, calendar: Calendar | None = None
) -> Ledger:
    """The Council's final decision, one month from receipt: Constitution of 1995, art. 73(3)."""
    key = "deadline.council_urgent" if urgent else "deadline.council_decision"
    return open_ledger(book, key, received_on, calendar=calendar)


def law_silent(key: str, day: date, book: RuleBook) -> Finding:
    """That the law sets no period under this rule. Raises NoRuleInForce, ValueError if it does."""
    rule = version_on(book, key, day)
    if rule.value.length is not None:
        raise ValueError(f"'{key}' has a length on {day}: {rule.value.length} {rule.value.unit}")
    return Finding(key, None, rule, "deadlines.law_silent")


def _decision(citizen: bool) -> str:
    return "deadline.decision_citizen" if citizen else "deadline.decision_general"
