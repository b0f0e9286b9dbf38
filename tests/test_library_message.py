"""The annual message drafted from the data: every figure counts the rows it leads to."""

import io
from datetime import date
from urllib.parse import urlsplit

import docx
import pikepdf
import pytest

from atazan.cli.main import main
from atazan.decisions.models import Decision
from atazan.decisions.queries import awaited
from atazan.library.message.draft import CONSTITUTION, draft
from atazan.library.message.figures import Year, figures, years
from atazan.library.reports.word import word_file
from atazan.papers.papers import render
from atazan.papers.report import Line
from atazan.reform.queries import duties
from atazan.rules.words import all_words
from tests.law_texts import corpus_texts  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LATE = date(2026, 11, 28)


def lines(made):
    return [block for part in made.parts for block in part.blocks if isinstance(block, Line)]


def rows_at(client, address):
    """How many rows the page behind a figure tells of, by its JSON."""
    told = urlsplit(address)
    answer = client.get(f"{told.path}?{told.query}&format=json")
    assert answer.status_code == 200, address
    data = answer.json()
    if "found" in data and "cases" in data:
        return data["found"]
    return len(data["rows"] if "rows" in data else data["decisions"])


@pytest.mark.parametrize("year", [2026, 2005])
def test_every_figure_counts_the_rows_its_address_shows(client, year):
    counted = [one for one in lines(draft(year, LATE, "en")) if one.count is not None]
    assert len(counted) > 10
    for one in counted:
        assert rows_at(client, one.address) == one.count, one.says


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_sentence_has_its_number_and_no_gap(lang):
    for one in lines(draft(2026, LATE, lang)):
        assert one.says.strip() and "{" not in one.says
        assert one.count is None or str(one.count) in one.says


def test_the_year_is_that_of_the_decisions_and_ends_with_the_day():
    whole = {one.id: one.count for one in figures(Year(2024, LATE, "en"))["decisions"]}
    half = {one.id: one.count for one in figures(Year(2024, date(2024, 6, 30), "en"))["decisions"]}
    made = Decision.objects.filter(body="constitutional_court", done_on__startswith="2024")
    assert whole["decisions"] == made.count()
    assert half["decisions"] == sum(row.done_on <= "2024-06-30" for row in made)
    assert 0 < half["decisions"] < whole["decisions"]


def test_forms_add_up_and_outcomes_need_not():
    found = figures(Year(2026, LATE, "en"))["decisions"]
    total = found[0].count
    for name in ("form", "applicant"):
        assert sum(one.count for one in found if one.id.startswith(f"{name}.")) == total
    assert sum(one.count for one in found if one.id.startswith("outcome.")) >= total


def test_duties_agree_with_the_page_of_duties():
    found = {
        one.id.partition(".")[2]: one.count for one in figures(Year(2026, LATE, "en"))["duties"]
    }
    states = [follow.state for _, follow in awaited(LATE)]
    assert found == {state: states.count(state) for state in found}
    assert sum(found.values()) == len(states)


def test_duties_of_later_decisions_are_left_out():
    found = {one.id: one.rows for one in figures(Year(2023, LATE, "en"))["duties"]}
    assert "cc-2023-003" in {row.id for row in found["duties.overdue"]}
    assert not found["duties.unknown"]


def test_duties_of_transition_agree_with_their_page(client):
    found = figures(Year(2026, LATE, "en"))["transition"]
    assert sum(one.count for one in found) == len(duties(LATE))
    assert not figures(Year(2025, LATE, "en"))["transition"]


def test_published_figures_are_told_with_their_words_and_lead_to_the_table():
    told = [one for one in lines(draft(2025, LATE, "en")) if "/figures/" in one.address]
    received = [one for one in told if one.address.endswith("petitions_received")]
    assert len(received) == 1 and "about 13,000" in received[0].says


def test_a_year_without_published_figures_says_so():
    says = [one.says for one in lines(draft(1997, LATE, "en"))]
    assert all_words()["library.message.no_figures"]["en"].format(year=1997) in says


def test_the_addressee_is_that_of_the_law_of_the_day():
    before = lines(draft(2025, date(2026, 6, 30), "en"))
    after = lines(draft(2025, date(2026, 7, 1), "en"))
    assert "Parliament" in before[0].says and "art_53__subpara_6" in before[2].address
    assert "Kurultai" in after[0].says and "art_56__subpara_14" in after[2].address


def test_every_earlier_message_of_the_record_is_listed():
    shown = {one.address for one in lines(draft(2026, LATE, "en"))}
    for row in Decision.objects.filter(form="message"):
        assert any(f"/decisions/{row.id}?" in one for one in shown), row.id


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_it_is_marked_as_a_draft_everywhere(client, lang):
    marked = all_words()["library.message.marked"][lang]
    made = draft(2025, LATE, lang)
    assert marked in client.get(f"/{lang}/message/2025").content.decode()
    file = docx.Document(io.BytesIO(word_file(made, lang)))
    assert file.sections[0].header.paragraphs[0].text == marked
    with pikepdf.open(io.BytesIO(render(made, lang))) as pdf:
        assert pdf.open_metadata()["pdfaid:part"] == "2"


def test_the_years_are_those_with_decisions(client):
    assert years(LATE)[0] == 2026 and 1995 not in years(LATE)
    assert client.get("/en/message/1995").status_code == 404
    assert client.get("/en/message/2025/none").status_code == 404
    shown = client.get("/en/message/").content.decode()
    assert "/en/message/2026" in shown and "Decision object" not in shown


def test_the_command_writes_each_format(tmp_path, capsys):
    asked = ["library", "message", "2025", "--lang", "en", "--on", "2026-11-28"]
    assert main(asked) == 0
    assert "Decisions of the Constitutional Court in 2025" in capsys.readouterr().out
    for format, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("json", b"{")):
        file = tmp_path / f"draft.{format}"
        assert main([*asked, "--format", format, "--to", str(file)]) == 0
        assert file.read_bytes().startswith(begins)


def test_the_command_says_what_is_missing(capsys):
    assert main(["library", "message", "1980", "--lang", "en"]) == 1
    assert main(["library", "message", "2025", "--format", "pdf", "--lang", "en"]) == 2
    assert main(["library", "rights", "none", "--lang", "en"]) == 2
    assert main(["library", "rights", "social_rights", "--lang", "en"]) == 0
    assert "1999" in capsys.readouterr().out


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
@pytest.mark.parametrize("work", CONSTITUTION)
def test_each_constitution_says_that_the_message_is_heard(work):
    from atazan.law import texts

    day = date(2026, 6, 1) if work == "const-1995" else date(2026, 7, 1)
    where = CONSTITUTION[work]
    piece = texts.piece_on(where.work, where.eid, "ru", day)
    words = " ".join(block.text for block in piece.blocks if block.eid == where.eid)
    assert "послания" in words and "конституционной законности" in words


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_conformity_counts_what_the_page_of_the_law_shows(client):
    (found,) = figures(Year(2026, LATE, "ru"))["conformity"]
    told = client.get("/ru/norms/cl-court-2022/conformity?on=2026-11-28&format=json").json()
    assert told["lang"] == "ru"
    assert found.count == len(told["found"])
    assert rows_at(client, f"/ru/message/2026/{found.id}?on=2026-11-28") == found.count
