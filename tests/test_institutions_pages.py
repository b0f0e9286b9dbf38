"""The pages of offices, persons, bodies and sittings: right on the day, in three languages."""

from __future__ import annotations

import json
from datetime import date

import pytest

from atazan.institutions.bars import chart, spans
from atazan.institutions.lineage import gaps, told_line
from atazan.institutions.models import Person, Sitting, Vote
from atazan.institutions.people import in_order
from atazan.institutions.queries import holders, timeline
from atazan.institutions.telling import declined, span, tell
from atazan.institutions.vote_sheet import sheet
from atazan.rules.bodies import bodies, offices
from atazan.rules.day import PartialDay

pytestmark = pytest.mark.django_db

LANGS = ("kk", "ru", "en")
DAYS = ("2010-01-01", "2024-05-01", "2026-11-21")
TODAY = date(2026, 11, 21)
CHAIR = "offices/constitutional_court_chair"


def page(client, path, lang="en", on=None):
    answer = client.get(f"/{lang}/{path}", {"on": on} if on else {})
    return answer.status_code, answer.content.decode()


def every_path():
    yield from ("offices/", "people/", "bodies/", "sittings/")
    yield from (f"offices/{slug}" for slug in offices())
    yield from (f"bodies/{slug}" for slug in bodies())
    yield from (f"people/{row.pk}" for row in Person.objects.all()[:12])
    yield from (f"sittings/{row.pk}" for row in Sitting.objects.all())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.once
def test_every_page_answers_in_three_languages_each_on_another_day(client, lang):
    shift = LANGS.index(lang)
    for place, path in enumerate(every_path()):
        day = DAYS[(place + shift) % len(DAYS)]
        assert page(client, path, lang, day)[0] == 200, f"{lang} {path} {day}"


@pytest.mark.parametrize(
    "lang,name,consent",
    [
        ("kk", "Әзімова Эльвира", "Келісім берген: Қазақстан Республикасы Парламентінің Сенаты"),
        ("ru", "Азимова Эльвира", "Согласие: Сенат Парламента Республики Казахстан"),
        ("en", "Azimova Elvira", "Consent: Senate of the Parliament of Kazakhstan"),
    ],
)
def test_azimova_chairs_the_court_in_may_2024_with_the_consent_of_the_senate(
    client, lang, name, consent
):
    for path in (CHAIR, "offices/"):
        _, shown = page(client, path, lang, "2024-05-01")

        assert name in shown
        assert consent in shown
        assert (
            f"/{lang}/sittings/senate-2022-12-29?on=2024-05-01#senate-2022-12-29-azimova" in shown
        )


def test_mami_chairs_the_council_in_november_2019_and_the_court_does_not_exist(client):
    _, council = page(client, "offices/constitutional_council_chair", on="2019-11-04")
    _, court = page(client, CHAIR, on="2019-11-04")

    assert "In office on this day: <b>Mami Kairat</b>" in council
    assert "The office did not exist on that day." in court
    assert "Chair of the Constitutional Council: <a" in court


def test_a_day_before_the_court_shows_nobody_of_the_court(client):
    _, shown = page(client, "offices/", on="2010-01-01")

    assert "Azimova" not in shown
    assert "Rogov" in shown


def test_an_office_without_a_holder_says_not_found_and_never_vacant(client):
    _, shown = page(client, "offices/kurultai_chair", on="2026-11-21")

    assert "The record does not tell who held the office on that day." in shown
    assert "That does not mean there was none." in shown


def test_the_sources_name_no_chair_between_may_2003_and_june_2004():
    line = told_line("constitutional_council_chair")
    found = [(gap.after, gap.before) for gap in gaps(line, seats=1)]

    assert ("2003-05-06", "2004-06") in found
    assert all(
        gap.before != "2023-01-01" for gap in gaps(told_line("constitutional_court_chair"), 1)
    )


def test_a_seat_of_many_has_no_gaps():
    assert gaps(timeline("constitutional_court_judge"), seats=10) == []


@pytest.mark.parametrize(
    "office,person,kinds",
    [
        ("constitutional_council_chair", "mami", ["solid"]),
        ("constitutional_council_chair", "rogov", ["part", "solid"]),
        ("constitutional_council_chair", "khitrin", ["seen"]),
        ("constitutional_council_acting_chair", "nurmagambetov", ["point"]),
        ("constitutional_court_chair", "azimova", ["solid", "seen"]),
    ],
)
def test_a_bar_is_solid_where_sure_grey_in_part_and_dotted_between_sightings(office, person, kinds):
    held = next(one for one in timeline(office) if one.person == person)

    assert [one.kind for one in spans(held, TODAY)] == kinds


