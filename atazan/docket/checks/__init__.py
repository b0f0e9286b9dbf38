"""What the law asks of each deed before it is recorded; a finding that does not hold refuses it.

Every deed but the first: the petition is on record and the route of the day leads to the new step
(rules/procedure.yaml). Then the deed's own questions, each a finding with its provision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from atazan.docket import acts
from atazan.docket.checks import court, filing, proceedings
from atazan.docket.checks.common import pending, way
from atazan.docket.checks.court import carried
from atazan.docket.checks.filing import counts_as_filed, findings
from atazan.docket.checks.ruling import in_person
from atazan.docket.models import Petition
from atazan.journal.acts import Act
from atazan.journal.problems import BadAct, Problem
from atazan.journal.statements import one as stored
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding

__all__ = ["carried", "counts_as_filed", "findings", "of", "way"]

Check = Callable[[Any, RulesOnDay], Iterator[Finding]]
_OWN = {**filing.OWN, **court.OWN, **proceedings.OWN}


def of(act: type[Act], own: Callable[..., Iterator[Finding]] | None = None) -> Check:
    """The check of a kind of deed: its place on the way, then its own questions (`own`)."""
    own = own or _OWN.get(act)

    def check(one: Any, law: RulesOnDay) -> Iterator[Finding]:
        if isinstance(one, acts.PetitionFiled):
            yield from filing.filed(one, law)
            return
        row = stored(Petition, one.id)
        if row is None:
            raise BadAct(Problem("docket.bad.unknown", {"id": one.id}))
        found = [*way(row, one, law), *pending(row, one, law), *in_person(one, law)]
        yield from found
        if own is not None and not found:
            yield from own(one, row, law)

    return check
