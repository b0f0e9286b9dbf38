"""Deeds about sources: a document is described, or read and curated; a reader reports an error."""

from __future__ import annotations

from typing import ClassVar, Literal

from atazan.journal.acts import Act, Names, Slug, WrittenDay
from atazan.rules.text import Text
from atazan.sources.understood.told import Modality
from atazan.words import Lang

How = Literal["recorded", "strengthened", "known"]
"""What became of an accepted proposal: acts were recorded; the document became a further source of
an act that stood already; or the act stood already, with this document among its sources."""

Why = Literal["no_act", "misread", "not_done", "told_twice", "not_ours", "unproven"]
"""Why a proposal was rejected."""


class DocumentDescribed(Act, frozen=True, kw_only=True, tag="document.described/1"):
    """A document that tells of the record: a news item, a report, an official paper.

    `files` are the names it is cited by in `sources`; `published` is None where it carries no day.
    """

    id: Slug
    title: Names
    language: str
    publisher: str | None = None
    published: WrittenDay | None = None
    url: str | None = None
    files: tuple[str, ...] = ()


class DocumentRead(Act, frozen=True, kw_only=True, tag="document.read/1"):
    """A document is read in, for a person to decide what of it enters the record.

    `hash` is the SHA-256 of its original bytes, `place` where they came from, `cited_as` the name
    it will have in `sources`. `repeats` is the document that told the same before. The text is
    sealed: the journal holds its salted digest, the words lie beside it.
    """

    private: ClassVar[tuple[str, ...]] = ("text",)

    id: Slug
    language: Lang
    hash: str
    place: str
    cited_as: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: WrittenDay | None = None
    url: str | None = None
    repeats: Slug | None = None
    rests_on: tuple[str, ...] = ()


class _Told(Act, frozen=True, kw_only=True):
    """What a document is read to tell: docs/reference/reading.md. `tells` is the kind of act,
    `date` when, as far as told; names are in the nominative as the text spells them."""

    id: Slug
    document: Slug
    tells: str
    date: WrittenDay | None = None
    actors: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    office: str | None = None
    counterparts: tuple[str, ...] = ()
    modality: Modality = "done"


class ActProposed(_Told, frozen=True, kw_only=True, tag="act.proposed/1"):
    """The reading of a document proposes an act. `quote` are the words that carry it.

    `start` and `end` are code points of the text as read, `end` exclusive; `sure` is in per cent;
    `known` gives the slug of the register for names that the text itself makes clear.
    """

    quote: str
    start: int
    end: int
    sure: int
    said_by: str | None = None
    pattern: str = ""
    known: dict[str, str] = {}


class ProposalCorrected(_Told, frozen=True, kw_only=True, tag="proposal.corrected/1"):
    """A person reads the words otherwise: what they tell, said anew and whole."""


class ProposalAccepted(Act, frozen=True, kw_only=True, tag="proposal.accepted/1"):
    """A person confirms that the document proves the act; `entries` of the journal hold it."""

    id: Slug
    document: Slug
    how: How
    entries: tuple[int, ...]


class ProposalRejected(Act, frozen=True, kw_only=True, tag="proposal.rejected/1"):
    """A person finds that nothing of it enters the record, and says why."""

    id: Slug
    document: Slug
    reason: Why
    words: str | None = None


class ProposalReopened(Act, frozen=True, kw_only=True, tag="proposal.reopened/1"):
    """A decision about a proposal is taken back; what it recorded is withdrawn or put back."""

    id: Slug
    document: Slug


class MechanismNamed(Act, frozen=True, kw_only=True, tag="mechanism.named/1"):
    """A mechanism of constitutional justice in a document, and where the platform has it.

    `page` is a path of the portal without its language (`offices/ombudsman`); `command` the same
    answer on the command line.
    """

    id: Slug
    document: Slug
    says: Text
    page: str
    command: str | None = None


class ErrorReported(Act, frozen=True, kw_only=True, tag="error.reported/1"):
    """A reader says that a page is wrong. The reader's words and contact are sealed, erasable."""

    private: ClassVar[tuple[str, ...]] = ("says", "contact")

    id: Slug
    page: str
    says: str
    contact: str | None = None


class ErrorAnswered(Act, frozen=True, kw_only=True, tag="error.answered/1"):
    """The keeper of the record answers: what was put right, or why nothing was."""

    id: Slug
    answer: str
