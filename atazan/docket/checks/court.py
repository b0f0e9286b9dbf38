"""What the law asks of the Court's deeds: study, sessions, votes, admission, notices, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from atazan.docket import acts, voting
from atazan.docket.checks.common import able, day_of, done, grounds, names, no, reasoned
from atazan.docket.checks.ruling import presides
from atazan.docket.models import Petition
from atazan.institutions.bench import bench
from atazan.journal.problems import BadAct, Problem
from atazan.rules.book import Rule, RulesOnDay, rules
from atazan.rules.finding import Finding
from atazan.rules.votes import BadTally, NoQuorum, Outcome


def _judges_named(step: str) -> Callable[..., Iterator[Finding]]:
    def check(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
        return able(act.judges, row, law.day, law[step])

    return check


def _studied(act: acts.StudyReported, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.studied"]
    if act.done_by not in row.judges:
        yield no(rule, "docket.no.not_assigned", who=act.done_by or "—")
    yield from able((act.done_by or "—",), row, law.day, rule)
    if act.proposal == "refuse":
        yield from grounds(act, law, "refused", "step.refused")
    yield from reasoned(act.report, rule)


def _convened(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    purpose = act.kind.partition(".")[0]
    rule = law[f"step.{purpose}_convened"]
    sits_on = day_of(act.sits_on)
    if (purpose, act.form) not in voting.RULE:
        yield no(rule, "docket.no.form")
        return
    if purpose == "hearing" and row.to_plenary and act.form != "plenary":
        yield no(law["step.to_plenary"], "docket.no.plenary_only")
    if purpose == "admission" and not row.report:
        yield no(law["step.studied"], "docket.no.study")
    if purpose == "hearing" and not row.rapporteurs:
        yield no(law["step.rapporteur"], "docket.no.rapporteur")
    if sits_on < law.day:
        yield no(rule, "docket.no.sits_before", day=sits_on, convened=law.day)
    yield from presides(act.presiding, act.judges, sits_on, rule)
    if act.round != row.round + 1:
        raise BadAct(Problem("docket.bad.round", {"round": row.round + 1}))
    yield from able(act.judges, row, sits_on, rule)
    yield from _enough(act.form, purpose, act.judges, sits_on)


def _enough(form: str, purpose: str, judges: tuple[str, ...], day: date) -> Iterator[Finding]:
    try:
        yield voting.enough(form, purpose, len(judges), bench(day), rules().on(day))
    except BadTally as wrong:
        raise BadAct(Problem(wrong.key, dict(wrong.facts))) from wrong


def _voted(act: acts.VoteCast, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule, judge = law["step.vote"], act.done_by or "—"
    if act.vote not in (voting.FOR, voting.AGAINST):
        yield no(rule, "docket.no.abstention")
    now = voting.ballot(row)
    if act.round != now.round:
        raise BadAct(Problem("docket.bad.round", {"round": now.round}))
    if judge not in now.voters:
        yield no(rule, "docket.no.not_sitting", who=judge)
    if judge in now.voted:
        yield no(rule, "docket.no.voted", who=judge)
    if row.session and law.day < day_of(row.session["sits_on"]):
        yield no(rule, "docket.no.too_early", day=day_of(row.session["sits_on"]))
    yield from able((judge,), row, law.day, rule)
    if judge == bench(law.day).chair and set(now.waiting) - {judge}:
        yield no(rule, "docket.no.chair_last", who=names(set(now.waiting) - {judge}))


def _carried(row: Petition, law: RulesOnDay, rule: Rule) -> tuple[str | None, list[Finding]]:
    """The outcome of the vote; with a finding where it is not complete, a judge of the round may no
    longer sit, or there is no quorum."""
    if gone := voting.lost(row, law.day):
        return None, [no(rule, "docket.no.lost", who=names(gone), day=law.day)]
    try:
        found = voting.count(row, law.day)
    except NoQuorum as short:
        return None, [short.finding]
    if found is None:
        waiting = names(voting.ballot(row).waiting)
        return None, [no(rule, "docket.no.vote_open", who=waiting or "—")]
    return found.id.removeprefix("vote."), []


def carried(row: Petition, law: RulesOnDay, step: str) -> Iterator[Finding]:
    """Whether the vote carries what is put to it: all have voted, and the rule is met."""
    outcome, broken = _carried(row, law, law[step])
    yield from broken
    if outcome is not None and outcome != Outcome.ADOPTED:
        yield no(law[step], f"docket.no.outcome.{outcome}")


def _admitted(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return carried(row, law, "step.admitted")


def _refused(act: acts.PetitionRefused, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    outcome, broken = _carried(row, law, law["step.refused"])
    yield from broken
    if outcome is not None and outcome != Outcome.NOT_ADOPTED:
        yield no(law["step.refused"], f"docket.no.refusal.{outcome}")
    yield from grounds(act, law, "refused", "step.refused")
    yield from reasoned(act.reasons, law["step.refused"])


def _recusal(act: acts.RecusalStated, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    yield from able((act.done_by or "—",), row, law.day, law["step.recusal"])
    yield from reasoned(act.reason, law["step.recusal"])


def _sat(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    """Those present were convened, may sit today, and are enough."""
    session = row.session or {}
    rule = law["step.minutes" if isinstance(act, acts.MinutesKept) else "step.retired"]
    strangers = [one for one in act.present if one not in session["judges"]]
    if strangers:
        yield no(rule, "docket.no.not_convened", who=names(strangers))
    if law.day < day_of(session["sits_on"]):
        yield no(rule, "docket.no.too_early", day=day_of(session["sits_on"]))
    yield from able(act.present, row, law.day, rule)
    yield from _enough(session["form"], session["purpose"], act.present, law.day)


def _reopened(act: acts.VoteReopened, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.vote_again"]
    if act.round != row.round + 1:
        raise BadAct(Problem("docket.bad.round", {"round": row.round + 1}))
    if act.cause == "composition":
        yield from _without_the_lost(act, row, law, rule)
    else:
        yield from _counted_again(act, row, law, rule)
    yield from able(act.present, row, law.day, rule)
    session = row.session or {}
    yield from _enough(session["form"], session["purpose"], act.present, law.day)


def _counted_again(
    act: acts.VoteReopened, row: Petition, law: RulesOnDay, rule: Rule
) -> Iterator[Finding]:
    outcome, broken = _carried(row, law, rule)
    yield from broken
    if outcome is None:
        return
    wanted = Outcome.REPEAT_VOTE if act.cause == "tie" else Outcome.NOT_ADOPTED
    if outcome != wanted:
        yield no(rule, f"docket.no.reopen.{act.cause}")
    if act.cause == "tie" and not set(act.present) - voting.ballot(row).voted:
        yield no(rule, "docket.no.new_voter")


def _without_the_lost(
    act: acts.VoteReopened, row: Petition, law: RulesOnDay, rule: Rule
) -> Iterator[Finding]:
    """A judge of the round may no longer sit, and those who go on were of it."""
    if not voting.lost(row, law.day):
        yield no(rule, "docket.no.none_lost")
    if strangers := set(act.present) - set(voting.voters(row)):
        yield no(rule, "docket.no.not_convened", who=names(sorted(strangers)))


def _to_plenary(act: acts.BroughtToPlenary, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.to_plenary"]
    if act.cause == "composition":
        session = row.session or {}
        sat = row.present or session.get("judges", ())
        if not voting.sits(tuple(sat), row.id, law.day):
            yield no(rule, "docket.no.none_lost")
    elif (row.session or {}).get("form") != "panel_of_five":
        yield no(rule, "docket.no.no_panel")
    elif act.cause == "not_unanimous":
        outcome, broken = _carried(row, law, rule)
        yield from broken
        if outcome is not None and outcome != Outcome.FULL_SESSION:
            yield no(rule, "docket.no.unanimous")


def _notified(act: acts.ParticipantsNotified, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.notified"]
    if act.of == "admission":
        if row.notified_on:
            yield no(rule, "docket.no.told", day=day_of(row.notified_on))
        if not (row.admitted_on or row.refused_on):
            yield no(rule, "docket.no.nothing_to_tell")
        return
    if not done(row.id, _TOLD_OF[act.of]):
        yield no(rule, "docket.no.nothing_to_tell")
    if any(one.of == act.of for one in done(row.id, act.kind, act.done_on)):
        yield no(rule, "docket.no.told", day=day_of(act.done_on))


_TOLD_OF = {"prolongation": "term.prolonged/1", "adjournment": "session.adjourned/1"}


def _closed(act: acts.PetitionClosed, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    if not row.served_on:
        yield no(law["step.served"], "docket.no.not_served")


OWN: dict[type[Any], Callable[..., Iterator[Finding]]] = {
    acts.PetitionAssigned: _judges_named("step.assigned"),
    acts.StudyReported: _studied,
    acts.AdmissionConvened: _convened,
    acts.HearingConvened: _convened,
    acts.VoteCast: _voted,
    acts.PetitionAdmitted: _admitted,
    acts.PetitionRefused: _refused,
    acts.RapporteurAppointed: _judges_named("step.rapporteur"),
    acts.RecusalStated: _recusal,
    acts.MinutesKept: _sat,
    acts.JudgesRetired: _sat,
    acts.VoteReopened: _reopened,
    acts.BroughtToPlenary: _to_plenary,
    acts.ParticipantsNotified: _notified,
    acts.PetitionClosed: _closed,
}
