"""How a tenure is told on a page: days in figures, by whose act, under which rule, what is open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from msgspec import Struct

from atazan.institutions.certainty import Certainty
from atazan.institutions.models import Vote
from atazan.institutions.queries import Held, office_of, place_of, questions
from atazan.journal.models import Entry, Flag
from atazan.rules.bodies import Body
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

Case = Literal["from", "to", "on"]


class Question(Struct, frozen=True):
    """Something about an act that does not fit the rules of its day, in words."""

    says: Mapping[str, str]
    rule: str
    work: str
    provision: str


class Told(Struct, frozen=True):
    """A tenure with what a page says of it.

    `days`: when, in figures, in each language. `certainty` is of the day asked about. `later`: it
    began after that day. `rule` is the rule of appointment on its first known day. `by` and
    `consent_by` are None where not found.
    """

    held: Held
    place: Body
    days: Mapping[str, str]
    by: Body | None
    consent_by: Body | None
    consent: Vote | None
    rule: Rule | None
    certainty: Certainty | None
    later: bool
    questions: tuple[Question, ...]


def tell(tenures: Sequence[Held], on_day: Iterable[Held], day: date) -> list[Told]:
    """The tenures as told on `day`, in the order given; `on_day` are those that cover it."""
    sure = {held.tenure: held.certainty for held in on_day}
    votes = Vote.objects.in_bulk({held.consent for held in tenures if held.consent})
    open_points = _questions({held.office for held in tenures})
    return [
        Told(
            held=held,
            place=office_of(held.office),
            days={lang: span(held, lang) for lang in LANGS},
            by=place_of(held.by) if held.by else None,
            consent_by=place_of(held.consent_by) if held.consent_by else None,
            consent=votes.get(held.consent) if held.consent else None,
            rule=_appointment(held),
            certainty=sure.get(held.tenure),
            later=held.first > day,
            questions=tuple(open_points.get(held.tenure, ())),
        )
        for held in tenures
    ]


def _appointment(held: Held) -> Rule | None:
    try:
        return rules().on(held.first)[f"office.{held.office}.appointment"]
    except NoRuleInForce:
        return None


def _questions(offices: Iterable[str]) -> dict[str, list[Question]]:
    """The open points of offices by the tenure they are about."""
    flags = [flag for office in offices for flag in questions(office)]
    about = _tenures({flag.of_entry for flag in flags})
    found: dict[str, list[Question]] = {}
    for flag in flags:
        found.setdefault(about.get(flag.of_entry, ""), []).append(asked_of(flag))
    return found


def _tenures(entries: set[int]) -> dict[int, str]:
    """The tenure each journal entry is about."""
    found = {}
    for entry in Entry.objects.filter(number__in=entries):
        act = json.loads(entry.body).get("act", {})
        found[entry.number] = str(act.get("tenure") or act.get("id") or "")
    return found


def asked_of(flag: Flag) -> Question:
    """A flag in words."""
    facts = {name: _fact(value) for name, value in flag.facts.items()}
    says: dict[str, str] = {lang: phrase(flag.key, lang, facts) for lang in LANGS}
    return Question(says, flag.rule, flag.work, flag.provision)


def _fact(value: Any) -> Any:
    """Days come back from the journal as text."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def span(held: Held, lang: Lang) -> str:
    """The days of a tenure in figures: first and last day in office, or days of sightings."""
    until = None if held.until is None else PartialDay.read(held.until)
    last = "" if until is None else in_figures(_last(until))
    if held.since is not None:
        begun = PartialDay.read(held.since)
        if until is not None:
            facts = {"first": in_figures(begun), "last": last}
            return phrase("offices.span.between", lang, facts)
        key = "since" if held.ongoing else "open"
        return phrase(f"offices.span.{key}", lang, {"first": declined("from", begun, lang)})
    days = [PartialDay.read(one) for one in (held.seen_first, held.seen_last) if one]
    once = declined("on", days[0], lang)
    if until is not None:
        told = {"first": once, "last": declined("to", _last(until), lang)}
        return phrase("offices.span.seen_until", lang, told)
    seen = [in_figures(one) for one in days]
    if len(set(seen)) == 1:
        return phrase("offices.span.seen_once", lang, {"day": once})
    return phrase("offices.span.seen", lang, {"first": seen[0], "last": seen[-1]})


def declined(case: Case, day: PartialDay, lang: Lang, written: str | None = None) -> str:
    """A day, month or year in figures as the sentence needs it: Kazakh declines the word after it.

    `written` is how the figures are shown, where not bare.
    """
    known = "day" if day.exact else "month" if day.month else "year"
    return phrase(f"offices.{case}.{known}", lang, {"day": written or in_figures(day)})


def _last(until: PartialDay) -> PartialDay:
    """The last day in office, where the first day out of it is known."""
    if not until.exact:
        return until
    before = until.first - timedelta(days=1)
    return PartialDay(before.year, before.month, before.day)


def in_figures(day: PartialDay) -> str:
    """A day, month or year in figures: 1.01.2023, 06.2004, 1996."""
    if day.exact:
        return f"{day.day}.{day.month:02}.{day.year}"
    return f"{day.month:02}.{day.year}" if day.month else str(day.year)
