"""The lists of the Court's desks: what waits for the Chair, a judge, the secretary.

A petition stands in every list whose question it answers; those whose day comes first are on top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from atazan.docket import clocks, voting
from atazan.docket.desk.choices import AT_WORK
from atazan.docket.models import Petition, Prolongation, Recusal, Suspension, Vote
from atazan.docket.sight import Shown, Viewer, show_all
from atazan.institutions.bench import bench
from atazan.law.models import Effect
from atazan.rules import due_days
from atazan.rules.book import rules

OPEN = ("registered", *AT_WORK, "decided")
_SESSION = ("admission_session", "in_session", "adjourned", "deliberation")
_PROCEEDINGS = ("admitted", "suspended", "in_session", "adjourned", "deliberation")
_READ = (
    "step filed_on admitted_on judges proposal rapporteurs norms session present round minutes"
    " withdrawn_on"
).split()
SIZE, FEW = 50, 10


class Court(Struct, frozen=True):
    """The open petitions of the Court as one reader works on them."""

    viewer: Viewer
    today: date
    rows: tuple[Petition, ...]
    recusals: dict[str, list[Recusal]]
    voted: dict[str, set[tuple[int, str]]]
    ruled: frozenset[str]
    chair: str | None

    @property
    def me(self) -> str:
        """The reader's person of the record; empty where there is none."""
        return self.viewer.person or ""

    def at(self, *steps: str) -> list[Petition]:
        """Those at these steps."""
        return [row for row in self.rows if row.step in steps]

    def waits(self, row: Petition) -> bool:
        """Whether the vote that runs waits for the reader; for the Chair once all others voted."""
        cast = {judge for round, judge in self.voted.get(row.id, ()) if round == row.round}
        waiting = set(voting.voters(row)) - cast
        last = self.me != self.chair or waiting == {self.me}
        return self.me in waiting and last and _sits_on(row) <= self.today.isoformat()


class Line(Struct, frozen=True):
    """A petition in a list, with its running period, its session's day and what is said of it."""

    shown: Shown
    clock: clocks.Clock | None
    sits_on: date | None
    filed_on: date
    late: bool


class Section(Struct, frozen=True):
    """A list: the stretch shown, how long it is, from where the next goes on."""

    name: str
    lines: tuple[Line, ...]
    total: int
    first: int
    after: str | None

    @property
    def last(self) -> int:
        """The place of the last one shown."""
        return self.first + len(self.lines) - 1


def read(viewer: Viewer, today: date) -> Court:
    """The open petitions of the Court, read once for all lists."""
    found = Petition.objects.filter(step__in=OPEN).only(*_READ)
    rows = tuple(found.order_by("filed_on", "id"))
    recusals: dict[str, list[Recusal]] = {}
    for one in Recusal.objects.all():
        recusals.setdefault(one.petition, []).append(one)
    voted: dict[str, set[tuple[int, str]]] = {}
    sessions = [row.id for row in rows if row.step in ("admission_session", "deliberation")]
    for id, round, judge in Vote.objects.filter(petition__in=sessions).values_list(
        "petition", "round", "judge"
    ):
        voted.setdefault(id, set()).add((round, judge))
    ruled = _ruled(rows) if "chair" in viewer.roles else frozenset()
    return Court(viewer, today, rows, recusals, voted, ruled, bench(today).chair)


def _ruled(rows: Iterable[Petition]) -> frozenset[str]:
    """Petitions on a provision that a published decision has ruled on: art. 38(1)(4), 48(3)(3)."""
    told = Effect.objects.filter(by_decision__isnull=False).values_list("work", "provision")
    decided: dict[str, set[str]] = {}
    for work, provision in told:
        decided.setdefault(work, set()).add(provision)
    return frozenset(
        row.id
        for row in rows
        for norm in row.norms
        if any(_within(norm["provision"], one) for one in decided.get(norm["work"], ()))
    )


def _within(asked: str, decided: str) -> bool:
    return asked == decided or decided == "whole" or asked.startswith(f"{decided}__")


def _to_study(court: Court) -> list[Petition]:
    found = court.at("under_study")
    return [row for row in found if court.me in row.judges and not row.proposal]


def _recusals(court: Court) -> list[Petition]:
    waiting = {id for id, every in court.recusals.items() if any(r.granted is None for r in every)}
    return [row for row in court.rows if row.id in waiting]


def _my_recusals(court: Court) -> list[Petition]:
    mine = {id for id, every in court.recusals.items() if any(r.judge == court.me for r in every)}
    return [row for row in court.rows if row.id in mine]


def _sessions(court: Court) -> list[Petition]:
    return sorted(court.at(*_SESSION), key=_sits_on)


def _my_sessions(court: Court) -> list[Petition]:
    return [row for row in _sessions(court) if court.me in (row.session or {})["judges"]]


def _minutes(court: Court) -> list[Petition]:
    found = court.at("in_session")
    day = court.today.isoformat()
    return [row for row in found if not row.minutes and _sits_on(row) <= day]


