"""Facts that cannot be: told at once, in the reader's words, with the value and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from atazan.rules.book import NoRuleInForce, RuleBook, rules
from atazan.rules.citizen import act_counted
from atazan.rules.deadline import add_years
from atazan.rules.due_days import LIMIT
from atazan.rules.finding import Fact
from atazan.rules.iin import iin_fault
from atazan.rules.ledger import LedgerRefused
from atazan.rules.petition import NOTHING_HAPPENED, Events, Petition
from atazan.rules.petition_days import decision_ledger
from atazan.rules.text import Lang
from atazan.rules.words import phrase

NEEDS_PROVISION = (
    "citizen_complaint",
    "court_representation",
    "enacted_act_presidential",
    "normative_act_abstract_gp",
    "normative_act_rights_ombudsman",
)
NEEDS_ACT = (
    "law_before_signature",
    "parliament_resolution",
    "treaty_before_ratification",
    "execution_of_io_decision",
)


class Problem(Struct, frozen=True):
    """One thing wrong: the `field`, the words (`key`), the values they mention."""

    field: str
    key: str
    facts: Mapping[str, Fact] = {}

    def says(self, lang: Lang) -> str:
        """What is wrong, the value, and what to do."""
        return phrase(self.key, lang, {"field": self.field, **self.facts})


class BadPetition(ValueError):
    """The facts cannot be read or cannot be true; `problems` says why, one by one."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.says("en") for problem in problems))

    def says(self, lang: Lang) -> str:
        """All problems in words."""
        return " ".join(problem.says(lang) for problem in self.problems)


_DECODER = msgspec.json.Decoder(Petition)


def read_json(raw: bytes | str, on: date, book: RuleBook | None = None) -> Petition:
    """A petition from JSON, checked. Raises BadPetition."""
    try:
        petition = _DECODER.decode(raw)
    except msgspec.ValidationError as wrong:
        raise BadPetition([_unreadable(str(wrong))]) from wrong
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise BadPetition([Problem("", "fault.not_json", {"why": str(wrong)})]) from wrong
    return checked(petition, on, book)


def read_facts(facts: Any, on: date, book: RuleBook | None = None) -> Petition:
    """A petition from plain values (as YAML gives them), checked. Raises BadPetition."""
    try:
        petition = msgspec.convert(facts, Petition)
    except msgspec.ValidationError as wrong:
        raise BadPetition([_unreadable(str(wrong))]) from wrong
    return checked(petition, on, book)


def checked(petition: Petition, on: date, book: RuleBook | None = None) -> Petition:
    """The same petition. Raises BadPetition where its facts cannot be."""
    found = list(problems(petition, on, rules() if book is None else book))
    if found:
        raise BadPetition(found)
    return petition


def problems(petition: Petition, on: date, book: RuleBook) -> Iterator[Problem]:
    """Everything wrong with the facts, as of a day."""
    yield from _provision(petition)
    yield from _future(petition, on)
    yield from _order(petition)
    yield from _codes(petition, book)
    yield from _periods(petition, on, book)
    if petition.case.judicial_acts and petition.question == "citizen_complaint":
        yield from _judicial_acts(petition, on, book)
    applicant = petition.applicant
    if applicant.iin is not None:
        fault = iin_fault(applicant.iin)
        if fault:
            yield Problem("applicant.iin", "fault.iin." + fault)
    if applicant.deputies is not None:
        total = applicant.deputies_total
        if applicant.deputies < 1 or (total is not None and applicant.deputies > total):
            facts = {"value": applicant.deputies}
            yield Problem("applicant.deputies", "fault.deputies", facts)


def _provision(petition: Petition) -> Iterator[Problem]:
    if petition.question in NEEDS_PROVISION:
        if not petition.challenged:
            yield Problem("challenged", "fault.no_provision")
        for part in petition.challenged:
            if not (part.provision and part.provision.strip()) and not part.whole_act:
                yield Problem("challenged.provision", "fault.no_provision_of", {"act": part.act})
            if part.status == "not_yet_in_force" and petition.case.norm_applied:
                yield Problem("challenged.status", "fault.applied_before_force", {"act": part.act})
    elif petition.question in NEEDS_ACT and not petition.challenged:
        yield Problem("challenged", "fault.no_act")


_EVENTS = tuple(name for name in Events.__struct_fields__ if name.endswith("_on"))


def _days(petition: Petition) -> list[tuple[str, date | None]]:
    events, earlier = petition.events, petition.earlier_filing
    days: list[tuple[str, date | None]] = []
    if events is not NOTHING_HAPPENED:
        days += [("events." + name, getattr(events, name)) for name in _EVENTS]
        days += [("events.suspended.since", stop.since) for stop in events.suspended]
        days += [("events.prolonged.decided_on", more.decided_on) for more in events.prolonged]
    for act in petition.case.judicial_acts or ():
        days.append(("case.judicial_acts.adopted_on", act.adopted_on))
    for ruling in petition.earlier_rulings or ():
        days.append(("earlier_rulings.adopted_on", ruling.adopted_on))
    if earlier is not None:
        days.append(("earlier_filing.filed_on", earlier.filed_on))
        days.append(("earlier_filing.returned_on", earlier.returned_on))
        received = earlier.notification_received_on
        days.append(("earlier_filing.notification_received_on", received))
    if petition.earlier_termination is not None:
        terminated = petition.earlier_termination.terminated_on
        days.append(("earlier_termination.terminated_on", terminated))
    return days


