"""What the law asks of each deed before it is recorded; a finding that does not hold refuses it.

Every deed but the first: the petition is on record and the route of the day leads to the new step
(rules/procedure.yaml). Then the deed's own questions, each a finding with its provision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec

from atazan.docket import acts, clocks, voting
from atazan.docket.facts import read_facts
from atazan.docket.models import Petition, Recusal, Suspension
from atazan.docket.steps import STEP
from atazan.institutions.bench import bench
from atazan.journal.acts import Act
from atazan.journal.problems import BadAct, Problem
from atazan.law.models import Effect
from atazan.law.record import check_target
from atazan.rules import due_days
from atazan.rules.admissibility import assess
from atazan.rules.bad_petition import BadPetition
from atazan.rules.book import NoRuleInForce, Rule, RulesOnDay, rules
from atazan.rules.finding import Finding
from atazan.rules.procedure import route_from
from atazan.rules.votes import BadTally, NoQuorum, Outcome

Check = Callable[[Any, RulesOnDay], Iterator[Finding]]


def of(act: type[Act]) -> Check:
    """The check of a kind of deed: its place on the way, then its own questions."""
    own = _OWN.get(act)

    def check(one: Any, law: RulesOnDay) -> Iterator[Finding]:
        if isinstance(one, acts.PetitionFiled):
            yield from _filed(one, law)
            return
        row = Petition.objects.filter(pk=one.id).first()
        if row is None:
            raise BadAct(Problem("docket.bad.unknown", {"id": one.id}))
        found = way(row, one, law)
        yield from found
        if own is not None and not found:
            yield from own(one, row, law)

    return check


def way(row: Petition, act: Any, law: RulesOnDay) -> list[Finding]:
    """Whether the route of the day leads from the petition's step to that of the deed."""
    to = STEP[act.kind]
    if to is None or to == row.step:
        return []
    try:
        route = route_from(row.step, law.day, rules())
    except NoRuleInForce:
        raise BadAct(Problem("docket.bad.at_end", {"id": row.id})) from None
    if to in route.value.to:
        return []
    return [_no(route, "docket.no.way", id=row.id)]


def _no(rule: Rule, key: str, **facts: Any) -> Finding:
    return Finding(rule.id, False, rule, key, facts)


def _day(written: str | None) -> date:
    return date.fromisoformat(str(written))


def _names(judges: Any) -> str:
    return ", ".join(judges)


def _filed(act: acts.PetitionFiled, law: RulesOnDay) -> Iterator[Finding]:
    _facts_agree(act, law)
    return iter(())


def _facts_agree(act: Any, law: RulesOnDay) -> None:
    """The findings told are those the rules of the day give on the facts told. Raises BadAct."""
    for norm in act.norms:
        check_target(norm.work, norm.provision)
    try:
        told = findings(act.facts, law.day)
    except msgspec.MsgspecError as wrong:
        raise BadAct(Problem("docket.bad.facts", {"why": str(wrong)})) from wrong
    if act.found != told:
        raise BadAct(Problem("docket.bad.findings", {"day": law.day}))


def findings(facts: str, day: date) -> acts.Found:
    """What the rules of a day find on the facts of a filing.

    Facts that cannot be (no provision named, a day ahead) may be filed too: nothing is found then
    and a person looks. Raises msgspec.MsgspecError where the text is no facts at all.
    """
    try:
        found = assess(read_facts(facts, day), day)
    except BadPetition:
        return acts.Found()
    grounds = tuple(one.id for one in found.grounds)
    return acts.Found(outcome=found.outcome, grounds=grounds, missing=len(found.missing))


