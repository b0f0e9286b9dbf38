"""The page of the search: asked in any language, narrowed, widened, paged, wrong, no script."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.http import QueryDict

from atazan.search.address import query_of, read
from atazan.search.asking import Asked, Hit
from atazan.search.standing import standing

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def shown(client, lang="en", status=200, **query):
    answer = client.get(f"/{lang}/search/", query)
    assert answer.status_code == status
    return unescape(answer.content.decode()).replace("\u00a0", " ")


def hits(page):
    return re.findall(r'<h3 class="hit__title"><a data-hit href="([^"]+)"', page)


def link(page, words):
    """The query of the first link with these words."""
    found = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>\s*{re.escape(words)}', page)
    assert found, words
    return {name: values for name, values in parse_qs(urlsplit(found[1]).query).items()}


@pytest.mark.parametrize(
    ("lang", "words"), [("kk", "зейнетақы"), ("ru", "пенсия"), ("en", "pension"), ("kk", "пенсия")]
)
def test_words_of_any_language_find_the_same_on_a_page_of_any(client, lang, words):
    page = shown(client, lang, q=words, on="2026-11-21")

    assert f"/{lang}/decisions/cc-2025-066?on=2026-11-21" in hits(page)
    assert 'value="' + words in page and "<mark>" in page


@pytest.mark.parametrize("words", ["казакстан", "qazaqstan"])
def test_one_types_without_kazakh_letters(client, words):
    assert "азақстан" in shown(client, "kk", q=words)


def test_how_the_question_was_widened_is_told_and_can_be_taken_away(client):
    page = shown(client, q="pension")
    assert "Also searched" in page and "зейнетақы" in page

    left = link(page, "take away")
    less = shown(client, **left)
    assert left["without"] and "put back the" in less.lower()
    typed = shown(client, **link(page, "Search only the words as written"))
    assert "Only the words as written were searched" in typed and "Also searched" not in typed


def test_a_citation_shows_the_provision_first_and_leads_there_only_when_told_to(client):
    asked = {"q": "ст. 33", "on": "2020-01-01"}
    page, target = shown(client, "ru", **asked), "/ru/norms/const-1995/art_33?on=2020-01-01"
    assert page.index(target) < page.index('id="hits"')

    gone = client.get("/ru/search/", {**asked, "go": "1"})
    assert gone.status_code == 302 and gone.url == target
    assert client.get("/ru/search/", {"q": "суд", "go": "1"}).status_code == 200


def test_a_number_leads_to_its_decision_by_name(client):
    page = shown(client, "kk", q="88-НП")
    assert page.index("/kk/decisions/cc-2026-088") < page.index('id="hits"')


def test_a_misspelt_word_is_put_right_by_a_link(client):
    page = shown(client, "ru", q="канституция")
    assert link(page, "<b>конституция").get("q") == ["конституция"]


def test_counts_of_facets_are_true_and_each_leads_to_what_it_counts(client):
    page = shown(client, q="court", on="2026-11-21")
    facet = re.search(r'href="([^"]+)">Decision</a></span> <span class="mute num">(\d+)', page)
    assert facet
    narrowed = client.get(facet[1]).content.decode()
    assert f"<h2>{facet[2]} results" in narrowed and "kind=decision" in facet[1]
    assert "Drop every filter" in narrowed and "on=2026-11-21" in facet[1]


def test_pages_follow_one_another_without_script(client):
    page = shown(client, q="court", order="newest")
    seen = hits(page)
    for _ in range(2):
        page = shown(client, **link(page, "Show more"))
        seen += hits(page)

    assert len(seen) == len(set(seen)) == 60


def test_what_cannot_be_read_is_told_and_the_rest_answered(client):
    page = shown(
        client, q="court", after="zzz", order="sideways", kind=["crown", "decision"], of="de"
    )

    for wrong in ("“zzz”", "order=sideways", "kind=crown", "of=de"):
        assert wrong in page
    assert hits(page) and all("/decisions/" in one for one in hits(page))


def test_a_question_too_long_is_refused_and_kept_in_the_box(client):
    page = shown(client, status=422, q="сот " * 101)
    assert "403 characters" in page and 'value="сот сот' in page


def test_nothing_found_says_what_to_do(client):
    page = shown(client, q="zzyzxq", kind="case")
    assert "Nothing is found for “zzyzxq”" in page
    for words in ("Drop every filter", "Search every wording ever held"):
        assert link(page, words)["q"] == ["zzyzxq"]


def test_nothing_typed_shows_what_there_is_to_find(client):
    page = shown(client, "kk")
    assert "Не іздеуге болады" in page and "kind=decision" in page and not hits(page)


def test_words_are_never_markup(client):
    answer = client.get("/en/search/", {"q": '"><script>x</script>', "kind": '"><i>'})
    assert b"<script>x" not in answer.content and b'"><i>' not in answer.content


def test_the_part_a_script_asks_for_is_the_same_answer_without_the_page(client):
    part = shown(client, q="pension", part="found")
    assert "<html" not in part and hits(part) == hits(shown(client, q="pension"))
    assert re.search(r'data-told="\d+ results"', part) and "part=" not in part


def test_a_past_day_finds_what_stood_then_and_keeps_the_day_in_its_links(client):
    page = shown(client, q="Constitution", on="2020-01-01", kind="provision")
    assert any("const-1995" in one for one in hits(page))
    assert not any("const-2026" in one for one in hits(page))
    assert all("on=2020-01-01" in one for one in hits(page))


@pytest.mark.parametrize(
    ("kind", "state", "binds", "mark", "words"),
    [
        ("position", "stands", None, "adopted", "no change on record"),
        ("position", "changed", True, "adopted", "no change on record"),
        ("position", "changed", False, "past", "changed by a later decision"),
        ("provision", "replaced", True, "in_force", "in force"),
        ("provision", "adopted", True, "not_said", "adopted, when it began is not on record"),
    ],
)
def test_how_a_thing_stood_has_its_mark_and_words(kind, state, binds, mark, words):
    none = dict.fromkeys(("anchor", "since", "until", "day"))
    rest = {"title": {}, "lang": "en", "snippet": (), "path": "", "score": 1.0, **none}
    (one,) = standing(Hit(id="made-up", kind=kind, facets={"state": (state,)}, binds=binds, **rest))

    assert (one.code, one.words["en"]) == (mark, words)


def test_every_public_page_has_the_box_and_the_search_page_one(client):
    for path in ("", "norms/", "decisions/", "offices/", "rules/", "about/"):
        assert 'action="/kk/search/"' in client.get(f"/kk/{path}").content.decode(), path
    page = client.get("/kk/search/").content.decode()
    assert page.count('type="search"') == 1


def test_the_answer_as_json_is_that_of_the_api(client):
    query = {"q": "зейнетақы", "on": "2026-11-21"}
    page = client.get("/kk/search/", {**query, "format": "json"}).json()
    told = client.get("/api/search", query).json()
    assert page["answer"]["hits"] == told["hits"] and page["on"] == told["on"] == "2026-11-21"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_feed_of_any_search_tells_what_was_recorded_last(client, lang):
    answer = client.get(f"/{lang}/search/feed.atom", {"q": "pension"})
    feed = ElementTree.fromstring(answer.content)

    entries = feed.findall(f"{ATOM}entry")
    assert answer["Content-Type"].startswith("application/atom+xml") and entries
    for one in (feed, *entries):
        assert all(one.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated"))
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids)
    assert all(f"/{lang}/" in one.find(f"{ATOM}link").get("href") for one in entries)


def test_a_feed_that_cannot_be_says_why(client):
    answer = client.get("/ru/search/feed.atom", {"q": "я" * 401})
    assert answer.status_code == 422 and "401" in answer.content.decode()


def test_a_question_survives_being_written_as_an_address():
    asked = Asked(
        words="сот «әділ»",
        only={"kind": ("decision", "case"), "lang": ("kk",), "year": ("2026",)},
        lang="kk",
        widen=False,
        without=("concept:court",),
        order="oldest",
        after="abc",
    )
    assert read(QueryDict(query_of(asked, after="abc")), None).asked == asked
