"""The register of cases as one reader sees it: filters with true counts, pages, one case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from atazan.docket import clocks
from atazan.docket.models import Petition
from atazan.docket.queries import PUBLIC, NoSuchPetition, joined_with
from atazan.docket.sight import Shown, Viewer, show, show_all
from atazan.journal.rights import rights
from atazan.law.marks import Mark, mark_of
from atazan.law.queries import standing
from atazan.rules.citation import Provision
from atazan.rules.ledger import Ledger
from atazan.rules.text import Text
from atazan.rules.works import works

FILTERS = ("year", "step", "work")
SIZE = 50


class Choice(Struct, frozen=True):
    """A value of a filter, how many cases have it, whether it is chosen."""

    value: str
    count: int
    chosen: bool
    label: Text | None = None


class Norm(Struct, frozen=True):
    """A provision the case is about, and how it stands on the day."""

    where: Provision
    mark: Mark


class Case(Struct, frozen=True):
    """A case as the reader sees it. `step` is its state in words; `due` the last day to decide it,
    None where it stands still or is over; `lead` the case it was joined to."""

    shown: Shown
    step: Text
    norms: tuple[Norm, ...]
    due: date | None = None

    @property
    def id(self) -> str:
        """Its number: a template reads a name of Shown as a column."""
        return self.shown.id

    @property
    def told(self) -> dict[str, Any]:
        """Its days and other columns the reader sees."""
        return self.shown.told

    @property
    def initials(self) -> str:
        """What stands for the applicant's name."""
        return self.shown.initials

    @property
    def lead(self) -> str | None:
        """The case it goes on in."""
        return self.shown["joined_to"]

    @property
    def decision(self) -> str | None:
        """The published decision in it."""
        return self.shown["decision"] if self.shown["published_on"] else None


class CasePage(Struct, frozen=True):
    """One case with its period and the petitions joined to it."""

    case: Case
    ledger: Ledger | None
    joined: tuple[str, ...]
    kept: date | None


class ListPage(Struct, frozen=True):
    """A page of the register, the newest first; `total` counts those before any filter."""

    rows: tuple[Case, ...]
    total: int
    found: int
    page: int
    pages: int
    filters: tuple[tuple[str, tuple[Choice, ...]], ...]
    chosen: dict[str, str]

    @property
    def first(self) -> int:
        """The place of the first case of the page."""
        return (self.page - 1) * SIZE + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The place of the last one."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def of_list(asked: dict[str, str], page: int, viewer: Viewer, day: date) -> ListPage:
    """Cases that fit every filter asked for; a page past the last is the last."""
    public = Petition.objects.filter(step__in=PUBLIC, admitted_on__isnull=False)
    facts = public.values_list("id", "step", "admitted_on", "norms")
    values = {
        id: {"year": {on[:4]}, "step": {step}, "work": {norm["work"] for norm in norms}}
        for id, step, on, norms in facts.order_by("-admitted_on", "-id")
    }
    chosen = {name: asked[name] for name in FILTERS if asked.get(name)}
    fits = [id for id, known in values.items() if all(v in known[n] for n, v in chosen.items())]
    pages = max(1, -(-len(fits) // SIZE))
    at = min(max(page, 1), pages)
    wanted = fits[(at - 1) * SIZE : at * SIZE]
    rows = Petition.objects.in_bulk(wanted)
    return ListPage(
        rows=tuple(_cases([rows[id] for id in wanted], viewer, day)),
        total=len(values),
        found=len(fits),
        page=at,
        pages=pages,
        filters=tuple((name, _choices(name, values, chosen.get(name))) for name in FILTERS),
        chosen=chosen,
    )


def of_case(id: str, viewer: Viewer, day: date) -> CasePage:
    """One case. Raises NoSuchPetition: no such number, or not in the register."""
    row = Petition.objects.filter(pk=id, step__in=PUBLIC, admitted_on__isnull=False).first()
    case = next(iter(_cases([row], viewer, day)), None) if row else None
    if row is None or case is None:
        raise NoSuchPetition(id)
    kept = row.decided_on or row.ended_on
    return CasePage(
        case=case,
        ledger=clocks.decision(row) if row.step != "joined" else None,
        joined=tuple(one.id for one in show_all(joined_with(id), viewer)),
        kept=date.fromisoformat(kept) if kept else None,
    )


def _cases(rows: Iterable[Petition], viewer: Viewer, day: date) -> Iterable[Case]:
    for row in rows:
        shown = show(row, viewer)
        if shown is not None:
            norms = tuple(_norm(one, day) for one in shown["norms"] or ())
            yield Case(shown, rights().states[row.step], norms, _due(row))


def _due(row: Petition) -> date | None:
    """The last day for the decision, while it is awaited."""
    if row.step == "joined" or row.decided_on or row.ended_on:
        return None
    ledger = clocks.decision(row)
    return ledger.due if ledger is not None else None


def _norm(told: dict[str, str], day: date) -> Norm:
    where = Provision(told["work"], told["provision"])
    return Norm(where, mark_of(standing(where.work, where.eid, day)))


def _choices(
    name: str, values: dict[str, dict[str, set[str]]], chosen: str | None
) -> tuple[Choice, ...]:
    counts = Counter(value for one in values.values() for value in one[name])
    if chosen and chosen not in counts:
        counts[chosen] = 0
    return tuple(
        Choice(value, counts[value], value == chosen, _label(name, value))
        for value in sorted(counts, reverse=name == "year")
    )


def _label(name: str, value: str) -> Text | None:
    if name == "step":
        return rights().states.get(value)
    known = works().get(value) if name == "work" else None
    return known.short if known is not None else None
