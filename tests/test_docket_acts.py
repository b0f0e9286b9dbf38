"""What the law refuses of each act: one sentence a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest

from atazan.docket import acts, clocks, voting
from atazan.institutions.bench import bench
from atazan.journal.problems import BadAct, NotPermitted
from atazan.journal.record import By
from atazan.rules import due_days
from atazan.rules.book import rules
from atazan.rules.text import Text
from tests.docket_deeds import able, deed, suspend
from tests.docket_way import Way, by, do

pytestmark = pytest.mark.django_db
OLD, NEW = date(2023, 3, 1), date(2026, 9, 1)
CURABLE, LASTING = "sr2-form-content", "sr1-no-competence"


@contextmanager
def refused(key: str) -> Iterator[None]:
    """The deed inside is refused, and this is among the reasons."""
    with pytest.raises((NotPermitted, BadAct)) as no:
        yield
    told = getattr(no.value, "findings", None) or no.value.problems
    assert key in [one.key for one in told], [one.key for one in told]
    assert all(one.says(lang) for one in told for lang in ("kk", "ru", "en"))


def send(way: Way, kind: str, who: By, **told: Any) -> None:
    """The deed as the law would have it, but for what is told."""
    act = deed(kind, way.id, way.day, done_by=who.person, **told)
    do(act, who)


def ballot(way: Way, judge: str, vote: str = "for") -> None:
    send(way, "vote.cast/1", by("judge", judge), vote=vote, round=way.row.round)


def others(way: Way) -> list[str]:
    """Voters but the Chair, who votes last."""
    chair = bench(way.day).chair
    return [one for one in voting.voters(way.row) if one != chair]


def without_chair(way: Way, form: str, number: int) -> Way:
    """In deliberation while the Chair is replaced."""
    way.step(acts.RapporteurAppointed, by("chair"), judges=(way.judges(2)[1],))
    way.convene(acts.HearingConvened, form, tuple(able(way.row, way.day)[1 : number + 1]))
    return way.retired()


# The vote: art. 58, 10(5), 8(4)


def test_a_suspended_judge_does_not_vote():
    way = Way(NEW).admitted().in_session("plenary", 10).retired()
    judge = others(way)[0]
    suspend(judge, way.day)
    with refused("docket.no.judges"):
        ballot(way, judge)


def test_a_judge_no_longer_in_office_does_not_vote():
    way = Way(OLD).admitted().in_session("plenary", 10).retired()
    gone = set(voting.voters(way.row)) - bench(date(2026, 11, 1)).able
    if not gone:
        pytest.skip("the record tells of no judge of 2023 who is out of office by November 2026")
    way.day = date(2026, 11, 1)
    way.adapt("vote.cast/1")
    with refused("docket.no.judges"):
        ballot(way, gone.pop())


def test_a_recused_judge_is_not_convened():
    way = Way(NEW).admitted()
    judge = able(way.row, way.day)[2]
    send(way, "recusal.stated/1", by("judge", judge))
    send(way, "recusal.decided/1", by("chair"), judge=judge, granted=True)
    send(way, "rapporteur.appointed/1", by("chair"))
    sat = tuple(one for one in way.judges(6) if one != judge)[:4]
    with refused("docket.no.judges"):
        send(way, "hearing.convened/1", by("chair"), judges=(*sat, judge), form="panel_of_five")


def test_a_recusal_that_was_not_stated_is_not_decided():
    way = Way(NEW).admitted()
    with refused("docket.no.no_recusal"):
        send(way, "recusal.decided/1", by("chair"), judge=way.judges(2)[1])


def test_a_judge_who_does_not_sit_does_not_vote():
    way = Way(NEW).admitted().in_session().retired()
    with refused("docket.no.not_sitting"):
        ballot(way, (set(able(way.row, way.day)) - set(voting.voters(way.row))).pop())


def test_a_judge_votes_once():
    way = Way(NEW).admitted().in_session().retired()
    ballot(way, others(way)[0])
    with refused("docket.no.voted"):
        ballot(way, others(way)[0])


def test_nobody_abstains():
    way = Way(NEW).admitted().in_session().retired()
    with refused("docket.no.abstention"):
        ballot(way, others(way)[0], "abstain")


def test_the_chair_votes_last():
    way = Way(NEW).admitted().in_session().retired()
    with refused("docket.no.chair_last"):
        ballot(way, str(bench(way.day).chair))


def test_on_a_tie_the_chairs_vote_decides():
    way = Way(NEW).admitted().in_session("plenary", 10).retired()
    against = others(way)[:5]
    way.vote(*against)
    way.adopt()
    assert way.row.step == "decided"


def test_on_a_tie_with_the_chair_against_nothing_is_adopted():
    way = Way(NEW).admitted().in_session("plenary", 10).retired()
    way.vote(*others(way)[:4], str(bench(way.day).chair))
    with refused("docket.no.outcome.not_adopted"):
        way.adopt()


def test_a_tie_while_the_chair_is_replaced_is_voted_again_with_somebody_new():
    way = without_chair(Way(NEW).admitted(), "plenary", 8)
    sat = voting.voters(way.row)
    way.vote(*sat[:4])
    with refused("docket.no.outcome.repeat_vote"):
        way.adopt()
    again = {"cause": "tie", "round": way.row.round + 1}
    with refused("docket.no.new_voter"):
        send(way, "vote.reopened/1", by("chair"), **again, present=sat)
    send(way, "vote.reopened/1", by("chair"), **again, present=(*sat, str(bench(way.day).chair)))
    way.vote(*sat[:4])
    way.adopt()
    assert way.row.step == "decided"


def test_a_tie_on_admission_is_voted_again_by_those_named_then():
    way = Way(NEW).registered().studied()
    sat = tuple(able(way.row, way.day)[1:9])
    way.convene(acts.AdmissionConvened, "plenary", sat)
    way.vote(*sat[:4])
    chair = str(bench(way.day).chair)
    again = {"cause": "tie", "round": way.row.round + 1, "present": (*sat, chair)}
    send(way, "vote.reopened/1", by("chair"), **again)
    assert chair in voting.voters(way.row)
    way.vote(*sat[:4])
    send(way, "petition.admitted/1", by("chair"))
    assert way.row.step == "admitted"


def test_five_who_are_not_of_one_mind_bring_it_to_a_session_of_the_court():
    way = Way(NEW).admitted().in_session().retired()
    way.vote(others(way)[0])
    with refused("docket.no.outcome.full_session"):
        way.adopt()
    send(way, "petition.to_plenary/1", by("chair"), cause="not_unanimous")
    with refused("docket.no.plenary_only"):
        send(way, "hearing.convened/1", by("chair"), form="panel_of_five", judges=way.judges(5))


def test_five_of_one_mind_are_not_taken_from_their_case():
    way = Way(NEW).admitted().in_session().retired().vote()
    with refused("docket.no.unanimous"):
        send(way, "petition.to_plenary/1", by("chair"), cause="not_unanimous")


def test_eight_of_eleven_may_sit_and_seven_may_not():
    way = Way(NEW).admitted()
    send(way, "rapporteur.appointed/1", by("chair"))
    with refused("vote.quorum.total_less_suspended.short"):
        send(way, "hearing.convened/1", by("chair"), form="plenary", judges=way.judges(7))
    send(way, "hearing.convened/1", by("chair"), form="plenary", judges=way.judges(8))
    assert way.row.step == "in_session"


def test_a_suspended_judge_leaves_the_number_the_quorum_is_taken_of():
    way = Way(NEW).admitted()
    send(way, "rapporteur.appointed/1", by("chair"))
    suspend(way.judges(10)[-1], way.day)
    send(way, "hearing.convened/1", by("chair"), form="plenary", judges=way.judges(7))
    assert way.row.step == "in_session"  # 2/3 of 10 are 7


def test_when_a_judge_in_deliberation_may_no_longer_sit_those_who_remain_vote_again():
    way = Way(NEW).admitted().in_session("plenary", 9).retired().vote()
    judge = others(way)[0]
    suspend(judge, way.day)
    with refused("docket.no.lost"):
        way.adopt()
    rest = tuple(one for one in voting.voters(way.row) if one != judge)
    again = {"cause": "composition", "round": way.row.round + 1, "present": rest}
    send(way, "vote.reopened/1", by("chair"), **again)
    way.vote()
    way.adopt()
    assert way.row.step == "decided"


def test_a_panel_of_five_that_loses_a_judge_gives_the_case_to_the_court():
    way = Way(NEW).admitted().in_session().retired()
    with refused("docket.no.none_lost"):
        send(way, "petition.to_plenary/1", by("chair"), cause="composition")
    suspend(others(way)[0], way.day)
    send(way, "petition.to_plenary/1", by("chair"), cause="composition")
    assert (way.row.step, way.row.to_plenary) == ("admitted", True)


# Return, correction, demand: art. 47


def returned(day: date, *grounds: str) -> Way:
    way = Way(day)
    send(way, "petition.returned/1", by("registry"), grounds=grounds, reasons="words")
    send(way, "notice.received/1", way.owner)
    return way


def corrected(way: Way, on: date) -> str:
    way.day = on
    send(way, "petition.corrected/1", way.owner)
    return str(way.row.counts_on)


def test_corrected_on_the_last_day_the_first_filing_counts_and_a_day_later_it_does_not():
    for late in (0, 1):
        way = returned(NEW, CURABLE)
        last = clocks.correction(way.row).due
        on = last + timedelta(days=late)
        assert corrected(way, on) == (on if late else NEW).isoformat()


def test_where_a_ground_cannot_be_cured_the_second_filing_counts_as_its_own():
    assert corrected(returned(NEW, CURABLE, LASTING), NEW + timedelta(3)) != NEW.isoformat()
    assert corrected(returned(NEW, CURABLE), NEW + timedelta(3)) == NEW.isoformat()


def test_another_day_that_counts_is_refused():
    way = returned(NEW, CURABLE)
    way.day = NEW + timedelta(days=90)
    with refused("docket.no.counts"):
        send(way, "petition.corrected/1", way.owner, counts_as_filed=NEW.isoformat())


def test_a_decision_on_the_return_is_demanded_to_30_june_2026_and_not_after():
    way = returned(date(2026, 6, 1), CURABLE)
    way.day = date(2026, 6, 30)
    send(way, "decision.demanded/1", way.owner)
    assert way.row.step == "registered"
    way = returned(date(2026, 6, 1), CURABLE)
    way.day = date(2026, 7, 1)
    with refused("journal.no_rule"):
        send(way, "decision.demanded/1", way.owner)


def test_a_return_names_grounds_of_the_law_and_says_why():
    way = Way(NEW)
    for told, key in (
        ({"grounds": ()}, "docket.no.grounds"),
        ({"grounds": ("rf2-no-competence",)}, "docket.no.such_ground"),
        ({"reasons": " "}, "docket.no.reasons"),
    ):
        with refused(key):
            send(way, "petition.returned/1", by("registry"), **told)


# The end without a decision: art. 38, 42


@pytest.mark.parametrize(("day", "open_way"), [(OLD, False), (NEW, True)])
def test_in_deliberation_proceedings_end_only_from_1_july_2026(day: date, open_way: bool):
    way = Way(day).admitted().in_session().retired()
    if open_way:
        send(way, "proceedings.terminated/1", by("chair"))
        assert way.row.step == "terminated"
    else:
        with refused("docket.no.way"):
            send(way, "proceedings.terminated/1", by("chair"))


def test_proceedings_end_on_a_withdrawal_only_where_it_was_asked_for():
    way = Way(NEW).admitted()
    with refused("docket.no.withdrawal"):
        send(way, "proceedings.terminated/1", by("chair"), grounds=("tm1-withdrawal",))
    send(way, "withdrawal.asked/1", way.owner)
    send(way, "proceedings.terminated/1", by("chair"), grounds=("tm1-withdrawal",))
    assert way.row.step == "terminated"


# The period for the decision: art. 37, 49(2), 53


def due(way: Way) -> date:
    return clocks.decision(way.row).due


def test_a_suspension_moves_the_last_day_by_the_days_it_stood():
    way = Way(NEW).admitted()
    before = due(way)
    way.step(acts.ProceedingsSuspended, by("chair"), cause="other", reason="words")
    assert due(way) is None
    since, way.day = way.day, way.day + timedelta(days=14)
    with refused("docket.bad.suspension"):
        send(way, "proceedings.resumed/1", by("chair"), since=NEW.isoformat())
    send(way, "proceedings.resumed/1", by("chair"), since=since.isoformat())
    assert due(way) - before in (timedelta(days=n) for n in range(14, 18))


def test_a_period_is_prolonged_only_to_a_later_day():
    way = Way(NEW).admitted()
    last = due(way)
    with refused("docket.no.no_later"):
        send(way, "term.prolonged/1", by("chair"), to=last.isoformat())
    later = last + timedelta(days=30)
    send(way, "term.prolonged/1", by("chair"), to=later.isoformat())
    assert due(way) == later


@pytest.mark.parametrize("day", [OLD, NEW])
def test_joining_starts_the_period_anew_from_the_day_each_law_names(day: date):
    lead = Way(day).admitted()
    alone = due(lead)
    second = Way(day + timedelta(days=40)).admitted()
    send(second, "petition.joined/1", by("chair"), into=lead.id)
    joined = clocks._joined(lead.row)
    expected = due_days.decision_due(
        date.fromisoformat(lead.row.admitted_on), rules(), citizen=True, joined=joined
    )
    assert due(lead) == expected.due > alone
    assert joined.last_received == day + timedelta(days=40)


def test_a_petition_is_joined_only_to_an_admitted_case_and_not_to_itself():
    way, other = Way(NEW).admitted(), Way(NEW)
    for into in (way.id, other.id, "2026-99999"):
        with refused("docket.no.into"):
            send(way, "petition.joined/1", by("chair"), into=into)


# Dates, order, end


def test_nothing_is_done_to_a_petition_at_its_end():
    way = Way(NEW)
    send(way, "petition.withdrawn/1", way.owner)
    with refused("journal.no_right"):
        send(way, "petition.registered/1", by("registry"))


def test_an_act_is_not_done_ahead_nor_before_the_last_one():
    way = Way(NEW).registered()
    act = deed("petition.assigned/1", way.id, way.day - timedelta(days=1))
    with refused("journal.day_before"):
        do(act, by("chair"), way.day)
    act = deed("petition.assigned/1", way.id, way.day + timedelta(days=1))
    with refused("journal.day_ahead"):
        do(act, by("chair"), way.day)


def test_a_case_is_closed_once_the_resolution_was_sent():
    way = Way(NEW).published()
    with refused("docket.no.not_served"):
        send(way, "petition.closed/1", by("registry"))


def test_a_hearing_needs_a_rapporteur_and_a_day_that_has_not_passed():
    way = Way(NEW).admitted()
    with refused("docket.no.rapporteur"):
        send(way, "hearing.convened/1", by("chair"))
    send(way, "rapporteur.appointed/1", by("chair"))
    with refused("docket.no.sits_before"):
        send(way, "hearing.convened/1", by("chair"), sits_on="2026-09-02")


def test_only_a_judge_it_was_passed_to_reports_on_the_study():
    way = Way(NEW).registered()
    send(way, "petition.assigned/1", by("chair"))
    stranger = way.judges(5)[4]
    with refused("docket.no.not_assigned"):
        send(way, "study.reported/1", by("judge", stranger))


def test_only_a_petition_pending_on_1_july_2026_is_brought_into_line():
    way = Way(NEW)
    with refused("docket.no.adapted"):
        send(way, "petition.adapted/1", way.owner)
    old = Way(date(2026, 6, 20))
    old.day = date(2026, 7, 2)
    send(old, "petition.adapted/1", old.owner)
    assert old.row.adapted_on == "2026-07-02"


def test_a_new_holiday_moves_the_day_by_which_participants_are_told():
    way = Way(NEW).admitted()
    notice = next(one for one in clocks.clocks(way.row) if one.what == "notice")
    words = Text(kk="мереке", ru="праздник", en="holiday")
    inside = notice.due - timedelta(days=1)
    newer = notice.ledger.calendar.with_holiday(inside, words, known_from=way.day)
    moved = notice.ledger.under_calendar(newer)
    assert moved.due > notice.due and notice.overdue(moved.due)


def test_a_vote_of_a_judge_lost_before_the_count_is_not_counted():
    way = Way(NEW).admitted().in_session("plenary", 11).retired().vote()
    suspend(others(way)[0], way.day)
    assert voting.count(way.row, way.day) is None
    with refused("docket.no.lost"):
        way.adopt()


def test_a_session_on_admission_waits_for_the_judges_report() -> None:
    way = Way(NEW).registered()
    judge = way.judges(2)[1]
    way.step(acts.PetitionAssigned, by("chair"), judges=(judge,))

    with refused("docket.no.study"):
        way.convene(acts.AdmissionConvened, "panel_of_three", way.judges(3))


def test_the_participants_are_told_once() -> None:
    way = Way(NEW).admitted()
    way.now(acts.ParticipantsNotified, by("secretary"))

    with refused("docket.no.told"):
        way.now(acts.ParticipantsNotified, by("registry"))


def test_a_petition_pending_on_1_july_2026_waits_for_its_applicant() -> None:
    way = Way(date(2026, 6, 22)).registered().studied()
    way.day = date(2026, 7, 1)
    with refused("docket.no.pending"):
        send(way, "admission.convened/1", by("chair"))

    way.now(acts.PetitionAdapted, way.owner, statement="In line")
    send(way, "admission.convened/1", by("chair"))
    assert way.row.step == "admission_session"


def test_a_petition_filed_again_since_1_july_2026_was_not_pending() -> None:
    way = Way(date(2026, 7, 1))
    with refused("docket.no.adapted"):
        way.now(acts.PetitionAdapted, way.owner, statement="In line")
