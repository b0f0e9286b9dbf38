"""The pages of the thesaurus, in three languages, and the files they give out."""

import json

import pytest

from atazan.rules.concepts import KINDS, concepts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_kinds_are_listed_with_their_counts(client, lang):
    shown = client.get(f"/{lang}/concepts/").content.decode()

    for kind in KINDS:
        assert f"?kind={kind}" in shown
    rights = sum(one.kind == "right" for one in concepts().values())
    assert f">{rights} " in shown.replace("\u00a0", " ") or f"{rights}\u00a0" in shown


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_shows_each_of_its_concepts_once(client, kind):
    shown = client.get(f"/en/concepts/?kind={kind}").content.decode()

    for id, one in concepts().items():
        if one.kind == kind:
            assert shown.count(f'href="/en/concepts/{id}"') == 1, id


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_concept_shows_its_labels_in_the_three_languages_and_its_places(client, lang):
    shown = client.get(f"/{lang}/concepts/right_to_pension").content.decode()

    for words in ("зейнетақы құқығы", "право на пенсию", "right to a pension", "(05.04.16)"):
        assert words in shown.replace("\u00a0", " ")
    assert f'href="/{lang}/norms/const-2026/art_31__para_1"' in shown
    assert f'href="/{lang}/concepts/social_security"' in shown


def test_a_body_links_to_its_own_page_and_says_its_days(client):
    shown = client.get("/en/concepts/parliament").content.decode()

    assert "/en/bodies/parliament" in shown and "1 July 2026" in shown.replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["pensions", "пенсий", "зейнетақымен"])
def test_words_of_any_language_find_a_concept_on_a_page_of_any(client, words):
    for lang in ("kk", "ru", "en"):
        shown = client.get(f"/{lang}/concepts/", {"q": words}).content.decode()
        assert f'href="/{lang}/concepts/pension"' in shown


def test_words_that_name_nothing_are_said_back_as_they_are(client):
    shown = client.get("/en/concepts/", {"q": '<i>"xyzzy'}).content.decode()

    assert "<i>" not in shown and "xyzzy" in shown and "not in the thesaurus" in shown


@pytest.mark.parametrize("path", ["nope", "concepts.exe", "?kind=crown", "../concepts/Pension"])
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(f"/en/concepts/{path}").status_code == 404


@pytest.mark.parametrize(
    ("ending", "media"),
    [
        ("ttl", "text/turtle"),
        ("jsonld", "application/ld+json"),
        ("rdf", "application/rdf+xml"),
        ("json", "application/json"),
    ],
)
def test_the_thesaurus_is_given_out_as_a_file(client, ending, media):
    answer = client.get(f"/en/concepts/concepts.{ending}")

    assert answer.status_code == 200
    assert answer["Content-Type"] == f"{media}; charset=utf-8"
    assert f'filename="concepts.{ending}"' in answer["Content-Disposition"]
    assert "зейнетақы құқығы" in answer.content.decode()


def test_a_page_is_json_at_the_same_address(client):
    one = json.loads(client.get("/en/concepts/pension?format=json").content)
    few = json.loads(client.get("/en/concepts/?q=pensions&format=json").content)

    assert one["labels"]["kk"][0] == "зейнетақы"
    assert few["concepts"][0]["id"] == "pension" and len(few["concepts"]) < len(concepts())


def test_an_address_without_a_language_leads_to_the_concept(client):
    assert client.get("/concepts/pension", follow=True).status_code == 200
