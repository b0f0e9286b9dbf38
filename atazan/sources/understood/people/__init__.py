"""Persons named in a text, whoever they are, joined to those of the record where they may be."""

from __future__ import annotations

from atazan.sources.understood.people.known import Known, who
from atazan.sources.understood.people.naming import mentions

__all__ = ["Known", "mentions", "who"]
