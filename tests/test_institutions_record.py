"""The real record of offices, sittings and votes, asked as of a day."""

from __future__ import annotations

from datetime import date

import pytest

from atazan.institutions.certainty import Certainty
from atazan.institutions.models import Election, Person, Tenure
from atazan.institutions.queries import (
    UnknownOffice,
    chronicle,
    holders,
    offices_on,
    questions,
    sittings,
    tenures_of,
    timeline,
    votes_of,
)
from atazan.rules.bodies import offices

pytestmark = pytest.mark.django_db


def surely(office: str, day: date) -> list[str]:
    return [one.person for one in holders(office, day) if one.certainty is Certainty.SURE]


def test_azimova_chairs_the_court_by_the_presidents_act_with_the_senates_consent():
    [held] = holders("constitutional_court_chair", date(2024, 5, 1))

    assert (held.person, held.by, held.consent_by) == ("azimova", "president", "senate")
    assert held.consent_on == "2022-12-29"
    assert held.certainty is Certainty.SURE


def test_the_council_ends_the_day_before_the_court_begins():
    assert surely("constitutional_council_chair", date(2022, 12, 31)) == ["mami"]
    assert holders("constitutional_council_chair", date(2023, 1, 1)) == []
    assert holders("constitutional_court_chair", date(2022, 12, 31)) == []
    assert surely("constitutional_court_chair", date(2023, 1, 1)) == ["azimova"]


def test_on_the_day_of_a_succession_only_the_successor_holds_the_office():
    assert surely("president", date(2019, 3, 19)) == ["nazarbayev"]
    assert surely("president", date(2019, 3, 20)) == ["tokayev"]
    assert surely("senate_chair", date(2019, 3, 20)) == ["nazarbayeva-d"]


def test_the_ombudsman_was_released_and_replaced_at_one_sitting():
    assert surely("ombudsman", date(2022, 12, 28)) == ["azimova"]
    assert surely("ombudsman", date(2022, 12, 29)) == ["lastayev"]
    assert holders("ombudsman", date(2019, 8, 20)) == []  # vacant after Shakirov


def test_the_senate_released_consented_supported_and_appointed_on_29_december_2022():
    votes = votes_of("senate-2022-12-29")

    assert [(one.question, one.person) for one in votes] == [
        ("vote.senate.election", "azimova"),
        ("vote.senate.consent", "azimova"),
        ("vote.senate.election", "lastayev"),
        ("vote.senate.judges", "sarsembayev"),
        ("vote.senate.judges", "eskendirov"),
        ("vote.senate.judges", "kydyrbayeva"),
    ]
    assert votes[1].ballot == "open" and votes[1].unanimous and votes[1].carried


def test_the_court_began_with_ten_judges_beside_the_chair():
    day = date(2023, 3, 6)

    assert len(surely("constitutional_court_judge", day)) == 10
    assert surely("constitutional_court_deputy_chair", day) == ["nurmukhanov"]


def test_no_office_of_fixed_seats_surely_has_more_holders_than_seats():
    for year in range(1996, 2027):
        for place, held in offices_on(date(year, 7, 1)):
            sure = [one for one in held if one.certainty is Certainty.SURE]
            assert place.seats is None or len(sure) <= place.seats, (place.id, year)


def test_between_the_year_that_is_known_and_the_day_that_is_not_nobody_is_sure():
    found = holders("constitutional_council_chair", date(2004, 6, 15))

    assert {one.person for one in found} == {"khitrin", "rogov"}
    assert {one.certainty for one in found} == {Certainty.NOT_EXCLUDED}


def test_a_timeline_runs_from_the_earliest_holder():
    chairs = [one.person for one in timeline("constitutional_council_chair")]

    assert chairs == ["kim-yu", "khitrin", "rogov", "mami"]


def test_one_person_is_found_in_every_office_held():
    held = [one.office for one in tenures_of("mami")]

    assert held == [
        "supreme_court_chair",
        "prosecutor_general",
        "senate_chair",
        "supreme_court_chair",
        "constitutional_council_chair",
    ]


def test_an_unknown_office_names_the_offices_there_are():
    with pytest.raises(UnknownOffice, match="constitutional_court_chair"):
        holders("lord_chancellor", date(2024, 1, 1))


def test_the_chronicle_includes_both_its_days():
    on = {one.id for one in chronicle(date(2022, 12, 29), date(2023, 1, 1))}

    assert {"senate-2022-12-29", "senate-2022-12-29-azimova-consent", "t-050", "cc-start"} <= on
    assert "president-visit-cc-2023" not in on  # 5 January


def test_sittings_of_a_body_come_in_the_order_of_their_days():
    days = [one.done_on for one in sittings("senate")]

    assert days == sorted(days)
    assert "2022-12-29" in days


def test_judges_who_still_sat_in_the_supreme_court_are_questioned_not_dropped():
    flags = questions("constitutional_court_judge")

    assert {flag.finding for flag in flags} == {"institutions.incompatible"}
    assert len(flags) == 2  # released from the Supreme Court on 12 January 2023 only
    assert {"eskendirov", "kydyrbayeva"} <= set(surely("supreme_court_judge", date(2023, 1, 1)))


def test_the_rest_of_the_record_of_offices_fits_the_rules_of_its_days():
    questioned = {office for office in offices() if questions(office)}

    assert questioned == {"constitutional_court_judge"}


def test_the_election_of_the_kurultai_is_told_as_planned():
    assert Election.objects.get(pk="kurultai-election-2026").held is False


def test_every_fact_of_a_person_and_a_tenure_keeps_its_sources():
    assert Person.objects.count() >= 76
    assert Tenure.objects.count() >= 87
    assert not [one.pk for one in (*Person.objects.all(), *Tenure.objects.all()) if not one.sources]