def _to_end(court: Court) -> list[Petition]:
    found = court.at(*AT_WORK)
    joined = Petition.objects.filter(step="joined").exclude(withdrawn_on=None)
    asked = [row for row in found if row.withdrawn_on] + list(joined.order_by("filed_on", "id"))
    return asked + [row for row in found if row.id in court.ruled and not row.withdrawn_on]


def _notify(court: Court) -> list[Petition]:
    rows = Petition.objects.filter(step__in=("refused", *_PROCEEDINGS, "joined", "terminated"))
    rows = rows.filter(notified_on=None).order_by("filed_on", "id")
    return [row for row in rows if row.admitted_on or row.refused_on]


def _serve(court: Court) -> list[Petition]:
    return list(Petition.objects.filter(step__in=("decided", "published"), served_on=None))


_FOUND: dict[str, Callable[[Court], list[Petition]]] = {
    "vote": lambda court: [
        row for row in court.at("admission_session", "deliberation") if court.waits(row)
    ],
    "study": _to_study,
    "my_sessions": _my_sessions,
    "mine": lambda court: [row for row in court.at(*_PROCEEDINGS) if court.me in row.rapporteurs],
    "my_recusals": _my_recusals,
    "assign": lambda court: court.at("registered"),
    "convene": lambda court: [row for row in court.at("under_study") if row.proposal],
    "recusals": _recusals,
    "end": _to_end,
    "sessions": _sessions,
    "due": lambda court: court.at(*_PROCEEDINGS),
    "studying": lambda court: [row for row in court.at("under_study") if not row.proposal],
    "minutes": _minutes,
    "notify": _notify,
    "serve": _serve,
    "publish": lambda court: court.at("decided"),
    "open": lambda court: list(court.rows),
}
OF_ROLE: dict[str, tuple[str, ...]] = {
    "judge": ("vote", "study", "my_sessions", "mine", "my_recusals"),
    "chair": ("assign", "convene", "recusals", "end", "sessions", "due", "studying"),
    "secretary": ("sessions", "minutes", "notify", "serve"),
    "publisher": ("publish",),
    "analyst": ("open",),
}
"""The lists of each role, in the order in which they are shown."""
_BY_DUE = frozenset({"due", "mine"})
_OF_REGISTRY = frozenset({"notify", "serve"})


def of(viewer: Viewer) -> list[str]:
    """The reader's lists, each once."""
    names = [name for role, every in OF_ROLE.items() if role in viewer.roles for name in every]
    return list(dict.fromkeys(names))


def section(court: Court, name: str, after: str | None = None, size: int = FEW) -> Section:
    """A stretch of a list, behind the petition `after`."""
    rows = _FOUND[name](court)
    if name in _BY_DUE:
        days = _last_days(rows)
        rows = sorted(rows, key=lambda row: days[row.id])
    ids = [row.id for row in rows]
    start = ids.index(after) + 1 if after in ids else 0
    part = ids[start : start + size]
    more = part[-1] if part and start + size < len(rows) else None
    known = Petition.objects.in_bulk(part)
    shown = show_all([known[id] for id in part if id in known], court.viewer)
    clock = clocks.next_due if name in _OF_REGISTRY else _decision
    found = tuple(_line(one, known[one.id], clock(known[one.id]), court.today) for one in shown)
    return Section(name, found, len(rows), start + 1 if part else 0, more)


def _last_days(rows: list[Petition]) -> dict[str, date]:
    """The last day for the decision of each; only what moved it is looked up one by one."""
    ids = [row.id for row in rows]
    moved = {
        *Suspension.objects.filter(petition__in=ids).values_list("petition", flat=True),
        *Prolongation.objects.filter(petition__in=ids).values_list("petition", flat=True),
        *Petition.objects.filter(joined_to__in=ids).values_list("joined_to", flat=True),
    }
    return {row.id: _last_day(row, row.id in moved) for row in rows}


def _last_day(row: Petition, moved: bool) -> date:
    if moved:
        clock = _decision(row)
        return (clock.due if clock else None) or date.max
    return due_days.decision_day(date.fromisoformat(str(row.admitted_on)), rules(), citizen=True)


def _decision(row: Petition) -> clocks.Clock | None:
    """The period for the final decision; None before admission: art. 53."""
    ledger = clocks.decision(row)
    return None if ledger is None else clocks.Clock("decision", "court", ledger)


def _line(shown: Shown, row: Petition, clock: clocks.Clock | None, today: date) -> Line:
    sits_on = _sits_on(row) if row.step in _SESSION else ""
    return Line(
        shown,
        clock,
        date.fromisoformat(sits_on) if sits_on else None,
        date.fromisoformat(row.filed_on),
        clock is not None and clock.overdue(today),
    )


def _sits_on(row: Petition) -> str:
    return str((row.session or {}).get("sits_on", ""))
