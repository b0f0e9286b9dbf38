"""Since when the words of a piece stand, provision by provision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from atazan.law.text.document import Words, provisions
from atazan.law.text.letters import plain
from atazan.law.texts import Wording


def stands_since(now: Wording, history: Sequence[Wording]) -> dict[str, date]:
    """The first day of the words of each provision of a piece, by the eid it has now.

    `history` is the piece's own, oldest first. Letters of another script are no change of words.
    """
    own = provisions(now.blocks)
    found = dict.fromkeys(own, now.since)
    left = dict(own)
    reached = now.since
    for before in reversed([one for one in history if one.since < now.since]):
        if before.until != reached or not left:
            break
        then = {one.wid: one for one in provisions(before.blocks).values()}
        left = {eid: words for eid, words in left.items() if _same(words, then)}
        found |= dict.fromkeys(left, before.since)
        reached = before.since
    return found


def _same(words: Words, then: Mapping[str, Words]) -> bool:
    old = then.get(words.wid)
    return old is not None and _said(old) == _said(words)


def _said(words: Words) -> list[str]:
    return plain(f"{words.heading} {words.text}").split()
