"""Deeds of the Court and the Council: a decision is adopted; a duty that follows from it is met."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from atazan.docket.acts import Number
from atazan.journal.acts import Act, Names, Slug, WrittenDay
from atazan.law.event import SpanWords
from atazan.rules.text import Text


class Applicant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who applied. Private persons are never named: `type` is citizen, president, court, …"""

    type: str
    name: Text | None = None
    person: Slug | None = None


class Holding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was held of provisions of one work. `outcome` is a code of rules/decisions.yaml.

    `provisions` are eIds or `whole`; `extent` says how far a holding in part reaches, by `scope`:
    to certain words, or insofar as; `reading` is the binding interpretation or the interim rule, in
    our words; `since` the day set by the Court (default: adoption). `span` are the very words that
    fell, where only words did, in each language of the text.
    """

    work: str
    provisions: tuple[str, ...]
    outcome: str
    extent: Text | None = None
    reading: Text | None = None
    since: WrittenDay | None = None
    scope: Literal["words", "insofar"] | None = None
    span: tuple[SpanWords, ...] = ()


class _Decision(Act, frozen=True, kw_only=True):
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


class DecisionAdopted(_Decision, frozen=True, kw_only=True, tag="decision.adopted/1"):
    """A decision as the record tells it: what those who keep the record write down."""


class DecisionPublished(_Decision, frozen=True, kw_only=True, tag="decision.published/1"):
    """A resolution adopted on the platform enters the public record: art. 65(1)(2).

    `done_on` is the day of adoption, `published_on` that of publication; `texts` holds its
    paragraphs by language. Refused unless it says what was adopted, and unless `follow_up_due` is
    the day the rules give (art. 64(4)) or the one the Court set.
    """

    texts: dict[Literal["kk", "ru"], tuple[str, ...]]


class ResolutionAdopted(Act, frozen=True, kw_only=True, tag="resolution.adopted/1"):
    """The Court adopts a normative resolution in the case `id`: art. 57, 58, 25(3).

    One holding a provision; `texts` (private JSON: paragraphs by language) is in Kazakh and Russian
    alike. `asks_measures`: law-making must follow (art. 64(4)); `term` is another last day for it,
    where the Court sets one. Refused unless the votes carry it, the holdings are those the rules of
    the day know, and they stay within what was asked (art. 50(2)).
    """

    private: ClassVar[tuple[str, ...]] = ("texts",)

    id: Number
    decision: Slug
    number: str
    number_kk: str
    title: Text
    subject: Text
    holdings: tuple[Holding, ...]
    texts: str
    constitution: tuple[str, ...] = ()
    asks_measures: Text | None = None
    term: WrittenDay | None = None


class ResolutionPublished(Act, frozen=True, kw_only=True, tag="resolution.published/1"):
    """The resolution in the case `id` is published: art. 65(1)(2)."""

    id: Number


class ResolutionServed(Act, frozen=True, kw_only=True, tag="resolution.served/1"):
    """The resolution is sent to those art. 65(1)(1) names."""

    id: Number


class DutyMet(Act, frozen=True, kw_only=True, tag="decision.duty_met/1"):
    """A body did what a decision asked of it: `decision` is DecisionAdopted.id."""

    decision: Slug
    how: Text
