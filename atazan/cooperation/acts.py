"""Deeds of cooperation: associations and members, presidencies, meetings, agreements, projects."""

from __future__ import annotations

from atazan.journal.acts import Act, Names, Slug, WrittenDay
from atazan.rules.text import Text


class AssociationFounded(Act, frozen=True, kw_only=True, tag="association.founded/1"):
    """An association of courts is founded."""

    id: Slug
    names: Text
    short: Text
    place: Text | None = None


class MemberAdmitted(Act, frozen=True, kw_only=True, tag="member.admitted/1"):
    """An institution is a member or observer of an association (`standing`) from `done_on`.

    `ended` is the first day it no longer was.
    """

    id: Slug
    association: Slug
    country: Text
    institution: Text
    standing: str = "member"
    how: Text | None = None
    ended: WrittenDay | None = None


class PresidencyTaken(Act, frozen=True, kw_only=True, tag="presidency.taken/1"):
    """An institution takes the chair of an association: `since` counts, `until` does not."""

    id: Slug
    association: Slug
    institution: Text
    since: WrittenDay | None = None
    until: WrittenDay | None = None
    elected: WrittenDay | None = None
    how: Text | None = None
    head: Slug | None = None


class SecretariatSet(Act, frozen=True, kw_only=True, tag="secretariat.set/1"):
    """An association sets up a secretariat."""

    id: Slug
    association: Slug
    names: Text
    institution: Text
    seat: Text
    tasks: tuple[Text, ...] = ()


class EventHeld(Act, frozen=True, kw_only=True, tag="event.held/1"):
    """A congress, symposium, conference, meeting, seminar, forum or visit (`type`)."""

    id: Slug
    type: str
    title: Text
    until: WrittenDay | None = None
    place: Text | None = None
    association: Slug | None = None
    number: int | None = None
    host: Text | None = None
    parties: tuple[Slug, ...] = ()
    people: tuple[Names, ...] = ()
    facts: tuple[Text, ...] = ()


class PartnerRegistered(Act, frozen=True, kw_only=True, tag="partner.registered/1"):
    """A counterpart: an organisation, a court or a state body, ours or foreign."""

    id: Slug
    type: str
    names: Text
    common_usage: tuple[str, ...] = ()


class AgreementSigned(Act, frozen=True, kw_only=True, tag="agreement.signed/1"):
    """A memorandum or an agreement is signed. `parties` are partners; words are ours."""

    id: Slug
    type: str
    title: Text
    parties: tuple[Slug, ...]
    place: Text | None = None
    signed_by: tuple[Names, ...] = ()
    commitments: tuple[Text, ...] = ()
    facts: tuple[Text, ...] = ()
    until: WrittenDay | None = None


class ProjectStarted(Act, frozen=True, kw_only=True, tag="project.started/1"):
    """A project, programme or assistance: `since` counts, `until` does not; budget as published."""

    id: Slug
    type: str
    title: Text
    parties: tuple[Slug, ...]
    since: WrittenDay | None = None
    until: WrittenDay | None = None
    budget: str | None = None
    facts: tuple[Text, ...] = ()
