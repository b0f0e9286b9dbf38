"""Texts of laws are searched by wording: a made-up law with two versions, and the real ones."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from atazan.law import searched
from atazan.search.asking import Asked
from atazan.search.describing import under
from atazan.search.record import answer
from tests.law_texts import FIRST, SECOND, WORK, corpus_texts, texts  # noqa: F401

pytestmark = pytest.mark.django_db


def wordings(work):
    found = searched.documents("public", {f"provision/{work}"})
    return [one for one in found if "@" in one.id]


def test_each_wording_of_an_article_is_one_document_in_both_languages(texts):  # noqa: F811
    found = wordings(WORK)
    one_article = searched.documents("public", {f"provision/{WORK}/art_2"})
    ids = [one.id for one in one_article]

    both = [one for one in found if set(one.text) == {"kk", "ru"}]
    assert both and {one.since for one in found} == {FIRST, SECOND}
    assert all(one.replaced in (None, SECOND) for one in found)
    ended = [one for one in found if one.replaced]
    assert ended and all(one.since == FIRST for one in ended)
    assert ids and all(id.startswith(f"provision/{WORK}/art_2@") for id in ids)


def test_a_text_imported_later_is_found_on_its_day(texts):  # noqa: F811
    asked = {"words": "жұлдыз", "only": {"work": (WORK,), "kind": ("provision",)}}
    then = answer(Asked(day=date.fromisoformat(FIRST), **asked)).hits
    now = answer(Asked(day=date.fromisoformat(SECOND), **asked)).hits

    assert then and now
    assert all(hit.since == FIRST for hit in then if "@" in hit.id)
    assert len({hit.path for hit in now}) == len(now)


@pytest.mark.corpus
def test_part_of_a_room_is_what_the_whole_of_it_has_there(corpus_texts):  # noqa: F811
    every = {one.id: one for one in searched.documents("public")}
    for work in ("const-1995", "cl-court-2022", "labour-code-2015"):
        for eid in ("art_40", "art_45", "art_160", "art_55", "art_84"):
            subject = f"provision/{work}/{eid}"
            part = {one.id: one for one in searched.documents("public", {subject})}
            assert part == {id: one for id, one in every.items() if under(id, subject)}


@pytest.mark.corpus
def test_a_snippet_leads_to_a_place_that_the_page_has(corpus_texts):  # noqa: F811
    eids = ("art_56", "art_91", "art_7", "art_15")
    subjects = {
        f"provision/{work}/{eid}" for work in ("cl-court-2022", "const-2026") for eid in eids
    }
    found = list(searched.documents("public", subjects))
    assert len(found) > 6
    for one in found:
        page = Client().get(f"/ru/{one.path}", {"on": one.since, "text": "both"}).content.decode()
        anchors = {anchor for places in one.places.values() for _, anchor in places}
        assert anchors <= set(re.findall(r'id="([^"]+)"', page)), one.id


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("ст. 45 п. 2", "norms/const-2026/art_45__para_2"),
        ("art 45(2)", "norms/const-2026/art_45__para_2"),
        ("45-баптың 2-тармағы", "norms/const-2026/art_45__para_2"),
        ("Конституция 1995 ст. 77", "norms/const-1995/art_77"),
        ("Конституциялық Сот туралы заңның 16-бабы", "norms/cl-court-2022/art_16"),
    ],
)
def test_a_citation_without_an_act_is_of_the_constitution_in_force(
    words,
    path,
    corpus_texts,  # noqa: F811
):
    assert answer(Asked(words=words)).straight == path


@pytest.mark.corpus
def test_the_day_decides_which_constitution_is_meant(corpus_texts):  # noqa: F811
    then = answer(Asked(words="ст. 77", day=date(2024, 1, 1)))
    unknown = answer(Asked(words="ст. 777"))

    assert then.straight == "norms/const-1995/art_77"
    assert unknown.straight is None


@pytest.mark.corpus
def test_a_constitution_that_ended_no_longer_binds(corpus_texts):  # noqa: F811
    found = {one.id: one for one in wordings("const-1995")}
    new = {one.id: one for one in wordings("const-2026")}

    assert {one.until for one in found.values()} <= {"2026-07-01", "2023-01-01"}
    assert {one.since for one in new.values()} == {"2026-07-01"}
    assert new["provision/const-2026/art_17@2026-03-15"].until is None
