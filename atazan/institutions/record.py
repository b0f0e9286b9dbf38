"""What deeds about bodies and offices do, and whether the rules of their day allow them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from atazan.institutions.acts import (
    BodyEstablished,
    CandidateProposed,
    ElectionHeld,
    OathTaken,
    OfficeLeft,
    OfficeTaken,
    PersonRegistered,
    PowersResumed,
    PowersSuspended,
    SittingHeld,
    VoteTaken,
)
from atazan.institutions.lawfulness import appointment, proposal, vote
from atazan.institutions.models import (
    Candidacy,
    Election,
    Establishment,
    Oath,
    Person,
    PowersSuspension,
    Sitting,
    Tenure,
    Vote,
)
from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import Amend, Change, Put
from atazan.rules.bodies import bodies, offices
from atazan.rules.book import RulesOnDay
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding


def _person(act: PersonRegistered) -> Iterator[Change]:
    yield Put(Person, act.id, values(act, "names", "variants", "common_usage"))


_TENURE = (
    "person office since seen_first seen_last ongoing acting how by appointed_on consent_by consent"
    " decree"
).split()


def _taken(act: OfficeTaken) -> Iterator[Change]:
    yield Put(Tenure, act.id, values(act, *_TENURE))


def _left(act: OfficeLeft) -> Iterator[Change]:
    row = {"until": act.until, "ended_how": msgspec.to_builtins(act.how), "ended_by": act.by}
    yield Amend(Tenure, act.tenure, {**row, "ongoing": False})


def _proposed(act: CandidateProposed) -> Iterator[Change]:
    row = {**values(act, "person", "office", "done_on", "body"), "by": act.done_by}
    yield Put(Candidacy, act.id, row)


def _sworn(act: OathTaken) -> Iterator[Change]:
    yield Put(Oath, act.id, values(act, "person", "office", "done_on", "before"))


def _suspended(act: PowersSuspended) -> Iterator[Change]:
    row = values(act, "tenure", "office", "cause")
    yield Put(PowersSuspension, act.id, {**row, "since": act.done_on})


def _resumed(act: PowersResumed) -> Iterator[Change]:
    yield Amend(PowersSuspension, act.suspension, {"until": act.done_on})


def _established(act: BodyEstablished) -> Iterator[Change]:
    yield Put(Establishment, act.id, values(act, "body", "title", "done_on"))


def _sitting(act: SittingHeld) -> Iterator[Change]:
    names = ("body", "title", "done_on", "until", "place", "participants", "facts")
    yield Put(Sitting, act.id, values(act, *names))


_VOTE = (
    "sitting body question title done_on carried person office ballot unanimous seats present"
    " in_favour against abstained"
).split()


def _vote(act: VoteTaken) -> Iterator[Change]:
    yield Put(Vote, act.id, values(act, *_VOTE))


def _election(act: ElectionHeld) -> Iterator[Change]:
    yield Put(Election, act.id, values(act, "body", "title", "done_on", "held", "results", "facts"))


def _check_taken(act: OfficeTaken, rules: RulesOnDay) -> Iterator[Finding]:
    office = _known_office(act.office)
    _known_person(act.person)
    if not (act.since or act.seen_first):
        raise BadAct(Problem("institutions.no_day", {"id": act.id}))
    if office.seats == 1 and not act.acting and act.since:
        _check_seat(act)
    yield from appointment(act)


def _check_seat(act: OfficeTaken) -> None:
    """Refuse a second holder of a single seat on days known to be held by another."""
    assert act.since is not None
    since = PartialDay.read(act.since).last
    for other in Tenure.objects.filter(office=act.office, acting=False, since__isnull=False):
        if other.until is None:
            held = other.ongoing and PartialDay.read(other.since).first <= since
        else:
            first, until = PartialDay.read(other.since).last, PartialDay.read(other.until).first
            held = first <= since < until
        if held:
            raise BadAct(
                Problem(
                    "institutions.seat_taken",
                    {"office": act.office, "since": act.since, "other": other.person},
                )
            )


def _check_left(act: OfficeLeft, rules: RulesOnDay) -> Iterator[Finding]:
    _known_office(act.office)
    tenure = Tenure.objects.filter(pk=act.tenure, office=act.office).first()
    if tenure is None:
        raise BadAct(Problem("institutions.no_tenure", {"id": act.tenure, "office": act.office}))
    started = tenure.since or tenure.seen_first
    if started and PartialDay.read(act.until).last <= PartialDay.read(started).first:
        facts = {"id": act.tenure, "since": started, "until": act.until}
        raise BadAct(Problem("institutions.ends_before_start", facts))
    if _known_office(act.office).seats == 1 and tenure.since and not tenure.acting:
        _check_no_successor_inside(act, tenure)
    return iter(())


def _check_no_successor_inside(act: OfficeLeft, tenure: Tenure) -> None:
    first, until = PartialDay.read(str(tenure.since)).last, PartialDay.read(act.until).first
    others = Tenure.objects.filter(office=act.office, acting=False, since__isnull=False)
    for other in others.exclude(pk=act.tenure):
        if first <= PartialDay.read(str(other.since)).last < until:
            facts = {"office": act.office, "since": other.since, "other": tenure.person}
            raise BadAct(Problem("institutions.seat_taken", facts))


def _check_proposed(act: CandidateProposed, rules: RulesOnDay) -> Iterator[Finding]:
    _known_office(act.office)
    _known_person(act.person)
    yield from proposal(act, rules)


def _check_sworn(act: OathTaken, rules: RulesOnDay) -> Iterator[Finding]:
    _known_office(act.office)
    _known_person(act.person)
    return iter(())


def _check_vote(act: VoteTaken, rules: RulesOnDay) -> Iterator[Finding]:
    _known_body(act.body)
    if act.person:
        _known_person(act.person)
    if act.office:
        _known_office(act.office)
    if not Sitting.objects.filter(pk=act.sitting).exists():
        raise BadAct(Problem("institutions.no_sitting", {"id": act.sitting}))
    yield from vote(act, rules)


def _check_body(
    act: SittingHeld | BodyEstablished | ElectionHeld, _: RulesOnDay
) -> Iterator[Finding]:
    _known_body(act.body)
    return iter(())


def _check_suspended(act: PowersSuspended, _: RulesOnDay) -> Iterator[Finding]:
    if not Tenure.objects.filter(pk=act.tenure, office=act.office).exists():
        raise BadAct(Problem("institutions.unknown_tenure", {"tenure": act.tenure}))
    return iter(())


def _known_office(slug: str) -> Any:
    if slug not in offices():
        known = ", ".join(sorted(offices()))
        raise BadAct(Problem("institutions.unknown_office", {"office": slug, "known": known}))
    return offices()[slug]


def _known_body(slug: str) -> None:
    if slug not in bodies():
        raise BadAct(Problem("institutions.unknown_body", {"body": slug}))


def _known_person(slug: str) -> None:
    if not Person.objects.filter(pk=slug).exists():
        raise BadAct(Problem("institutions.unknown_person", {"person": slug}))


DEEDS = [
    Deed(PersonRegistered, stream=lambda act: f"person/{act.id}", rows=_person),
    Deed(OfficeTaken, stream=lambda act: f"office/{act.office}", rows=_taken, check=_check_taken),
    Deed(OfficeLeft, stream=lambda act: f"office/{act.office}", rows=_left, check=_check_left),
    Deed(
        CandidateProposed,
        stream=lambda act: f"office/{act.office}",
        rows=_proposed,
        check=_check_proposed,
    ),
    Deed(OathTaken, stream=lambda act: f"office/{act.office}", rows=_sworn, check=_check_sworn),
    Deed(
        PowersSuspended,
        stream=lambda act: f"office/{act.office}",
        rows=_suspended,
        check=_check_suspended,
    ),
    Deed(PowersResumed, stream=lambda act: f"office/{act.office}", rows=_resumed),
    Deed(
        BodyEstablished,
        stream=lambda act: f"body/{act.body}",
        rows=_established,
        check=_check_body,
    ),
    Deed(SittingHeld, stream=lambda act: f"body/{act.body}", rows=_sitting, check=_check_body),
    Deed(VoteTaken, stream=lambda act: f"body/{act.body}", rows=_vote, check=_check_vote),
    Deed(ElectionHeld, stream=lambda act: f"body/{act.body}", rows=_election, check=_check_body),
]
