"""What stands around a provision: its match in the other Constitution, what repeats its words."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.law import texts
from atazan.law.conformity.gathered import Candidate, reproducing
from atazan.law.conformity.held import Held
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.citing import CitingText, citing_texts
from atazan.law.leaf.matched import Matched, days, matches
from atazan.rules.works import Work


class Beside(Struct, frozen=True):
    """What stands around a provision on a day.

    `citing` are provisions of the texts held that cite it. `held`: when and by which decision it
    was held unconstitutional; `repeats`: places of other provisions with the same words. `last`
    and `first` are the days the Constitutions are read on.
    """

    matched: tuple[Matched, ...]
    citing: tuple[CitingText, ...]
    held: Held | None
    repeats: tuple[Candidate, ...]
    last: date
    first: date


def beside(work: Work, eid: str, asked: Asked) -> Beside:
    """The concordance of a provision; among the texts held, what cites it and what repeats it."""
    last, first = days()
    held: Held | None = None
    repeats: tuple[Candidate, ...] = ()
    if texts.languages(work.id):
        found = reproducing(work.id, eid, asked.day)
        held, repeats = found.held, found.repeats
    citing = citing_texts(work, eid, asked)
    return Beside(matches(work.id, eid), citing, held, repeats, last, first)
