"""The bench beside a case: who may sit, who may not and why, and what a session needs that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from atazan.docket import voting
from atazan.docket.desk.choices import Seat, seats
from atazan.docket.models import Petition
from atazan.docket.sight import Shown
from atazan.institutions.bench import bench
from atazan.rules.book import rules
from atazan.rules.finding import Finding
from atazan.rules.votes import BadTally


class Ballot(Struct, frozen=True):
    """The vote as it stands: each voter, whether the vote is in, and how for those who may know."""

    round: int
    seats: tuple[tuple[Any, bool, str], ...]
    voted: int
    total: int


class Sheet(Struct, frozen=True):
    """The bench of a day for one case, and whether it is enough for a session of the Court."""

    day: date
    seats: tuple[Seat, ...]
    vacant: int
    total: int
    able: int
    plenary: Finding | None


def sheet(row: Petition, day: date) -> Sheet:
    """The bench of the day as this case finds it."""
    sat = bench(day)
    found = seats(row.id, day)
    able = sum(not one.why for one in found)
    law = rules().on(day)
    try:
        enough = voting.enough("plenary", "hearing", able, sat, law)
    except BadTally:
        enough = None
    return Sheet(day, tuple(found), sat.vacant, sat.seats, able, enough)


def ballot(row: Petition, shown: Shown, names: dict[str, Any]) -> Ballot | None:
    """Who has voted, for those who see the ballot; how, for those who took part in the vote."""
    now = shown.ballot
    if now is None or not now.voters:
        return None
    how = shown.votes or {}
    told = tuple(
        (names.get(one, {"en": one}), one in now.voted, how.get(one, "")) for one in now.voters
    )
    return Ballot(now.round, told, len(now.voted), len(now.voters))


def session(row: Petition, shown: Shown, names: dict[str, Any]) -> dict[str, Any] | None:
    """The session that is on, and what it needs under the rules of its day."""
    told = shown["session"]
    if not told or row.step not in ("admission_session", "in_session", "adjourned", "deliberation"):
        return None
    day = date.fromisoformat(told["sits_on"])
    sitting = [(names.get(one, {"en": one}), one == told["presiding"]) for one in told["judges"]]
    return {**told, "day": day, "sitting": sitting, "needs": list(_needs(row, told, day))}


def _needs(row: Petition, told: dict[str, Any], day: date) -> Iterator[Finding]:
    able = [one for one in told["judges"] if not voting.sits((one,), row.id, day)]
    try:
        law = rules().on(day)
        yield voting.enough(told["form"], told["purpose"], len(able), bench(day), law)
    except BadTally:
        return
