"""What happened to a provision: by the lawmaker or by a decision."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.day import PartialDay
from atazan.rules.text import Lang, Text
from atazan.rules.works import works

Relation = Literal["own", "parent", "child"]


class SpanWords(Struct, frozen=True):
    """The very words an effect touches, in one language of the text."""

    lang: Lang
    words: str


class Event(Struct, frozen=True):
    """Something that happened to a provision, to a part of it, or to what it is part of.

    `since` counts, `until` does not (None: it holds on). `decided_on` is the day of the decision,
    for one of the Court or the Council; `extent` says how far it reaches (None: wholly), `span`
    which words alone, by language; `reading` what binds. `lang` is the one language of the text in
    which it was seen (None: all).
    """

    id: str
    effect: str
    provision: str
    relation: Relation
    since: PartialDay
    by_work: str | None = None
    by_decision: str | None = None
    decided_on: date | None = None
    extent: Text | None = None
    reading: Text | None = None
    confidence: str = "high"
    sources: tuple[str, ...] = ()
    entry: int = 0
    until: PartialDay | None = None
    lang: Lang | None = None
    span: tuple[SpanWords, ...] = ()
    before: str | None = None

    def counts_on(self, day: date) -> bool:
        """Whether it may have begun by `day`; a day known in part counts from its first."""
        return self.since.first <= day

    def holds_on(self, day: date) -> bool:
        """Whether it had begun by `day` and had not ended."""
        return self.counts_on(day) and (self.until is None or day < self.until.first)

    @property
    def retroactive(self) -> bool:
        """Whether it reaches back behind the day of what made it."""
        if self.by_decision is not None:
            made = self.decided_on
        else:
            work = works().get(self.by_work or "")
            made = work.adopted if work is not None else None
        return made is not None and self.since.last < made