def _corrected(act: acts.PetitionCorrected, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    _facts_agree(act, law)
    counts = counts_as_filed(row, _day(act.done_on), law)
    if act.counts_as_filed != counts.isoformat():
        yield _no(law[due_days.CORRECTION], "docket.no.counts", day=counts)


def counts_as_filed(row: Petition, refiled: date, law: RulesOnDay) -> date:
    """The day on which a petition filed again counts as filed: art. 47(4).

    A notice not known to be received was received on the day of the second filing at the latest.
    """
    returned = rules().on(_day(row.returned_on))
    curable = all(returned[f"ground.{one}"].value.curable for one in row.grounds)
    notified = _day(row.noticed_on) if row.noticed_on else refiled
    first = _day(row.counts_on)
    return due_days.effective_filing_day(first, notified, refiled, rules(), curable=curable)


def _grounds(act: Any, law: RulesOnDay, leads_to: str, step: str) -> Iterator[Finding]:
    """Grounds are named, and each leads to this outcome under the rules of the day."""
    if not act.grounds:
        yield _no(law[step], "docket.no.grounds")
    for one in act.grounds:
        rule = law.get(f"ground.{one}")
        if rule is None or rule.value.leads_to != leads_to:
            yield _no(law[step], "docket.no.such_ground", ground=one, day=law.day)


def _returned(act: acts.PetitionReturned, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    yield from _grounds(act, law, "returned_by_staff", "step.returned")
    yield from _reasoned(act.reasons, law["step.returned"])


def _reasoned(words: str, rule: Rule) -> Iterator[Finding]:
    if not words.strip().strip("{}"):
        yield _no(rule, "docket.no.reasons")


def _noticed(act: acts.NoticeReceived, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    if row.noticed_on:
        facts = {"id": row.id, "day": _day(row.noticed_on)}
        yield _no(law["step.notice_received"], "docket.no.noticed", **facts)


def _able(judges: tuple[str, ...], row: Petition, day: date, rule: Rule) -> Iterator[Finding]:
    """Each is a judge in office that day, not suspended and not recused in this case."""
    if not judges:
        yield _no(rule, "docket.no.judge_named")
    if len(set(judges)) < len(judges):
        yield _no(rule, "docket.no.judge_twice")
    if out := voting.sits(judges, row.id, day):
        yield _no(rule, "docket.no.judges", who=_names(out), day=day)


def _judges_named(step: str) -> Callable[..., Iterator[Finding]]:
    def check(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
        return _able(act.judges, row, law.day, law[step])

    return check


def _studied(act: acts.StudyReported, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.studied"]
    if act.done_by not in row.judges:
        yield _no(rule, "docket.no.not_assigned", who=act.done_by or "—")
    yield from _able((act.done_by or "—",), row, law.day, rule)
    if act.proposal == "refuse":
        yield from _grounds(act, law, "refused", "step.refused")
    yield from _reasoned(act.report, rule)


def _convened(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    purpose = act.kind.partition(".")[0]
    rule = law[f"step.{purpose}_convened"]
    sits_on = _day(act.sits_on)
    if (purpose, act.form) not in voting.RULE:
        yield _no(rule, "docket.no.form")
        return
    if purpose == "hearing" and row.to_plenary and act.form != "plenary":
        yield _no(law["step.to_plenary"], "docket.no.plenary_only")
    if purpose == "hearing" and not row.rapporteurs:
        yield _no(law["step.rapporteur"], "docket.no.rapporteur")
    if sits_on < law.day:
        yield _no(rule, "docket.no.sits_before", day=sits_on, convened=law.day)
    if act.presiding not in act.judges:
        yield _no(rule, "docket.no.presiding", who=act.presiding)
    if act.round != row.round + 1:
        raise BadAct(Problem("docket.bad.round", {"round": row.round + 1}))
    yield from _able(act.judges, row, sits_on, rule)
    yield from _enough(act.form, purpose, act.judges, sits_on)


def _enough(form: str, purpose: str, judges: tuple[str, ...], day: date) -> Iterator[Finding]:
    try:
        yield voting.enough(form, purpose, len(judges), bench(day), rules().on(day))
    except BadTally as wrong:
        raise BadAct(Problem(wrong.key, dict(wrong.facts))) from wrong


def _voted(act: acts.VoteCast, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule, judge = law["step.vote"], act.done_by or "—"
    if act.vote not in (voting.FOR, voting.AGAINST):
        yield _no(rule, "docket.no.abstention")
    now = voting.ballot(row)
    if act.round != now.round:
        raise BadAct(Problem("docket.bad.round", {"round": now.round}))
    if judge not in now.voters:
        yield _no(rule, "docket.no.not_sitting", who=judge)
    if judge in now.voted:
        yield _no(rule, "docket.no.voted", who=judge)
    if row.session and law.day < _day(row.session["sits_on"]):
        yield _no(rule, "docket.no.too_early", day=_day(row.session["sits_on"]))
    yield from _able((judge,), row, law.day, rule)
    if judge == bench(law.day).chair and set(now.waiting) - {judge}:
        yield _no(rule, "docket.no.chair_last", who=_names(set(now.waiting) - {judge}))


def _carried(row: Petition, law: RulesOnDay, rule: Rule) -> tuple[str | None, list[Finding]]:
    """The outcome of the vote; with a finding where it is not complete or there is no quorum."""
    try:
        found = voting.count(row, law.day)
    except NoQuorum as short:
        return None, [short.finding]
    if found is None:
        waiting = _names(voting.ballot(row).waiting)
        return None, [_no(rule, "docket.no.vote_open", who=waiting or "—")]
    return found.id.removeprefix("vote."), []


def carried(row: Petition, law: RulesOnDay, step: str) -> Iterator[Finding]:
    """Whether the vote carries what is put to it: all have voted, and the rule is met."""
    outcome, broken = _carried(row, law, law[step])
    yield from broken
    if outcome is not None and outcome != Outcome.ADOPTED:
        yield _no(law[step], f"docket.no.outcome.{outcome}")


def _admitted(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return carried(row, law, "step.admitted")


def _refused(act: acts.PetitionRefused, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    outcome, broken = _carried(row, law, law["step.refused"])
    yield from broken
    if outcome is not None and outcome != Outcome.NOT_ADOPTED:
        yield _no(law["step.refused"], f"docket.no.refusal.{outcome}")
    yield from _grounds(act, law, "refused", "step.refused")
    yield from _reasoned(act.reasons, law["step.refused"])


def _joined(act: acts.PetitionJoined, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    into = Petition.objects.filter(pk=act.into).first()
    if into is None or into.id == row.id or into.step != "admitted":
        yield _no(law["step.joined"], "docket.no.into", id=act.into)


def _suspended(act: acts.ProceedingsSuspended, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return _reasoned(act.reason, law["step.suspended"])


def _resumed(act: acts.ProceedingsResumed, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    open_one = Suspension.objects.filter(petition=row.id, until=None).first()
    if open_one is None or open_one.since != act.since:
        since = open_one.since if open_one else "—"
        raise BadAct(Problem("docket.bad.suspension", {"since": since}))
    if act.done_on == act.since:
        yield _no(law["step.resumed"], "docket.no.same_day")


def _prolonged(act: acts.TermProlonged, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    ledger = clocks.decision(row)
    due = None if ledger is None else ledger.due
    if due is None or _day(act.to) <= due:
        yield _no(law["step.prolonged"], "docket.no.no_later", day=due or "—")
    yield from _reasoned(act.reason, law["step.prolonged"])


def _urgent(act: acts.UrgencyGranted, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    return _reasoned(act.reason, law["step.urgent"])


def _recusal(act: acts.RecusalStated, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    yield from _able((act.done_by or "—",), row, law.day, law["step.recusal"])
    yield from _reasoned(act.reason, law["step.recusal"])


def _recusal_decided(act: acts.RecusalDecided, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    stated = Recusal.objects.filter(petition=row.id, judge=act.judge, granted=None)
    if not stated.exists():
        yield _no(law["step.recusal"], "docket.no.no_recusal", who=act.judge)


def _sat(act: Any, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    """Those present were convened, may sit today, and are enough."""
    session = row.session or {}
    rule = law["step.minutes" if isinstance(act, acts.MinutesKept) else "step.retired"]
    strangers = [one for one in act.present if one not in session["judges"]]
    if strangers:
        yield _no(rule, "docket.no.not_convened", who=_names(strangers))
    if law.day < _day(session["sits_on"]):
        yield _no(rule, "docket.no.too_early", day=_day(session["sits_on"]))
    yield from _able(act.present, row, law.day, rule)
    yield from _enough(session["form"], session["purpose"], act.present, law.day)


def _reopened(act: acts.VoteReopened, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.vote_again"]
    if act.round != row.round + 1:
        raise BadAct(Problem("docket.bad.round", {"round": row.round + 1}))
    outcome, broken = _carried(row, law, rule)
    yield from broken
    if outcome is None:
        return
    wanted = Outcome.REPEAT_VOTE if act.cause == "tie" else Outcome.NOT_ADOPTED
    if outcome != wanted:
        yield _no(rule, f"docket.no.reopen.{act.cause}")
    if act.cause == "tie" and not set(act.present) - voting.ballot(row).voted:
        yield _no(rule, "docket.no.new_voter")
    yield from _able(act.present, row, law.day, rule)
    session = row.session or {}
    yield from _enough(session["form"], session["purpose"], act.present, law.day)


def _to_plenary(act: acts.BroughtToPlenary, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    rule = law["step.to_plenary"]
    if (row.session or {}).get("form") != "panel_of_five":
        yield _no(rule, "docket.no.no_panel")
    elif act.cause == "not_unanimous":
        outcome, broken = _carried(row, law, rule)
        yield from broken
        if outcome is not None and outcome != Outcome.FULL_SESSION:
            yield _no(rule, "docket.no.unanimous")


def _changed(act: acts.PetitionChanged, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    for norm in act.norms:
        check_target(norm.work, norm.provision)
    if not act.norms:
        yield _no(law["step.changed"], "docket.no.norm")
    yield from _reasoned(act.statement, law["step.changed"])


def _adapted(act: acts.PetitionAdapted, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    begins = law["step.adapted"].term.since
    if _day(row.filed_on) >= begins:
        yield _no(law["step.adapted"], "docket.no.adapted", day=_day(row.filed_on))
    yield from _reasoned(act.statement, law["step.adapted"])


def _terminated(
    act: acts.ProceedingsTerminated, row: Petition, law: RulesOnDay
) -> Iterator[Finding]:
    yield from _grounds(act, law, "terminated", "step.terminated")
    yield from _reasoned(act.reasons, law["step.terminated"])
    if "tm1-withdrawal" in act.grounds and not row.withdrawn_on:
        yield _no(law["step.terminated"], "docket.no.withdrawal")
    if "tm4-same-question-decided" in act.grounds and not _decided(row):
        yield _no(law["step.terminated"], "docket.no.same_question")


def _decided(row: Petition) -> bool:
    """Whether a decision told in the record touches a provision the petition challenges."""
    return any(
        Effect.objects.filter(work=norm["work"], by_decision__isnull=False).exists()
        for norm in row.norms
    )


def _closed(act: acts.PetitionClosed, row: Petition, law: RulesOnDay) -> Iterator[Finding]:
    if not row.served_on:
        yield _no(law["step.served"], "docket.no.not_served")


_OWN: dict[type[Act], Callable[..., Iterator[Finding]]] = {
    acts.PetitionCorrected: _corrected,
    acts.PetitionReturned: _returned,
    acts.NoticeReceived: _noticed,
    acts.PetitionAssigned: _judges_named("step.assigned"),
    acts.StudyReported: _studied,
    acts.AdmissionConvened: _convened,
    acts.HearingConvened: _convened,
    acts.VoteCast: _voted,
    acts.PetitionAdmitted: _admitted,
    acts.PetitionRefused: _refused,
    acts.RapporteurAppointed: _judges_named("step.rapporteur"),
    acts.PetitionJoined: _joined,
    acts.ProceedingsSuspended: _suspended,
    acts.ProceedingsResumed: _resumed,
    acts.TermProlonged: _prolonged,
    acts.UrgencyGranted: _urgent,
    acts.RecusalStated: _recusal,
    acts.RecusalDecided: _recusal_decided,
    acts.MinutesKept: _sat,
    acts.JudgesRetired: _sat,
    acts.VoteReopened: _reopened,
    acts.BroughtToPlenary: _to_plenary,
    acts.PetitionChanged: _changed,
    acts.PetitionAdapted: _adapted,
    acts.ProceedingsTerminated: _terminated,
    acts.PetitionClosed: _closed,
}
