"""Referendums and constitutional amendments: who may start one, on what, and when it carries.

Turnout is counted of citizens entitled to vote, approval of those who took part: ballots that are
invalid or not counted stay in both bases. All shares are exact fractions.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Literal

from msgspec import Struct

from atazan.rules.book import RuleBook
from atazan.rules.finding import Finding

Subject = Literal["constitution_amendment", "new_constitution", "other"]
Starter = Literal["president", "parliament", "kurultai", "government", "khalyk_kenesi", "citizens"]


class Initiative(Struct, frozen=True, forbid_unknown_fields=True):
    """Who may propose a referendum, on which subjects; `signatures` where citizens collect them."""

    who: Starter
    subjects: tuple[Subject, ...]
    signatures: int | None = None


class Threshold(Struct, frozen=True, forbid_unknown_fields=True):
    """A share a count must pass: `more_than` or `at_least` (like "2/3") `of` the base named.

    Raises ValueError unless exactly one share is given.
    """

    of: Literal["eligible_citizens", "citizens_who_voted", "units"]
    subjects: tuple[Subject, ...]
    more_than: str | None = None
    at_least: str | None = None

    def __post_init__(self) -> None:
        if (self.more_than is None) == (self.at_least is None):
            raise ValueError("a threshold has either more_than or at_least")
        Fraction(self.more_than or self.at_least or "")

    @property
    def share(self) -> Fraction:
        return Fraction(self.more_than or self.at_least or "")

    def needed(self, base: int) -> int:
        """The least whole number that passes, of a base of so many.

        >>> Threshold("eligible_citizens", (), more_than="1/2").needed(10)
        6
        >>> Threshold("units", (), at_least="2/3").needed(20)
        14
        """
        line = self.share * base
        return line.__floor__() + 1 if self.more_than else ceil(line)


class ExcludedQuestions(Struct, frozen=True, forbid_unknown_fields=True):
    """Questions that may not be put to a referendum."""

    topics: tuple[str, ...]


class ReferendumTerm(Struct, frozen=True, forbid_unknown_fields=True):
    """A term of the procedure: not later than `most` (not earlier than `least`) `unit`s of `of`."""

    most: int | None
    unit: Literal["day", "month", "year"]
    of: str
    side: Literal["after", "before"] = "after"
    least: int | None = None


class AmendmentRoute(Struct, frozen=True, forbid_unknown_fields=True):
    """A way to amend the Constitution; in Parliament, the share of all deputies of each chamber."""

    by: Literal["referendum", "parliament"]
    of_each_chamber: str | None = None
    readings: int | None = None


class Unamendable(Struct, frozen=True, forbid_unknown_fields=True):
    """What no amendment may change."""

    items: tuple[str, ...]


class UnitCount(Struct, frozen=True):
    """The count of one region, city of republican significance or the capital."""

    unit: str
    took_part: int
    in_favour: int


class Count(Struct, frozen=True):
    """The count of a referendum, in citizens; `units` where the result of every unit is known."""

    eligible: int
    took_part: int
    in_favour: int
    units: tuple[UnitCount, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.in_favour <= self.took_part <= self.eligible:
            raise ValueError(
                f"{self.in_favour} for, {self.took_part} took part, {self.eligible} entitled: "
                "each must lie within the next"
            )


class ReferendumResult(Struct, frozen=True):
    """What a count decides: held, adopted nationally, adopted in the units (if that is asked).

    `adopted` is None where a needed result is not known.
    """

    turnout: Finding
    approval: Finding
    regional: Finding | None

    @property
    def adopted(self) -> bool | None:
        parts = [self.turnout.holds, self.approval.holds]
        parts += [self.regional.holds] if self.regional else []
        return False if False in parts else None if None in parts else True


def result(count: Count, subject: Subject, day: date, book: RuleBook) -> ReferendumResult:
    """Whether a referendum held on `day` took place and carried, with the arithmetic.

    The regional condition is computed beside the national one wherever the rule of the day asks for
    it; the text can be read as asking for the first alone (doubt con-regional-majority).
    Raises NoRuleInForce for a day before the first rule.
    Source: Law on the referendum, art. 31; Constitution of 1995, art. 91; of 2026, art. 92.
    """
    return ReferendumResult(
        _share("referendum.turnout", count.took_part, count.eligible, day, book),
        _share("referendum.approval", count.in_favour, count.took_part, day, book),
        _regional(count, subject, day, book),
    )


def _share(id: str, number: int, base: int, day: date, book: RuleBook) -> Finding:
    rule = book.on(day)[id]
    needed = rule.value.needed(base)
    facts = {"number": number, "base": base, "needed": needed}
    holds = number >= needed
    return Finding(id, holds, rule, f"{id}.{'yes' if holds else 'no'}", facts)


def _regional(count: Count, subject: Subject, day: date, book: RuleBook) -> Finding | None:
    today = book.on(day)
    if (
        "referendum.regional" not in today
        or subject not in (rule := today["referendum.regional"]).value.subjects
    ):
        return None
    if not count.units:
        return Finding("referendum.regional", None, rule, "referendum.regional.unknown")
    national = today["referendum.approval"].value
    won = sum(unit.in_favour >= national.needed(unit.took_part) for unit in count.units)
    needed = rule.value.needed(len(count.units))
    facts = {"number": won, "base": len(count.units), "needed": needed}
    key = f"referendum.regional.{'yes' if won >= needed else 'no'}"
    return Finding("referendum.regional", won >= needed, rule, key, facts)


def may_propose(who: Starter, subject: Subject, day: date, book: RuleBook) -> Finding:
    """Whether a body (or citizens) may propose a referendum on the subject to the President.

    Raises NoRuleInForce where no rule of the day names anyone.
    """
    today = book.on(day)
    for rule in today.of_kind("referendum_initiative"):
        if rule.value.who == who and subject in rule.value.subjects:
            facts = {"signatures": rule.value.signatures}
            return Finding("referendum.may_propose", True, rule, f"referendum.propose.{who}", facts)
    rule = today["referendum.called_by"]
    return Finding("referendum.may_propose", False, rule, f"referendum.propose.no.{subject}")


def may_be_asked(topic: str, day: date, book: RuleBook) -> Finding:
    """Whether a question of that topic may be put to a referendum; True names the deciding rule."""
    today = book.on(day)
    for rule in today.of_kind("excluded_questions"):
        if topic in rule.value.topics:
            return Finding("referendum.may_be_asked", False, rule, "referendum.ask.no")
    rule = today["referendum.called_by"]
    return Finding("referendum.may_be_asked", True, rule, "referendum.ask.yes")


class ChamberVote(Struct, frozen=True):
    """The votes of one chamber; `deputies` counts all its deputies, not those present."""

    chamber: Literal["senate", "mazhilis"]
    in_favour: int
    deputies: int


def parliament_amends(
    votes: tuple[ChamberVote, ...], route: str, day: date, book: RuleBook
) -> Finding:
    """Whether Parliament amended the Constitution: the share is asked of each chamber by itself.

    `route` is `amendment.parliament` or `amendment.parliament_override`.
    Raises NoRuleInForce from 2026-07-01: since then only a referendum may.
    Source: Constitution of 1995, art. 62(3) and 91(1).
    """
    rule = book.on(day)[route]
    share = Fraction(rule.value.of_each_chamber)
    for vote in votes:
        needed = ceil(share * vote.deputies)
        if vote.in_favour < needed:
            facts = {"number": vote.in_favour, "base": vote.deputies, "needed": needed}
            return Finding(route, False, rule, f"amendment.vote.no.{vote.chamber}", facts)
    return Finding(route, True, rule, "amendment.vote.yes", {"share": str(share)})


def may_be_amended(item: str, day: date, book: RuleBook) -> Finding:
    """Whether the Constitution lets itself be changed on a point (like `unitarity`)."""
    rule = book.on(day)["amendment.unamendable"]
    barred = item in rule.value.items
    key = f"amendment.{'barred' if barred else 'open'}"
    return Finding("amendment.may_be_amended", not barred, rule, key)
