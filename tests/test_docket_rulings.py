"""Who decides: the judges who sat, the Chair in person; what a joined applicant may still do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from atazan.decisions.lawfulness import asked_of
from atazan.docket import acts, clocks, watch
from atazan.docket.desk.choices import to_tell
from atazan.docket.desk.history import history
from atazan.docket.sight import Viewer, show
from atazan.institutions.bench import bench
from atazan.journal.problems import NotPermitted
from tests.docket_deeds import able, deed, suspend
from tests.docket_way import Way, by, do
from tests.test_docket_acts import others, refused, send

pytestmark = pytest.mark.django_db
OLD, NEW = date(2023, 3, 1), date(2026, 9, 1)
LAWS = pytest.mark.parametrize("day", [OLD, NEW])
RULINGS = (
    "proceedings.suspended/1 term.prolonged/1 urgency.granted/1 proceedings.terminated/1"
).split()


def present(way: Way, number: int, first: int = 0) -> dict[str, Any]:
    judges = tuple(able(way.row, way.day)[first : first + number])
    return {"present": judges, "presiding": judges[0]}


# Rulings: art. 55(1), 58(2)


@LAWS
@pytest.mark.parametrize("kind", RULINGS)
def test_a_ruling_is_not_made_by_the_chair_alone(day: date, kind: str):
    way = Way(day).admitted()
    with refused("docket.no.few_for_ruling"):
        send(way, kind, by("chair"), **present(way, 1))


def test_five_are_enough_for_a_ruling_and_six_are_neither_panel_nor_quorum():
    for number, enough in ((4, False), (5, True), (6, False), (7, False), (8, True)):
        way = Way(NEW).admitted()
        if enough:
            send(way, "urgency.granted/1", by("chair"), **present(way, number))
            assert way.row.urgent
        else:
            with refused("docket.no.few_for_ruling"):
                send(way, "urgency.granted/1", by("chair"), **present(way, number))


def test_once_before_a_session_of_the_court_five_do_not_rule():
    way = Way(NEW).admitted().in_session().retired()
    way.vote(others(way)[0])
    send(way, "petition.to_plenary/1", by("chair"), cause="not_unanimous")
    with refused("vote.quorum.total_less_suspended.short"):
        send(way, "urgency.granted/1", by("chair"), **present(way, 5))
    send(way, "urgency.granted/1", by("chair"), **present(way, 8))
    assert way.row.urgent


def test_a_suspended_judge_takes_no_part_in_a_ruling():
    way = Way(NEW).admitted()
    told = present(way, 5)
    suspend(told["present"][2], way.day)
    with refused("docket.no.judges"):
        send(way, "urgency.granted/1", by("chair"), **told)


def test_nobody_rules_on_the_own_self_recusal():
    way = Way(NEW).admitted()
    five = present(way, 5)
    judge = five["present"][3]
    send(way, "recusal.stated/1", by("judge", judge))
    with refused("docket.no.own_recusal"):
        send(way, "recusal.decided/1", by("chair"), judge=judge, **five)
    send(way, "recusal.decided/1", by("chair"), judge=judge)
    told = history(show(way.row, Viewer("x", ("chair",), bench(way.day).chair)))[0]
    assert len(told.ruled) == 5 and told.slug == "recusal-decided"
    assert told.ruled[0] == told.judge


def test_a_reader_who_does_not_see_the_composition_is_not_told_who_ruled():
    way = Way(NEW).admitted()
    send(way, "urgency.granted/1", by("chair"))
    shown = show(way.row, Viewer())
    assert shown is not None and "composition" not in shown.sees
    assert all(one.ruled == () for one in history(shown))


def test_where_the_chair_sits_nobody_else_presides():
    way = Way(NEW).admitted()
    told = present(way, 5)
    with refused("docket.no.chair_presides"):
        send(way, "urgency.granted/1", by("chair"), **{**told, "presiding": told["present"][1]})
    with refused("docket.no.presiding"):
        send(way, "urgency.granted/1", by("chair"), **{**told, "presiding": "nobody"})
    send(way, "rapporteur.appointed/1", by("chair"))
    with refused("docket.no.chair_presides"):
        send(way, "hearing.convened/1", by("chair"), presiding=told["present"][1])
    judges = tuple(able(way.row, way.day)[1:6])
    send(way, "hearing.convened/1", by("chair"), judges=judges, presiding=judges[2])
    assert way.row.session["presiding"] == judges[2]


# The Chair in person: art. 27(3)


@LAWS
def test_a_suspended_chair_does_not_assign_and_the_deputy_does(day: date):
    way = Way(day).registered()
    sat = bench(day)
    if sat.deputy is None:
        pytest.skip("the record tells of no Deputy Chair that day")
    suspend(str(sat.chair), way.day)
    judge = able(way.row, way.day)[1]
    with refused("docket.no.not_chair"):
        send(way, "petition.assigned/1", by("chair", sat.chair), judges=(judge,))
    send(way, "petition.assigned/1", by("chair", sat.deputy), judges=(judge,))
    assert way.row.judges == [judge]


def test_a_judge_acts_as_chair_only_where_neither_chair_nor_deputy_can():
    way = Way(NEW).registered()
    sat = bench(way.day)
    judge = next(one for one in able(way.row, way.day) if one not in (sat.chair, sat.deputy))
    with refused("docket.no.not_chair"):
        send(way, "petition.assigned/1", by("chair", judge))
    for head in {sat.chair, sat.deputy} - {None}:
        suspend(str(head), way.day)
    send(way, "petition.assigned/1", by("chair", judge))
    assert way.row.step == "under_study"


def test_an_account_without_a_person_does_not_act_as_chair():
    from atazan.journal.record import By, record, version_of
    from tests.docket_way import at

    way = Way(NEW).registered()
    act = deed("petition.assigned/1", way.id, way.day, done_by=bench(way.day).chair)
    seen = version_of(f"petition/{way.id}")
    with pytest.raises(NotPermitted) as no:
        record(act, by=By("a-chair", "chair"), at=at(way.day), seen=seen)
    assert [one.key for one in no.value.findings] == ["journal.not_self"]


# A joined petition's applicant stays a participant: art. 42, 38


def joined(day: date) -> tuple[Way, Way]:
    lead, way = Way(day).admitted(), Way(day).admitted()
    way.now(acts.PetitionJoined, by("chair"), into=lead.id)
    lead.day = way.day
    return lead, way


@LAWS
def test_a_joined_petition_is_withdrawn_and_ended_by_itself(day: date):
    lead, way = joined(day)
    due = clocks.decision(lead.row).due
    send(way, "withdrawal.asked/1", way.owner)
    told = {"grounds": ("tm1-withdrawal",), "reasons": "words"}
    send(way, "proceedings.terminated/1", by("chair"), **told)
    assert (way.row.step, lead.row.step) == ("terminated", "admitted")
    assert clocks.decision(lead.row).due == due
    assert watch.stuck(way.day) == []


def test_what_a_joined_applicant_adds_is_decided_on_and_what_was_ended_is_not():
    lead, way = joined(NEW)
    norm = acts.Norm(work="civil-procedure-code-2015", provision="art_152")
    send(way, "petition.changed/1", by("registry"), norms=(norm,))
    assert (norm.work, norm.provision) in asked_of(lead.row)
    send(way, "proceedings.terminated/1", by("chair"))
    assert (norm.work, norm.provision) not in asked_of(lead.row)


@pytest.mark.parametrize(("day", "may_end"), [(OLD, False), (NEW, True)])
def test_once_the_judges_of_the_case_retired_a_joined_applicant_comes_too_late(day, may_end):
    lead, way = joined(day)
    lead.in_session().retired()
    way.day = lead.day
    for kind in ("withdrawal.asked/1", "petition.changed/1"):
        with refused("docket.no.lead_retired"):
            send(way, kind, way.owner)
    if may_end:
        send(way, "proceedings.terminated/1", by("chair"))
        assert way.row.step == "terminated"
    else:
        with refused("docket.no.lead_retired"):
            send(way, "proceedings.terminated/1", by("chair"))


def test_the_registry_adapts_the_petition_of_one_who_filed_on_paper():
    way = Way(date(2026, 6, 20))
    way.day = date(2026, 7, 2)
    send(way, "petition.adapted/1", by("registry"))
    assert way.row.adapted_on == "2026-07-02"


# Suspension and recusal at any stage: art. 37(1), 10(5)


@LAWS
def test_proceedings_are_suspended_in_deliberation_and_heard_anew(day: date):
    way = Way(day).admitted().in_session().retired()
    judge = others(way)[0]
    send(way, "recusal.stated/1", by("judge", judge))
    way.now(acts.ProceedingsSuspended, by("chair"), cause="other", reason="words")
    assert way.row.step == "suspended"
    since, way.day = way.day, way.day + timedelta(days=3)
    send(way, "proceedings.resumed/1", by("chair"), since=since.isoformat())
    assert (way.row.step, way.row.session, way.row.present) == ("admitted", None, [])
    send(way, "hearing.convened/1", by("chair"))
    assert way.row.step == "in_session"


# Notices: art. 48(4), 52(2), 53


def test_participants_are_told_of_an_adjournment_and_a_prolonged_period():
    way = Way(NEW).admitted()
    told = by("secretary")
    for of in ("prolongation", "adjournment"):
        with refused("docket.no.nothing_to_tell"):
            way.now(acts.ParticipantsNotified, told, of=of)
    last = clocks.decision(way.row).due
    way.now(acts.TermProlonged, by("chair"), to=str(last + timedelta(30)), reason="words")
    assert to_tell(way.row) == ("admission", "prolongation")
    way.now(acts.ParticipantsNotified, told, of="prolongation")
    assert way.row.notified_on is None and to_tell(way.row) == ("admission",)
    with refused("docket.no.told"):
        way.now(acts.ParticipantsNotified, told, of="prolongation")
    way.now(acts.ParticipantsNotified, told)
    assert way.row.notified_on == way.day.isoformat() and to_tell(way.row) == ()
    way.in_session()
    do(acts.SessionAdjourned(id=way.id, done_on=way.day.isoformat(), cause="absence"), told)
    assert to_tell(way.row) == ("adjournment",)
