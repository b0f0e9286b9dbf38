"""What is new of a thing: acts recorded, corrected or withdrawn after an entry of the journal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from atazan.journal.acts import kind_of
from atazan.journal.corrections import ActCorrected, ActWithdrawn, SourceAdded
from atazan.journal.models import Entry
from atazan.sources.timelines.concerns import Key
from atazan.sources.timelines.ledger import Ledger, Line

How = Literal["new", "corrected", "sourced", "withdrawn"]
_HOW: dict[str, How] = {
    kind_of(ActCorrected): "corrected",
    kind_of(SourceAdded): "sourced",
    kind_of(ActWithdrawn): "withdrawn",
}


class News(Struct, frozen=True):
    """An act that is new or changed, and by which entry: `line.changed`."""

    line: Line
    how: How


def news(journal: Ledger, keys: Iterable[Key], since: int, up_to: int | None = None) -> list[News]:
    """What of the keys changed by entries after `since`, up to `up_to`, in the order recorded.

    An act recorded and changed since is new; one recorded and withdrawn since is no news.
    """
    asked = set(keys)
    lines = [one for one in journal.of(asked) if since < one.changed]
    gone = [one for one in journal.ended(asked) if since < one.changed and one.number <= since]
    last = journal.head if up_to is None else up_to
    found = [one for one in (*lines, *gone) if one.changed <= last or one.number > since]
    last_deed = became(found)
    told = [
        News(one, "new" if one.number > since else last_deed[one.number])
        for one in found
        if one.number <= last
    ]
    return sorted(told, key=lambda one: one.line.changed)


def became(lines: Iterable[Line]) -> dict[int, How]:
    """What last became of each act, by its entry."""
    lines = list(lines)
    entries = Entry.objects.filter(number__in=[one.changed for one in lines])
    kinds = dict(entries.values_list("number", "kind"))
    return {one.number: _HOW.get(kinds[one.changed], "new") for one in lines}
