"""The pages of the law: how a provision stood on a day, who made it so, how it is found."""

from datetime import date

import pytest

from atazan.law.decided import numbered, reviewed
from atazan.law.search import search

pytestmark = pytest.mark.django_db
LANGS = ("kk", "ru", "en")
DAYS = ("2026-11-20", "2024-05-01", "2020-06-01")
PAGES = (
    "norms/",
    "norms/const-1995",
    "norms/const-2026",
    "norms/cl-court-2022",
    "norms/labour-code-2015",
    "norms/cl-court-2022/art_45__para_2",
    "norms/criminal-procedure-code-2014/art_342",
    "norms/labour-code-2015/art_160__part_5__indent_1",
    "norms/const-2026/art_1",
)
LABOUR = "/en/norms/labour-code-2015/art_160__part_5__indent_1"


def told(client, path, **query):
    answer = client.get(path, query | {"format": "json"})
    assert answer.status_code == 200, (path, query)
    return answer.json()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_three_languages_on_three_days(client, lang, page):
    for day in DAYS:
        answer = client.get(f"/{lang}/{page}", {"on": day})
        assert answer.status_code == 200, day
        assert client.get(f"/{lang}/{page}", {"on": day, "format": "json"}).json()["on"] == day


def test_words_held_not_to_conform_stop_applying_on_the_day_of_the_decision(client):
    states = {
        day: told(client, LABOUR, on=day) for day in ("2026-06-11", "2026-06-12", "2026-06-13")
    }
    before, on_the_day, after = states.values()

    assert before["by_decision"] is None
    assert on_the_day["state"] == after["state"] == "in_part"
    assert on_the_day["by_decision"] == "cc-2026-088"
    assert on_the_day["interim_rule"]


def test_the_page_tells_the_interim_rule_and_links_the_decision_by_its_number(client):
    page = client.get("/kk/norms/labour-code-2015/art_160__part_5__indent_1?on=2026-06-20").content
    assert "Уақытша қағида" in page.decode()
    assert 'href="/kk/decisions/cc-2026-088?on=2026-06-20"' in page.decode()
    assert "88-НҚ" in page.decode()


def test_article_40_of_the_law_on_the_court_ends_on_1_july_2026(client):
    path = "/ru/norms/cl-court-2022/art_40"
    states = [told(client, path, on=f"2026-{day}")["state"] for day in ("06-30", "07-01", "07-02")]
    assert states == ["in_force", "repealed", "repealed"]


def test_every_provision_of_the_constitution_of_1995_ends_with_it(client):
    path = "/en/norms/const-1995/art_72"
    states = [told(client, path, on=f"2026-{day}")["state"] for day in ("06-30", "07-01", "07-02")]
    assert states[0] != "work_ended"
    assert states[1:] == ["work_ended", "work_ended"]


def test_a_provision_nothing_is_recorded_of_is_told_so_and_is_no_error(client):
    page = client.get("/en/norms/const-2026/art_1?on=2026-11-20")
    assert page.status_code == 200
    assert "No change of this provision is known to the record" in page.content.decode()


def test_a_review_whose_holding_was_not_found_is_not_passed_over_in_silence(client):
    path = "/en/norms/marriage-family-code-2011/art_59__para_1"
    assert not told(client, path, on="2025-10-21")["reviewed_holding_not_found"]
    on_the_day = told(client, path, on="2025-10-22")["reviewed_holding_not_found"]
    assert [one["id"] for one in on_the_day] == ["cc-other-surrogacy"]
    assert "holding not found" in client.get(path, {"on": "2025-10-22"}).content.decode()
    assert not reviewed("marriage-family-code-2011", "art_2", date(2026, 1, 1))


def test_an_unknown_work_is_a_404_that_says_what_to_do(client):
    page = client.get("/ru/norms/трудовой")
    assert page.status_code == 404
    assert "Трудовой кодекс" in page.content.decode()
    assert 'name="q"' in page.content.decode()
    assert client.get("/ru/norms/const-2026/foo").status_code == 404


def test_a_provision_has_one_address_however_it_is_named(client):
    moved = client.get("/en/norms/153-VII/45(2)(1)?on=2024-05-01")
    assert moved.status_code == 302
    assert moved["Location"] == ("/en/norms/cl-court-2022/art_45__para_2__subpara_1?on=2024-05-01")
    assert client.get("/en/norms/const-2026/whole")["Location"] == "/en/norms/const-2026"


@pytest.mark.parametrize(
    ("asked", "work", "provision"),
    [
        ("Еңбек кодексінің 160-бабы", "labour-code-2015", "art_160"),
        ("ст. 160 Трудового кодекса", "labour-code-2015", "art_160"),
        ("Labour Code, article 160", "labour-code-2015", "art_160"),
        ("УПК 342(3)", "criminal-procedure-code-2014", "art_342__para_3"),
        ("153-VII", "cl-court-2022", None),
        ("/akn/kz/act/2022/153-vii", "cl-court-2022", None),
        ("мирных собраниях", "l-peaceful-assemblies-2020", None),
    ],
)
def test_an_act_is_found_by_name_number_or_address_in_three_languages(asked, work, provision):
    found = search(asked)
    assert (found.works[0].id, found.provision) == (work, provision)


def test_words_that_name_nothing_are_answered_calmly(client):
    for words in ("квантовая запутанность", "<script>", "9" * 500, "((("):
        page = client.get("/ru/norms/", {"q": words})
        assert page.status_code == 200
        assert "ничего не найдено" in page.content.decode(), words
        assert "<script>" not in page.content.decode()


def test_the_number_of_a_resolution_leads_to_it(client):
    assert numbered("88-НҚ").id == numbered("№ 88-НП").id == "cc-2026-088"
    page = client.get("/kk/norms/", {"q": "88-НҚ"}).content.decode()
    assert 'href="/kk/decisions/cc-2026-088"' in page


def test_the_list_counts_what_had_happened_by_the_day(client):
    def touched(day):
        works = told(client, "/en/norms/", on=day)["works"]
        return {one["id"]: one["provisions"] for one in works}

    assert touched("2026-06-11")["labour-code-2015"] == 0
    assert touched("2026-06-12")["labour-code-2015"] == 2


def test_a_provision_page_names_the_rules_that_rest_on_it(client):
    found = told(client, "/en/norms/cl-court-2022/art_64__para_4", on="2026-11-20")
    assert "consequence.bill" in found["rules"]
