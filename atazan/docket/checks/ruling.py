"""What the law asks of whoever acts for the Court: enough judges for a ruling, the right chair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from atazan.docket.checks.common import able, no
from atazan.docket.models import Petition
from atazan.institutions.bench import bench
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rights import rights
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.finding import Finding
from atazan.rules.votes import BadTally, quorum

PANEL, PLENARY = "vote.court.panel_of_five.ruling", "vote.court.quorum"
PRESIDES, REPLACED = "step.presiding", "step.chair_replaced"
Own = Callable[[Any, Petition, RulesOnDay], Iterator[Finding]]


def ruled(step: str, own: Own) -> Own:
    """The check of a ruling: those who sat may and are enough (`step` authorises it), then its own
    questions."""

    def check(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
        yield from able(act.present, row, law.day, law[step])
        yield from presides(act.presiding, act.present, law.day, law[step])
        yield _enough(len(act.present), row, law)
        yield from own(act, row, law)

    return check


def _enough(number: int, row: Petition, law: RulesOnDay) -> Finding:
    """Five are a panel (art. 25(3)) unless the case is before a session of the Court; else two
    thirds must sit (art. 25(2)). Raises BadAct where more sat than there are."""
    panel: int = law[PANEL].value.panel
    rule = law[PANEL if number == panel and not row.to_plenary else PLENARY]
    try:
        found = quorum(bench(law.day).count(present=number), rule)
    except BadTally as wrong:
        raise BadAct(Problem(wrong.key, dict(wrong.facts))) from wrong
    if found.holds or row.to_plenary:
        return found
    facts = {"present": number, "panel": panel, "needed": found.facts["needed"]}
    return no(rule, "docket.no.few_for_ruling", **facts)


def presides(who: str, sitting: tuple[str, ...], day: date, rule: Rule) -> Iterator[Finding]:
    """The one who presides sits; where the Chair sits, it is the Chair: art. 27(1)(3)."""
    chair = bench(day).chair
    if who not in sitting:
        yield no(rule, "docket.no.presiding", who=who)
    elif chair in sitting and who != chair:
        yield no(rules().on(day)[PRESIDES], "docket.no.chair_presides", who=chair)


def in_person(act: Any, law: RulesOnDay) -> list[Finding]:
    """Whether a deed of the Chair is done by the Chair, or by who may act for the Chair: the Deputy
    Chair, and where neither is able that day a judge who is: art. 27(3).

    That the Chair was away when the Deputy acted is for the Deputy to know: no absence is recorded.
    """
    if act.done_by is None or act.kind not in _of_the_chair():
        return []
    return acts_as_chair(act.done_by, law)


def acts_as_chair(person: str, law: RulesOnDay) -> list[Finding]:
    """A finding where the person may not act as Chair that day."""
    sat = bench(law.day)
    heads = {sat.chair, sat.deputy} & sat.able
    if person in (heads or sat.able):
        return []
    return [no(law[REPLACED], "docket.no.not_chair", who=person, day=law.day)]


@lru_cache(maxsize=1)
def _of_the_chair() -> frozenset[str]:
    table = rights().rights
    return frozenset(one.act for one in table if (one.role, one.stream) == ("chair", "petition"))
