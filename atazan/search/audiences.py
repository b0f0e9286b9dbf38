"""Who may ask which index."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from atazan.journal.rights import rights
from atazan.search.document import Audience

_PUBLIC = frozenset({"visitor", "citizen", "representative"})
"""Roles that read petitions as the public does, or only their own."""


@lru_cache(maxsize=1)
def staff() -> frozenset[str]:
    """The roles of the Court's staff: those the table of rights lets read petitions at large."""
    return frozenset(one.role for one in rights().sight if one.stream == "petition") - _PUBLIC


def audience_of(roles: Iterable[str]) -> Audience:
    """The index that someone in these roles may ask.

    >>> audience_of([]), audience_of(["citizen"]), audience_of(["citizen", "judge"])
    ('public', 'public', 'court')
    """
    return "court" if staff().intersection(roles) else "public"
