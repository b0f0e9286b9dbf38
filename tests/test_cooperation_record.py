"""The record of cooperation, as of a day."""

from datetime import date

import pytest

from atazan.cooperation import queries
from atazan.cooperation.models import Project
from atazan.cooperation.spans import ran

pytestmark = pytest.mark.django_db


def chairs(day: date) -> list[tuple[str, bool]]:
    return [(one.row.id, one.sure) for one in queries.presidency("aacc", day)]


def countries(day: date, standing: str = "member", sure: bool = True) -> set[str]:
    found = queries.members("aacc", day, standing)
    return {one.row.country["en"] for one in found if one.sure is sure}


def test_kazakhstan_presides_from_the_day_it_was_elected():
    assert chairs(date(2019, 11, 3)) == [("aacc-pr-kz", True)]
    assert chairs(date(2019, 11, 4)) == [("aacc-pr-kz", True)]


def test_the_day_the_chair_passes_on_belongs_to_the_next():
    assert chairs(date(2021, 8, 26)) == [("aacc-pr-kz", True)]
    assert chairs(date(2021, 8, 27)) == [("aacc-pr-mn", True)]


def test_between_two_presidencies_without_a_known_day_the_record_is_not_sure():
    assert chairs(date(2018, 1, 1)) == [("aacc-pr-id", False), ("aacc-pr-my", False)]


def test_nobody_presides_before_the_founding():
    assert chairs(date(2009, 12, 31)) == []


def test_india_and_the_maldives_are_members_from_the_day_the_board_admitted_them():
    assert not {"India", "Maldives"} & countries(date(2019, 11, 2))
    assert {"India", "Maldives"} <= countries(date(2019, 11, 3))


def test_kazakhstan_was_admitted_in_april_2013():
    assert "Kazakhstan" not in countries(date(2013, 4, 23))
    assert "Kazakhstan" in countries(date(2013, 4, 24))


def test_a_member_whose_day_of_admission_was_not_found_is_never_sure():
    assert "Türkiye" in countries(date(2020, 1, 1), sure=False)
    assert len(queries.members("aacc", date(2020, 8, 26))) == 19


def test_an_observer_and_an_applicant_are_no_members():
    assert countries(date(2023, 1, 1), "observer") == {"Georgia"}
    assert countries(date(2023, 1, 1), "applicant") == {"Palestine"}
    assert not {"Georgia", "Palestine"} & countries(date(2023, 1, 1))


def test_a_memorandum_of_an_unknown_day_of_november_may_stand_in_that_month():
    def sure(day: date) -> list[bool]:
        found = queries.agreements(day)
        return [one.sure for one in found if one.row.id == "mou-indonesia-2019"]

    assert sure(date(2019, 10, 31)) == []
    assert sure(date(2019, 11, 15)) == [False]
    assert sure(date(2019, 11, 30)) == [True]


def test_the_memorandum_with_undp_names_what_was_promised():
    (found,) = [one for one in queries.agreements(date(2023, 3, 1)) if "undp" in one.row.parties]

    assert [what["en"].split()[0] for what in found.row.commitments] == [
        "implement",
        "exchange",
        "develop",
        "raise",
    ]


def test_the_court_monitoring_project_ends_with_the_year_2016():
    def runs(day: date) -> list[bool]:
        return [one.sure for one in queries.projects(day) if one.row.id == "court-monitoring"]

    assert runs(date(2013, 12, 31)) == []
    assert runs(date(2016, 12, 31)) == [True]
    assert runs(date(2017, 1, 31)) == []


def test_all_eight_partners_of_the_supreme_court_met_it():
    partners = ("undp", "osce", "unicef", "ohchr", "world-bank", "giz", "usaid", "pri")
    for id in partners:
        events = queries.partner(id, date(2016, 1, 1)).events
        assert "sc-partners-meeting" in {event.id for event in events}, id


def test_every_party_is_a_registered_partner():
    known = {row.id for row in queries.partners()}

    assert {party for row in Project.objects.all() for party in row.parties} <= known


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("2019-11-03", "2021-08-27", date(2019, 11, 2), False),
        ("2019-11-03", "2021-08-27", date(2019, 11, 3), True),
        ("2019-11-03", "2021-08-27", date(2021, 8, 26), True),
        ("2019-11-03", "2021-08-27", date(2021, 8, 27), False),
        ("2012", None, date(2012, 6, 1), None),
        ("2012", None, date(2012, 12, 31), True),
        (None, "2014", date(2013, 1, 1), None),
        (None, "2014", date(2015, 1, 1), False),
        (None, None, date(2015, 1, 1), None),
    ],
)
def test_what_is_known_in_part_is_said_in_part(since, until, day, expected):
    assert ran(since, until, day) is expected
