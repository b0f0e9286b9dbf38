"""What stands around a provision: its match in the other Constitution, what repeats its words."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.law import texts
from atazan.law.conformity.gathered import Candidate, reproducing
from atazan.law.conformity.held import Held
from atazan.law.leaf.matched import Matched, days, matches
from atazan.rules.works import Work


class Beside(Struct, frozen=True):
    """What stands around a provision on a day.

    `held`: when and by which decision it was held unconstitutional; `repeats`: places of other
    provisions with the same words. `last` and `first` are the days the Constitutions are read on.
    """

    matched: tuple[Matched, ...]
    held: Held | None
    repeats: tuple[Candidate, ...]
    last: date
    first: date


def beside(work: Work, eid: str, day: date) -> Beside:
    """The concordance of a provision, and what else repeats it among the texts held."""
    last, first = days()
    held, repeats = None, ()
    if texts.languages(work.id):
        found = reproducing(work.id, eid, day)
        held, repeats = found.held, found.repeats
    return Beside(matches(work.id, eid), held, repeats, last, first)
