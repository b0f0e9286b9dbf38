"""What the rules say of an appointment: authority, consent, seats, term, limit, eligibility.

The same findings refuse a deed of today and flag one of history. A fact not given leaves the
finding open (`holds` None). Rule file: rules/offices.yaml; words: labels/tenure.yaml.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from atazan.rules.book import Rule, RulesOnDay
from atazan.rules.finding import Fact, Finding
from atazan.rules.offices import Appointment, Eligibility, Limit, Slot, Tenure


class Earlier(Struct, frozen=True, kw_only=True):
    """An earlier holding of an office by the same person; `until` None while it runs."""

    office: str
    taken_on: date
    until: date | None = None


class AppointmentFacts(Struct, frozen=True, kw_only=True):
    """What is known of an appointment; None is unknown.

    `taken_on`: first day in office (where unknown, `appointed_on` stands for it). `years`: the term
    the act sets. `others`: how many others hold the office that day; `others_by_same`: of these,
    put there by the same authority. `earlier`: the person's earlier offices. `holds`: offices the
    person holds that day. `age` and `experience_years` on the day of appointment, in whole years.
    """

    office: str
    by: str | None = None
    nominated_by: str | None = None
    consent_of: str | None = None
    consent_on: date | None = None
    appointed_on: date | None = None
    taken_on: date | None = None
    years: int | None = None
    others: int | None = None
    others_by_same: int | None = None
    earlier: tuple[Earlier, ...] | None = None
    holds: tuple[str, ...] | None = None
    age: int | None = None
    citizen: bool | None = None
    experience_years: int | None = None
    residence_years: int | None = None
    education: str | None = None


def appointment_findings(facts: AppointmentFacts, rules: RulesOnDay) -> tuple[Finding, ...]:
    """Find what the rules of the day of appointment say of it, most basic first.

    Aspects on which the law of that day has no rule give no finding. Raises NoRuleInForce where no
    rule says who appoints to the office.
    """
    about = f"office.{facts.office}"
    appointment = rules[f"{about}.appointment"]
    found = [*_authority(facts, appointment), *_seats(facts, appointment)]
    if f"{about}.tenure" in rules:
        found += _tenure(facts, rules[f"{about}.tenure"])
    if f"{about}.eligibility" in rules:
        found += _eligibility(facts, rules[f"{about}.eligibility"])
    return tuple(found)


def term_end(taken_on: date, rule: Rule) -> date | None:
    """The first day after the term: the same day so many years later; None where no term is set.

    A term begun on 29 February ends with 28 February of a common year (the law is silent on it).
    """
    value: Tenure = rule.value
    return None if value.years is None else years_after(taken_on, value.years)


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 1 March where that year has no 29 February.

    >>> years_after(date(2024, 2, 29), 5)
    datetime.date(2029, 3, 1)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28) + timedelta(days=1)


def _authority(facts: AppointmentFacts, rule: Rule) -> list[Finding]:
    value: Appointment = rule.value
    if facts.by is None:
        found = [_finding("authority", None, rule, {})]
        same = value.slots if len(value.slots) == 1 else ()
    else:
        slot = value.slot_of(facts.by)
        found = [_finding("authority", slot is not None, rule, {"by": facts.by})]
        same = () if slot is None else (slot,)
    for slot in same:
        found += [*_nomination(facts, rule, slot), *_consent(facts, rule, slot)]
    if value.from_among is not None:
        holds = None if facts.holds is None else value.from_among in facts.holds
        found.append(_finding("from_among", holds, rule, {}))
    return found


def _nomination(facts: AppointmentFacts, rule: Rule, slot: Slot) -> list[Finding]:
    if not slot.nominated_by:
        return []
    by = facts.nominated_by
    return [_finding("nomination", None if by is None else by in slot.nominated_by, rule, {})]


def _consent(facts: AppointmentFacts, rule: Rule, slot: Slot) -> list[Finding]:
    if slot.consent_of is None:
        return []
    given: dict[str, Fact] = {"consent_on": facts.consent_on, "appointed_on": facts.appointed_on}
    if facts.consent_of is None:
        return [_finding("consent", None, rule, given)]
    if facts.consent_of != slot.consent_of:
        return [_finding("consent", False, rule, given)]
    found = [_finding("consent", True, rule, given)]
    day = facts.appointed_on or facts.taken_on
    if facts.consent_on is None or day is None:
        return [*found, _finding("consent_day", None, rule, given)]
    given["appointed_on"] = day
    return [*found, _finding("consent_day", facts.consent_on <= day, rule, given)]


def _seats(facts: AppointmentFacts, rule: Rule) -> list[Finding]:
    value: Appointment = rule.value
    found = [_room("seats", facts.others, value.seats, rule)]
    slot = value.slot_of(facts.by) if facts.by is not None else None
    if slot is not None and len(value.slots) > 1:
        found.append(_room("quota", facts.others_by_same, slot.seats, rule))
    return [finding for finding in found if finding is not None]


def _room(aspect: str, others: int | None, seats: int | None, rule: Rule) -> Finding | None:
    if seats is None:
        return None
    holds = None if others is None else others < seats
    return _finding(aspect, holds, rule, {"others": others, "seats": seats})


def _tenure(facts: AppointmentFacts, rule: Rule) -> list[Finding]:
    value: Tenure = rule.value
    found = []
    if value.years is not None:
        holds = None if facts.years is None else facts.years == value.years
        given: dict[str, Fact] = {"years": value.years, "given": facts.years, "n": value.years}
        found.append(_finding("years", holds, rule, given))
    if value.limit is not None:
        found.append(_limit(facts, rule, value.limit))
    return found


def _limit(facts: AppointmentFacts, rule: Rule, limit: Limit) -> Finding:
    given: dict[str, Fact] = {"times": limit.times, "counts_from": limit.counts_from, "n": 0}
    aspect = "limit_in_a_row" if limit.in_a_row else "limit"
    if facts.earlier is None:
        return _finding(aspect, None, rule, given)
    count = len(counted(facts, limit))
    return _finding(aspect, count < limit.times, rule, {**given, "n": count})


def counted(facts: AppointmentFacts, limit: Limit) -> list[Earlier]:
    """The earlier holdings that count towards the limit; in a row, those without a break."""
    offices = limit.offices or (facts.office,)
    start = facts.taken_on or facts.appointed_on
    held = [
        one
        for one in facts.earlier or ()
        if one.office in offices
        and (limit.counts_from is None or one.taken_on >= limit.counts_from)
        and (start is None or one.taken_on < start)
    ]
    if not limit.in_a_row:
        return held
    row: list[Earlier] = []
    for one in sorted(held, key=lambda earlier: earlier.taken_on, reverse=True):
        if start is not None and one.until is not None and one.until < start:
            break
        row.append(one)
        start = one.taken_on
    return row


def _eligibility(facts: AppointmentFacts, rule: Rule) -> list[Finding]:
    value: Eligibility = rule.value
    found = []
    if value.citizen or value.citizen_by_birth:
        found.append(_finding("citizen", facts.citizen, rule, {}))
    for aspect, least, given in (
        ("age", value.min_age, facts.age),
        ("experience", value.experience_years, facts.experience_years),
        ("residence", value.residence_years, facts.residence_years),
    ):
        if least is not None:
            holds = None if given is None else given >= least
            words: dict[str, Fact] = {"least": least, "given": given, "n": least}
            found.append(_finding(aspect, holds, rule, words))
    if value.education is not None:
        known = facts.education
        good = None if known is None else known in (value.education, "higher_legal")
        found.append(_finding("education", good, rule, {}))
    return found


def _finding(aspect: str, holds: bool | None, rule: Rule, facts: dict[str, Fact]) -> Finding:
    ending = {True: "holds", False: "fails", None: "open"}[holds]
    return Finding(f"tenure.{aspect}", holds, rule, f"tenure.{aspect}.{ending}", facts)
