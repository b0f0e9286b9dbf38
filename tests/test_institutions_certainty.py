"""How sure the record is that a person held an office, where days are known in part."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from atazan.institutions.certainty import Certainty, another_held, certainty

SURE, PROBABLE, NOT_EXCLUDED = Certainty


def tenure(**known: object) -> SimpleNamespace:
    unknown = {"since": None, "until": None, "seen_first": None, "seen_last": None}
    return SimpleNamespace(**{**unknown, "ongoing": False, **known})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 31), None),
        (date(2023, 1, 1), SURE),
        (date(2025, 6, 30), SURE),
        (date(2025, 7, 1), None),
    ],
)
def test_the_first_day_counts_and_the_day_of_leaving_does_not(day, expected):
    known = tenure(since="2023-01-01", until="2025-07-01")

    assert certainty(known, day, 8) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 5, 31), None),
        (date(2004, 6, 1), NOT_EXCLUDED),
        (date(2004, 6, 29), NOT_EXCLUDED),
        (date(2004, 6, 30), SURE),
        (date(2004, 7, 1), SURE),
    ],
)
def test_a_start_known_by_its_month_is_sure_from_the_last_day_of_that_month(day, expected):
    assert certainty(tenure(since="2004-06", until="2017-12-11"), day, 6) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 4, 16), SURE),
        (date(2025, 4, 17), NOT_EXCLUDED),
        (date(2025, 12, 30), NOT_EXCLUDED),
        (date(2025, 12, 31), None),
    ],
)
def test_who_left_in_a_year_is_sure_until_last_seen_and_gone_by_the_years_last_day(day, expected):
    known = tenure(since="2023-01-01", seen_last="2025-04-16", until="2025")

    assert certainty(known, day, 8) is expected


def test_between_two_sightings_an_office_is_probable_and_on_them_sure():
    known = tenure(seen_first="2005-04-29", seen_last="2017-03-09")

    assert certainty(known, date(2005, 4, 29), 6) is SURE
    assert certainty(known, date(2010, 1, 1), 6) is PROBABLE
    assert certainty(known, date(2017, 3, 9), 6) is SURE


def test_one_term_around_a_sighting_is_not_excluded_and_more_is():
    known = tenure(seen_first="2012-04-13", seen_last="2015-05-18")

    assert certainty(known, date(2006, 4, 12), 6) is None
    assert certainty(known, date(2006, 4, 13), 6) is NOT_EXCLUDED
    assert certainty(known, date(2021, 5, 17), 6) is NOT_EXCLUDED
    assert certainty(known, date(2021, 5, 18), 6) is None


def test_where_the_law_sets_no_term_nothing_is_said_of_days_outside_the_sightings():
    known = tenure(seen_first="2012-08-31", seen_last="2012-08-31")

    assert certainty(known, date(2012, 8, 30), None) is None
    assert certainty(known, date(2012, 8, 31), None) is SURE
    assert certainty(known, date(2012, 9, 1), None) is None


def test_who_is_still_in_office_by_the_last_source_is_only_probable_after_it():
    known = tenure(since="2023-01-01", seen_last="2026-02-11", ongoing=True)

    assert certainty(known, date(2026, 2, 11), 8) is SURE
    assert certainty(known, date(2026, 2, 12), 8) is PROBABLE
    assert certainty(known, date(2040, 1, 1), 8) is PROBABLE


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2023, 2, 7), False), (date(2023, 2, 8), True), (date(2023, 2, 9), True)],
)
def test_a_successor_seen_in_a_single_seat_ends_the_doubt_about_who_was_there_before(day, expected):
    before = tenure(seen_first="2021-05-19", seen_last="2022-02-14")
    after = tenure(seen_first="2023-02-08", seen_last="2025-09-12")

    assert another_held(before, [after], day) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2022, 2, 13), True), (date(2022, 2, 14), True), (date(2022, 2, 15), False)],
)
def test_a_predecessor_still_seen_ends_the_doubt_about_who_came_later(day, expected):
    before = tenure(seen_first="2021-05-19", seen_last="2022-02-14")
    after = tenure(seen_first="2023-02-08", seen_last="2025-09-12")

    assert another_held(after, [before], day) is expected
