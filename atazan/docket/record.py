"""What each deed of a petition's way does to the docket; what the law asks first: checks.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from atazan.docket import acts, checks
from atazan.docket.models import (
    ChallengedNorm,
    Petition,
    Prolongation,
    Recusal,
    Suspension,
    Vote,
)
from atazan.docket.steps import STEP
from atazan.journal.acts import Act, values
from atazan.journal.deeds import Deed
from atazan.journal.rows import Amend, Change, Clear, Put
from atazan.law.models import Review

_FILING = "language norms files found applicant statement facts names".split()


def _filed(act: acts.PetitionFiled) -> Iterator[Change]:
    day = {"filed_on": act.done_on, "received_on": act.done_on, "counts_on": act.done_on}
    row = values(act, *_FILING, "code", "channel")
    more = {"step": "lodged", "outcome": act.found.outcome or ""}
    yield Put(Petition, act.id, {**row, **day, **more})
    yield Put(Review, act.id, _asked(act.norms))
    yield from _norms(act.id, act.norms)


def _corrected(act: acts.PetitionCorrected) -> Iterator[Change]:
    day = {"received_on": act.done_on, "counts_on": act.counts_as_filed}
    yield from _amend(act, **values(act, *_FILING), **day, outcome=act.found.outcome or "")
    yield from _norms_anew(act)


def _norms_anew(act: Any) -> Iterator[Change]:
    yield Amend(Review, act.id, _asked(act.norms))
    yield Clear(ChallengedNorm)
    yield from _norms(act.id, act.norms)


def _asked(norms: tuple[acts.Norm, ...]) -> dict[str, Any]:
    """What the law's register of reviews is told of a petition: its provisions, no more."""
    return {"norms": [[norm.work, norm.provision] for norm in norms]}


def _norms(id: str, norms: tuple[acts.Norm, ...]) -> Iterator[Change]:
    for place, norm in enumerate(norms, 1):
        row = {"petition": id, "work": norm.work, "provision": norm.provision}
        yield Put(ChallengedNorm, f"{id}-{place}", row)


def _amend(act: Any, **row: Any) -> Iterator[Change]:
    step = STEP[act.kind]
    yield Amend(Petition, act.id, {**({"step": step} if step else {}), **row})


def _taking(*fields: str, **named: Any) -> Callable[[Any], Iterator[Change]]:
    """Rows that take over fields of the act; `named` maps a column to a field or a plain value."""

    def rows(act: Any) -> Iterator[Change]:
        told = {column: _said(act, said) for column, said in named.items()}
        return _amend(act, **values(act, *fields), **told)

    return rows


def _review(rows: Callable[[Any], Iterator[Change]], **named: Any) -> Callable[..., Any]:
    """The same rows, and what the deed does to the review of the provisions."""

    def both(act: Any) -> Iterator[Change]:
        yield from rows(act)
        told = {column: _said(act, said) for column, said in named.items()}
        yield Amend(Review, act.id, told)

    return both


def _said(act: Any, said: Any) -> Any:
    return getattr(act, said[1:]) if isinstance(said, str) and said.startswith(".") else said


def _convened(act: Any) -> Iterator[Change]:
    session = {"purpose": act.kind.partition(".")[0]}
    session |= values(act, "form", "judges", "presiding", "sits_on", "round")
    yield from _amend(act, session=session, round=act.round, present=[])


def _vote(act: acts.VoteCast) -> Iterator[Change]:
    row = values(act, "round", "vote")
    key = f"{act.id}-{act.round}-{act.done_by}"
    yield Put(Vote, key, {"petition": act.id, "judge": act.done_by, **row})


def _notified(act: acts.ParticipantsNotified) -> Iterator[Change]:
    if act.of == "admission":
        yield from _amend(act, notified_on=act.done_on)


def _suspended(act: acts.ProceedingsSuspended) -> Iterator[Change]:
    row = {"petition": act.id, "since": act.done_on, **values(act, "cause", "reason")}
    yield Put(Suspension, f"{act.id}-{act.done_on}", row)
    yield from _amend(act)


def _resumed(act: acts.ProceedingsResumed) -> Iterator[Change]:
    yield Amend(Suspension, f"{act.id}-{act.since}", {"until": act.done_on})
    yield from _amend(act, session=None, present=[])


def _prolonged(act: acts.TermProlonged) -> Iterator[Change]:
    row = {"petition": act.id, "decided_on": act.done_on, **values(act, "to", "reason")}
    yield Put(Prolongation, f"{act.id}-{act.to}", row)


