"""Referendums, drafts and duties of the record, as of a day, and what the rules make of them."""

from datetime import date

import pytest

from atazan.journal.models import Flag
from atazan.reform import queries
from atazan.reform.lawfulness import against, by_the_rules, subject
from atazan.reform.models import Referendum
from atazan.reform.queries import DutyState, ReferendumState
from atazan.rules.book import rules
from atazan.rules.referendum import Count, result
from atazan.rules.transition import TransitionDuty

pytestmark = pytest.mark.django_db


def state(id: str, day: date) -> ReferendumState | None:
    found = queries.referendum(id, day)
    return None if found is None else found.state


def duties(day: date) -> dict[str, queries.DutyOnDay]:
    return {duty.row.rule.removeprefix("transition."): duty for duty in queries.duties(day)}


def test_the_referendum_of_2026_is_called_held_and_decided_on_its_days():
    assert state("ref-2026", date(2026, 2, 10)) is None
    assert state("ref-2026", date(2026, 2, 11)) is ReferendumState.CALLED
    assert state("ref-2026", date(2026, 3, 14)) is ReferendumState.CALLED
    assert state("ref-2026", date(2026, 3, 15)) is ReferendumState.HELD
    assert state("ref-2026", date(2026, 3, 16)) is ReferendumState.DECIDED


def test_a_result_whose_day_was_not_found_is_not_sure():
    found = queries.referendum("ref-2022", date(2022, 6, 5))

    assert found is not None
    assert (found.state, found.sure) == (ReferendumState.DECIDED, False)


def test_a_constitution_adopted_on_the_day_of_the_vote_was_a_new_one():
    asked = {row.id: subject(row) for row in Referendum.objects.all()}

    assert asked == {
        "ref-1995-04": "other",
        "ref-1995-08": "new_constitution",
        "ref-2022": "constitution_amendment",
        "ref-2024": "other",
        "ref-2026": "new_constitution",
    }


def test_the_regional_condition_of_2022_cannot_be_computed_from_what_was_published():
    found = by_the_rules(Referendum.objects.get(pk="ref-2022"))

    assert found is not None and found.regional is not None
    assert (found.turnout.holds, found.approval.holds, found.regional.holds) == (True, True, None)
    assert found.adopted is None


def test_the_rules_of_the_day_asked_no_regions_of_a_new_constitution():
    found = by_the_rules(Referendum.objects.get(pk="ref-2026"))

    assert found is not None and found.regional is None
    assert found.adopted is True


def test_a_referendum_before_the_first_rule_is_not_judged_by_a_later_one():
    assert by_the_rules(Referendum.objects.get(pk="ref-1995-08")) is None


def test_a_result_declared_against_a_failed_turnout_is_questioned():
    found = result(Count(1000, 500, 400), "other", date(2024, 10, 6), rules())

    assert [part.id for part in against(found, adopted=True)] == ["referendum.turnout"]
    assert list(against(found, adopted=False)) == []


def test_a_result_declared_lost_although_it_carried_is_questioned():
    found = result(Count(1000, 501, 251), "other", date(2024, 10, 6), rules())

    assert list(against(found, adopted=True)) == []
    (finding,) = against(found, adopted=False)
    assert "251" in finding.says("en")


def test_no_declared_result_of_the_record_contradicts_the_rules_of_its_day():
    assert not Flag.objects.filter(stream__startswith="referendum/").exists()


def test_counts_of_every_referendum_lie_within_each_other():
    for row in Referendum.objects.all():
        parts = [row.in_favour, row.against, row.invalid or 0, row.not_counted or 0]
        assert sum(parts) <= row.voted <= row.electorate, row.id


def test_the_draft_of_2026_moves_from_address_to_force():
    steps = [step.id for step in queries.draft("constitution-2026", date(2026, 7, 1)).steps]

    assert steps.index("c26-commission") < steps.index("c26-decree") < steps.index("c26-published")
    assert steps.index("c26-published") < steps.index("c26-discussion") < steps.index("c26-vote")
    assert steps.index("c26-vote") < steps.index("c26-result") < steps.index("c26-in-force")


def test_a_step_of_a_later_day_is_not_told():
    steps = queries.draft("constitution-2026", date(2026, 2, 13)).steps

    assert "c26-published" in {step.id for step in steps}
    assert "c26-discussion" not in {step.id for step in steps}


def test_every_duty_the_rule_book_states_is_on_record():
    stated = {
        rule.id
        for versions in rules().rules.values()
        for rule in versions
        if isinstance(rule.value, TransitionDuty)
    }

    assert {duty.row.rule for duty in queries.duties(date(2026, 7, 1))} == stated


def test_no_duty_stands_before_the_constitution_is_in_force():
    assert queries.duties(date(2026, 6, 30)) == []


def test_a_duty_of_two_months_is_due_on_the_same_day_two_months_later():
    assert duties(date(2026, 8, 31))["ombudsman"].state is DutyState.DUE
    assert duties(date(2026, 9, 1))["ombudsman"].state is DutyState.DUE
    assert duties(date(2026, 9, 1))["ombudsman"].due.last_day == date(2026, 9, 1)
    assert duties(date(2026, 9, 2))["ombudsman"].state is DutyState.OVERDUE


def test_a_term_that_runs_from_the_first_session_waits_for_it():
    found = duties(date(2026, 9, 2))["constitutional_court"]

    assert (found.state, found.due.last_day, found.late) == (DutyState.WAITS, None, None)


def test_adapting_the_laws_has_no_term():
    assert duties(date(2026, 9, 2))["adapt_acts"].state is DutyState.NO_TERM


def test_a_duty_met_in_an_unknown_day_of_july_counts_as_met_when_july_is_over():
    assert duties(date(2026, 7, 30))["announce_kurultai_election"].state is DutyState.DUE
    met = duties(date(2026, 7, 31))["announce_kurultai_election"]
    assert (met.state, met.late) == (DutyState.MET, False)


def test_a_measure_shows_the_rule_in_force_on_the_day():
    def rule(day: date) -> object:
        found = {one.row.id: one.rule for one in queries.measures(day)}
        return found["aifc-court"] and found["aifc-court"].id

    assert rule(date(2016, 1, 1)) is None
    assert rule(date(2026, 7, 1)) == "courts.aifc.status"
