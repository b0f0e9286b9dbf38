"""Was it lawful: an appointment and a vote of the record against the rules of their day.

A fact the record does not know leaves a finding open (`holds` None). Where the law of the day has
no rule, or the day is known in part only, nothing is found. What does not hold becomes a flag.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from django.db.models import QuerySet

from atazan.institutions.acts import CandidateProposed, OfficeTaken, VoteTaken
from atazan.institutions.certainty import Certainty, certainty
from atazan.institutions.models import Tenure, Vote
from atazan.rules.bodies import Composition, office_exists, offices
from atazan.rules.book import NoRuleInForce, Rule, RulesOnDay, rules
from atazan.rules.day import PartialDay
from atazan.rules.finding import Fact, Finding
from atazan.rules.offices import Appointment, Incompatibility
from atazan.rules.tally import Base, Tally
from atazan.rules.tenure import AppointmentFacts, Earlier, appointment_findings
from atazan.rules.votes import BadTally, NoQuorum, VoteRule, decide

_DEPUTIES = {"senator", "mazhilis_deputy", "kurultai_deputy"}


def appointment(act: OfficeTaken) -> Iterator[Finding]:
    """Whether the office could be taken so, on the first day it was held."""
    day = _exact(act.since)
    if day is None:
        return
    on = rules().on(day)
    with suppress(NoRuleInForce):
        yield office_exists(act.office, on)
    with suppress(NoRuleInForce):
        yield from appointment_findings(_facts(act, day, on), on)
    yield from _compatible(act, day, on)


def _facts(act: OfficeTaken, day: date, on: RulesOnDay) -> AppointmentFacts:
    others = [row for row in _held(day).filter(office=act.office) if row.person != act.person]
    sure = [row for row in others if _surely(row, day)]
    consent_of, consent_on = _consent(act)
    return AppointmentFacts(
        office=act.office,
        by=act.by,
        consent_of=consent_of,
        consent_on=consent_on,
        appointed_on=_exact(act.appointed_on),
        taken_on=day,
        others=None if act.acting else len(sure),
        others_by_same=len([row for row in sure if row.by == act.by]),
        earlier=_earlier(act, day),
        holds=_holds_what_is_asked(act, day, on),
    )


def _consent(act: OfficeTaken) -> tuple[str | None, date | None]:
    """Who consented and on which day, by the vote the act names if the record has it."""
    if act.consent is None:
        return act.consent_by, None
    vote = Vote.objects.filter(pk=act.consent).first()
    if vote is None:
        return act.consent_by, None
    return (vote.body if vote.carried else f"no consent of {vote.body}"), _exact(vote.done_on)


def proposal(act: CandidateProposed, on: RulesOnDay) -> Iterator[Finding]:
    """Whether the rules of the day let this organ propose a person for the office.

    It may where it is named to propose, or where it fills the office with another's consent.
    Nothing is found where the day is not known whole or the rule names nobody who proposes.
    """
    rule = _rule(f"office.{act.office}.appointment", on)
    if _exact(act.done_on) is None or rule is None or not isinstance(rule.value, Appointment):
        return
    slots = rule.value.slots
    may = {one for slot in slots for one in slot.nominated_by}
    may |= {slot.by for slot in slots if slot.consent_of}
    if act.done_by is not None and may:
        holds = act.done_by in may
        key = f"institutions.proposal.{'holds' if holds else 'fails'}"
        yield Finding("institutions.proposal", holds, rule, key, {})


def _earlier(act: OfficeTaken, day: date) -> tuple[Earlier, ...]:
    found = []
    for row in Tenure.objects.filter(person=act.person).exclude(since=None):
        since = _exact(row.since)
        if since is not None and since < day:
            found.append(Earlier(office=row.office, taken_on=since, until=_exact(row.until)))
    return tuple(found)


def _holds_what_is_asked(act: OfficeTaken, day: date, on: RulesOnDay) -> tuple[str, ...] | None:
    """The office one must hold already, if the record shows it; else None: it may be unrecorded."""
    rule = _rule(f"office.{act.office}.appointment", on)
    if rule is None or not isinstance(rule.value, Appointment) or rule.value.from_among is None:
        return ()
    asked = rule.value.from_among
    rows = _held(day).filter(person=act.person, office=asked)
    return (asked,) if any(_surely(row, day) for row in rows) else None


def _compatible(act: OfficeTaken, day: date, on: RulesOnDay) -> Iterator[Finding]:
    rule = _rule(f"office.{act.office}.incompatibility", on)
    if rule is None or not isinstance(rule.value, Incompatibility):
        return
    home = offices()[act.office].body
    for row in _held(day).filter(person=act.person).exclude(office=act.office):
        place = offices()[row.office]
        barred = "deputy_mandate" if row.office in _DEPUTIES else "paid_office"
        if barred in rule.value.barred and place.body != home and _surely(row, day):
            facts: dict[str, Fact] = {"day": day, "office_kk": place.names.kk}
            facts |= {"office_ru": place.names.ru, "office_en": place.names.en}
            yield Finding(
                "institutions.incompatible", False, rule, "institutions.incompatible.fails", facts
            )


def vote(act: VoteTaken, rules: RulesOnDay) -> Iterator[Finding]:
    """Whether the vote carries what it is said to have carried."""
    rule = _rule(act.question, rules)
    if act.day is None or rule is None or not isinstance(rule.value, VoteRule):
        return
    value = rule.value
    yield _asked("body", act.body == value.body, rule)
    if act.office is not None and value.offices:
        yield _asked("office", act.office in value.offices, rule)
    if act.ballot is not None and value.ballot in ("open", "secret"):
        yield _asked("ballot", act.ballot == value.ballot, rule)
    yield from _declared(act, rule, value, rules)


def _declared(act: VoteTaken, rule: Rule, value: VoteRule, on: RulesOnDay) -> Iterator[Finding]:
    tally = _tally(act, value, on)
    if tally is None:
        return
    try:
        found = decide(tally, act.question, on)
    except NoRuleInForce:
        return
    except NoQuorum as short:
        # Votes counted are fewer than those present; only a stated number shows a lack of quorum.
        if act.present is not None and act.carried:
            yield short.finding
        return
    except BadTally as wrong:
        yield Finding("institutions.vote.impossible", False, rule, wrong.key, wrong.facts)
        return
    if found.holds is False and act.carried:
        yield found
    elif found.holds is not None:
        yield _asked("declared", found.holds is act.carried, rule, dict(found.facts))


def _tally(act: VoteTaken, value: VoteRule, on: RulesOnDay) -> Tally | None:
    """The count, or None where too little of it is known for the rule."""
    seats = act.seats if act.seats is not None else _seats(act.body, on)
    if seats is None or act.in_favour is None:
        return None
    of_present = value.majority is not None and value.majority.of is Base.PRESENT
    if act.present is None and (of_present or value.unanimous):
        return None
    against, abstained = act.against or 0, act.abstained or 0
    present = act.in_favour + against + abstained if act.present is None else act.present
    if act.against is None and value.abstention == "forbidden":
        against = present - act.in_favour - abstained
    return Tally(
        seats=seats,
        present=present,
        in_favour=act.in_favour,
        against=against,
        abstained=abstained,
    )


def _seats(body: str, on: RulesOnDay) -> int | None:
    rule = _rule(f"body.{body}.composition", on)
    return rule.value.seats if rule is not None and isinstance(rule.value, Composition) else None


def _asked(aspect: str, holds: bool, rule: Rule, facts: dict[str, Fact] | None = None) -> Finding:
    name = f"institutions.vote.{aspect}"
    return Finding(name, holds, rule, f"{name}.{'holds' if holds else 'fails'}", facts or {})


def _rule(key: str, on: RulesOnDay) -> Rule | None:
    if key in on:
        return on[key]
    return None


def _held(day: date) -> QuerySet[Tenure]:
    """Tenures not known to have ended before the year of `day`: a first sieve, not the answer."""
    return Tenure.objects.exclude(until__lt=f"{day.year:04d}")


def _surely(row: Tenure, day: date) -> bool:
    return certainty(row, day, None) is Certainty.SURE


def _exact(written: str | None) -> date | None:
    if written is None:
        return None
    day = PartialDay.read(written)
    return day.first if day.exact else None
