"""The vote in a petition's session: who votes, who is still to vote, and what the count gives.

How a judge voted is read only here and never leaves but as the outcome of the count (art. 51(5)).
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.docket.models import Petition, Recusal, Vote
from atazan.institutions.bench import Bench, bench
from atazan.journal import private
from atazan.journal.statements import several
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.finding import Finding
from atazan.rules.votes import NoQuorum, adopted, decide, quorum

FOR, AGAINST = "for", "against"
RULE = {
    ("admission", "panel_of_three"): "vote.court.panel_of_three",
    ("admission", "plenary"): "vote.court.plenary",
    ("hearing", "panel_of_five"): "vote.court.panel_of_five",
    ("hearing", "plenary"): "vote.court.plenary",
}
"""The voting rule of a session by its purpose and form; any other pair is no session."""


class Ballot(Struct, frozen=True):
    """The vote of a round as it stands: who is to vote, who has voted; never how."""

    round: int
    voters: tuple[str, ...]
    voted: frozenset[str]

    @property
    def waiting(self) -> tuple[str, ...]:
        """Those who have not voted yet."""
        return tuple(one for one in self.voters if one not in self.voted)


def voters(row: Petition) -> tuple[str, ...]:
    """Who votes: in a hearing those who retired, in a session on admission those convened; where
    the vote was opened again, those named then."""
    session = row.session or {}
    if session.get("purpose") == "admission" and not row.present:
        return tuple(session["judges"])
    return tuple(row.present)


def ballot(row: Petition) -> Ballot:
    """The round that runs now."""
    cast = several(Vote, "judge round", "petition", (row.id,))
    voted = frozenset(judge for judge, number in cast if number == row.round)
    return Ballot(row.round, voters(row), voted)


def votes(row: Petition) -> dict[str, str] | None:
    """How each judge of the running round voted; None while one has not. For those judges only."""
    if ballot(row).waiting:
        return None
    cast = Vote.objects.filter(petition=row.id, round=row.round).values_list("judge", "vote")
    said = private.reveal_all(vote for _, vote in cast)
    return {judge: said.get(vote, "") for judge, vote in cast}


def recused(petition: str) -> frozenset[str]:
    """Judges whose self-recusal in the case was granted."""
    stated = several(Recusal, "judge granted", "petition", (petition,))
    return frozenset(judge for judge, granted in stated if granted)


def sits(judges: tuple[str, ...], petition: str, day: date) -> tuple[str, ...]:
    """Those of `judges` who may not sit on the day: out of office, suspended, or recused."""
    able = bench(day).able - recused(petition)
    return tuple(one for one in judges if one not in able)


def lost(row: Petition, day: date) -> tuple[str, ...]:
    """Voters of the round who may no longer sit on the day: the round can then not be counted."""
    return sits(voters(row), row.id, day)


def rule_of(row: Petition, law: RulesOnDay) -> Rule | None:
    """The voting rule of the session that is on; None where none is."""
    session = row.session or {}
    key = RULE.get((session.get("purpose"), session.get("form")))
    return law[key] if key else None


def count(row: Petition, day: date) -> Finding | None:
    """What the votes cast so far give, under the rule of `day`; None until all have voted, and
    where one of the round may no longer sit.

    The finding's id is `vote.` and an Outcome of rules/votes.py. Raises NoQuorum, BadTally.
    """
    law = rules().on(day)
    rule, now = rule_of(row, law), ballot(row)
    if rule is None or now.waiting or not now.voters or lost(row, day):
        return None
    cast = Vote.objects.filter(petition=row.id, round=row.round).values_list("judge", "vote")
    said = private.reveal_all(vote for _, vote in cast)
    votes = {judge: said.get(vote) for judge, vote in cast}
    sat = bench(day)
    tally = sat.count(
        present=len(votes),
        in_favour=sum(vote == FOR for vote in votes.values()),
        against=sum(vote == AGAINST for vote in votes.values()),
        chair=None if sat.chair not in votes else votes[sat.chair] == FOR,
        chair_presides=sat.chair in votes,
    )
    return decide(tally, rule.id, law) if rule.value.panel is None else adopted(tally, rule)


def enough(form: str, purpose: str, number: int, sat: Bench, law: RulesOnDay) -> Finding:
    """Whether `number` judges are enough for a session of this form on the bench of the day."""
    rule = law[RULE[purpose, form]]
    return quorum(sat.count(present=number), law[rule.value.quorum_by or rule.id])


__all__ = [
    "AGAINST",
    "FOR",
    "RULE",
    "Ballot",
    "NoQuorum",
    "ballot",
    "count",
    "enough",
    "lost",
    "recused",
    "rule_of",
    "sits",
    "voters",
]
