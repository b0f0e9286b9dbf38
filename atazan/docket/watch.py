"""The nightly watch over the docket: nothing waits without somebody, and nothing runs out unseen.

An open petition has an owner who can act today (a judge in office, not recused), a task that leads
on, or a period that runs. What has none of these is stuck, and is told with who must look.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atazan.docket import acts, vault
from atazan.docket.clocks import Clock, clocks
from atazan.docket.letters import NOBODY
from atazan.docket.models import Delivery, DueDay, Petition, Suspension
from atazan.docket.steps import FINAL, STEP
from atazan.docket.voting import recused
from atazan.institutions.bench import bench
from atazan.journal.acts import kind_of
from atazan.journal.models import Entry, Stream
from atazan.journal.rights import rights
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.calendar import YearNotCovered
from atazan.rules.procedure import route_from
from atazan.rules.text import Lang
from atazan.rules.words import phrase

SITTING = ("admission_session", "in_session", "deliberation")
Who = Literal["chair", "registry", "secretary", "publisher", "applicant", "court", "admin"]


class Stuck(Struct, frozen=True):
    """What is stuck: the petition, a key of the words (`watch.stuck.…`), and who must look."""

    petition: str
    key: str
    who: Who
    facts: dict[str, Any] = {}

    def says(self, lang: Lang) -> str:
        """In one sentence."""
        told = {"id": self.petition, "who": phrase(f"watch.who.{self.who}", lang), **self.facts}
        return phrase(f"watch.stuck.{self.key}", lang, told)


class Overdue(Struct, frozen=True):
    """A period that ran out without being kept: last day `due`, inclusive."""

    petition: str
    clock: Clock

    def says(self, lang: Lang) -> str:
        """In one sentence."""
        told = {
            "id": self.petition,
            "what": phrase(f"tracker.clock.{self.clock.what}", lang),
            "who": phrase(f"watch.who.{self.clock.who}", lang),
            "due": self.clock.due,
        }
        return phrase("watch.overdue", lang, told)


class Moved(Struct, frozen=True):
    """A last day that a change of the calendar moved, and who is to be told."""

    petition: str
    what: str
    before: date
    now: date
    judges: tuple[str, ...]

    def says(self, lang: Lang) -> str:
        """In one sentence."""
        told = {
            "id": self.petition,
            "what": phrase(f"tracker.clock.{self.what}", lang),
            "before": self.before,
            "now": self.now,
            "judges": ", ".join(self.judges) or "—",
        }
        return phrase("watch.moved", lang, told)


def stuck(day: date) -> list[Stuck]:
    """Every petition that waits for nobody on the day, and every row unlike its journal."""
    found = [one for row in _open() for one in _of(row, day)]
    return [*found, *_unlike()]


def _open() -> Iterator[Petition]:
    rows = Petition.objects.exclude(step__in=FINAL).order_by("filed_on", "id")
    return rows.iterator(chunk_size=2000)


def _of(row: Petition, day: date) -> Iterator[Stuck]:
    if not _leads_on(row.step, day):
        yield Stuck(row.id, "no_task", "admin", {"step": row.step})
    if row.step == "under_study":
        yield from _without_judge(row, row.judges, "no_judge", day)
    if row.step == "admitted" and row.rapporteurs:
        yield from _without_judge(row, row.rapporteurs, "no_rapporteur", day)
    if row.step in SITTING and not row.session:
        yield Stuck(row.id, "no_session", "chair")
    elif row.step in SITTING:
        sitting = row.present if row.step == "deliberation" else row.session["judges"]
        yield from _without_judge(row, sitting, "no_sitting_judge", day)
    open_ones = Suspension.objects.filter(petition=row.id, until=None)
    if row.step == "suspended" and not open_ones.exists():
        yield Stuck(row.id, "no_suspension", "chair")
    if row.step in ("decided", "published") and not row.decision:
        yield Stuck(row.id, "no_decision", "publisher")
    try:
        clocks(row)
    except YearNotCovered as missing:
        yield Stuck(row.id, "no_calendar", "admin", {"year": missing.day.year})


def _without_judge(row: Petition, named: list[str], key: str, day: date) -> Iterator[Stuck]:
    """Stuck where none of those named may act in the case that day."""
    if not set(named) & (bench(day).able - recused(row.id)):
        yield Stuck(row.id, key, "chair", {"judges": ", ".join(named) or "—"})


def _leads_on(step: str, day: date) -> bool:
    """Whether somebody may do an act that moves on, and the route of the day has it."""
    try:
        ways = route_from(step, day, rules()).value.to
    except NoRuleInForce:
        return False
    law = rights().rights
    return any(
        STEP.get(one.act) in ways
        for one in law
        if one.stream == "petition" and step in one.states and one.act in STEP
    )


def _unlike() -> Iterator[Stuck]:
    """Rows whose step is not the state of their subject in the journal; joined ones that hang."""
    steps = dict(Petition.objects.values_list("id", "step"))
    streams = Stream.objects.filter(name__startswith="petition/").values_list("name", "state")
    states = {name.partition("/")[2]: state for name, state in streams.iterator(chunk_size=5000)}
    for id, step in steps.items():
        if states.pop(id, None) != step:
            yield Stuck(id, "unlike", "admin", {"step": step})
    for id in states:
        yield Stuck(id, "no_row", "admin")
    for id, into in Petition.objects.filter(step="joined").values_list("id", "joined_to"):
        if into not in steps or (steps[into] == "joined" and into == id):
            yield Stuck(id, "joined_nowhere", "chair", {"into": into or "—"})


def overdue(day: date) -> list[Overdue]:
    """The periods that ran out before the day and were not kept, the oldest first.

    That a returned petition was not corrected in its month is the applicant's own affair.
    """
    found = [
        Overdue(row.id, clock)
        for row, clock in running()
        if clock.what != "correction" and clock.overdue(day)
    ]
    return sorted(found, key=lambda one: (one.clock.due, one.petition))


def running() -> Iterator[tuple[Petition, Clock]]:
    """Every period that runs, with its petition; those no calendar reaches are left to `stuck`."""
    refused = Petition.objects.filter(step="refused", notified_on=None)
    for row in (*_open(), *refused):
        try:
            found = clocks(row)
        except YearNotCovered:
            continue
        yield from ((row, clock) for clock in found if clock.done is None)


def moved() -> list[Moved]:
    """Last days that are others than at the last watch though nothing happened; then remembers."""
    before = {one.period: one for one in DueDay.objects.all()}
    found, now = [], []
    for row, clock in running():
        if clock.due is None:
            continue
        period, sign = f"{row.id}/{clock.what}", _sign(row)
        now.append(DueDay(period=period, due=clock.due.isoformat(), sign=sign))
        old = before.get(period)
        if old is not None and old.sign == sign and old.due != clock.due.isoformat():
            was = date.fromisoformat(old.due)
            judges = tuple(row.rapporteurs or row.judges)
            found.append(Moved(row.id, clock.what, was, clock.due, judges))
    DueDay.objects.all().delete()
    DueDay.objects.bulk_create(now, batch_size=300)
    return found


def _sign(row: Petition) -> str:
    """What happened to the case so far: its acts, and the petitions joined to it."""
    version = Stream.objects.filter(pk=row.stream).values_list("version", flat=True).first()
    return f"{version}-{Petition.objects.filter(joined_to=row.id).count()}"


class Undelivered(Struct, frozen=True):
    """A letter that did not go, why, and how often it was tried."""

    petition: str
    fault: str
    tries: int

    def says(self, lang: Lang) -> str:
        """In one sentence."""
        told = {"id": self.petition, "fault": self.fault, "tries": self.tries}
        return phrase("watch.letter", lang, told)


def letters() -> list[Undelivered]:
    """Letters that were tried and did not go, the oldest first."""
    tried = Delivery.objects.filter(sent_at=None, tries__gt=0).exclude(fault=NOBODY)
    rows = list(tried.order_by("entry"))
    of = dict(Entry.objects.filter(pk__in=[row.entry for row in rows]).values_list("pk", "stream"))
    return [
        Undelivered(of[row.entry].partition("/")[2], row.fault or "—", row.tries) for row in rows
    ]


def files() -> list[Stuck]:
    """Files that petitions name and the vault does not hold whole: each is read and hashed."""
    named: dict[str, str] = {}
    for id, held in Petition.objects.exclude(files=[]).values_list("id", "files"):
        named |= {one["sha256"]: id for one in held}
    return [
        Stuck(id, key, "admin", {"sha256": sha256})
        for sha256, id in named.items()
        if (key := _fault(sha256))
    ]


def named_files() -> set[str]:
    """The SHA-256 of every file any filing ever named: those of a filing put right since, too."""
    kinds = (acts.PetitionFiled, acts.PetitionCorrected)
    bodies = Entry.objects.filter(kind__in=[kind_of(one) for one in kinds])
    return {
        file["sha256"]
        for body in bodies.values_list("body", flat=True).iterator(chunk_size=2000)
        for file in msgspec.json.decode(body)["act"].get("files", ())
    }


def _fault(sha256: str) -> str:
    try:
        vault.open(sha256).close()
    except vault.NotKept:
        return "no_file"
    except vault.Changed:
        return "changed_file"
    return ""
