"""What the Constitution of 2026 orders, by when, and what is not yet known."""

from datetime import date, timedelta

import pytest

from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.procedure import route_from
from atazan.rules.text import LANGS
from atazan.rules.transition import due, months_after

BOOK = rules()
T0 = date(2026, 7, 1)
DAY = BOOK.on(T0)
KNOWN = {"constitution_in_force": T0}


def duty(name, anchors=KNOWN):
    return due(DAY[f"transition.{name}"], anchors)


@pytest.mark.parametrize(
    ("name", "last_day"),
    [
        ("announce_kurultai_election", date(2026, 8, 1)),
        ("hold_kurultai_election", date(2026, 9, 1)),
        ("supreme_court_chair", date(2026, 9, 1)),
        ("prosecutor_general", date(2026, 9, 1)),
        ("ombudsman", date(2026, 9, 1)),
    ],
)
def test_terms_that_run_from_the_constitutions_entry_into_force(name, last_day):
    assert duty(name).last_day == last_day


@pytest.mark.parametrize("name", ["vice_president", "constitutional_court", "election_commission"])
def test_without_the_first_session_there_is_no_due_day_and_the_reason_is_told(name):
    found = duty(name)

    assert found.last_day is None
    assert found.why.holds is None
    assert "not yet known" in found.why.says("en")
    assert found.late(date(2099, 1, 1)) is None


def test_the_court_is_due_two_months_after_the_first_session_opened():
    found = duty("constitutional_court", {"first_session_opened": date(2026, 9, 10)})

    assert found.last_day == date(2026, 11, 10)
    assert found.late(date(2026, 11, 10)) is False
    assert found.late(date(2026, 11, 11)) is True
    assert found.late(date(2026, 12, 1), done_on=date(2026, 11, 9)) is False


def test_the_first_session_follows_the_results_within_thirty_days():
    found = duty("first_session", {"results_published": date(2026, 8, 30)})

    assert found.last_day == date(2026, 9, 29)


def test_bringing_acts_into_line_has_no_term():
    found = duty("adapt_acts")

    assert (found.starts, found.last_day) == (T0, None)
    assert found.why.key == "transition.no_term"


def test_the_old_court_stays_until_the_new_one_is_formed_the_rest_is_not_said():
    assert DAY["transition.constitutional_court"].value.old_stay is True
    assert DAY["transition.prosecutor_general"].value.old_stay is None


def test_there_were_no_duties_of_2026_on_the_day_before():
    assert BOOK.on(T0 - timedelta(days=1)).of_kind("transition_duty") == []
    assert len(DAY.of_kind("transition_duty")) == 14


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 1), 2, date(2027, 2, 1)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last_there_is(day, months, last):
    assert months_after(day, months) == last


@pytest.mark.parametrize("lang", LANGS)
def test_every_duty_says_when_it_is_due(lang):
    anchors = {**KNOWN, "first_session_opened": T0, "results_published": T0}
    for rule in DAY.of_kind("transition_duty"):
        for known in ({}, KNOWN, anchors):
            assert "{" not in due(rule, known).why.says(lang)


def test_a_returned_petition_could_be_put_to_the_judges_until_july_2026():
    old = route_from("returned", T0 - timedelta(days=1), BOOK)
    new = route_from("returned", T0, BOOK)

    assert old.value.to == ("lodged", "registered", "withdrawn")
    assert new.value.to == ("lodged", "withdrawn")
    with pytest.raises(NoRuleInForce):
        route_from("refused", T0, BOOK)
