"""The list of decisions of a day: filters with true counts, years, the outcomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from atazan.decisions.models import Decision, Holding
from atazan.decisions.queries import decisions
from atazan.rules.text import Text
from atazan.rules.works import works

NOT_FOUND = "not_found"
FILTERS = ("body", "year", "form", "outcome", "applicant", "work")


class Row(Struct, frozen=True):
    """A decision in a list, with the outcomes its marks show."""

    row: Decision
    outcomes: tuple[str, ...]


class Choice(Struct, frozen=True):
    """A value of a filter, how many decisions of the day have it, whether it is chosen."""

    value: str
    count: int
    chosen: bool
    label: Text | None = None


class ListPage(Struct, frozen=True):
    """The decisions of a day by year, newest first; `total` counts those before any filter."""

    day: date
    total: int
    found: int
    years: tuple[tuple[str, tuple[Row, ...]], ...]
    filters: tuple[tuple[str, tuple[Choice, ...]], ...]
    chosen: dict[str, str]


def outcomes_of(rows: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """The outcomes of each decision: those of its holdings, else its own, else not found."""
    rows = list(rows)
    held: dict[str, list[str]] = {row.id: [] for row in rows}
    found = Holding.objects.filter(decision__in=list(held), outcome__isnull=False)
    for one in found.order_by("place"):
        held[one.decision].append(code_of(one.outcome or "", one.extent is not None))
    return {
        row.id: tuple(dict.fromkeys(held[row.id])) or (row.outcome or "outcome_not_found",)
        for row in rows
    }


def code_of(outcome: str, in_part: bool) -> str:
    """A holding "in part" shows its own mark."""
    return "does_not_conform_in_part" if outcome == "does_not_conform" and in_part else outcome


def of_list(day: date, asked: dict[str, str]) -> ListPage:
    """The decisions made by `day` that fit every filter asked for."""
    known = decisions(day)
    outcomes = outcomes_of(known)
    reviewed: dict[str, set[str]] = {}
    for name, work in Holding.objects.values_list("decision", "work"):
        reviewed.setdefault(name, set()).add(work)
    values = {row.id: _values(row, outcomes[row.id], reviewed.get(row.id, set())) for row in known}
    chosen = {name: asked[name] for name in FILTERS if asked.get(name)}
    fits = [
        row for row in known if all(value in values[row.id][name] for name, value in chosen.items())
    ]
    return ListPage(
        day=day,
        total=len(known),
        found=len(fits),
        years=_by_year(fits, outcomes),
        filters=tuple((name, _choices(name, values, chosen.get(name))) for name in FILTERS),
        chosen=chosen,
    )


def _values(row: Decision, outcomes: tuple[str, ...], reviewed: set[str]) -> dict[str, set[str]]:
    """What each filter could ask for to find this decision."""
    plain = {code.removesuffix("_in_part") for code in outcomes}
    own = {row.outcome} if row.outcome else set()
    return {
        "body": {row.body},
        "year": {row.done_on[:4]} if row.done_on else {NOT_FOUND},
        "form": {row.form},
        "outcome": {NOT_FOUND if code == "outcome_not_found" else code for code in plain} | own,
        "applicant": {row.applicant["type"]} if row.applicant else {NOT_FOUND},
        "work": reviewed,
    }


def _choices(
    name: str, values: dict[str, dict[str, set[str]]], chosen: str | None
) -> tuple[Choice, ...]:
    counts = Counter(value for one in values.values() for value in one[name])
    if chosen and chosen not in counts:
        counts[chosen] = 0
    by_name = sorted(counts, reverse=name == "year")
    by_count = sorted(by_name, key=lambda value: (value == NOT_FOUND, -counts[value]))
    order = by_name if name == "year" else by_count
    return tuple(
        Choice(value, counts[value], value == chosen, _label(name, value)) for value in order
    )


def _label(name: str, value: str) -> Text | None:
    """The name of a work; the words of other values are phrases of the page."""
    known = works().get(value) if name == "work" else None
    return known.short if known is not None else None


def _by_year(
    fits: list[Decision], outcomes: dict[str, tuple[str, ...]]
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The newest year first; those whose day was not found come last."""
    dated = [row for row in reversed(fits) if row.done_on]
    undated = [row for row in fits if not row.done_on]
    years: dict[str, list[Row]] = {}
    for row in [*dated, *undated]:
        year = row.done_on[:4] if row.done_on else ""
        years.setdefault(year, []).append(Row(row, outcomes[row.id]))
    return tuple((year, tuple(rows)) for year, rows in years.items())
