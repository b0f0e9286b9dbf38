"""What a proposal would become: acts of the rooms concerned, as forms filled in as far as known."""

from __future__ import annotations

from collections.abc import Callable

from atazan.sources.curated.register import Register, Told
from atazan.sources.curated.targets import lawmaking, offices, together
from atazan.sources.curated.targets.wanted import Wanted
from atazan.sources.understood.told import Kind

Make = Callable[[Told, Register], list[Wanted]]


def elect(told: Told, register: Register) -> list[Wanted]:
    """A person is elected to an office, or an institution to the chair of an association."""
    if together.is_presidency(told, register):
        return together.preside(told, register)
    return offices.appoint(told, register)


TARGETS: dict[Kind, Make] = {
    Kind.APPOINT: offices.appoint,
    Kind.ELECT: elect,
    Kind.RELEASE: offices.release,
    Kind.NOMINATE: offices.nominate,
    Kind.CONSENT: offices.consent,
    Kind.OATH: offices.oath,
    Kind.SIGN_AGREEMENT: together.sign_agreement,
    Kind.HOLD_MEETING: together.hold_meeting,
    Kind.CALL_REFERENDUM: lawmaking.call_referendum,
    Kind.HOLD_REFERENDUM: lawmaking.hold_referendum,
    Kind.DECLARE_RESULT: lawmaking.declare_result,
    Kind.ADOPT_LAW: lawmaking.adopt_law,
    Kind.AMEND_LAW: lawmaking.amend_law,
    Kind.PUBLISH_DRAFT: lawmaking.publish_draft,
    Kind.DECIDE_CASE: lawmaking.decide_case,
    Kind.ADMIT_MEMBER: together.admit_member,
    Kind.HOLD_CONGRESS: together.hold_congress,
    Kind.PROJECT: together.project,
}


def target(told: Told, register: Register) -> list[Wanted]:
    """The acts a proposal would become, in the order they would be recorded."""
    return TARGETS[Kind(told.row.tells)](told, register)
