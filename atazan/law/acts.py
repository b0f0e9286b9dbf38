"""Deeds of the lawmaker about the law: adopted, changed; what one provision says of another."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from atazan.journal.acts import Act, Confidence, Slug, WrittenDay
from atazan.law.event import SpanWords
from atazan.rules.text import Lang, Text

WholeDay = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class LawAdopted(Act, frozen=True, kw_only=True, tag="law.adopted/1"):
    """A constitution, law or decree is adopted. `work` is its id in works.yaml, if it has one.

    `in_force_from` counts. `amends` are the works it changes.
    """

    id: Slug
    title: Text
    work: str | None = None
    number: str | None = None
    in_force_from: WrittenDay | None = None
    amends: tuple[str, ...] = ()
    facts: tuple[Text, ...] = ()


class ProvisionChanged(Act, frozen=True, kw_only=True, tag="provision.changed/1"):
    """The lawmaker changes a provision: inserted, amended, repealed, commenced, renumbered.

    `since` is the first day of the change; `by` is the work that makes it.
    """

    id: Slug
    work: str
    provision: str
    effect: str
    since: WrittenDay
    by: str
    says: Text | None = None


class Interval(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Days on which an effect holds: `since` counts, `until` does not; `extent`: only as far as."""

    since: WrittenDay
    until: WrittenDay | None = None
    extent: Text | None = None


class ProvisionAffected(Act, frozen=True, kw_only=True, tag="provision.changed/2"):
    """Something befalls a provision by a work (`by`) or by a decision: as in /1, or suspended,
    declared void from a day on, replaced by an interim rule.

    `since` is the first day, `until` the first on which it holds no longer; `intervals` where it
    holds over several, or on each only so far. `extent` says how far it reaches, `span` which words
    alone it touches, `lang` in which one language of the text. `says` is what binds meanwhile.
    Recording raises BadAct: an unknown effect, no source or two, days that do not follow.
    """

    id: Slug
    work: str
    provision: str
    effect: str
    since: WrittenDay
    until: WrittenDay | None = None
    by: str | None = None
    decision: Slug | None = None
    lang: Lang | None = None
    extent: Text | None = None
    span: tuple[SpanWords, ...] = ()
    intervals: tuple[Interval, ...] = ()
    says: Text | None = None


class CitationNoted(Act, frozen=True, kw_only=True, tag="citation.noted/1"):
    """A provision of a work names other provisions in its own words.

    `cites` gives the eIds named, by work. `since` is the first day on which the text is known to
    read so and counts; `until` does not, without it the text reads so still.
    Recording raises BadAct where a provision is none, cites nothing or cites itself.
    """

    id: Slug
    work: str
    provision: str
    cites: dict[str, tuple[str, ...]]
    since: WrittenDay
    until: WrittenDay | None = None


class WorkRegistered(Act, frozen=True, kw_only=True, tag="work.registered/1"):
    """A statute becomes known to the register, beside those of works.yaml. `id` is its short id.

    Recording raises BadAct where the id or the address is taken.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,58}$")]
    uri: Annotated[str, Meta(pattern=r"^/akn/[a-z0-9/_.-]+$")]
    work_kind: str
    title: Text
    short: Text
    number: str | None = None
    adopted: WholeDay | None = None
    in_force_from: WholeDay | None = None
    url: str | None = None


class PieceTold(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One piece of a text that differs from what was told before.

    `words` is the SHA-256 its words are kept under; without it the piece is gone. `wid` is its
    permanent name where that is not its eId. `since` is another day than that of the version: the
    text of a later version said again, which this one would else cover.
    """

    eid: str
    place: int
    words: Digest | None = None
    wid: str = ""
    since: str = ""

    @property
    def name(self) -> str:
        """Its permanent name."""
        return self.wid or self.eid


class EffectTold(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a text, or a note in it, shows to have happened to a provision (an eId).

    `lang` None: seen in every language held. `wid` and `before` where they are not `provision`.
    `noted`: told by a note of the compilers, not by the words of two versions.
    """

    provision: str
    effect: Literal["inserted", "amended", "repealed", "commenced", "renumbered"]
    since: WrittenDay
    by: str | None = None
    lang: Lang | None = None
    wid: str | None = None
    before: str | None = None
    noted: bool = False
    confidence: Confidence = Confidence.HIGH


class EffectRetold(Struct, frozen=True, forbid_unknown_fields=True):
    """An effect told before is now seen in these languages: in two, in one, or no longer at all."""

    id: str
    langs: tuple[Lang, ...]


class TextRecorded(Act, frozen=True, kw_only=True, tag="text.recorded/1"):
    """The text of a work in one language, as it reads from `since` (counts), is recorded.

    `pieces` are those that differ from the text told before; their words are kept beside the
    journal. `digest` is the SHA-256 of the whole text without blanks, `by` the work that made this
    version. `anomalies` counts the oddities of the source by kind. The same day again corrects.
    Recording raises BadAct: unknown work, a day that is none, words not kept, a language that is
    none of the text.
    """

    id: Slug
    work: str
    lang: Lang
    since: WholeDay
    source: str
    digest: Digest
    pieces: tuple[PieceTold, ...]
    by: str | None = None
    title: str | None = None
    effects: tuple[EffectTold, ...] = ()
    retold: tuple[EffectRetold, ...] = ()
    anomalies: dict[str, int] = {}
