"""Random walks over the docket: whatever is tried, what stands on record is whole and leads on."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from django.db import transaction

from atazan.decisions.acts import ResolutionServed
from atazan.decisions.publish import publish
from atazan.docket import acts, voting, watch
from atazan.docket.models import Petition
from atazan.docket.steps import FINAL
from atazan.institutions.bench import bench
from atazan.journal.chain import START, digest
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.models import Entry, Head, Stream
from atazan.journal.problems import BadAct, NotPermitted
from atazan.journal.record import By, carried, changes, record, version_of
from atazan.journal.replay import replay
from atazan.journal.rights import rights
from atazan.journal.rows import Tables, as_stored
from atazan.journal.verify import verify
from atazan.rules.votes import BadTally, NoQuorum
from tests.docket_deeds import KINDS, able, deed, suspend
from tests.docket_way import Way, at, by, in_person

pytestmark = pytest.mark.django_db
DEEDS = 25
STARTS = {
    "2023": (date(2023, 3, 1), range(0, 12)),
    "2026": (date(2026, 7, 2), range(8, 16)),
    "across 1 July 2026": (date(2026, 5, 20), range(16, 24)),
}
TABLE = [right for right in rights().rights if right.stream == "petition"]


BEGINNINGS: list[Callable[[Way], Way]] = [
    lambda way: way,
    lambda way: way.registered().studied(),
    lambda way: way.registered().studied().before_three(),
    lambda way: way.admitted(),
    lambda way: way.admitted().in_session(),
    lambda way: way.admitted().in_session("plenary", 10),
    lambda way: way.admitted().in_session().retired(),
    lambda way: way.admitted().in_session("plenary", 9).retired(),
]
"""How far a petition has come when a walk begins."""


OF_THE_BENCH = {"no_judge", "no_rapporteur", "no_sitting_judge"}
"""What the watch may tell of a walk: a judge named was suspended or recused on the way."""


class Walker:
    """Tries deeds on one petition; `tried` is the way it went, for whoever reads a failure."""

    def __init__(self, seed: int, start: date) -> None:
        self.dice = random.Random(seed)
        self.way = BEGINNINGS[seed % len(BEGINNINGS)](Way(start))
        self.stream = f"petition/{self.way.id}"
        self.tried: list[str] = []
        self.known: tuple[int, Petition] | None = None
        self.mood = (
            "against" if seed % len(BEGINNINGS) == 2 else self.dice.choice(["for", "against"])
        )
        self.tables, self.applied, self.head = Tables(), 0, START

    @property
    def row(self) -> Petition:
        """The petition as it stands; read once until something is recorded."""
        seen = version_of(self.stream)
        if self.known is None or self.known[0] != seen:
            self.known = (seen, self.way.row)
        return self.known[1]

    def pick(self, choices: Sequence[Any]) -> Any:
        """Mostly what the law would have."""
        return choices[0] if self.dice.random() < 0.85 else self.dice.choice(choices)

    def try_one(self) -> bool:
        """One deed of somebody on some day; whether it was recorded."""
        kind, who = self._kind_and_role()
        day = self.way.day + timedelta(days=self.dice.choice([0, 0, 0, 1, 1, 2, 9, 30]))
        wild = self.dice.random()
        told = day - timedelta(days=40) if wild < 0.03 else day
        seen = version_of(self.stream)
        act, who = in_person(deed(kind, self.way.id, told, who.person, self.pick), who)
        if isinstance(act, acts.VoteCast) and act.vote == "for":
            act = msgspec.structs.replace(act, vote=self.mood)
        try:
            record(act, by=who, at=at(day), seen=seen)
        except (NotPermitted, BadAct) as no:
            self.tried.append(f"{day} {who.role} {kind}: no: {no}")
            return False
        self.tried.append(f"{day} {who.role} {kind}: yes")
        self.way.day = day
        return True

    def _kind_and_role(self) -> tuple[str, By]:
        state = self.row.step
        listed = [one for one in TABLE if state in one.states and self._tempts(one.to)]
        if not listed or self.dice.random() < 0.15:
            kind = self.dice.choice([one for one in KINDS if one != "petition.filed/1"])
            role = self.dice.choice(list(rights().roles))
        else:
            one = self.dice.choice(listed)
            kind, role = one.act, one.role
        return kind, self._somebody(role)

    def _tempts(self, to: str) -> bool:
        """An end is tried now and then only, or every walk would be a short one."""
        return to not in FINAL or self.dice.random() < 0.15

    def _somebody(self, role: str) -> By:
        if role in ("citizen", "representative"):
            return By(self.pick(["a-citizen", "a-stranger"]), role)
        if role != "judge":
            return by(role)
        row = self.row
        voters = voting.ballot(row).waiting if row.session else ()
        judges = [*voters, *row.judges, *able(row, self.way.day)]
        last = bench(self.way.day).chair
        judges = [one for one in judges if one != last] + [str(last)]
        return by("judge", self.dice.choice(judges[: 1 + len(voters)] if voters else judges))

    def suspend_somebody(self) -> None:
        """A judge of the session loses the powers in the middle of it."""
        here = [one for one in (self.row.session or {}).get("judges", ())]
        on = [one for one in here if one in bench(self.way.day).able]
        others = [one for one in on if one != bench(self.way.day).chair]
        if others:
            judge = self.dice.choice(others)
            suspend(judge, self.way.day)
            self.tried.append(f"{self.way.day} {judge} suspended")

    def lead_home(self) -> None:
        """Take lawful steps until the petition ends. Fails where none of them can be recorded."""
        for _ in range(60):
            if self.row.step in FINAL:
                return
            self.tried.append(f"{self.way.day} home from {self.row.step}")
            self._lawful()
        raise AssertionError(f"'{self.row.step}' has no end")

    def _do(self, kind: str, role: str, done_by: str | None = None, **told: Any) -> None:
        self.way.adapt(kind)
        act = deed(kind, self.way.id, self.way.day, done_by, **told)
        act, who = in_person(act, by(role, done_by) if role == "judge" else by(role))
        record(act, by=who, at=at(self.way.day), seen=version_of(self.stream))

    def _lawful(self) -> None:
        row = self.row
        if row.session and row.step in ("admission_session", "in_session", "deliberation"):
            self.way.day = max(self.way.day, date.fromisoformat(row.session["sits_on"]))
        getattr(self, f"_from_{row.step}")(row)

    def _from_lodged(self, row: Petition) -> None:
        self._do("petition.registered/1", "registry")

    def _from_returned(self, row: Petition) -> None:
        self._do("petition.corrected/1", "registry")

    def _from_registered(self, row: Petition) -> None:
        self._do("petition.assigned/1", "chair")

    def _from_under_study(self, row: Petition) -> None:
        here = [one for one in row.judges if one in able(row, self.way.day)]
        if row.report:
            self._do("admission.convened/1", "chair")
        elif here:
            self._do("study.reported/1", "judge", here[0])
        else:
            self._do("petition.assigned/1", "chair")

    def _from_admission_session(self, row: Petition) -> None:
        ends = {"adopted": "petition.admitted/1", "not_adopted": "petition.refused/1"}
        self._vote(row, ends, "admission.convened/1")

    def _from_admitted(self, row: Petition) -> None:
        if row.rapporteurs:
            self._do("hearing.convened/1", "chair")
        else:
            self._do("rapporteur.appointed/1", "chair")

    def _from_suspended(self, row: Petition) -> None:
        self.way.day += timedelta(days=1)
        self._do("proceedings.resumed/1", "chair")

    def _from_in_session(self, row: Petition) -> None:
        here = set(row.session["judges"]) & set(able(row, self.way.day))
        whole = len(here) == len(row.session["judges"])
        self._do("judges.retired/1" if whole else "hearing.convened/1", "chair")

    def _from_adjourned(self, row: Petition) -> None:
        self._do("session.resumed/1", "secretary")

    def _from_deliberation(self, row: Petition) -> None:
        ends = {"adopted": "resolution.adopted/1", "full_session": "petition.to_plenary/1"}
        self._vote(row, ends, "vote.reopened/1")

    def _vote(self, row: Petition, ends: dict[str, str], again: str) -> None:
        day, chair = self.way.day, bench(self.way.day).chair
        now = voting.ballot(row)
        lost = set(now.voters) - set(able(row, day))
        if lost:
            self._go_on_without(row, again, tuple(set(now.voters) - lost))
        elif now.waiting:
            judge = sorted(now.waiting, key=lambda one: one == chair)[0]
            vote = self.mood if row.step == "admission_session" else "for"
            self._do("vote.cast/1", "judge", judge, vote=vote)
        else:
            found = self._outcome(row, day)
            if found in ends:
                self._do(ends[found], "chair")
            else:
                cause = "tie" if found == "repeat_vote" else "new_draft"
                self._do("vote.reopened/1", "chair", cause=cause)

    def _go_on_without(self, row: Petition, again: str, remain: tuple[str, ...]) -> None:
        if again == "admission.convened/1":
            self._do(again, "chair")
        elif row.session["form"] == "plenary" and len(remain) >= 8:
            self._do(again, "chair", cause="composition", present=remain)
        else:
            self._do("petition.to_plenary/1", "chair", cause="composition")

    def _outcome(self, row: Petition, day: date) -> str:
        try:
            found = voting.count(row, day)
        except (NoQuorum, BadTally) as no:
            return str(no)
        return "open" if found is None else found.id.removeprefix("vote.")

    def _from_decided(self, row: Petition) -> None:
        seen = version_of(self.stream)
        publish(str(row.decision), by=by("publisher"), at=at(self.way.day), seen=seen)

    def _from_published(self, row: Petition) -> None:
        served = ResolutionServed(id=row.id, done_on=self.way.day.isoformat())
        seen = version_of(self.stream)
        record(served, by=by("secretary"), at=at(self.way.day), seen=seen)
        self._do("petition.closed/1", "registry")


TOUCHED: set[Any] = {Petition}
"""Tables that a walk has written to so far; the last test looks at all there are."""


def stored(stream: str) -> dict[tuple[str, str], Any]:
    """The rows of a stream in the registers."""
    found = {}
    for table in TOUCHED:
        rows = table._default_manager.filter(stream=stream)
        names = [field.attname for field in table._meta.concrete_fields]
        for row in rows.values_list("pk", *names):
            found[table.__name__, row[0]] = row[1:]
    return found


def rebuilt(walker: Walker) -> dict[tuple[str, str], Any]:
    """The same rows as its entries say, those applied before kept; the chain checked on the way."""
    stream = Stream.objects.get(pk=walker.stream)
    new = Entry.objects.filter(stream=stream.pk, version__gt=walker.applied).order_by("version")
    for entry in new:
        assert (entry.version, entry.previous) == (walker.applied + 1, walker.head)
        assert digest(entry.body.encode()) == entry.hash
        written = msgspec.json.decode(entry.body)
        act = read_act(written["act"])
        rows = changes(deed_of(act.kind), act, entry.number, written["flags"])
        walker.tables.apply(rows, carried(act, stream.pk, entry.number))
        walker.head, walker.applied = entry.hash, entry.version
    assert (stream.head, stream.version) == (walker.head, walker.applied)
    TOUCHED.update(walker.tables.rows)
    return {
        (table.__name__, id): as_stored(table, row)
        for table, rows in walker.tables.rows.items()
        for id, row in rows.items()
    }


def look(walker: Walker) -> dict[tuple[str, str], Any]:
    """What holds after every deed; the rows as they stand."""
    assert walker.row.step == Stream.objects.get(pk=walker.stream).state
    said = rebuilt(walker)
    assert stored(walker.stream) == said
    return said


@pytest.mark.parametrize("law", STARTS)
def test_whatever_is_tried_the_record_stays_whole_and_every_way_has_an_end(law: str) -> None:
    start, seeds = STARTS[law]
    reached: set[str] = set()
    Way(start).admitted()  # a case that others may be joined to
    for seed in seeds:
        walker = None
        try:
            with transaction.atomic():
                walker = Walker(seed, start)
                _walk(walker, reached)
                transaction.set_rollback(True)
        except Exception as wrong:
            went = "\n".join(walker.tried) if walker else ""
            raise AssertionError(f"walk {seed}:\n{went}") from wrong
    assert {"admitted", "in_session", "deliberation", "refused", "closed"} <= reached


def _walk(walker: Walker, reached: set[str]) -> None:
    here = look(walker)
    for _ in range(DEEDS):
        if walker.dice.random() < 0.04:
            walker.suspend_somebody()
        size = Head.objects.get().size
        if walker.try_one():
            here = look(walker)
        else:
            assert stored(walker.stream) == here
            assert Head.objects.get().size == size
        reached.add(walker.row.step)
        if walker.row.step in FINAL and walker.dice.random() < 0.4:
            break
    assert {one.key for one in watch.stuck(walker.way.day)} <= OF_THE_BENCH
    walker.lead_home()
    look(walker)
    reached.add(walker.row.step)


def test_the_whole_journal_verifies_and_replays_after_a_walk() -> None:
    for seed in range(3):
        walker = Walker(seed, date(2026, 8, 3))
        for _ in range(DEEDS):
            walker.try_one()
        walker.lead_home()

    assert verify().breaks == ()
    assert replay().differences == ()
