"""The figures of a year: decisions, provisions, duties, cases, transition, conformity.

A year is that of the decisions, from 1 January to 31 December, both counted. How duties and
provisions stand is told as of the day asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from atazan.decisions.follow_up import FollowUp
from atazan.decisions.models import Decision, Holding
from atazan.decisions.queries import awaited, decisions, held_in
from atazan.docket.models import Petition
from atazan.docket.queries import PUBLIC
from atazan.law.conformity.concordance import concordance
from atazan.law.conformity.gathered import conform
from atazan.law.conformity.nonconformity import named
from atazan.law.models import TextVersion
from atazan.library.message.figure import Figure, Row
from atazan.library.reports.naming import called, cited, days_written
from atazan.reform.queries import DutyOnDay, duties
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.rules.works import works

COURT, COUNCIL = "constitutional_court", "constitutional_council"
COURT_SINCE = 2023
OUTCOMES = {
    "fell": "does_not_conform",
    "read": "conforms_as_interpreted",
    "interpreted": "official_interpretation",
    "conform": "conforms",
    "unknown": None,
}
"""The figures of provisions and the holdings they count."""
NOT_FOUND = "not_found"


class Year(Struct, frozen=True):
    """The year of a message, the day it is drafted on, its language."""

    year: int
    day: date
    lang: Lang

    @property
    def body(self) -> str:
        """Whose year it is: the Court's since 2023, the Council's before."""
        return COURT if self.year >= COURT_SINCE else COUNCIL

    @property
    def ends(self) -> date:
        """The last day that can be told of: that of the year, or the day of the draft."""
        return min(self.day, date(self.year, 12, 31))

    @property
    def decisions(self) -> list[Decision]:
        """The decisions of the body in the year, the oldest first."""
        return decisions(self.day, year=self.year, body=self.body)


def years(day: date) -> list[int]:
    """The years that have a message to draft by a day, the newest first."""
    rows = [row for row in decisions(day) if row.done_on and row.body in (COURT, COUNCIL)]
    return sorted({int((row.done_on or "")[:4]) for row in rows}, reverse=True)


def of_decisions(asked: Year) -> Iterator[Figure]:
    """All decisions, then by form, outcome and applicant; a decision may have several outcomes."""
    made = asked.decisions
    yield _listed(asked, "decisions", "decisions", made)
    yield from _grouped(asked, "form", ((row, {row.form}) for row in made))
    held = _outcomes(made)
    yield from _grouped(asked, "outcome", ((row, held[row.id]) for row in made))
    types = ((row, {row.applicant["type"] if row.applicant else NOT_FOUND}) for row in made)
    yield from _grouped(asked, "applicant", types)


def _grouped(
    asked: Year, name: str, pairs: Iterable[tuple[Decision, set[str]]]
) -> Iterator[Figure]:
    found: dict[str, list[Decision]] = {}
    for row, values in pairs:
        for value in values:
            found.setdefault(value, []).append(row)
    order = Counter({value: len(rows) for value, rows in found.items()})
    for value, _ in sorted(order.items(), key=lambda one: (one[0] == NOT_FOUND, -one[1], one[0])):
        key = f"{name}_unknown" if value == NOT_FOUND else name
        yield _listed(asked, f"{name}.{value}", key, found[value], name, value)


def _listed(
    asked: Year, id: str, key: str, rows: list[Decision], filter: str = "", value: str = ""
) -> Figure:
    path = f"decisions/?year={asked.year}&body={asked.body}"
    facts = {"body": phrase(f"decisions.body.{asked.body}", asked.lang), "year": str(asked.year)}
    if filter:
        path += f"&{filter}={value}"
        facts["name"] = phrase(f"decisions.{filter}.{value}", asked.lang)
    return Figure(id, key, tuple(_decision(row, asked.lang) for row in rows), facts, path)


def _decision(row: Decision, lang: Lang) -> Row:
    return Row(row.id, called(row, lang), f"decisions/{row.id}")


def _outcomes(made: list[Decision]) -> dict[str, set[str]]:
    """The outcomes of each: its own and those of its holdings; not found where it has none."""
    found = {row.id: {row.outcome} if row.outcome else set() for row in made}
    held = Holding.objects.filter(decision__in=list(found), outcome__isnull=False)
    for one in held:
        found[one.decision].add(one.outcome or NOT_FOUND)
    return {name: some or {NOT_FOUND} for name, some in found.items()}


def of_provisions(asked: Year) -> Iterator[Figure]:
    """The provisions reviewed in the year, by what was held of them."""
    held = [(row, one) for row in asked.decisions for one in held_in(row)]
    for name, outcome in OUTCOMES.items():
        rows = tuple(
            Row(
                id=f"{row.id}:{one.provision.work}#{one.provision.eid}",
                says=f"{cited(one.provision, asked.lang)} ({called(row, asked.lang)})",
                path=f"norms/{one.provision.work}/{one.provision.eid}",
            )
            for row, one in held
            if one.outcome == outcome
        )
        yield Figure(f"provisions.{name}", f"provisions.{name}", rows)


def of_duties(asked: Year) -> Iterator[Figure]:
    """What others were to do after decisions made by the end of the year, by how it stands."""
    found = [
        (row, follow)
        for row, follow in awaited(asked.day)
        if row.done_on is None or PartialDay.read(row.done_on).first <= asked.ends
    ]
    for state in ("met", "overdue", "due", "unknown"):
        rows = tuple(_duty(row, one, asked) for row, one in found if one.state == state)
        yield Figure(f"duties.{state}", f"duties.{state}", rows)


def _duty(row: Decision, one: FollowUp, asked: Year) -> Row:
    told = one.met if one.state == "met" else one.what
    says = called(row, asked.lang)
    if told is not None:
        says = f"{says}: {days_written(told.says(asked.lang), asked.lang)}"
    if one.due is not None:
        says = phrase("library.message.due", asked.lang, {"says": says, "day": one.due})
    return Row(row.id, says, f"decisions/{row.id}")


def of_cases(asked: Year) -> Iterator[Figure]:
    """Cases of the platform's public register admitted in the year; none before the Court."""
    if asked.body != COURT:
        return
    public = Petition.objects.filter(step__in=PUBLIC, admitted_on__startswith=str(asked.year))
    numbers = public.filter(admitted_on__lte=asked.ends.isoformat()).order_by("id")
    rows = tuple(
        Row(id, phrase("cases.number", asked.lang, {"number": id}), f"cases/{id}")
        for id in numbers.values_list("id", flat=True)
    )
    yield Figure("cases", "cases", rows, path=f"cases/?year={asked.year}")


