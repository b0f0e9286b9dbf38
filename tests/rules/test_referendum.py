"""When a referendum takes place and carries, who may start one, and what cannot be changed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.referendum import (
    ChamberVote,
    Count,
    Threshold,
    UnitCount,
    may_be_amended,
    may_be_asked,
    may_propose,
    parliament_amends,
    result,
)
from atazan.rules.text import LANGS

BOOK = rules()
ON_2022 = date(2022, 6, 5)
NEW = date(2026, 7, 1)
OLD = date(2026, 6, 30)


def units(won, lost):
    """So many units where six of ten voted for, and so many where five of ten did."""
    yes = [UnitCount(f"won-{n}", 10, 6) for n in range(won)]
    return tuple(yes + [UnitCount(f"lost-{n}", 10, 5) for n in range(lost)])


def count(eligible=1000, took_part=600, in_favour=400, units=()):
    return Count(eligible, took_part, in_favour, units)


def test_half_of_those_entitled_is_not_enough_one_more_is():
    assert result(count(took_part=500), "other", NEW, BOOK).turnout.holds is False
    assert result(count(took_part=501), "other", NEW, BOOK).turnout.holds is True


def test_approval_is_counted_of_those_who_took_part_not_of_valid_ballots():
    half = count(took_part=600, in_favour=300)

    assert result(half, "other", NEW, BOOK).approval.holds is False
    assert result(count(in_favour=301), "other", NEW, BOOK).approval.holds is True


def test_the_referendum_of_2022_carried_nationally_on_its_published_count():
    found = result(Count(11734642, 7985769, 6163516), "constitution_amendment", ON_2022, BOOK)

    assert found.turnout.facts == {"number": 7985769, "base": 11734642, "needed": 5867322}
    assert found.approval.facts["needed"] == 3992885
    assert found.regional.holds is None
    assert found.adopted is None


@pytest.mark.parametrize(("won", "carried"), [(13, False), (14, True), (15, True)])
def test_two_thirds_of_twenty_units_are_fourteen(won, carried):
    counted = count(units=units(won, 20 - won))

    found = result(counted, "constitution_amendment", NEW, BOOK)

    assert found.regional.holds is carried
    assert found.regional.facts["needed"] == 14
    assert found.adopted is carried


def test_half_of_a_unit_is_not_a_majority_in_it():
    found = result(count(units=units(0, 20)), "constitution_amendment", NEW, BOOK)

    assert found.regional.facts["number"] == 0


@pytest.mark.parametrize(
    ("day", "asked"),
    [(date(2007, 5, 21), False), (date(2007, 5, 22), True), (date(2007, 5, 23), True)],
)
def test_the_regional_condition_came_with_the_amendments_of_may_2007(day, asked):
    found = result(count(), "constitution_amendment", day, BOOK)

    assert (found.regional is not None) is asked


def test_other_questions_never_ask_for_the_units():
    assert result(count(), "other", NEW, BOOK).regional is None
    assert result(count(), "other", NEW, BOOK).adopted is True


def test_a_new_constitution_asks_for_the_units_only_since_july_2026():
    assert result(count(), "new_constitution", date(2026, 3, 15), BOOK).regional is None
    assert result(count(), "new_constitution", NEW, BOOK).regional is not None


def test_there_is_no_rule_for_the_referendums_of_1995():
    with pytest.raises(NoRuleInForce):
        result(count(), "new_constitution", date(1995, 8, 30), BOOK)


def test_a_count_that_cannot_be_is_told_at_once():
    with pytest.raises(ValueError, match="11 for, 10 took part, 100 entitled"):
        Count(100, 10, 11)


@given(eligible=st.integers(1, 10**7), data=st.data())
def test_more_than_half_means_twice_the_number_exceeds_the_base(eligible, data):
    took_part = data.draw(st.integers(0, eligible))
    in_favour = data.draw(st.integers(0, took_part))

    found = result(Count(eligible, took_part, in_favour), "other", NEW, BOOK)

    assert found.turnout.holds == (2 * took_part > eligible)
    assert found.approval.holds == (2 * in_favour > took_part)


@pytest.mark.parametrize("written", [{}, {"more_than": "1/2", "at_least": "2/3"}])
def test_a_threshold_has_one_share(written):
    with pytest.raises(ValueError, match="either"):
        Threshold(of="units", subjects=(), **written)


@pytest.mark.parametrize(
    ("who", "until_june_2026", "since_july_2026"),
    [
        ("president", True, True),
        ("parliament", True, False),
        ("government", True, True),
        ("kurultai", False, True),
        ("khalyk_kenesi", False, True),
        ("citizens", False, False),
    ],
)
def test_who_may_propose_to_amend_the_constitution(who, until_june_2026, since_july_2026):
    assert may_propose(who, "constitution_amendment", OLD, BOOK).holds is until_june_2026
    assert may_propose(who, "constitution_amendment", NEW, BOOK).holds is since_july_2026


def test_citizens_may_propose_other_questions_with_200000_signatures():
    found = may_propose("citizens", "other", NEW, BOOK)

    assert found.holds
    assert "200000" in found.says("en")


@pytest.mark.parametrize("topic", ["budget", "tax", "amnesty", "justice", "unitarity"])
def test_some_questions_may_not_be_asked(topic):
    assert may_be_asked(topic, NEW, BOOK).holds is False
    assert may_be_asked(topic, date(2000, 1, 1), BOOK).holds is False


def test_a_nuclear_power_plant_may_be_asked_about():
    assert may_be_asked("nuclear_power_plant", date(2024, 10, 6), BOOK).holds


SENATE, MAZHILIS = ("senate", 50), ("mazhilis", 98)


def chambers(senate, mazhilis):
    return (ChamberVote("senate", senate, 50), ChamberVote("mazhilis", mazhilis, 98))


@pytest.mark.parametrize(
    ("senate", "mazhilis", "carried"), [(38, 74, True), (37, 98, False), (50, 73, False)]
)
def test_parliament_amends_by_three_quarters_of_each_chamber(senate, mazhilis, carried):
    vote = chambers(senate, mazhilis)

    assert parliament_amends(vote, "amendment.parliament", OLD, BOOK).holds is carried


def test_overriding_the_president_took_four_fifths_of_each_chamber():
    override = "amendment.parliament_override"

    assert parliament_amends(chambers(40, 79), override, OLD, BOOK).holds
    refused = parliament_amends(chambers(40, 78), override, OLD, BOOK)
    assert refused.facts == {"number": 78, "base": 98, "needed": 79}
    with pytest.raises(NoRuleInForce):
        parliament_amends(chambers(50, 98), override, date(1998, 10, 7), BOOK)


def test_since_july_2026_only_a_referendum_amends_the_constitution():
    with pytest.raises(NoRuleInForce):
        parliament_amends(chambers(50, 98), "amendment.parliament", NEW, BOOK)


@pytest.mark.parametrize(
    ("item", "from_day"),
    [
        ("unitarity", date(1995, 9, 5)),
        ("independence", date(2017, 3, 14)),
        ("president_seven_year_single_term", date(2022, 9, 17)),
        ("sovereignty", NEW),
    ],
)
def test_what_cannot_be_changed_grew(item, from_day):
    assert may_be_amended(item, from_day, BOOK).holds is False
    if from_day > date(1995, 9, 5):
        before = from_day.replace(day=from_day.day - 1) if from_day.day > 1 else OLD
        assert may_be_amended(item, before, BOOK).holds is True


def test_the_status_of_the_first_president_was_unchangeable_for_five_years():
    asked = "status_of_first_president"

    assert may_be_amended(asked, date(2022, 6, 7), BOOK).holds is False
    assert may_be_amended(asked, date(2022, 6, 8), BOOK).holds is True


@pytest.mark.parametrize("lang", LANGS)
def test_the_arithmetic_is_shown_in_three_languages(lang):
    found = result(count(units=units(14, 6)), "constitution_amendment", NEW, BOOK)

    assert "501" in found.turnout.says(lang)
    assert "301" in found.approval.says(lang)
    assert "14" in found.regional.says(lang)
