"""Whether two tellings are of one act: the same kind, days that meet, a name in common."""

from __future__ import annotations

from atazan.rules.day import PartialDay
from atazan.sources.models import Proposal
from atazan.sources.understood.told import ActTold
from atazan.words import name_keys, tokens


def same_act(act: ActTold, told: Proposal) -> bool:
    """Whether a report tells an act that an earlier report of the same event told already."""
    if str(act.kind) != told.tells or not may_be_one(act.date, told.date):
        return False
    ours = _names((*act.objects, *act.counterparts) or act.actors)
    theirs = _names((*told.object_names, *told.counterparts) or told.actors)
    return not ours or not theirs or bool(ours & theirs)


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two partial days may be the same day; an unknown one may be any.

    >>> may_be_one("2019-11", "2019-11-03"), may_be_one("2019-11-02", "2019-11-03")
    (True, False)
    """
    if one is None or other is None:
        return True
    ours, theirs = PartialDay.read(one), PartialDay.read(other)
    return ours.first <= theirs.last and theirs.first <= ours.last


def _names(names: tuple[str, ...] | list[str]) -> set[str]:
    found = (token.word for name in names for token in tokens(name))
    return {key for word in found if len(word) > 3 for key in name_keys(word)}
