"""What happened to a provision: by the lawmaker or by a decision."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.day import PartialDay
from atazan.rules.text import Text

Relation = Literal["own", "parent", "child"]


class Event(Struct, frozen=True):
    """Something that happened to a provision, to a part of it, or to what it is part of.

    `since` counts. `decided_on` is the day of the decision, for one of the Court or the Council;
    `extent` says how far it reaches (None: wholly), `reading` what binds.
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

    def counts_on(self, day: date) -> bool:
        """Whether it may have begun by `day`; a day known in part counts from its first."""
        return self.since.first <= day
