"""The public register of cases: what stands in it, what it tells, and what it never tells."""

from datetime import date

import pytest

from atazan.docket import acts
from tests.docket_way import NORM, Way, by

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def told(client, path="cases/", **query):
    answer = client.get(f"/ru/{path}", query | {"format": "json"})
    assert answer.status_code == 200, (path, query)
    return answer.json()


def page(client, path, lang="ru", **query):
    answer = client.get(f"/{lang}/{path}", query)
    assert answer.status_code == 200, (lang, path)
    return answer.content.decode()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_an_empty_register_says_so(client, lang):
    words = {"kk": "Тізілімде әзірге іс жоқ", "ru": "Дел в реестре пока нет", "en": "no case in"}
    assert words[lang] in page(client, "cases/", lang)


def test_a_petition_enters_when_it_is_admitted(client):
    waiting, admitted = Way(DAY).registered().studied(), Way(DAY).admitted()

    assert [one["number"] for one in told(client)["cases"]] == [admitted.id]
    assert client.get(f"/ru/cases/{waiting.id}").status_code == 404
    assert client.get("/ru/cases/2026-99999").status_code == 404
    one = told(client, f"cases/{admitted.id}")
    assert one["step"] == "admitted" and one["due"] > str(admitted.row.admitted_on)
    assert one["norms"][0]["provision"] == NORM.provision


def test_nobody_is_named_unless_the_court_chose_initials(client, settings):
    way = Way(DAY).admitted()
    assert told(client, f"cases/{way.id}")["applicant"] is None
    assert "Canary" not in page(client, f"cases/{way.id}") + page(client, "cases/")
    settings.ATAZAN_PUBLIC_NAMES = "initials"
    assert told(client, f"cases/{way.id}")["applicant"] == "C.\u00a0A."
    assert "Canary" not in page(client, f"cases/{way.id}")


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_case_is_followed_to_its_decision(client, lang):
    way = Way(DAY).decided()
    assert str(way.row.decision) not in page(client, f"cases/{way.id}", lang)
    assert told(client, f"cases/{way.id}")["decision"] is None
    done = Way(DAY).published()
    assert f"/{lang}/decisions/{done.row.decision}" in page(client, f"cases/{done.id}", lang)
    assert told(client, f"cases/{done.id}")["decision"] == done.row.decision


def test_a_joined_petition_leads_to_its_case(client):
    lead, other = Way(DAY).admitted(), Way(DAY).admitted()
    other.step(acts.PetitionJoined, by("chair"), into=lead.id)

    assert f"/ru/cases/{lead.id}" in page(client, f"cases/{other.id}")
    assert f"/ru/cases/{other.id}" in page(client, f"cases/{lead.id}")
    assert told(client, f"cases/{lead.id}")["joined"] == [other.id]


def test_filters_keep_their_promise_and_the_newest_comes_first(client):
    first, second = Way(DAY).admitted(), Way(date(2026, 10, 1)).admitted()
    second.in_session()
    found = told(client)
    assert [one["number"] for one in found["cases"]] == [second.id, first.id]
    for name, values in found["filters"].items():
        for value, count in values.items():
            assert told(client, **{name: value})["found"] == count, (name, value)
    assert told(client, step="closed")["cases"] == []
    assert "Под эти условия дел нет" in page(client, "cases/", step="closed")


def test_a_page_number_that_is_none_is_answered_calmly(client):
    Way(DAY).admitted()
    for written in ("0", "-1", "999", "x", "9" * 40):
        assert told(client, page=written)["page"] == 1


def test_cases_are_a_section(client):
    assert 'href="/kk/cases/"' in page(client, "", "kk")
