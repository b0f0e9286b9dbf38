"""Was the result of a referendum as declared the one the rules of its day give?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atazan.reform.acts import ReferendumDecided
from atazan.reform.models import Referendum
from atazan.rules.book import NoRuleInForce, RulesOnDay
from atazan.rules.book import rules as rule_book
from atazan.rules.finding import Finding
from atazan.rules.referendum import Count, ReferendumResult, Subject, UnitCount, result
from atazan.rules.works import works


def decided(act: ReferendumDecided, rules: RulesOnDay) -> Iterator[Finding]:
    """What speaks against the declared result: turnout, national majority, regions.

    The rules are those of the day of the vote, whenever the result was declared. Nothing is found
    where the counts were not published or no rule of that day is known.
    """
    row = Referendum.objects.filter(pk=act.id).first()
    found = None if row is None else by_the_rules(row)
    if found is not None:
        yield from against(found, act.adopted)


def against(found: ReferendumResult, adopted: bool) -> Iterator[Finding]:
    """The findings that contradict a declared result.

    Adopted: each condition that was not met. Not adopted: one finding, if every condition was met.
    """
    parts = [found.turnout, found.approval, *([found.regional] if found.regional else [])]
    if adopted:
        yield from (part for part in parts if part.holds is False)
    elif found.adopted:
        facts = dict(found.approval.facts)
        yield Finding(
            "referendum.declared", False, found.approval.rule, "reform.declared_lost", facts
        )


def by_the_rules(row: Referendum) -> ReferendumResult | None:
    """What the rules of the day of the vote make of the published count.

    None where a count was not found, or no rule of that day is known (doubt ref-before-law).
    """
    counts = (row.electorate, row.voted, row.in_favour)
    if any(count is None for count in counts):
        return None
    count = Count(*counts, units=_units(row))
    try:
        return result(count, subject(row), date.fromisoformat(row.vote_on), rule_book())
    except NoRuleInForce:
        return None


def subject(row: Referendum) -> Subject:
    """What was asked. A constitution adopted on the very day of the vote was a new one."""
    if not row.about_constitution:
        return "other"
    day = date.fromisoformat(row.vote_on)
    new = any(work.kind == "constitution" and work.adopted == day for work in works().values())
    return "new_constitution" if new else "constitution_amendment"


def _units(row: Referendum) -> tuple[UnitCount, ...]:
    """The counts of all regions; none where those of even one were not published."""
    told = {name: unit for name, unit in row.regions.items() if {"voted", "in_favour"} <= {*unit}}
    if row.regions_total is None or len(told) < row.regions_total:
        return ()
    return tuple(
        UnitCount(name, int(unit["voted"]), int(unit["in_favour"])) for name, unit in told.items()
    )
