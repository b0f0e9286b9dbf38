"""Search the record: the one way pages, API and the command line ask."""

from __future__ import annotations

from msgspec.structs import replace

from atazan.search.asking import Answered, Asked
from atazan.search.freshness import kept


def answer(asked: Asked) -> Answered:
    """Answer a question from the index of its audience, brought up to the journal's head first.

    `behind` is set where another process was at it: what was recorded last may be missing. Raises
    BadQuestion, which says what to do.
    """
    index = kept(asked.audience)
    told = index.refresh()
    found = index.index.ask(asked)
    return replace(found, behind=True) if told.behind else found
