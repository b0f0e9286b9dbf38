"""The pages of cooperation: associations, agreements, projects, partners and events on a day."""

from datetime import date

import pytest

from atazan.cooperation.models import Agreement, Association, Event, Partner, Project
from atazan.cooperation.queries import presidencies
from atazan.cooperation.timeline import timeline
from atazan.cooperation.views import state

pytestmark = pytest.mark.django_db
LANGS = ("kk", "ru", "en")
TODAY = date(2026, 11, 22)
TABLES = {
    "associations": Association,
    "agreements": Agreement,
    "projects": Project,
    "partners": Partner,
    "events": Event,
}


def page(client, path, lang="en", on=None):
    answer = client.get(f"/{lang}/{path}", {"on": on} if on else {})
    assert answer.status_code == 200, (path, lang, on)
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.parametrize("day", ["2009-01-01", "2019-11-04", "2024-05-01"])
@pytest.mark.parametrize("section", ["cooperation", "agreements", "projects", "partners", "events"])
def test_every_section_opens_on_every_day_in_three_languages(client, section, day):
    for lang in LANGS:
        page(client, f"{section}/", lang, day)


@pytest.mark.parametrize("section", TABLES)
def test_every_thing_on_record_has_a_page(client, section):
    for place, row in enumerate(TABLES[section].objects.order_by("id")):
        page(client, f"{section}/{row.pk}", LANGS[place % 3], "2019-11-04")
    assert client.get(f"/en/{section}/nothing-here").status_code == 404


def test_members_whose_day_was_not_found_stand_apart(client):
    told = client.get("/en/associations/aacc?on=2019-11-04&format=json").json()
    sure = {one["id"] for one in told["members"] if one["sure"]}

    assert {"aacc-in", "aacc-mv", "aacc-kz"} <= sure
    assert "aacc-tr" in {one["id"] for one in told["members"]} - sure
    assert "Day of admission not found" in page(client, "associations/aacc", on="2019-11-04")


def test_kazakhstan_presides_from_the_day_of_its_election(client):
    before = client.get("/en/associations/aacc?on=2019-11-02&format=json").json()["presidency"]
    after = client.get("/en/associations/aacc?on=2019-11-03&format=json").json()["presidency"]

    assert "aacc-pr-kz" not in {one["id"] for one in before}
    assert [(one["id"], one["sure"]) for one in after] == [("aacc-pr-kz", True)]


def test_a_presidency_not_begun_on_the_day_is_not_drawn():
    drawn = timeline(presidencies("aacc"), date(2019, 11, 4), TODAY)

    assert drawn is not None
    assert [bar.row.id for bar in drawn.bars][-1] == "aacc-pr-kz"
    assert drawn.bars[-1].last == "2021-08-26"


def test_an_end_that_was_not_found_is_dotted_as_far_as_the_next_leaves_room():
    drawn = timeline(presidencies("aacc"), TODAY, TODAY)
    assert drawn is not None
    pieces = {bar.row.id: [piece.kind for piece in bar.pieces] for bar in drawn.bars}

    assert pieces["aacc-pr-kz"] == ["solid"]
    assert pieces["aacc-pr-my"] == ["open"]
    assert pieces["aacc-pr-id"] == ["part", "open"]


def test_the_statute_is_told_with_its_articles_only_from_its_day(client):
    assert 'id="statute"' in page(client, "associations/aacc", on="2019-11-04")
    assert "had not been founded" in page(client, "associations/aacc", on="2010-07-11")
    assert 'id="statute"' not in page(client, "associations/turk-ay")


def test_a_project_runs_until_the_first_day_after_it():
    row = Project.objects.get(pk="court-monitoring")

    assert state(row, date(2013, 12, 31)) == "ahead"
    assert state(row, date(2016, 12, 31)) == "on"
    assert state(row, date(2017, 1, 31)) == "over"


def test_a_project_without_days_is_never_sure(client):
    assert state(Project.objects.get(pk="anti-corruption"), TODAY) == "maybe"
    assert "day not found" in page(client, "projects/anti-corruption")


def test_an_event_still_ahead_says_so(client):
    shown = page(client, "events/aacc-congress-4", on="2019-11-04")

    assert "still ahead" in shown
    assert "aacc-congress-4" not in page(client, "events/", on="2019-11-04")


def test_a_partner_shows_all_that_links_to_it(client):
    shown = page(client, "partners/undp")

    for model, section in ((Agreement, "agreements"), (Project, "projects"), (Event, "events")):
        for row in model.objects.all():
            if "undp" in row.parties:
                assert f"/en/{section}/{row.id}" in shown


def test_every_party_of_a_thing_links_to_its_partner(client):
    shown = page(client, "agreements/mou-indonesia-2019")

    for party in ("constitutional_council", "cc-indonesia"):
        assert f"/en/partners/{party}" in shown


def test_each_page_comes_as_json(client):
    for section, table in TABLES.items():
        row = table.objects.order_by("id").first()
        told = client.get(f"/en/{section}/{row.pk}?format=json").json()
        assert told[section[:-1]]["sources"] == row.sources
