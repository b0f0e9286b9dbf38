"""The course of a made-up petition as the law has it: each `yield` waits for the next day.

Spans between acts are made up and lie within the periods of the law; one fault at a time is
planned, so that the rest goes as it should.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atazan.decisions.acts import ResolutionServed
from atazan.decisions.simulated.case import CLERK, SECRETARY, Case
from atazan.docket import acts
from atazan.docket.clocks import decision
from atazan.journal.problems import NotPermitted
from atazan.law.models import Effect
from atazan.rules.book import rules

IN_TIME, LATE, DEMAND = "in_time", "late", "demand"
CONDITIONS = "sr5-conditions"
OWN_RULING_TO = date(2026, 7, 1)
"""From this day the applicant can no longer demand that the Court rule on a return (art. 47(3))."""
Days = Iterator[date]


class Docket:
    """What cases must know of each other: which are admitted, by provision; what was refused."""

    def __init__(self) -> None:
        self.open: dict[tuple[str, str], list[Case]] = {}
        self.refused: list[tuple[Case, NotPermitted]] = []

    def lead(self, case: Case) -> Case | None:
        """An admitted case on the same provision that this one can join."""
        found = self.open.get(_norm(case), [])
        return next((one for one in found if one is not case and one.step == "admitted"), None)


def _norm(case: Case) -> tuple[str, str]:
    return case.plan.story.work, case.plan.story.provision


def course(case: Case, docket: Docket) -> Days:
    """The whole way of a petition."""
    plan = case.plan
    case.file()
    yield case.wait(0, 2)
    case.do(acts.PetitionTaken, CLERK, clerk=CLERK.name)
    yield case.wait(1, 4)
    if plan.answer == "withdrawn":
        case.do(acts.PetitionWithdrawn, plan.owner)
        return
    if plan.answer == "returned":
        yield from _returned(case)
        if case.step not in ("lodged", "registered"):
            return
    if case.step == "lodged":
        case.do(acts.PetitionRegistered, CLERK)
    yield from _studied(case)
    yield from _admission(case, docket)
    if case.step == "admitted":
        yield from _proceedings(case, docket)


def _returned(case: Case) -> Days:
    plan = case.plan
    ground = plan.ground if f"ground.{plan.ground}" in rules().on(case.day) else CONDITIONS
    case.do(acts.PetitionReturned, CLERK, grounds=(ground,), reasons=case.reasons(ground))
    yield case.wait(1, 5)
    case.do(acts.NoticeReceived, plan.owner, how="account")
    if plan.cure == DEMAND:
        yield case.wait(2, 20)
        if case.day < OWN_RULING_TO:
            case.do(acts.DecisionDemanded, plan.owner)
    elif plan.cure:
        yield case.wait(5, 25) if plan.cure == IN_TIME else case.wait(40, 90)
        case.correct()
        yield case.wait(1, 4)


def _studied(case: Case) -> Days:
    plan = case.plan
    yield case.wait(1, 3)
    judge = case.judges(1)[0]
    case.do(acts.PetitionAssigned, case.chair, judges=(judge,))
    yield case.wait(5, 20)
    refuse = plan.ends == "refused"
    case.do(
        acts.StudyReported,
        case.judge(judge),
        done_by=judge,
        proposal="refuse" if refuse else "admit",
        grounds=(plan.end_ground,) if refuse else (),
        report=case.words("report"),
    )


def _admission(case: Case, docket: Docket) -> Days:
    plan = case.plan
    yield case.wait(1, 3)
    three = case.judges(3)
    yield case.convene(acts.AdmissionConvened, "panel_of_three", three, 1, 4)
    refuse = plan.ends == "refused"
    case.vote(against=three if refuse else ())
    if refuse:
        told = {"grounds": (plan.end_ground,), "reasons": case.reasons(plan.end_ground)}
        case.do(acts.PetitionRefused, case.chair, **told)
    else:
        case.do(acts.PetitionAdmitted, case.chair)
        docket.open.setdefault(_norm(case), []).append(case)
    yield case.wait(1, 4)
    case.do(acts.ParticipantsNotified, SECRETARY)


def _proceedings(case: Case, docket: Docket) -> Days:
    plan = case.plan
    yield case.wait(1, 3)
    lead = docket.lead(case) if plan.join else None
    if lead is not None:
        case.rule(acts.PetitionJoined, into=lead.id)
        docket.open[_norm(case)].remove(case)
        return
    case.do(acts.RapporteurAppointed, case.chair, judges=case.judges(1))
    yield from _happenings(case)
    yield case.wait(5, 30)
    docket.open[_norm(case)].remove(case)
    if plan.answer == "terminated":
        yield from _terminated(case)
        return
    yield from _hearing(case, docket, "panel_of_five", disagree=plan.disagree)


def _happenings(case: Case) -> Days:
    plan = case.plan
    if plan.urgent:
        case.rule(acts.UrgencyGranted, reason=case.words("reasons"))
    if plan.change:
        yield case.wait(1, 5)
        told = {"norms": (plan.story.norm,), "statement": plan.story.statement}
        case.do(acts.PetitionChanged, plan.owner, **told)
    if plan.recuse:
        yield case.wait(1, 5)
        (judge,) = case.judges(1)
        stated = {"done_by": judge, "reason": case.words("reasons")}
        case.do(acts.RecusalStated, case.judge(judge), **stated)
        granted = case.luck.random() < 0.8
        case.rule(acts.RecusalDecided, without=judge, judge=judge, granted=granted)
    if plan.suspend:
        yield from _suspended(case)
    if plan.prolong:
        yield from _prolonged(case)


def _suspended(case: Case) -> Days:
    yield case.wait(1, 5)
    since = case.day.isoformat()
    case.rule(
        acts.ProceedingsSuspended,
        cause=case.luck.choice(("force_majeure", "other")),
        reason=case.words("reasons"),
    )
    yield case.wait(10, 40)
    case.rule(acts.ProceedingsResumed, since=since)


def _prolonged(case: Case) -> Days:
    yield case.wait(1, 10)
    ledger = decision(case.row)
    if ledger is not None and ledger.due is not None:
        now, case.day = case.day, ledger.due
        to = case.wait(30)
        case.day = now
        told = {"to": to.isoformat(), "reason": case.words("reasons")}
        case.rule(acts.TermProlonged, **told)


def _terminated(case: Case) -> Days:
    plan = case.plan
    if plan.ground == "tm1-withdrawal":
        case.do(acts.WithdrawalAsked, plan.owner)
        yield case.wait(1, 5)
    ground = plan.ground
    if ground == "tm4-same-question-decided" and not _decided_before(plan.story.work):
        ground = "tm3-no-jurisdiction"
    told = {"grounds": (ground,), "reasons": case.reasons(ground)}
    case.rule(acts.ProceedingsTerminated, **told)


def _decided_before(work: str) -> bool:
    return Effect.objects.filter(work=work, by_decision__isnull=False).exists()


def _hearing(case: Case, docket: Docket, form: str, disagree: bool) -> Days:
    plan = case.plan
    five = form == "panel_of_five"
    judges = case.judges(5 if five else None)
    yield case.convene(acts.HearingConvened, form, judges, 3, 10)
    if plan.adjourn and five:
        case.do(acts.SessionAdjourned, SECRETARY, cause="materials")
        yield case.wait(2, 7)
        case.do(acts.SessionResumed, SECRETARY)
    case.do(acts.MinutesKept, SECRETARY, present=judges, text=case.words("minutes"))
    yield case.day
    case.do(acts.JudgesRetired, case.chair, present=judges)
    yield case.day
    case.vote(against=judges[1:2] if disagree else ())
    if disagree:
        case.do(acts.BroughtToPlenary, case.chair, cause="not_unanimous")
        yield case.wait(3, 10)
        yield from _hearing(case, docket, "plenary", disagree=False)
        return
    case.adopt()
    yield case.wait(1, 5)
    yield from _made_known(case)


def _made_known(case: Case) -> Days:
    case.publish()
    yield case.wait(0, 2)
    case.do(ResolutionServed, SECRETARY)
    yield case.wait(5, 20)
    case.do(acts.PetitionClosed, CLERK)