def of_transition(asked: Year) -> Iterator[Figure]:
    """Duties the new Constitution set, by how they stand; none before it was adopted."""
    begun = works()[concordance().new].in_force_from
    if begun is None or asked.year < begun.year:
        return
    found = duties(asked.day)
    for state in dict.fromkeys(one.state for one in found):
        rows = tuple(_transition(one, asked.lang) for one in found if one.state is state)
        facts = {"name": phrase(f"duty.state.{state}", asked.lang)}
        yield Figure(f"transition.{state}", "transition", rows, facts)


def _transition(one: DutyOnDay, lang: Lang) -> Row:
    return Row(one.row.id, one.rule.title.says(lang), f"rules/{one.rule.id}")


def of_conformity(asked: Year) -> Iterator[Figure]:
    """What of the laws whose text is held does not fit the Constitution in force, by act.

    Counted in one text of each act, the Russian where it is held: both texts say the same.
    """
    table = concordance()
    begun = works()[table.new].in_force_from
    if begun is None or asked.day < begun or asked.year < begun.year:
        return
    held = TextVersion.objects.exclude(work__in=(table.old, table.new)).order_by("work")
    for work in held.values_list("work", flat=True).distinct():
        texts = {one.lang: one for one in conform(work, asked.day)}
        one = texts.get("ru") or next(iter(texts.values()))
        path = f"norms/{work}/conformity"
        rows = tuple(
            Row(
                id=f"{each.place.eid}:{each.place.line}:{each.place.start}:{each.kind}",
                says=f"{named(each.place.eid, asked.lang)}: {each.says(asked.lang)}",
                path=path,
            )
            for each in one.found
        )
        name = works()[work].short.says(asked.lang)
        yield Figure(f"conformity.{work}", "conformity", rows, {"act": name})


_PARTS = {
    "decisions": of_decisions,
    "provisions": of_provisions,
    "duties": of_duties,
    "cases": of_cases,
    "transition": of_transition,
    "conformity": of_conformity,
}


def figures(asked: Year) -> dict[str, tuple[Figure, ...]]:
    """Every figure of the year by the part of the message it stands in."""
    return {name: tuple(make(asked)) for name, make in _PARTS.items()}


def figure(id: str, asked: Year) -> Figure:
    """One figure by its id. Raises KeyError."""
    make = _PARTS.get(id.partition(".")[0], of_decisions)
    return {one.id: one for one in make(asked)}[id]
