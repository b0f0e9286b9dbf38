"""Was it lawful that day: appointments and votes of the record against the rules of their day."""

from __future__ import annotations

from collections.abc import Iterator

from atazan.institutions.acts import OfficeTaken, VoteTaken
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding


def appointment(act: OfficeTaken) -> Iterator[Finding]:
    """Whether the office could be taken so, on the day it was taken."""
    return iter(())


def vote(act: VoteTaken, rules: RulesOnDay) -> Iterator[Finding]:
    """Whether the vote carries what it is said to have carried."""
    return iter(())
