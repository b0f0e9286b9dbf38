"""Who signs a decree: the person named with an office after its points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atazan.sources.understood.mention import Mention

_GAP = 6
"""Characters between a person and the office after a comma."""


def signer(mentions: Sequence[Mention], after: int) -> Mention | None:
    """The last person after a place who stands just behind an office, or before ", office".

    «Президент К. Токаев»; "Kassym-Jomart Tokayev, President". None where nobody signs.
    """
    named = [one for one in mentions if one.sort in ("person", "office") and one.start >= after]
    found = None
    for left, right in pairwise(named):
        gap = right.start - left.end
        if left.sort == "office" and right.sort == "person" and gap == 1:
            found = right
        elif left.sort == "person" and right.sort == "office" and 2 <= gap <= _GAP:
            found = left
    return found
