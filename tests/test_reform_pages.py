"""The pages of reform: a referendum by the rules of its day, drafts, the transition, measures."""

import pytest

from atazan.reform import charts
from atazan.reform.lawfulness import by_the_rules
from atazan.reform.models import DraftStep, Measure, Referendum

pytestmark = pytest.mark.django_db
LANGS = ("kk", "ru", "en")
DAYS = ("2019-11-04", "2024-05-01", "2026-11-22")


def page(client, path, lang="en", on=None):
    answer = client.get(f"/{lang}/{path}", {"on": on} if on else {})
    assert answer.status_code == 200, (path, lang, on)
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_page_opens_on_every_day_in_three_languages(client, lang, day):
    paths = ["reform/", "referendums/", "drafts/", "measures", "transition"]
    paths += [f"referendums/{row.id}" for row in Referendum.objects.all()]
    paths += [f"drafts/{id}" for id in {*DraftStep.objects.values_list("draft", flat=True)}]
    for path in paths:
        page(client, path, lang, day)


def test_what_is_not_on_record_is_not_found(client):
    assert client.get("/en/referendums/ref-1900").status_code == 404
    assert client.get("/en/drafts/nothing").status_code == 404


def test_the_bar_of_a_referendum_shows_the_whole_count_and_what_was_needed():
    row = Referendum.objects.get(pk="ref-2022")
    found = by_the_rules(row)
    assert found is not None
    bar = charts.approval(row, found.approval)

    assert bar is not None and sum(piece.n for piece in bar.pieces) == row.voted
    assert bar.needed == 3992885  # more than half of 7,985,769 who took part
    assert bar.line == "50.00%"


def test_a_referendum_without_a_rule_of_its_day_has_a_bar_without_a_threshold():
    bar = charts.turnout(Referendum.objects.get(pk="ref-1995-08"))

    assert bar is not None and bar.line is None


def test_a_condition_that_cannot_be_computed_is_said_so(client):
    shown = page(client, "referendums/ref-2022")

    assert "Cannot be computed" in shown
    assert "3,992,885 needed" in shown


def test_before_the_vote_the_page_keeps_the_result_to_itself(client):
    shown = page(client, "referendums/ref-2026", on="2026-02-20")
    told = client.get("/en/referendums/ref-2026?on=2026-02-20&format=json").json()["referendum"]

    assert "7,954,667" not in shown
    assert told["state"] == "called" and "in_favour" not in told and "adopted" not in told


def test_before_it_was_called_a_referendum_is_not_told(client):
    told = client.get("/en/referendums/ref-2026?on=2024-05-01&format=json").json()

    assert told["referendum"] is None
    assert "had not been called" in page(client, "referendums/ref-2026", on="2024-05-01")


def test_regions_stand_by_turnout_with_the_number_in_the_readers_figures():
    found = charts.regions(Referendum.objects.get(pk="ref-2022"), "ru")

    assert len(found) == 17
    assert (found[0].id, found[0].turnout) == ("turkistan", "80,66")
    assert found[-1].id == "almaty_city"


def test_the_draft_stands_at_the_last_step_known_on_the_day(client):
    under_way = page(client, "drafts/constitution-2026", on="2026-02-13")

    assert under_way.count("step--now") == 1
    assert "step--now" not in page(client, "drafts/constitution-2026", on="2026-11-22")
    assert "nothing is on record" in page(client, "drafts/constitution-2026", on="2024-05-01")


def test_an_overdue_duty_says_that_no_act_was_found_not_that_it_failed(client):
    shown = page(client, "transition", on="2026-09-02")

    assert "no act meeting it was found in our sources" in shown
    assert "1 September 2026" in shown


def test_there_are_no_duties_before_the_new_constitution(client):
    shown = page(client, "transition", on="2026-06-30")

    assert "1 July 2026" in shown and 'class="finds"' not in shown


def test_every_measure_told_by_the_day_has_its_own_anchor(client):
    shown = page(client, "measures", on="2026-11-22")

    for row in Measure.objects.all():
        assert f'id="{row.id}"' in shown


def test_each_page_comes_as_json(client):
    for path in ("reform/", "referendums/", "drafts/", "measures", "transition"):
        told = client.get(f"/en/{path}?on=2024-05-01&format=json").json()
        assert told["on"] == "2024-05-01", path
    duties = client.get("/en/transition?on=2026-09-02&format=json").json()["duties"]
    assert {"state", "due", "why", "provision"} <= set(duties[0])
