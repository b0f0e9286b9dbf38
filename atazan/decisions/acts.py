"""Deeds of the Court and the Council: a decision is adopted; a duty that follows from it is met."""

from __future__ import annotations

from msgspec import Struct

from atazan.journal.acts import Act, Names, Slug, WrittenDay
from atazan.rules.text import Text


class Applicant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who applied. Private persons are never named: `type` is citizen, president, court, …"""

    type: str
    name: Text | None = None
    person: Slug | None = None


class Holding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was held of provisions of one work. `outcome` is a code of rules/decisions.yaml.

    `provisions` are eIds or `whole`; `extent` says how far a holding in part reaches; `reading` is
    the binding interpretation, in our words; `since` the day set by the Court (default: adoption).
    """

    work: str
    provisions: tuple[str, ...]
    outcome: str
    extent: Text | None = None
    reading: Text | None = None
    since: WrittenDay | None = None


class DecisionAdopted(Act, frozen=True, kw_only=True, tag="decision.adopted/1"):
    """A decision, message or ruling of the body, as far as sources tell it.

    `form` is a code of rules/decisions.yaml; `number` as printed in Russian (88-НП) and `number_kk`
    in Kazakh (88-НҚ). `challenged` lists provisions examined whose holding was not found.
    """

    id: Slug
    body: Slug
    form: str
    subject: Text
    number: str | None = None
    number_kk: str | None = None
    title: Names = {}
    applicant: Applicant | None = None
    question: str | None = None
    outcome: str | None = None
    outcome_note: Text | None = None
    holdings: tuple[Holding, ...] = ()
    challenged: tuple[Holding, ...] = ()
    constitution: tuple[str, ...] = ()
    presiding: Slug | None = None
    rapporteur: Slug | None = None
    composition: tuple[Slug, ...] = ()
    published_on: WrittenDay | None = None
    follow_up: Text | None = None
    follow_up_due: WrittenDay | None = None
    relates_to: tuple[Slug, ...] = ()
    facts: tuple[Text, ...] = ()
    doc_id: str | None = None


class DutyMet(Act, frozen=True, kw_only=True, tag="decision.duty_met/1"):
    """A body did what a decision asked of it: `decision` is DecisionAdopted.id."""

    decision: Slug
    how: Text
