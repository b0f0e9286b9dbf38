"""The pages of the decisions: the list of a day, one decision, what follows from it."""

import pytest

from atazan.decisions.models import Decision

pytestmark = pytest.mark.django_db
LANGS = ("kk", "ru", "en")
DAYS = ("2026-11-20", "2024-05-01", "2020-06-01")


def told(client, path, **query):
    answer = client.get(path, query | {"format": "json"})
    assert answer.status_code == 200, (path, query)
    return answer.json()


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_and_a_decision_open_in_three_languages_on_three_days(client, lang):
    for day in DAYS:
        for page in ("decisions/", "decisions/ccl-1996-2-1"):
            assert client.get(f"/{lang}/{page}", {"on": day}).status_code == 200, (page, day)


@pytest.mark.once
def test_every_decision_on_record_has_a_page(client):
    for place, id in enumerate(Decision.objects.order_by("id").values_list("id", flat=True)):
        lang = LANGS[place % len(LANGS)]
        assert client.get(f"/{lang}/decisions/{id}", {"on": "2026-11-20"}).status_code == 200, id


def test_the_list_holds_only_what_was_decided_by_the_day(client):
    counts = [told(client, "/ru/decisions/", on=f"2026-06-{day}")["total"] for day in (10, 11, 12)]
    assert counts[0] < counts[1] < counts[2]
    for day in DAYS:
        days = [one["done_on"] for one in told(client, "/ru/decisions/", on=day)["decisions"]]
        assert all(made is None or made[:4] <= day[:4] for made in days)


def test_the_list_is_never_cut_and_its_counts_are_true(client):
    page = told(client, "/en/decisions/", on="2026-11-20")
    assert page["total"] == page["found"] == len(page["decisions"]) == Decision.objects.count()
    assert sum(page["filters"]["body"].values()) == page["total"]


def test_every_filter_finds_as_many_as_it_promises(client):
    promised = told(client, "/en/decisions/", on="2024-05-01")["filters"]
    for name, values in promised.items():
        for value, count in values.items():
            found = told(client, "/en/decisions/", on="2024-05-01", **{name: value})
            assert found["found"] == count, (name, value)


def test_filters_that_fit_nothing_are_answered_calmly(client):
    page = client.get("/ru/decisions/", {"year": "1850", "outcome": "<b>"})
    assert page.status_code == 200
    assert "Под эти условия решений нет" in page.content.decode()


def test_89_np_reads_five_provisions_of_the_new_constitution(client):
    page = told(client, "/kk/decisions/cc-2026-089", on="2026-11-20")
    (held,) = page["holdings"]
    assert page["number_kk"] == "89-НҚ"
    assert held["outcome"] == "official_interpretation"
    assert len(held["provisions"]) == 5
    assert held["effect"]["rule"] == "effect.interpretation"
    words = client.get("/kk/decisions/cc-2026-089", {"on": "2026-11-20"}).content.decode()
    assert "№ 89-НҚ" in words.replace("\u00a0", " ")
    assert "жария етілмейді" in words
    assert 'href="/kk/norms/const-2026/art_43__para_1?on=2026-11-20"' in words


def test_a_decision_has_no_page_before_its_day_and_the_refusal_names_the_day(client):
    found = [
        client.get("/ru/decisions/cc-2026-089", {"on": f"2026-07-0{day}"}).status_code
        for day in (6, 7, 8)
    ]
    assert found == [404, 200, 200]
    words = client.get("/ru/decisions/cc-2026-089", {"on": "2026-07-06"}).content.decode()
    assert "on=2026-07-07" in words


def test_a_decision_works_by_the_law_of_its_own_day(client):
    def verbs(id):
        held = told(client, f"/ru/decisions/{id}", on="2026-11-20")["holdings"]
        return {one["effect"]["says"]["ru"].split()[1] for one in held if one["effect"]}

    assert "отменяется" in verbs("cc-2026-088")
    follows = told(client, "/ru/decisions/cc-2026-088", on="2026-11-20")["follows"]
    assert "consequence.reproducing" in {one["rule"] for one in follows}


def test_a_term_counted_from_an_unknown_publication_is_not_computed(client):
    duty = told(client, "/kk/decisions/cc-2026-088", on="2026-11-20")["follow_up"]
    assert (duty["state"], duty["due"], duty["not_before"]) == ("unknown", None, "2026-12-12")


def test_a_term_the_court_set_ends_with_its_last_day(client):
    path = "/ru/decisions/cc-2023-003"
    states = [told(client, path, on=f"2023-05-{day}")["follow_up"]["state"] for day in (23, 24, 25)]
    assert states == ["due", "due", "overdue"]


def test_what_was_not_found_is_said_so(client):
    page = client.get("/en/decisions/cc-2024-042", {"on": "2026-11-20"}).content.decode()
    assert "What was decided was not found in the sources" in page


def test_a_number_leads_to_the_one_address(client):
    assert client.get("/kk/decisions/88-НҚ")["Location"] == "/kk/decisions/cc-2026-088"
    assert client.get("/kk/decisions/nothing").status_code == 404
