"""What deeds of cooperation do to its register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models

from atazan.cooperation.acts import (
    AgreementSigned,
    AssociationFounded,
    EventHeld,
    MemberAdmitted,
    PartnerRegistered,
    PresidencyTaken,
    ProjectStarted,
    SecretariatSet,
)
from atazan.cooperation.models import (
    Agreement,
    Association,
    Event,
    Member,
    Partner,
    Presidency,
    Project,
    Secretariat,
)
from atazan.journal.acts import Act, values
from atazan.journal.deeds import Deed
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rows import Change, Put
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding

EVENTS = ("congress", "symposium", "conference", "meeting", "seminar", "forum", "visit", "training")


def _put(table: type[models.Model], fields: str, day: str | None = None) -> Callable[[Any], Any]:
    """Rows for a deed whose fields make one row as they are; `day` is the field for done_on."""
    names = fields.split()

    def rows(act: Any) -> Iterator[Change]:
        row = values(act, *names)
        if day:
            row[day] = act.done_on
        yield Put(table, act.id, row)

    return rows


def _check_parties(act: Any, rules: RulesOnDay) -> Iterator[Finding]:
    for party in act.parties:
        if not Partner.objects.filter(pk=party).exists():
            raise BadAct(Problem("cooperation.unknown_party", {"party": party}))
    if isinstance(act, EventHeld) and act.type not in EVENTS:
        facts = {"type": act.type, "known": ", ".join(EVENTS)}
        raise BadAct(Problem("cooperation.unknown_event", facts))
    return iter(())


def _check_association(act: Any, rules: RulesOnDay) -> Iterator[Finding]:
    if not Association.objects.filter(pk=act.association).exists():
        raise BadAct(Problem("cooperation.unknown_association", {"id": act.association}))
    return iter(())


def _of(prefix: str) -> Callable[[Any], str]:
    return lambda act: f"{prefix}/{act.id}"


def _association(act: MemberAdmitted | PresidencyTaken | SecretariatSet) -> str:
    return f"association/{act.association}"


_MEMBER = "association country institution standing how ended"
_PRESIDENCY = "association institution since until elected how head"
_EVENT = "type title until place association number host parties people facts"
_AGREEMENT = "type title until parties place signed_by commitments facts"
_PROJECT = "type title since until parties budget facts"

DEEDS: list[Deed[Act]] = [
    Deed(AssociationFounded, _of("association"), _put(Association, "names short place", "founded")),
    Deed(MemberAdmitted, _association, _put(Member, _MEMBER, "since"), _check_association),
    Deed(PresidencyTaken, _association, _put(Presidency, _PRESIDENCY), _check_association),
    Deed(
        SecretariatSet,
        _association,
        _put(Secretariat, "association names institution seat tasks", "since"),
        _check_association,
    ),
    Deed(EventHeld, _of("event"), _put(Event, _EVENT, "done_on"), _check_parties),
    Deed(PartnerRegistered, _of("partner"), _put(Partner, "type names common_usage")),
    Deed(AgreementSigned, _of("agreement"), _put(Agreement, _AGREEMENT, "done_on"), _check_parties),
    Deed(ProjectStarted, _of("project"), _put(Project, _PROJECT), _check_parties),
]
