"""Deeds about bodies, offices and persons: taken, left; sittings held and votes taken."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from atazan.journal.acts import Act, Names, Slug, WrittenDay
from atazan.rules.text import Text


class PersonRegistered(Act, frozen=True, kw_only=True, tag="person.registered/1"):
    """A person of the record, with the name in each language whose form was found.

    A name is written surname first ("Азимова Эльвира Әбілқасымқызы"); `variants` are spellings met
    in sources; `common_usage` lists the languages whose form no cited source prints.
    """

    id: Slug
    names: Names
    variants: tuple[str, ...] = ()
    common_usage: tuple[str, ...] = ()


class OfficeTaken(Act, frozen=True, kw_only=True, tag="office.taken/1"):
    """A person takes an office.

    `since` is the first day in office, as far as known; without it `seen_first` and `seen_last` are
    days on which sources show the person in office. `by` is the office or body that appointed or
    elected, `consent_by` the body that consented, `consent` the vote that shows it. `ongoing` says
    that the last source seen still shows the person in office.
    Recording raises BadAct where the office is unknown, or where a seat that one person holds is
    held by another on the same days.
    """

    id: Slug
    person: Slug
    office: Slug
    since: WrittenDay | None = None
    seen_first: WrittenDay | None = None
    seen_last: WrittenDay | None = None
    ongoing: bool = False
    acting: bool = False
    how: Text | None = None
    by: Slug | None = None
    appointed_on: WrittenDay | None = None
    consent_by: Slug | None = None
    consent: Slug | None = None
    decree: str | None = None


class OfficeLeft(Act, frozen=True, kw_only=True, tag="office.left/1"):
    """The holder leaves: `until` is the first day out of office, `tenure` is OfficeTaken.id."""

    tenure: Slug
    office: Slug
    until: WrittenDay
    how: Text | None = None
    by: Slug | None = None


class CandidateProposed(Act, frozen=True, kw_only=True, tag="candidate.proposed/1"):
    """A person is proposed for an office: `done_by` proposes; `body` is asked
    to consent, to elect or to appoint.

    Who proposes whom: rules/offices.yaml, `nominated_by` and `consent_of` of office.*.appointment.
    Recording raises BadAct where the office or the person is unknown.
    """

    id: Slug
    person: Slug
    office: Slug
    body: Slug | None = None


class OathTaken(Act, frozen=True, kw_only=True, tag="oath.taken/1"):
    """A person takes the oath of an office; `before` is the organ or office that takes it.

    Judges of the Court: article 7 of the law on the Court; rules/offices.yaml, office.*.oath.
    Recording raises BadAct where the office or the person is unknown.
    """

    id: Slug
    person: Slug
    office: Slug
    before: Slug | None = None


class PowersSuspended(Act, frozen=True, kw_only=True, tag="powers.suspended/1"):
    """A judge's powers are suspended from this day: article 8 of the law on the Court.

    `tenure` is OfficeTaken.id. A suspended judge may not sit and is not counted in the quorum.
    """

    id: Slug
    tenure: Slug
    office: Slug
    cause: Literal["health", "consent_to_prosecution", "missing"]


class PowersResumed(Act, frozen=True, kw_only=True, tag="powers.resumed/1"):
    """The powers are resumed: this day the judge may sit again. `suspension` is its id."""

    suspension: Slug
    office: Slug


class BodyEstablished(Act, frozen=True, kw_only=True, tag="body.established/1"):
    """A body comes to be."""

    id: Slug
    body: Slug
    title: Text


class Participant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone who took part, and as what."""

    person: Slug | None = None
    name: str | None = None
    role: Text | None = None


class SittingHeld(Act, frozen=True, kw_only=True, tag="sitting.held/1"):
    """A body sits, meets, or is visited: who took part and what was said, in our words."""

    id: Slug
    body: Slug
    title: Text
    place: Text | None = None
    until: WrittenDay | None = None
    participants: tuple[Participant, ...] = ()
    facts: tuple[Text, ...] = ()


class VoteTaken(Act, frozen=True, kw_only=True, tag="vote.taken/1"):
    """A body votes at a sitting on one question.

    `question` is a code of the voting rules; counts are persons, None where not disclosed.
    """

    id: Slug
    sitting: Slug
    body: Slug
    question: str
    title: Text
    carried: bool
    person: Slug | None = None
    office: Slug | None = None
    ballot: str | None = None
    unanimous: bool | None = None
    seats: int | None = None
    present: int | None = None
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None


class ElectionHeld(Act, frozen=True, kw_only=True, tag="election.held/1"):
    """An election is held. Shares are per cent of those who took part, as published, as text."""

    id: Slug
    body: Slug
    title: Text
    held: bool = True
    results: dict[str, str] = {}
    facts: tuple[Text, ...] = ()
