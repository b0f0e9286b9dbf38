"""Which law an amending law amends: it is the one within its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.told import ActTold, Kind

_AMENDS = re.compile(r"измен|дополн|amend|өзгеріс|толықтыру", re.IGNORECASE)
_NEAR = 4


def amended(mentions: Sequence[Mention]) -> dict[str, str]:
    """The laws amended, by the name of the law that amends them; `mentions` in their order."""
    found: dict[str, str] = {}
    for at, one in enumerate(mentions):
        if one.sort != "work" or not _AMENDS.search(one.name):
            continue
        near = mentions[at + 1 : at + 1 + _NEAR]
        inner = next((two for two in near if two.sort == "work" and two.end <= one.end), None)
        vague = inner and inner.name.casefold().startswith("certain ")
        if inner and inner.name != one.name and not vague:
            found[one.name] = inner.called
    return found


def told_of(act: ActTold, laws: dict[str, str]) -> ActTold:
    """The deed, told of the law amended instead of the one that amends it."""
    if act.kind is not Kind.AMEND_LAW:
        return act
    return msgspec.structs.replace(act, objects=tuple(laws.get(one, one) for one in act.objects))
