"""What of a document read a person confirmed: acts of the record, with the words that prove them.

Anyone may see these; open and rejected proposals, and the rest of the text, stay on the desk.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from atazan.journal.models import Entry
from atazan.sources.chronicle import Told, Written, tell
from atazan.sources.models import Proposal, Reading
from atazan.sources.understood.told import Kind


class Confirmed(Struct, frozen=True):
    """A confirmed proposal: the kind of act, the words, and the entries of the journal."""

    tells: Kind
    quote: str
    start: int
    acts: tuple[Told, ...]


def confirmed(document: str) -> list[Confirmed]:
    """The confirmed proposals of a document and of those that repeat it, in their order. What it
    tells as planned, denied or said by another it does not prove, though the record has the act."""
    repeating = Reading.objects.filter(repeats=document).values_list("id", flat=True)
    rows = list(
        Proposal.objects.filter(
            document__in=[document, *repeating], state="accepted", modality="done"
        )
    )
    told = entries([number for row in rows for number in row.recorded])
    return [
        Confirmed(
            Kind(row.tells),
            row.quote,
            row.start,
            tuple(told[number] for number in row.recorded if number in told),
        )
        for row in sorted(rows, key=lambda row: (row.document != document, row.start, row.id))
    ]


def entries(numbers: Sequence[int]) -> dict[int, Told]:
    """Entries of the journal told, by number."""
    if not numbers:
        return {}
    found = Entry.objects.filter(number__in=numbers).order_by("number")
    acts = ((one, msgspec.json.decode(one.body)["act"]) for one in found)
    told = tell(Written(one.number, one.stream, one.done_on, act) for one, act in acts)
    return {one.number: one for one in told}
