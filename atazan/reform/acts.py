"""Deeds of reform: referendums called, held and decided; drafts; measures; duties of transition."""

from __future__ import annotations

from atazan.journal.acts import Act, Slug, WrittenDay
from atazan.rules.text import Text


class ReferendumCalled(Act, frozen=True, kw_only=True, tag="referendum.called/1"):
    """A referendum is called for a day. `question` as put, in our words; `decree` its number."""

    id: Slug
    question: Text
    about_constitution: bool
    vote_on: WrittenDay
    decree: str | None = None


class ReferendumHeld(Act, frozen=True, kw_only=True, tag="referendum.held/1"):
    """The vote takes place. Counts are persons; what was not found is None.

    `regions` are units of the country with what was published of each (`turnout`: per cent as text;
    `in_favour`, `against`: persons).
    """

    id: Slug
    electorate: int | None = None
    voted: int | None = None
    in_favour: int | None = None
    against: int | None = None
    invalid: int | None = None
    not_counted: int | None = None
    turnout: str | None = None
    in_favour_share: str | None = None
    regions_in_favour: int | None = None
    regions_total: int | None = None
    regions: dict[str, dict[str, str]] = {}
    facts: tuple[Text, ...] = ()


class ReferendumDecided(Act, frozen=True, kw_only=True, tag="referendum.decided/1"):
    """The commission declares the result."""

    id: Slug
    adopted: bool
    outcome: Text


class DraftPublished(Act, frozen=True, kw_only=True, tag="draft.published/1"):
    """A draft constitution or amendment moves a step (`step`: our words)."""

    id: Slug
    draft: Slug
    step: Text
    facts: tuple[Text, ...] = ()


class DutySet(Act, frozen=True, kw_only=True, tag="duty.set/1"):
    """A new constitution sets a duty; `rule` of rules/transition.yaml states it."""

    id: Slug
    rule: str


class DutyMet(Act, frozen=True, kw_only=True, tag="duty.met/1"):
    """The duty is met on `done_on`."""

    id: Slug
    how: Text


class MeasureAnnounced(Act, frozen=True, kw_only=True, tag="measure.announced/1"):
    """A measure of a reform: announced, under way or in force (`state`), in a named programme."""

    id: Slug
    title: Text
    programme: Text | None = None
    state: str = "announced"
    area: str = "judiciary"
    rule: str | None = None
    facts: tuple[Text, ...] = ()
