"""Ask the register of decisions, as of a day: lists, one decision with what it held and did, what
is still to be done after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import Struct

from atazan.decisions.follow_up import FollowUp, follow_up
from atazan.decisions.identity import neutral_citation, unnumbered_citation
from atazan.decisions.models import Decision, Holding
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.citation import Provision, meet
from atazan.rules.day import PartialDay
from atazan.rules.effects import Effect, effect_of, still_binding
from atazan.rules.finding import Finding
from atazan.rules.text import Lang, Text


class Held(Struct, frozen=True):
    """What was held of one provision.

    `outcome` is None where it was reviewed but the holding was not found. `effect` is what the
    rules of the decision's day say it did; None where they say nothing.
    """

    provision: Provision
    outcome: str | None
    since: str | None = None
    extent: Text | None = None
    reading: Text | None = None
    effect: Effect | None = None


class DecisionOn(Struct, frozen=True):
    """One decision as seen from a day, with its neighbours in the order of the same body."""

    decision: Decision
    day: date
    held: tuple[Held, ...]
    follow_up: FollowUp
    binding: Finding | None
    constitution: tuple[Provision, ...]
    before: Decision | None
    after: Decision | None
    relates_to: tuple[Decision, ...]
    cited_by: tuple[Decision, ...]


class NoSuchDecision(LookupError):
    """The record holds no decision of this name by that day."""

    def __init__(self, key: str, day: date) -> None:
        self.key, self.day = key, day
        super().__init__(f"no decision '{key}' is on record by {day}; look it up in the list")


def decisions(
    day: date,
    *,
    year: int | None = None,
    outcome: str | None = None,
    work: str | None = None,
    body: str | None = None,
    form: str | None = None,
) -> list[Decision]:
    """The decisions made by `day`, oldest first; those without a day come last.

    `outcome` is that of the decision or of any of its holdings; `work` one that it reviewed.
    """
    found = Decision.objects.all()
    for name, value in (("body", body), ("form", form)):
        if value is not None:
            found = found.filter(**{name: value})
    if year is not None:
        found = found.filter(done_on__startswith=str(year))
    rows = [row for row in found if made_by(row, day)]
    if outcome is not None:
        held = _holdings(outcome=outcome)
        rows = [row for row in rows if row.outcome == outcome or row.id in held]
    if work is not None:
        reviewed = _holdings(work=work)
        rows = [row for row in rows if row.id in reviewed]
    return sorted(rows, key=in_order)


def years(day: date) -> dict[int, int]:
    """How many decisions each year holds by `day`, newest year first."""
    found: dict[int, int] = {}
    for row in decisions(day):
        if row.done_on is not None:
            year = PartialDay.read(row.done_on).year
            found[year] = found.get(year, 0) + 1
    return dict(sorted(found.items(), reverse=True))


def decision(key: str, day: date) -> DecisionOn:
    """One decision by its id, its number (88-НП, 88-НҚ) or its neutral citation. Raises
    NoSuchDecision, also where it was made after `day` or a number is that of several."""
    row = Decision.objects.filter(pk=key).first() or _by_number(key) or _by_citation(key)
    if row is None or not made_by(row, day):
        raise NoSuchDecision(key, day)
    before, after = _neighbours(row, day)
    cited = [one for one in Decision.objects.all() if row.id in one.relates_to]
    related = {one.id: one for one in Decision.objects.filter(pk__in=row.relates_to)}
    return DecisionOn(
        decision=row,
        day=day,
        held=held_in(row),
        follow_up=follow_up(row, day),
        binding=binding(row, day),
        constitution=tuple(Provision(*one.split("#")) for one in row.constitution),
        before=before,
        after=after,
        relates_to=tuple(related[one] for one in row.relates_to if one in related),
        cited_by=tuple(sorted((one for one in cited if made_by(one, day)), key=in_order)),
    )


def held_in(row: Decision) -> tuple[Held, ...]:
    """What the decision held, provision by provision, in the order of its text."""
    return tuple(
        Held(
            Provision(one.work, one.provision),
            one.outcome,
            one.since,
            msgspec.convert(one.extent, Text | None),
            msgspec.convert(one.reading, Text | None),
            _effect(row, one),
        )
        for one in Holding.objects.filter(decision=row.id).order_by("place")
    )


def examined(work: str, provision: str, day: date) -> list[Decision]:
    """Decisions made by `day` that reviewed the provision, one it is part of or a part of it, where
    the holding was not found."""
    rows = Holding.objects.filter(work=work, outcome=None)
    names = {row.decision for row in rows if meet(row.provision, provision)}
    found = [row for row in Decision.objects.filter(pk__in=names) if made_by(row, day)]
    return sorted(found, key=in_order)


def awaited(day: date) -> list[tuple[Decision, FollowUp]]:
    """Decisions made by `day` after which something was or is to be done, by the day it was due."""
    pairs = [(row, follow_up(row, day)) for row in decisions(day)]
    open_ones = [pair for pair in pairs if pair[1].state != "none"]
    return sorted(open_ones, key=lambda pair: (pair[1].due or date.max, in_order(pair[0])))


def numbered(row: Decision, lang: Lang) -> str:
    """The number as printed in that language; where none was found the day, else the id."""
    number = row.number_kk if lang == "kk" and row.number_kk else row.number
    return f"№ {number}" if number else str(row.done_on or row.id)


def _by_number(key: str) -> Decision | None:
    asked = key.strip().removeprefix("№").strip().upper().replace("NP", "НП").replace("HП", "НП")
    found = [
        row
        for row in Decision.objects.exclude(number=None)
        if asked in {(row.number or "").upper(), (row.number_kk or "").upper()}
    ]
    return found[0] if len(found) == 1 else None


def _by_citation(key: str) -> Decision | None:
    asked = key.strip().upper().removeprefix("ECLI:")
    if asked.count(":") != 3:
        return None
    named = (
        (row, {neutral_citation(row), unnumbered_citation(row)}) for row in Decision.objects.all()
    )
    return next((row for row, names in named if asked in names), None)


def _holdings(**asked: str) -> set[str]:
    return set(Holding.objects.filter(**asked).values_list("decision", flat=True))


def made_by(row: Decision, day: date) -> bool:
    """Whether it may have been made by `day`; without a day it is shown, its day being unknown."""
    return row.done_on is None or PartialDay.read(row.done_on).first <= day


def in_order(row: Decision) -> tuple[date, int, str]:
    """Where it stands among decisions: by day, then number; those without a day come last."""
    if row.done_on is None:
        return date.max, 0, row.id
    digits = "".join(c for c in (row.number or "").split("-")[0].split("/")[0] if c.isdigit())
    return PartialDay.read(row.done_on).first, int(digits or 0), row.id


def _neighbours(row: Decision, day: date) -> tuple[Decision | None, Decision | None]:
    """The decisions before and after it; those without a day have no place in the order."""
    same = [one for one in decisions(day, body=row.body) if one.done_on is not None]
    if row.done_on is None:
        return None, None
    at = [one.id for one in same].index(row.id)
    return (same[at - 1] if at else None), (same[at + 1] if at + 1 < len(same) else None)


def _effect(row: Decision, held: Holding) -> Effect | None:
    """What the holding did by the rules of its day; None where they or the day are not known."""
    if held.outcome is None or row.done_on is None:
        return None
    day = PartialDay.read(row.done_on)
    if not day.exact:
        return None
    made = day.first
    since = PartialDay.read(held.since).first if held.since else made
    question = row.question or "act_in_force"
    if held.outcome == "official_interpretation":
        question = "constitution_interpretation"
    try:
        return effect_of(held.outcome, question, made, rules(), since)  # type: ignore[arg-type]
    except NoRuleInForce:
        return None


def binding(row: Decision, day: date) -> Finding | None:
    """Whether it still binds; None for what is neither a normative resolution nor a conclusion, and
    where no day is known. A month or year tells only where all of it lies before another
    constitution."""
    if row.done_on is None or row.form not in ("normative_resolution", "conclusion"):
        return None
    made = PartialDay.read(row.done_on)
    try:
        found = still_binding(made.last, day, rules(), row.form)
    except NoRuleInForce:
        return None
    return found if made.exact or found.holds is None else None


def duties_of(effects: Iterable[Effect | None]) -> tuple[Finding, ...]:
    """What others must do after such effects, each said once."""
    found: dict[str, Finding] = {}
    for effect in effects:
        for one in effect.consequences if effect is not None else ():
            found.setdefault(one.key, one)
    return tuple(found.values())
