"""The pages of the record and of figures: every source, every mechanism, every act of a year."""

import csv
import io
import re
from datetime import UTC, date, datetime

import pytest

from atazan.journal.corrections import ActCorrected, ActWithdrawn
from atazan.journal.models import Entry
from atazan.journal.record import By, record, version_of
from atazan.monitoring import charts
from atazan.monitoring.queries import series
from atazan.sources import chronicle
from atazan.sources.acts import ErrorReported
from atazan.sources.models import Document, Mechanism
from atazan.sources.telling import place

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LANGS = ("kk", "ru", "en")
TODAY = date(2026, 11, 22)
KEEPER = By("keeper", "chief_curator")
MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def page(client, path, lang="en"):
    answer = client.get(f"/{lang}/{path}")
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode().replace("\xa0", " ")


def unmarked(shown):
    return re.sub(r"<[^>]*>", "", shown)


def acts_of_year(year, day=TODAY):
    found, after = [], 0
    while True:
        part = chronicle.year(year, day, after)
        found += [act for group in part.groups for act in group.acts]
        if part.after is None:
            return found, part.total
        after = part.after


@pytest.mark.parametrize("lang", LANGS)
def test_every_mechanism_of_the_five_documents_lives_on_a_page(client, lang):
    pages = sorted(set(Mechanism.objects.values_list("page", flat=True)))
    lost = {one: client.get(f"/{lang}/{one}").status_code for one in pages}

    assert {one: status for one, status in lost.items() if status != 200} == {}


def test_a_mechanism_is_named_by_the_thing_it_points_to():
    for one in Mechanism.objects.all():
        found = place(one.page)
        lone = "/" not in one.page.rstrip("/")
        assert lone or found.name.get("ru") or found.name.get("en"), one.page


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_a_document_shows_every_mechanism_with_its_link(client, lang):
    for one in Mechanism.objects.filter(document="seed-000"):
        assert f'href="/{lang}/{one.page}"' in page(client, "record/seed-000", lang)


def test_the_record_names_every_source_and_opens_it(client):
    shown = page(client, "record/")

    for one in Document.objects.all():
        assert f"/en/record/{one.id}" in shown
        page(client, f"record/{one.id}")


def test_a_document_is_opened_by_its_number_too(client):
    assert "seed-003" not in page(client, "record/003").partition("<main")[0]
    assert client.get("/en/record/nothing").status_code == 404


def test_no_act_is_lost_between_the_years_and_their_pages():
    years = chronicle.years(TODAY)
    for year, n in years:
        found, total = acts_of_year(year)
        assert len(found) == len({one.number for one in found}) == total == n, year
    undated, total = acts_of_year(None)
    assert len(undated) == total == chronicle.undated()
    later = Entry.objects.filter(done_on__gt=TODAY.isoformat()).count()
    assert sum(n for _, n in years) + len(undated) == Entry.objects.count() - later


def test_a_year_tells_only_what_was_done_by_the_day():
    found, _ = acts_of_year("2022", date(2022, 6, 5))

    assert found
    assert max(one.done_on for one in found) <= "2022-06-05"
    assert len(found) < acts_of_year("2022")[1]
    assert acts_of_year("2022", date(2021, 12, 31)) == ([], 0)


def test_many_acts_of_one_kind_and_day_stand_in_one_row_and_none_is_hidden(client):
    slice = chronicle.year("2022", TODAY)

    assert any(group.many for group in slice.groups)
    shown = page(client, "record/?year=2022")
    for group in slice.groups:
        for act in group.acts:
            assert f"?no={act.number}" in shown


def test_an_act_that_breaks_the_rules_of_its_day_is_shown_with_its_question(client):
    (first, *_) = chronicle.flagged(TODAY)

    assert first.questions and first.questions[0].work == "cl-court-2022"
    assert first.questions[0].words["en"].replace("\xa0", " ") in unmarked(page(client, "record/"))


def test_a_corrected_act_stands_in_the_year_it_was_corrected_to():
    record(
        ActCorrected(
            subject="event/conf-2012",
            version=1,
            changes={"done_on": "2013-08-30", "until": "2013-08-31"},
            reason="a slip",
            sources=("x",),
        ),
        by=KEEPER,
        at=MOMENT,
        seen=version_of("event/conf-2012"),
    )

    assert "conf-2012" not in {one.id for one in acts_of_year("2012")[0]}
    assert "conf-2012" in {one.id for one in acts_of_year("2013")[0]}


def test_a_withdrawn_act_is_no_part_of_the_chronicle():
    withdrawn = ActWithdrawn(
        subject="event/conf-2012", version=1, reason="never held", sources=("x",)
    )
    record(withdrawn, by=KEEPER, at=MOMENT, seen=version_of("event/conf-2012"))

    assert "conf-2012" not in {one.id for one in acts_of_year("2012")[0]}


def test_a_readers_report_is_never_told(client):
    report = ErrorReported(
        id="20261122-aa", page="/", says="secret words", done_on="2026-11-22", sources=("/",)
    )
    record(report, by=By("anyone", "visitor"), at=MOMENT, seen=0)

    assert "error.reported/1" not in {one.kind for one in acts_of_year("2026")[0]}
    assert "secret words" not in page(client, "record/?year=2026")


def test_a_year_that_is_no_year_is_not_found(client):
    for written in ("20222", "abcd", "-1"):
        assert client.get(f"/en/record/?year={written}").status_code == 404
    assert client.get("/en/record/?year=2022&after=zzz").status_code == 200


def test_the_record_and_a_year_come_as_json(client):
    whole = client.get("/en/record/?format=json").json()
    year = client.get("/en/record/?year=2022&format=json").json()

    assert sum(len(one["mechanisms"]) for one in whole["documents"]) == Mechanism.objects.count()
    assert year["total"] == whole["acts_by_year"]["2022"]
    assert len(year["acts"]) == year["last"] - year["first"] + 1
    assert client.get("/en/record/seed-001?format=json").json()["citing"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", ["2019-11-04", "2024-05-01"])
def test_figures_open_on_any_day(client, lang, day):
    assert "<table" in page(client, f"figures/?on={day}", lang)


def test_running_totals_and_single_months_are_drawn_apart():
    (received,) = series(TODAY, "constitutional_court", "petitions_received")
    growth, months = charts.growth(received), charts.months(received)

    assert growth is not None
    drawn = {point.row.id for point in growth.points}
    assert [int(one.row.value) for one in months] == [680, 536, 568]
    assert not drawn & {one.row.id for one in months}
    assert growth.last.value == "13000"
    assert {point.rounded for point in growth.points} == {True, False}


def test_two_points_make_no_chart():
    (admitted,) = series(TODAY, "constitutional_court", "petitions_admitted")

    assert charts.growth(admitted) is None
    assert charts.months(admitted) == []


def test_figures_come_as_csv_and_json_whole(client):
    told = client.get("/en/figures/?format=csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(told)))
    whole = client.get("/en/figures/?format=json").json()["series"]

    assert len(rows) == sum(len(one["figures"]) for one in whole)
    first = next(row for row in rows if row["id"] == "s-001")
    assert (first["value"], first["qualifier_en"]) == ("800", "more than")


def test_a_figure_is_not_told_before_the_day_it_speaks_of(client):
    assert "13,000" not in page(client, "figures/?on=2024-05-01")
    assert "13,000" in page(client, "figures/?on=2026-05-01")


def test_kazakh_joins_more_than_to_its_number(client):
    shown = page(client, "figures/", "kk")

    assert "11 000-нан астам" in shown
    assert "600-ден астам" in shown
    assert "16 %-дан астам" in shown
