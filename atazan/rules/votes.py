"""Whether a vote carries: quorum, majority, unanimity, casting vote, with the arithmetic shown.

Every share names its base; who counts in a base is said in tally.py. Rule file: rules/voting.yaml;
words: labels/votes.yaml.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from atazan.rules.book import Rule, RulesOnDay
from atazan.rules.finding import Fact, Finding
from atazan.rules.tally import Base, Share, Tally
from atazan.rules.text import Lang
from atazan.rules.words import phrase


class Outcome(StrEnum):
    """What follows from the count."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    REPEAT_VOTE = "repeat_vote"
    """A tie while the Chair is replaced: voted again with the Chair or a judge new to the vote."""
    FULL_SESSION = "full_session"
    """A panel that was not unanimous: the Chair brings the petition to a full session."""
    CHAIR_UNKNOWN = "chair_unknown"
    """A tie, and how the Chair voted is not given."""


class Casting(Struct, frozen=True, forbid_unknown_fields=True):
    """A vote that decides a tie.

    `lost_when_substituted`: it does not pass to whoever replaces the Chair; then the vote is held
    again.
    """

    who: str
    votes_last: bool = False
    lost_when_substituted: bool = False


class VoteRule(Struct, frozen=True, forbid_unknown_fields=True):
    """How a body decides a question.

    `quorum_by`: id of the rule that sets the quorum, where it is not this one. `unanimous`: all who
    sit must agree. `panel`: number of those sitting in a panel. `each_chamber`: the shares are met
    in each chamber by itself. `initiative`: how many may raise the question.
    """

    body: str
    decides: tuple[str, ...] = ()
    quorum: Share | None = None
    quorum_by: str | None = None
    majority: Share | None = None
    unanimous: bool = False
    panel: int | None = None
    otherwise: Literal["full_session"] | None = None
    casting: Casting | None = None
    abstention: Literal["forbidden", "not_stated"] = "not_stated"
    ballot: Literal["open", "open_unless_decided", "secret", "secret_on_demand", "not_stated"] = (
        "not_stated"
    )
    per_candidate: bool = False
    each_chamber: bool = False
    joint: bool = False
    initiative: Share | None = None
    offices: tuple[str, ...] = ()


class BadTally(ValueError):
    """A count that cannot have happened, or that the rule forbids; says why in three languages."""

    def __init__(self, key: str, facts: dict[str, Fact]) -> None:
        self.key, self.facts = key, facts
        super().__init__(self.says("en"))

    def says(self, lang: Lang) -> str:
        """What is wrong, in words."""
        return phrase(self.key, lang, self.facts)


