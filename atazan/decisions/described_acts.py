"""Deeds of those who describe decisions for readers: positions, summaries, index, précis, texts.

What the Court said stays in its text; these acts say it shortly, each with who wrote it
(`author`) and the day it was written (`done_on`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from atazan.journal.acts import Act, Slug
from atazan.rules.text import Text

Anchor = Annotated[str, Meta(pattern=r"^p-[1-9][0-9]{0,3}$")]
"""A paragraph of a decision's text, from the first: `p-12`. It never moves."""

Place = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]*#[a-z0-9_]+$")]
"""A provision with its work: `const-2026#art_31`."""

ThesaurusCode = Annotated[str, Meta(pattern=r"^[1-5](\.[1-9][0-9]?){0,5}$")]
"""A code of the Systematic Thesaurus as printed: `5.3.13.3`."""


class Language(StrEnum):
    """A language of the platform."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class Treatment(StrEnum):
    """What a later decision did with a legal position."""

    FOLLOWED = "followed"  # applied as it stands
    DISTINGUISHED = "distinguished"  # left as it is, held not to reach this case
    CHANGED = "changed"  # departed from: another position holds from then on


class PositionStated(Act, frozen=True, kw_only=True, tag="position.stated/1"):
    """A legal position of `decision`, said shortly in our words; it counts from the decision's day.

    `paragraphs` are those of its text that say it (`p-12`); `provisions` (`work#eId`) and
    `concepts` (ids of the thesaurus) are what it concerns. Refused where one cannot be found.
    """

    id: Slug
    decision: Slug
    says: Text
    paragraphs: tuple[Anchor, ...] = ()
    provisions: tuple[Place, ...] = ()
    concepts: tuple[Slug, ...] = ()
    author: Text | None = None


class PositionTreated(Act, frozen=True, kw_only=True, tag="position.treated/1"):
    """A later `decision` followed, distinguished or changed the `position` of an earlier one.

    `paragraphs` of the later text say so; `why` in our words. Refused where the position is not on
    record, is the decision's own, or the decision is not later.
    """

    decision: Slug
    position: Slug
    treatment: Treatment
    why: Text
    paragraphs: tuple[Anchor, ...] = ()
    author: Text | None = None


class DecisionSummarised(Act, frozen=True, kw_only=True, tag="decision.summarised/1"):
    """A person tells in plain words what was decided; a later summary takes its place.

    Refused without the day it was written.
    """

    decision: Slug
    summary: Text
    author: Text


class DecisionIndexed(Act, frozen=True, kw_only=True, tag="decision.indexed/1"):
    """A decision is indexed; a later indexing takes its place.

    `codes` are of the Systematic Thesaurus in the version `thesaurus` (`22`); `concepts` are ids
    of our own. `keywords` are parted by semicolons. Refused without the day, with codes but no
    version, or with a concept that is not known.
    """

    decision: Slug
    codes: tuple[ThesaurusCode, ...] = ()
    thesaurus: Annotated[str, Meta(pattern=r"^[0-9]{1,3}$")] | None = None
    concepts: tuple[Slug, ...] = ()
    keywords: Text | None = None
    author: Text | None = None


class PrecisWritten(Act, frozen=True, kw_only=True, tag="precis.written/1"):
    """The précis of a decision for CODICES in one language; a later one takes its place.

    The blocks of the Bulletin: `headnotes` (rules, no facts), then the summary: `facts`,
    `reasoning`, `supplementary`; a string a paragraph. Refused without the day.
    """

    decision: Slug
    language: Language
    headnotes: tuple[str, ...]
    facts: tuple[str, ...]
    reasoning: tuple[str, ...]
    author: Text
    supplementary: tuple[str, ...] = ()


class DecisionTextRecorded(Act, frozen=True, kw_only=True, tag="decision.text_recorded/1"):
    """The text of a decision made outside the platform, a string a paragraph, with its source.

    The languages given stand paragraph by paragraph; what one of them lacks is written «—».
    Refused without a source, with unequal texts, or where a text is held in that language.
    """

    decision: Slug
    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
