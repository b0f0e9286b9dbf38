"""A vote as a sheet: what it is counted of, what was needed, what was counted, what follows."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import Struct

from atazan.institutions.acts import VoteTaken
from atazan.institutions.lawfulness import vote as findings_on
from atazan.institutions.models import Vote
from atazan.rules.bodies import Composition
from atazan.rules.book import NoRuleInForce, Rule, RulesOnDay, rules
from atazan.rules.day import PartialDay
from atazan.rules.finding import Finding
from atazan.rules.tally import Base, Share
from atazan.rules.text import Text
from atazan.rules.votes import VoteRule

DOTS = 30
"""Up to so many seats each one is drawn; more become a bar."""


class Stretch(Struct, frozen=True):
    """Part of the bar of all seats: `code` in_favour, against, abstained or rest; n persons."""

    code: str
    n: int
    x: str
    width: str


class Sheet(Struct, frozen=True):
    """The vote, its rule and the arithmetic; numbers are persons, None where not known."""

    vote: Vote
    rule: Rule | None
    seats_rule: Rule | None
    seats: int | None
    base: int | None
    share: Share | None
    needed: int | None
    findings: tuple[Finding, ...]
    stretches: tuple[Stretch, ...]
    threshold: str | None

    @property
    def day(self) -> date | None:
        """The day whose rules govern the vote."""
        return None if self.vote.done_on is None else PartialDay.read(self.vote.done_on).first

    @property
    def rest(self) -> int:
        """Seats whose vote is not told."""
        return sum(one.n for one in self.stretches if one.code == "rest")

    @property
    def rest_stayed_away(self) -> bool:
        """Whether all who were present are counted, so that the rest did not take part."""
        return self.vote.present is not None and self.seats == self.vote.present + self.rest

    @property
    def counted(self) -> bool:
        """Whether any number of this vote is known."""
        vote = self.vote
        known = (vote.present, vote.in_favour, vote.against, vote.abstained)
        return any(one is not None for one in known)

    @property
    def seats_text(self) -> Text | None:
        """The seats in words, where the law sets no plain number."""
        value = None if self.seats_rule is None else self.seats_rule.value
        return value.seats_text if isinstance(value, Composition) else None

    @property
    def dots(self) -> list[str]:
        """A code for each seat, where there are few enough to draw."""
        if self.seats is None or self.seats > DOTS:
            return []
        return [one.code for one in self.stretches for _ in range(one.n)]


def sheet(vote: Vote) -> Sheet:
    """The sheet of a vote, by the rules of its day."""
    on = None if vote.done_on is None else rules().on(PartialDay.read(vote.done_on).first)
    rule = None if on is None else _rule(vote.question, on)
    composed = None if on is None else _rule(f"body.{vote.body}.composition", on)
    seats = vote.seats
    if seats is None and composed is not None and isinstance(composed.value, Composition):
        seats = composed.value.seats
    share = rule.value.majority if rule is not None and isinstance(rule.value, VoteRule) else None
    base = _base(share, seats, vote.present)
    needed = None if share is None or base is None else share.needed(base)
    return Sheet(
        vote=vote,
        rule=rule,
        seats_rule=composed if vote.seats is None else None,
        seats=seats,
        base=base,
        share=share,
        needed=needed,
        findings=_findings(vote, on),
        stretches=_stretches(vote, seats),
        threshold=f"{100 * needed / seats:.2f}%" if needed and seats else None,
    )


def _rule(key: str, on: RulesOnDay) -> Rule | None:
    try:
        return on[key]
    except NoRuleInForce:
        return None


def _base(share: Share | None, seats: int | None, present: int | None) -> int | None:
    if share is None:
        return None
    return present if share.of is Base.PRESENT else seats if share.of is Base.TOTAL else None


def _findings(vote: Vote, on: RulesOnDay | None) -> tuple[Finding, ...]:
    if on is None:
        return ()
    names = [one.name for one in msgspec.structs.fields(VoteTaken) if hasattr(vote, one.name)]
    written = {name: getattr(vote, name) for name in names}
    act = msgspec.convert(written, VoteTaken)
    return tuple(findings_on(act, on))


def _stretches(vote: Vote, seats: int | None) -> tuple[Stretch, ...]:
    """The bar of all seats; empty where the seats or the votes in favour are not known."""
    counted = [vote.in_favour, vote.against or 0, vote.abstained or 0]
    if seats is None or vote.in_favour is None or sum(n or 0 for n in counted) > seats:
        return ()
    found, so_far = [], 0
    rest = seats - sum(n or 0 for n in counted)
    for code, n in zip(
        ("in_favour", "against", "abstained", "rest"), (*counted, rest), strict=True
    ):
        if n:
            x, width = f"{100 * so_far / seats:.2f}%", f"{100 * n / seats:.2f}%"
            found.append(Stretch(code, n, x, width))
            so_far += n
    return tuple(found)