class NoQuorum(ValueError):
    """Too few sat: nothing could be decided. Carries the finding on the quorum."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.says("en"))


def quorum(tally: Tally, rule: Rule) -> Finding:
    """Find whether enough sat. A panel needs all its members; no share of it is set by law.

    Raises BadTally where the count cannot be, ValueError where the rule sets no quorum.
    """
    value = _value(rule)
    check(tally, value)
    if value.panel is not None:
        base, needed, share, name = value.panel, value.panel, None, "panel"
    elif value.quorum is not None:
        base = tally.base(value.quorum.of)
        needed, share, name = value.quorum.needed(base), str(value.quorum), value.quorum.of.value
    else:
        raise ValueError(f"the rule '{rule.id}' sets no quorum; ask {value.quorum_by or 'another'}")
    holds = tally.present >= needed
    facts = {**_counts(tally), "base": base, "needed": needed, "share": share}
    key = f"vote.quorum.{name}.{'met' if holds else 'short'}"
    return Finding("vote.quorum", holds, rule, key, facts)


def adopted(tally: Tally, rule: Rule) -> Finding:
    """Find whether the vote carries the decision, with the arithmetic.

    Raises NoQuorum where the rule sets a quorum and too few sat, BadTally where the count cannot
    be. A tie is never carried without a casting vote.
    """
    value = _value(rule)
    if value.panel is not None or value.quorum is not None:
        sat = quorum(tally, rule)
        if not sat.holds:
            raise NoQuorum(sat)
    follows = outcome(tally, value)
    holds = None if follows is Outcome.CHAIR_UNKNOWN else follows is Outcome.ADOPTED
    facts = {**_counts(tally), **_threshold(tally, value)}
    return Finding(f"vote.{follows}", holds, rule, _key(tally, value, follows), facts)


def decide(tally: Tally, key: str, rules: RulesOnDay) -> Finding:
    """Find whether the vote carries under the rule `key`, its quorum taken from where it stands.

    Raises NoRuleInForce, NoQuorum, BadTally.
    """
    rule = rules[key]
    elsewhere = _value(rule).quorum_by
    if elsewhere is not None:
        sat = quorum(tally, rules[elsewhere])
        if not sat.holds:
            raise NoQuorum(sat)
    return adopted(tally, rule)


def outcome(tally: Tally, value: VoteRule) -> Outcome:
    """What follows from the count under the rule, the quorum left aside."""
    check(tally, value)
    if value.unanimous:
        if tally.in_favour == (value.panel or tally.present):
            return Outcome.ADOPTED
        return Outcome.FULL_SESSION if value.otherwise else Outcome.NOT_ADOPTED
    if value.majority is None:
        raise ValueError(f"the rule for {value.body} sets no majority")
    needed = value.majority.needed(tally.base(value.majority.of))
    if tally.in_favour >= needed:
        return Outcome.ADOPTED
    if value.casting is not None and tally.tied():
        return _by_casting_vote(tally, value.casting)
    return Outcome.NOT_ADOPTED


def _by_casting_vote(tally: Tally, casting: Casting) -> Outcome:
    if not tally.chair_presides and casting.lost_when_substituted:
        return Outcome.REPEAT_VOTE
    if tally.chair_in_favour is None:
        return Outcome.CHAIR_UNKNOWN
    return Outcome.ADOPTED if tally.chair_in_favour else Outcome.NOT_ADOPTED


def check(tally: Tally, value: VoteRule) -> None:
    """Refuse a count that cannot be or that the rule forbids. Raises BadTally."""
    counts = _counts(tally)
    numbers = [number for number in counts.values() if isinstance(number, int)]
    voted = tally.in_favour + tally.against + tally.abstained
    able = tally.base(Base.ACTING)
    wrong = {
        "negative": min(numbers) < 0,
        "too_many_present": tally.present > able,
        "too_many_votes": voted > tally.present,
        "too_many_for_panel": value.panel is not None and tally.present > value.panel,
        "chair_not_in_count": _chair_not_in_count(tally),
    }
    if value.abstention == "forbidden":
        wrong["abstained"] = tally.abstained > 0
        wrong["did_not_vote"] = 0 < voted < tally.present
    for reason, found in wrong.items():
        if found:
            panel: dict[str, Fact] = {"able": able, "voted": voted, "panel": value.panel}
            raise BadTally(f"vote.bad.{reason}", {**counts, **panel})


def _chair_not_in_count(tally: Tally) -> bool:
    if tally.chair_in_favour is None:
        return False
    return (tally.in_favour if tally.chair_in_favour else tally.against) == 0


def _value(rule: Rule) -> VoteRule:
    if not isinstance(rule.value, VoteRule):
        raise TypeError(f"'{rule.id}' is a rule of kind {rule.kind}, not vote")
    return rule.value


def _counts(tally: Tally) -> dict[str, Fact]:
    return {
        "seats": tally.seats,
        "suspended": tally.suspended,
        "vacant": tally.vacant,
        "present": tally.present,
        "in_favour": tally.in_favour,
        "against": tally.against,
        "abstained": tally.abstained,
    }


def _threshold(tally: Tally, value: VoteRule) -> dict[str, Fact]:
    if value.majority is None:
        return {"base": value.panel, "needed": value.panel, "share": None}
    base = tally.base(value.majority.of)
    share = str(value.majority)
    return {"base": base, "needed": value.majority.needed(base), "share": share}


def _key(tally: Tally, value: VoteRule, follows: Outcome) -> str:
    if follows in (Outcome.REPEAT_VOTE, Outcome.CHAIR_UNKNOWN, Outcome.FULL_SESSION):
        return f"vote.{follows}"
    if value.unanimous:
        return f"vote.unanimous.{follows}"
    assert value.majority is not None
    needed = value.majority.needed(tally.base(value.majority.of))
    if value.casting is not None and tally.tied() and tally.in_favour < needed:
        return f"vote.casting.{follows}"
    return f"vote.majority.{value.majority.of}.{follows}"