def _recusal(act: acts.RecusalStated) -> Iterator[Change]:
    row = {"petition": act.id, "judge": act.done_by, "stated_on": act.done_on}
    yield Put(Recusal, f"{act.id}-{act.done_by}", {**row, "reason": act.reason})


def _recusal_decided(act: acts.RecusalDecided) -> Iterator[Change]:
    yield Amend(Recusal, f"{act.id}-{act.judge}", {"granted": act.granted})


def _changed(act: acts.PetitionChanged) -> Iterator[Change]:
    yield from _amend(act, **values(act, "norms", "statement"))
    yield from _norms_anew(act)


_DONE = ".done_on"
_ENDS = {"ended_on": _DONE}


def _deed(act: type[Act], rule: str, rows: Callable[[Any], Iterator[Change]]) -> Deed[Any]:
    check = checks.of(act)
    return Deed(act, lambda one: f"petition/{one.id}", rows, check, rule=f"step.{rule}")


DEEDS: list[Deed[Any]] = [
    _deed(acts.PetitionFiled, "filed", _filed),
    _deed(acts.PetitionCorrected, "corrected", _corrected),
    _deed(acts.PetitionTaken, "registered", _taking("clerk")),
    _deed(acts.PetitionRegistered, "registered", _taking()),
    _deed(
        acts.PetitionReturned,
        "returned",
        _taking("grounds", "reasons", returned_on=_DONE, noticed_on=None),
    ),
    _deed(acts.NoticeReceived, "notice_received", _taking(noticed_on=_DONE)),
    _deed(acts.DecisionDemanded, "decision_demanded", _taking(demanded_on=_DONE)),
    _deed(acts.PetitionAssigned, "assigned", _taking("judges")),
    _deed(acts.StudyReported, "studied", _taking("proposal", "report", proposed=".grounds")),
    _deed(acts.AdmissionConvened, "admission_convened", _convened),
    _deed(acts.VoteCast, "vote", _vote),
    _deed(
        acts.PetitionAdmitted,
        "admitted",
        _review(_taking(admitted_on=_DONE, grounds=[], session=None), since=_DONE),
    ),
    _deed(
        acts.PetitionRefused, "refused", _taking("grounds", "reasons", refused_on=_DONE, **_ENDS)
    ),
    _deed(acts.ParticipantsNotified, "notified", _notified),
    _deed(acts.RapporteurAppointed, "rapporteur", _taking(rapporteurs=".judges")),
    _deed(
        acts.PetitionJoined,
        "joined",
        _review(_taking(joined_to=".into", joined_on=_DONE), into=".into"),
    ),
    _deed(acts.ProceedingsSuspended, "suspended", _suspended),
    _deed(acts.ProceedingsResumed, "resumed", _resumed),
    _deed(acts.TermProlonged, "prolonged", _prolonged),
    _deed(acts.UrgencyGranted, "urgent", _taking(urgent=True)),
    _deed(acts.RecusalStated, "recusal", _recusal),
    _deed(acts.RecusalDecided, "recusal", _recusal_decided),
    _deed(acts.HearingConvened, "hearing_convened", _convened),
    _deed(acts.MinutesKept, "minutes", _taking("present", minutes=".text")),
    _deed(acts.SessionAdjourned, "adjourned", _taking()),
    _deed(acts.SessionResumed, "session_resumed", _taking()),
    _deed(acts.JudgesRetired, "retired", _taking("present")),
    _deed(acts.VoteReopened, "vote_again", _taking("round", "present")),
    _deed(acts.BroughtToPlenary, "to_plenary", _taking(to_plenary=True, session=None, present=[])),
    _deed(acts.PetitionWithdrawn, "withdrawn", _taking(withdrawn_on=_DONE, **_ENDS)),
    _deed(acts.WithdrawalAsked, "withdrawn", _taking(withdrawn_on=_DONE)),
    _deed(acts.PetitionChanged, "changed", _changed),
    _deed(acts.PetitionAdapted, "adapted", _taking("statement", adapted_on=_DONE)),
    _deed(
        acts.ProceedingsTerminated,
        "terminated",
        _review(_taking("grounds", "reasons", **_ENDS), until=_DONE, told=True),
    ),
    _deed(acts.PetitionClosed, "closed", _taking(**_ENDS)),
]