def _future(petition: Petition, on: date) -> Iterator[Problem]:
    for field, day in _days(petition):
        if day is not None and day > on:
            yield Problem(field, "fault.future", {"day": day, "on": on})


def _order(petition: Petition) -> Iterator[Problem]:
    """Days that must follow each other."""
    events, earlier = petition.events, petition.earlier_filing
    if events is NOTHING_HAPPENED and earlier is None:
        return
    pairs = [
        ("events.received_on", events.filed_on, events.received_on),
        ("events.admitted_on", events.filed_on, events.admitted_on),
        ("events.retired_on", events.admitted_on, events.retired_on),
        ("events.withdrawn_on", events.filed_on, events.withdrawn_on),
    ]
    if earlier is not None:
        received = earlier.notification_received_on
        pairs += [
            ("earlier_filing.returned_on", earlier.filed_on, earlier.returned_on),
            ("earlier_filing.notification_received_on", earlier.filed_on, received),
            ("earlier_filing.notification_received_on", earlier.returned_on, received),
            ("events.filed_on", received, events.filed_on),
        ]
    for field, first, then in pairs:
        if first is not None and then is not None and then < first:
            yield Problem(field, "fault.order", {"day": then, "before": first})
    for stop in events.suspended:
        if stop.until is not None and stop.until <= stop.since:
            facts = {"day": stop.until, "before": stop.since}
            yield Problem("events.suspended.until", "fault.order", facts)


def _codes(petition: Petition, book: RuleBook) -> Iterator[Problem]:
    papers, earlier = petition.papers, petition.earlier_filing
    grounds = earlier.grounds if earlier is not None else ()
    for field, prefix, given in (
        ("papers.contents", "content.", papers.contents or ()),
        ("papers.attachments", "attachment.", papers.attachments or ()),
        ("earlier_filing.grounds", "ground.", grounds),
        ("needs_analysis", "", petition.needs_analysis),
    ):
        if not given or _codes_of(book, prefix).issuperset(given):
            continue
        for code in given:
            if prefix + code not in book.rules:
                yield Problem(field, "fault.code", {"code": code, "known": _known(book, prefix)})


@lru_cache(maxsize=16)
def _codes_of(book: RuleBook, prefix: str) -> frozenset[str]:
    return frozenset(key.removeprefix(prefix) for key in book.rules if key.startswith(prefix))


@lru_cache(maxsize=16)
def _known(book: RuleBook, prefix: str) -> str:
    return ", ".join(
        key.removeprefix(prefix) for key in book.rules if prefix and key.startswith(prefix)
    )


def _judicial_acts(petition: Petition, on: date, book: RuleBook) -> Iterator[Problem]:
    """An act adopted after the filing, or so long ago that no Court existed within its year."""
    filed = petition.events.filed_on
    acts = petition.case.judicial_acts or ()
    if filed is not None:
        for act in acts:
            if act.adopted_on is not None and act.adopted_on > filed:
                facts = {"day": act.adopted_on, "filed": filed}
                yield Problem("case.judicial_acts.adopted_on", "fault.act_after_filing", facts)
    first = book.rules[LIMIT][0]
    if on < first.term.since or all(
        act.adopted_on is None or act.adopted_on >= first.term.since for act in acts
    ):
        return
    counted = act_counted(acts, book.on(on)["citizen.judicial_act"])
    day = counted.adopted_on if counted is not None else None
    if day is not None and add_years(day, first.value.length) < first.term.since:
        facts = {"day": day, "court": first.term.since}
        yield Problem("case.judicial_acts.adopted_on", "fault.older_than_court", facts)


def _periods(petition: Petition, on: date, book: RuleBook) -> Iterator[Problem]:
    """Suspensions and prolongations that overlap, or that the rule does not know."""
    events = petition.events
    if not (events.suspended or events.prolonged or events.joined_on or events.urgent):
        return
    try:
        decision_ledger(petition, on, book)
    except (LedgerRefused, NoRuleInForce) as wrong:
        yield Problem("events", "fault.ledger", {"why": str(wrong)})


_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_MISSING = re.compile(r"missing required field `([^`]+)`")
_VALUE = re.compile(r"Invalid enum value '?([^']*)'?")
_AT = re.compile(r" - at `\$?\.?([^`]*)`$")


def _unreadable(message: str) -> Problem:
    """Put a decoder's message in the reader's words."""
    at = _AT.search(message)
    field = at[1] if at else ""
    for pattern, key in ((_UNKNOWN, "fault.unknown_field"), (_MISSING, "fault.missing_field")):
        match = pattern.search(message)
        if match:
            return Problem(".".join(filter(None, (field, match[1]))), key)
    match = _VALUE.search(message)
    if match:
        return Problem(field, "fault.value", {"value": match[1]})
    if "RFC3339" in message or "ISO8601" in message or "date" in message:
        return Problem(field, "fault.not_a_day")
    return Problem(field, "fault.type", {"why": _AT.sub("", message)})
