"""What of the journal anyone may read: every entry's hash, and the acts of open subjects.

The acts of a sealed subject stand in the journal like all others and prove themselves by hash; what
they say is shown by their own room alone, to those whom the table of rights lists.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from atazan.journal.models import Entry, Stream
from atazan.journal.rights import rights
from atazan.journal.verify import receipt


def open_entries() -> QuerySet[Entry]:
    """The entries of open subjects."""
    found = Entry.objects.all()
    for sort in rights().sealed:
        found = found.exclude(stream__startswith=f"{sort}/")
    return found


def open_streams() -> QuerySet[Stream]:
    """The open subjects."""
    found = Stream.objects.all()
    for sort in rights().sealed:
        found = found.exclude(name__startswith=f"{sort}/")
    return found


def public_receipt(number: int) -> dict[str, Any]:
    """The receipt anyone may have: `entry` is None where its subject is sealed.

    Hash and path still prove that it stands in the journal. Raises Entry.DoesNotExist.
    """
    told = receipt(number)
    sealed = not open_entries().filter(number=number).exists()
    return {**told, "entry": None if sealed else told["entry"], "sealed": sealed}
