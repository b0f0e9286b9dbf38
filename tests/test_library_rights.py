"""The rights view: each right of a day with the decisions that shaped it, and its report."""

import io
from datetime import date

import docx
import pikepdf
import pytest

from atazan.decisions import described_page
from atazan.decisions.models import Decision
from atazan.decisions.positions import positions
from atazan.decisions.queries import decision, decisions, held_in
from atazan.library.reports.word import word_file
from atazan.library.rights.chosen import Choice, chosen
from atazan.library.rights.joined import COUNCIL, COURT, GROUPS, rights_on
from atazan.library.rights.report import of_choice
from atazan.library.rights.right import NoSuchRight, of_right, since_held
from atazan.papers.papers import render
from atazan.papers.report import Bars, Table
from atazan.rules.concepts import concepts, rights
from atazan.rules.words import all_words

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LATE, BEFORE = date(2026, 11, 28), date(2026, 6, 30)
SOCIAL = Choice(rights=("social_rights", "economic_rights"))


def shaped(id, day=LATE):
    found = next(one for one in rights_on(day).rights if one.concept.id == id)
    return {one.decision.id: one for one in found.shaped}


@pytest.mark.parametrize("day", [LATE, BEFORE])
def test_every_right_of_the_day_is_shown_once_in_one_group(day):
    found = rights_on(day)
    assert [one.concept for one in found.rights] == rights(day)
    assert sum(len(found.of(group)) for group in GROUPS) == len(found.rights)


def test_a_decision_of_the_council_stands_under_the_right_of_today():
    reasons = shaped("right_to_pension")["ccl-1999-3-2"].reasons
    assert ("constitution", "const-1995", "art_28__para_1") in [
        (one.why, one.where.work, one.where.eid) for one in reasons
    ]


def test_no_decision_is_shown_before_it_was_made():
    assert "cc-2024-041" not in shaped("inviolability_of_home", date(2024, 4, 18))
    assert "cc-2024-041" in shaped("inviolability_of_home", date(2024, 4, 19))


def test_the_rights_of_a_decision_are_those_its_own_page_names():
    every = rights_on(LATE).rights
    known = {one.concept.id: {each.decision.id for each in one.shaped} for one in every}
    through = {
        (one.concept.id, each.decision.id)
        for one in every
        for each in one.shaped
        if {why.why for why in each.reasons} == {"concordance"}
    }
    for row in decisions(LATE)[::9]:
        told = described_page.of_decision(decision(row.id, LATE)).rights
        here = {id for id, rows in known.items() if row.id in rows and (id, row.id) not in through}
        assert here == {one.id for one in told} & set(known), row.id


def test_a_provision_that_names_no_right_of_today_leads_to_what_came_in_its_place():
    row = Decision.objects.get(pk="cc-2023-006")
    row.constitution = ["const-1995#art_7__para_2"]
    row.save()
    assert "cc-2023-006" not in shaped("protection_of_family")
    row.constitution = ["const-1995#art_24__para_3"]
    row.save()
    assert {why.why for why in shaped("labour_disputes_right")["cc-2023-006"].reasons} == {
        "constitution"
    }


def test_the_positions_of_a_right_are_those_of_the_register():
    page = of_right("inviolability_of_home", LATE)
    assert page.positions and list(page.positions) == positions(LATE, right="inviolability_of_home")


def test_what_became_of_a_decision_is_told_beside_what_was_held():
    page = of_right("equality_before_law", LATE)
    (one,) = (one for one in page.shaped if one.row.id == "cc-2024-048")
    assert one.follow_up.state == "met"
    assert [(each.held.outcome, each.now.code) for each in one.held] == [
        ("does_not_conform", "ceased")
    ]


REPEAL = "const-1995-am-2007"


@pytest.mark.parametrize(("day", "acts"), [("2007-05-21", []), ("2007-05-22", [REPEAL])])
def test_the_lawmaker_is_told_from_the_day_of_the_change(day, acts):
    row = Decision.objects.get(pk="ccl-2001-19-2")
    (held,) = (one for one in held_in(row) if one.provision.eid == "art_52__para_1")
    found = since_held(held, row, date.fromisoformat(day))
    assert [one.by.id for one in found.after] == acts


def test_a_right_of_the_former_constitution_alone_has_no_page_today():
    assert of_right("right_to_strike", BEFORE).right.concept.id == "right_to_strike"
    with pytest.raises(NoSuchRight):
        of_right("right_to_strike", LATE)


def test_a_right_without_decisions_says_that_this_is_not_never(client):
    shown = client.get("/en/constitution/rights/freedom_of_association").content.decode()
    assert all_words()["library.rights.not_never"]["en"] in shown


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_pages_speak_every_language(client, lang):
    name = concepts()["right_to_pension"].preferred.says(lang)
    for path in ("", "right_to_pension", "report?right=right_to_pension"):
        shown = client.get(f"/{lang}/constitution/rights/{path}").content.decode()
        assert name.lower() in shown.lower()
        assert all_words()["library.rights.how_joined"][lang] in shown