def test_the_day_asked_stands_on_the_chart_and_today_does_not():
    told = tell(told_line("constitutional_court_chair"), [], TODAY)
    changes = [date(2023, 1, 1), date(2026, 7, 1)]
    past = chart(told, changes, date(2019, 11, 4), TODAY)
    now = chart(told, changes, TODAY, TODAY)

    assert past is not None and now is not None
    assert past.asked is not None and past.asked.words == "4.11.2019"
    assert now.asked is None
    assert [mark.words for mark in now.marks] == ["2023", "1.07.2026"]
    assert now.marks[0].y != now.marks[1].y


@pytest.mark.parametrize(
    "office,person,words",
    [
        ("constitutional_council_chair", "mami", "11.12.2017\u00a0– 31.12.2022"),
        ("constitutional_court_chair", "azimova", "since\u00a01.01.2023"),
        ("constitutional_council_acting_chair", "nurmagambetov", "seen 9.03.2017"),
        ("constitutional_council_chair", "khitrin", "seen 13.12.2001\u00a0– 6.05.2003"),
    ],
)
def test_the_last_day_shown_is_the_last_day_in_office(office, person, words):
    held = next(one for one in timeline(office) if one.person == person)

    assert span(held, "en") == words


@pytest.mark.parametrize(
    "office,person,words",
    [
        ("constitutional_court_chair", "azimova", "1.01.2023 күнінен бастап"),
        ("constitutional_council_acting_chair", "nurmagambetov", "9.03.2017 күні көрінген"),
    ],
)
def test_the_days_of_a_tenure_are_declined_in_kazakh(office, person, words):
    held = next(one for one in timeline(office) if one.person == person)

    assert span(held, "kk").replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2004-06-15", "15.06.2004 күнінен"),
        ("2004-06", "06.2004 айынан"),
        ("1996", "1996 жылдан"),
    ],
)
def test_a_day_known_in_part_is_declined_as_the_month_or_the_year(written, words):
    day = PartialDay.read(written)

    assert declined("from", day, "kk").replace("\u00a0", " ") == words


def test_the_mazhilis_needed_54_of_107_and_89_voted_for_smailov(client):
    found = sheet(Vote.objects.get(pk="mazhilis-2022-01-11-smailov"))
    _, shown = page(client, "sittings/mazhilis-2022-01-11")

    assert (found.seats, found.needed, found.rest) == (107, 54, 18)
    assert found.rest_stayed_away
    assert "54 needed" in shown and "not taking part 18" in shown


def test_a_vote_without_a_count_is_not_disclosed(client):
    _, shown = page(client, "sittings/senate-2022-12-29")

    assert "not disclosed" in shown
    assert "rules/vote.senate.consent?on=2022-12-29" in shown


def test_what_does_not_fit_its_day_is_a_question(client):
    _, shown = page(client, "offices/constitutional_court_judge", on="2024-05-01")

    assert "A question" in shown
    assert "Judge of the Supreme Court" in shown


def test_each_tenure_leads_to_the_rule_of_its_first_day(client):
    _, shown = page(client, CHAIR)

    assert "rules/office.constitutional_court_chair.appointment?on=2023-01-01" in shown
    assert "rules/office.constitutional_court_chair.tenure" in shown


def test_a_name_in_common_use_is_told_apart_from_a_printed_one(client):
    _, shown = page(client, "people/lastayev")

    assert "form in common use" in shown
    assert "Not found" in shown


def test_names_stand_in_the_order_of_the_kazakh_alphabet():
    names = ["Ықсанов", "Әзімова", "Қошанов", "Асанов", "Котов", "Ізмұхамбетов", "Абдиров"]

    assert sorted(names, key=in_order) == [
        "Абдиров",
        "Асанов",
        "Әзімова",
        "Котов",
        "Қошанов",
        "Ықсанов",
        "Ізмұхамбетов",
    ]


@pytest.mark.parametrize(
    "path", ["offices/nobody", "people/nobody", "bodies/nobody", "sittings/nothing"]
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_the_record_does_not_know_is_told_in_the_house_style(client, path, lang):
    status, shown = page(client, path, lang)

    assert status == 404
    assert 'class="mast"' in shown and "<h1" in shown


def test_each_page_is_also_json(client):
    for path in every_path():
        told = json.loads(client.get(f"/en/{path}", {"on": "2024-05-01", "format": "json"}).content)
        assert told["on"] == "2024-05-01", path


def test_the_json_of_an_office_names_its_holder(client):
    answer = client.get(f"/en/{CHAIR}", {"on": "2024-05-01", "format": "json"}).json()
    on_day = {one["tenure"]: one["certainty"] for one in answer["on_this_day"]}
    named = {one["tenure"]: one["person"] for one in answer["tenures"]}

    assert [(named[one], sure) for one, sure in on_day.items()] == [("azimova", "sure")]
    assert [held.person for held in holders("constitutional_court_chair", date(2024, 5, 1))] == [
        "azimova"
    ]


def test_the_page_links_its_json_on_the_same_day(client):
    _, shown = page(client, CHAIR, on="2024-05-01")

    assert f"/en/{CHAIR}?on=2024-05-01&amp;format=json" in shown
