"""All the register tells about a decision, gathered once for every form it is exported in.

The public register of decisions alone is read: a resolution stands there from its publication on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from atazan.decisions.cited_in_text import Cites, cites_of
from atazan.decisions.identity import ecli, neutral_citation, work_uri
from atazan.decisions.listing import code_of
from atazan.decisions.models import (
    Decision,
    DecisionText,
    Holding,
    Indexing,
    Position,
    Precis,
    Summary,
    Treatment,
)
from atazan.decisions.positions import concepts_of
from atazan.decisions.queries import in_order
from atazan.institutions.models import Person
from atazan.library.exported.stamps import Stamp, stamps
from atazan.rules.concepts import Concept
from atazan.rules.day import PartialDay
from atazan.rules.text import Lang


class NotOnRecord(LookupError):
    """The public register has no decision of this name."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"no decision '{key}' is on record; look it up in the list of decisions")


class Told(Struct, frozen=True, kw_only=True):
    """One decision with everything around it, each in its order; `stamp`: when that last changed.

    `treats` is what it did with positions of earlier decisions, `treated` what later ones did with
    its own. `texts` are paragraphs by language, the first is p-1. `people` are names by id.
    `related` are the decisions it rests on or names, and those that treat it or are treated by it.
    """

    row: Decision
    stamp: Stamp
    holdings: tuple[Holding, ...]
    positions: tuple[Position, ...]
    treats: tuple[Treatment, ...]
    treated: tuple[Treatment, ...]
    summary: Summary | None
    indexing: Indexing | None
    precis: dict[str, Precis]
    texts: dict[str, list[str]]
    people: dict[str, dict[str, str]]
    cites: Cites
    cited_by: tuple[str, ...]
    related: dict[str, Decision]
    owners: dict[str, str]

    @property
    def neutral(self) -> str:
        return neutral_citation(self.row)

    @property
    def ecli(self) -> str | None:
        return ecli(self.row)

    @property
    def uri(self) -> str:
        return work_uri(self.row)

    @property
    def day(self) -> PartialDay | None:
        """The day it was made, as far as it is known."""
        return PartialDay.read(self.row.done_on) if self.row.done_on else None

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Those of its holdings, else its own; empty where none was found."""
        held = [code_of(one.outcome, bool(one.extent)) for one in self.holdings if one.outcome]
        return tuple(dict.fromkeys(held)) or ((self.row.outcome,) if self.row.outcome else ())

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The rights its provisions of the Constitution stand for, and what it is indexed under."""
        places, named = list(self.row.constitution), []
        for one in self.positions:
            places += one.provisions
            named += one.concepts
        if self.indexing is not None:
            named = [*self.indexing.concepts, *named]
        return concepts_of(places, named)

    @property
    def rights(self) -> tuple[Concept, ...]:
        return tuple(one for one in self.concepts if one.kind == "right")


def told(ids: Collection[str] | None = None) -> Iterator[Told]:
    """The decisions asked for (None: all), oldest first; those without a day come last."""
    rows = Decision.objects.all() if ids is None else Decision.objects.filter(pk__in=ids)
    around = _Around()
    for row in sorted(rows, key=in_order):
        yield around.of(row)


def told_of(key: str) -> Told:
    """One decision by its id. Raises NotOnRecord."""
    for one in told((key,)):
        return one
    raise NotOnRecord(key)


class _Around:
    """The registers that describe decisions, each read once."""

    def __init__(self) -> None:
        self.stamps = stamps()
        self.rows = {row.id: row for row in Decision.objects.all()}
        self.holdings = _by_decision(Holding.objects.order_by("place", "id"))
        self.positions = _by_decision(Position.objects.order_by("id"))
        self.treatments = _by_decision(Treatment.objects.order_by("id"))
        self.summaries = _by_decision(Summary.objects.order_by("written_on", "entry"))
        self.indexed = _by_decision(Indexing.objects.order_by("written_on", "entry"))
        self.precis = _by_decision(Precis.objects.order_by("written_on", "entry"))
        self.texts = _by_decision(DecisionText.objects.order_by("language"))
        self.names = dict(Person.objects.values_list("id", "names"))
        self.owner = {one.id: id for id, rows in self.positions.items() for one in rows}
        self.treated: dict[str, list[Treatment]] = defaultdict(list)
        for rows in self.treatments.values():
            for one in rows:
                self.treated[self.owner.get(one.position, "")].append(one)
        self.cited_by: dict[str, list[str]] = defaultdict(list)
        for row in sorted(self.rows.values(), key=in_order):
            for id in row.relates_to:
                self.cited_by[id].append(row.id)

    def of(self, row: Decision) -> Told:
        texts = {one.language: list(one.paragraphs) for one in self.texts[row.id]}
        cites = cites_of(texts, made(row))
        treats, treated = self.treatments[row.id], self.treated[row.id]
        owners = {one.position: self.owner.get(one.position, "") for one in treats}
        named = [*row.relates_to, *self.cited_by[row.id], *owners.values()]
        named += [one.decision for one in treated] + [id for id, _ in cites.decisions]
        people = [*row.composition, row.presiding, row.rapporteur]
        people.append((row.applicant or {}).get("person"))
        return Told(
            row=row,
            stamp=self.stamps[row.id],
            holdings=tuple(self.holdings[row.id]),
            positions=tuple(self.positions[row.id]),
            treats=tuple(treats),
            treated=tuple(treated),
            summary=_last(self.summaries[row.id]),
            indexing=_last(self.indexed[row.id]),
            precis={one.language: one for one in self.precis[row.id]},
            texts=texts,
            people={id: self.names[id] for id in people if id in self.names},
            cites=cites,
            cited_by=tuple(self.cited_by[row.id]),
            related={id: self.rows[id] for id in named if id in self.rows},
            owners=owners,
        )


def made(row: Decision) -> date | None:
    """The day it was made, where the whole day is known."""
    day = PartialDay.read(row.done_on) if row.done_on else None
    return day.first if day is not None and day.exact else None


def number_of(row: Decision, lang: Lang) -> str | None:
    """The number as printed in that language; None where none was found."""
    return (row.number_kk if lang == "kk" else None) or row.number


def _by_decision(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.decision].append(row)
    return found


def _last(rows: list[Any]) -> Any:
    return rows[-1] if rows else None
