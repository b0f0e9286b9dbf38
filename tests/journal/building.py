"""Short ways to say who does what in tests of the journal; only what matters is said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from atazan.journal.acts import Act
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.record import By, Receipt, record, version_of

NOON = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
KEEPER = By("aigul", "curator")
CHIEF = By("marat", "chief_curator")
VISITOR = By("visitor", "visitor")


def act(kind: str, **fields: Any) -> Act:
    """An act of a kind, from a source nobody doubts."""
    return read_act({"kind": kind, "sources": ["a test"], **fields})


def person(slug: str = "test-person", **fields: Any) -> Act:
    return act("person.registered/1", id=slug, **{"names": {"en": "Test Person"}, **fields})


def done(one: Act, by: By = KEEPER, seen: int | None = None) -> Receipt:
    """Record an act after looking at its subject."""
    subject = deed_of(one.kind).stream(one)
    return record(one, by=by, at=NOON, seen=version_of(subject) if seen is None else seen)