@pytest.mark.parametrize(
    ("path", "code"), [("none", 404), ("?on=1994-01-01", 404), ("report.exe", 404)]
)
def test_what_is_not_there_is_told_as_such(client, path, code):
    assert client.get(f"/en/constitution/rights/{path}").status_code == code


def test_numbers_agree_between_the_page_the_json_and_the_list_of_decisions(client):
    told = client.get("/en/constitution/rights/?format=json").json()
    one = next(one for one in told["rights"] if one["id"] == "right_to_property")
    alone = client.get("/en/constitution/rights/right_to_property?format=json").json()
    assert len(one["decisions"]) == len(alone["shaped"]) == len(shaped("right_to_property"))
    listed = client.get("/en/decisions/?format=json").json()
    ids = {each["id"] for right in told["rights"] for each in right["decisions"]}
    assert len(ids) == told["decisions"]
    assert ids <= {each["id"] for each in listed["decisions"]}


def test_the_report_takes_the_body_and_both_years():
    found = chosen(Choice(body=COUNCIL, since=1999, until=2005), LATE)
    assert {row.body for row in found.decisions} == {COUNCIL}
    assert {row.done_on[:4] for row in found.decisions} >= {"1999", "2005"}
    assert all("1999" <= row.done_on[:4] <= "2005" for row in found.decisions)


def test_the_council_on_social_and_economic_rights_is_found_for_lawyers_abroad():
    council = chosen(Choice(rights=SOCIAL.rights, body=COUNCIL), LATE).decisions
    assert {"ccl-1999-3-2", "ccl-2007-5", "ccl-2015-3"} <= {row.id for row in council}


def test_what_people_indexed_stands_under_its_right_and_says_so():
    (reason,) = shaped("right_to_housing")["ccl-2020-1"].reasons
    assert (reason.why, reason.where) == ("indexed", None)


def test_the_chart_and_the_tables_of_a_report_count_the_same():
    found, made = chosen(SOCIAL, LATE), of_choice(SOCIAL, LATE, "en")
    blocks = [block for part in made.parts for block in part.blocks]
    (chart,) = (one for one in blocks if isinstance(one, Bars))
    tables = [one for one in blocks if isinstance(one, Table)]
    assert sum(sum(bar.values) for bar in chart.bars) == len(found.decisions)
    assert len(tables[1].rows) == len(found.decisions)
    for name, _, council, court in tables[0].rows:
        right = next(one for one, _ in found.rights if one.concept.id in name.address)
        assert (council.count, court.count) == (right.by(COUNCIL), right.by(COURT))


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (Choice(rights=("social_rights",), since=1999, until=1999), "Most decisions in 1999: 1"),
        (Choice(rights=("social_rights",), since=1999, until=2015), "Years with decisions: "),
    ],
)
def test_the_chart_names_the_fullest_year_only_where_one_year_is(choice, says):
    blocks = [block for part in of_choice(choice, LATE, "en").parts for block in part.blocks]
    (chart,) = (one for one in blocks if isinstance(one, Bars))
    assert chart.title.startswith(says)


def test_what_names_no_right_is_told_and_not_left_out_in_silence():
    found = chosen(Choice(), LATE)
    assert "ccl-1997-10-2" in {row.id for row in found.unplaced}
    assert not {row.id for row in found.unplaced} & {row.id for row in found.decisions}


def test_an_empty_choice_says_so(client):
    shown = client.get("/en/constitution/rights/report?since=1980&until=1981").content.decode()
    assert all_words()["library.rights.report.none"]["en"] in shown


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_report_is_an_archival_pdf_and_a_word_file(lang):
    made = of_choice(SOCIAL, LATE, lang)
    with pikepdf.open(io.BytesIO(render(made, lang))) as pdf:
        assert pdf.open_metadata()["pdfaid:part"] == "2"
    file = docx.Document(io.BytesIO(word_file(made, lang)))
    assert [one.text for one in file.paragraphs if one.style.name == "Heading 2"] == [
        part.heading for part in made.parts
    ]
    assert len(file.inline_shapes) == 1
    assert file.sections[0].header.paragraphs[0].text == made.marked


def test_the_same_report_gives_the_same_bytes():
    assert render(of_choice(SOCIAL, LATE, "ru"), "ru") == render(
        of_choice(SOCIAL, LATE, "ru"), "ru"
    )


def test_a_report_is_handed_out_in_both_formats(client):
    for format, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(f"/ru/constitution/rights/report.{format}?right=social_rights")
        assert answer.content.startswith(begins)
        assert f"rights-ru.{format}" in answer["Content-Disposition"]
