"""Every page has a day: how it is asked for, and what is said where it cannot be given."""

from datetime import date

import pytest

from atazan.portal.day import EARLIEST, read
from atazan.rules.text import LANGS

TODAY = date(2026, 7, 21)


@pytest.mark.parametrize("written", ["2026-06-15", "15.06.2026", "15.6.2026", " 15 06 2026 "])
def test_a_day_may_be_written_as_people_and_as_programs_write_it(written):
    assert read(written, TODAY).day == date(2026, 6, 15)


def test_without_a_day_the_page_is_of_today():
    assert read(None, TODAY) == read("2026-07-21", TODAY)
    assert read(None, TODAY).is_today and read(None, TODAY).problem is None


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", "portal.day.empty"),
        ("yesterday", "portal.day.unreadable"),
        ("30.02.2026", "portal.day.unreadable"),
        ("2026-13-01", "portal.day.unreadable"),
        ("٢٠٢٦-٠٦-١٥", "portal.day.unreadable"),
        ("15.12.1991", "portal.day.too_early"),
        ("01.01.2037", "portal.day.too_late"),
    ],
)
def test_a_day_that_cannot_be_shown_is_told_in_words_and_today_is_shown(written, problem):
    found = read(written, TODAY)

    assert found.day == TODAY and found.problem is not None
    assert found.problem.key == problem
    assert all(found.problem.says(lang) for lang in LANGS)


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(1991, 12, 15), False), (EARLIEST, True), (date(1991, 12, 17), True)],
)
def test_the_record_begins_with_independence(day, told):
    assert (read(day.isoformat(), TODAY).problem is None) is told


@pytest.mark.parametrize(("written", "told"), [("2036-12-31", True), ("2037-01-01", False)])
def test_ten_years_ahead_may_be_asked_for(written, told):
    assert (read(written, TODAY).problem is None) is told
