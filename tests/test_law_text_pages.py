"""The text of a law on its pages and in the API: on a day, in a language, as known at a moment."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.db import transaction
from msgspec import structs

from atazan.law.compared.words import Piece
from atazan.law.leaf.asked import asked, read_moment
from atazan.law.leaf.contents import contents
from atazan.law.leaf.rows import article, paired
from atazan.law.leaf.runs import Link, Span, runs
from atazan.law.models import Effect
from atazan.law.templatetags.law_text import law_words
from atazan.law.text.document import Block
from atazan.law.works_known import ask_the_register
from tests.law_texts import BY, FIRST, SECOND, WORK, corpus_texts, imported, written  # noqa: F401

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
LANGS = ("kk", "ru", "en")
DAYS = {"from": "2025-12-31", "to": SECOND}
PAGES = ("", "/art_2", "/art_3__para_1__subpara_2", "/compare", "/languages", "/conformity")
MORE_RU = """
<a id="st6"></a>

**Статья 6. Порядок**

Порядок наблюдения определяется пунктом 2 статьи 2 настоящего Закона.

<a id="st7"></a>

**Статья 7. Школы**

В школах наблюдение ведётся ночью не более пяти часов.
"""
MORE_KK = """
<a id="st6"></a>

**6-бап. Тәртіп**

Бақылау тәртібі осы Заңның 2-бабының 2-тармағымен айқындалады.

Екінші бөлік.
"""


@pytest.fixture(scope="module")
def sky(django_db_setup, django_db_blocker, tmp_path_factory):
    """The made-up law in two versions, with an article that cites another."""
    folder = written(tmp_path_factory.mktemp("laws"))
    for name, more in (("rus.md", MORE_RU), ("kaz.md", MORE_KK)):
        for path in folder.rglob(name):
            path.write_text(path.read_text("utf-8") + more, "utf-8")
    with django_db_blocker.unblock(), transaction.atomic():
        assert imported(folder) == []
        yield
        transaction.set_rollback(True)
    ask_the_register()


def page(client, path, lang="ru", **query):
    answer = client.get(f"/{lang}/norms/{path}", query)
    assert answer.status_code == 200, (path, query, answer.status_code)
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def told(client, path, **query):
    return client.get(f"/ru/norms/{path}", query | {"format": "json"}).json()


def api(client, path, **query):
    answer = client.get(f"/api/{path}", query)
    return answer.status_code, answer.json()


def seen(html):
    """What a reader of the page reads, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


# --- lines, rows, languages


def test_words_cut_into_runs_are_the_line_again_whatever_lies_over_them():
    line = "The words of a line that cite, cease and repeat."
    over = [Span(4, 30, to=Link("w", "art_1", date(2026, 1, 1))), Span(10, 20, ceased=True)]
    found = runs(line, [*over, Span(18, 24, repeats=True)])

    assert "".join(run.text for run in found) == line
    assert [run.text for run in found if run.ceased] == [line[10:18], line[18:20]]
    assert [run.text for run in found if run.repeats] == [line[18:20], line[20:24]]


def test_subparagraphs_stay_in_the_row_of_their_paragraph_with_their_own_numbers():
    lines = (
        Block("art_3", "heading", "Observatory", "Article 3."),
        Block("art_3__para_1", "text", "The observatory:", "1."),
        Block("art_3__para_1__subpara_1", "text", "keeps a list;", "1)"),
        Block("art_3__para_1__subpara_1__indent_2", "text", "in a book;"),
        Block("art_3__para_2__part_1", "text", "Second.", "2."),
        Block("art_3__para_2__part_2", "text", "Further."),
    )
    found = article("art_3", lines)

    assert (found.title, [row.eid for row in found.rows]) == (
        "Article 3. Observatory",
        ["art_3__para_1", "art_3__para_2"],
    )
    assert [row.number for row in found.rows] == ["1", "2"]
    assert [(line.number, line.depth) for line in found.rows[0].lines] == [
        ("", 0),
        ("1)", 1),
        ("", 2),
    ]


def test_a_part_printed_without_a_number_is_counted_and_not_given_one():
    lines = (Block("art_1__part_1", "text", "One."), Block("art_1__part_2", "text", "Two."))

    assert [(row.number, row.counted) for row in article("art_1", lines).rows] == [
        ("", "1"),
        ("", "2"),
    ]


def test_what_only_one_language_has_stands_in_its_place_among_the_rows_of_both():
    kk, ru = (
        article("art_1", [Block(f"art_1__para_{n}", "text", "x", f"{n}.") for n in numbers]).rows
        for numbers in ((1, 2, 3), (1, 3, 4))
    )
    found = paired(kk, ru)

    assert [one.eid[-1] for one in found] == ["1", "2", "3", "4"]
    assert [(one.kk is None, one.ru is None) for one in found] == [
        (False, False),
        (False, True),
        (False, False),
        (True, False),
    ]


def test_articles_before_the_first_chapter_have_a_place_in_the_contents():
    found = contents(
        article(eid, [Block(eid, "heading", "Heading", number)])
        for eid, number in (("art_1", "Статья 1."), ("chapter_1", "Глава 1."), ("art_2", "2-бап."))
    )

    assert [(one.entry is None, one.reach) for one in found] == [(True, "1"), (False, "2")]


@pytest.mark.parametrize(
    ("query", "lang", "held", "shown"),
    [
        ({}, "kk", ["kk", "ru"], "kk"),
        ({}, "en", ["kk", "ru"], "both"),
        ({"text": "ru"}, "kk", ["kk", "ru"], "ru"),
        ({"text": "latin"}, "ru", ["kk", "ru"], "ru"),
        ({"text": "both"}, "kk", ["ru"], "ru"),
    ],
)
def test_the_text_is_that_of_the_page_unless_another_is_asked_for(query, lang, held, shown):
    assert asked(query, date(2026, 7, 1), lang, held, NOW).shown == shown


def test_what_was_known_on_a_day_is_what_was_known_at_its_end_in_astana():
    assert read_moment("2026-07-01") == datetime(2026, 7, 1, 18, 59, 59, 999999, tzinfo=UTC)
    assert read_moment("01.07.2026") == read_moment("2026-07-01")
    assert read_moment("2026-07-01T14:30") == datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("written", ["yesterday", "2026-13-01", "9999-12-31", "2030-01-01", "0"])
def test_a_moment_that_cannot_be_meant_is_told_and_not_guessed(written):
    found = asked({"known": written}, date(2026, 7, 1), "ru", ["ru"], NOW)

    assert found.known is None
    assert written in found.problem.says("ru")


def test_changed_words_are_told_in_words_too_and_not_by_a_line_alone():
    said = str(law_words([Piece("same", "a < b "), Piece("gone", "c"), Piece("new", "d\ne")]))

    assert "a &lt; b" in said and "d<br>e" in said
    assert re.findall(r"<(del|ins)><span class=\"vh\">\[\w+: ", said) == ["del", "ins"]


# --- pages


@pytest.mark.django_db
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_a_text_opens_on_days_of_both_versions_and_as_json(client, sky, lang, path):
    day = "2025-06-01" if lang == "en" else "2026-06-01"
    assert page(client, WORK + path, lang, on=day)
    assert lang != "kk" or told(client, WORK + path, on=day)


@pytest.mark.django_db
def test_an_act_is_shown_as_it_read_on_the_day(client, sky):
    before, after = (seen(page(client, WORK, on=day)) for day in ("2025-12-31", SECOND))

    assert "не более трёх часов" in before and "не более пяти часов" in after
    assert "Тишина" not in before and "Статья 2-1. Тишина" in after


@pytest.mark.django_db
def test_the_words_of_an_article_stand_in_the_language_asked_for_or_in_both(client, sky):
    path = f"{WORK}/art_1"
    kk, ru = (seen(page(client, path, lang, on=SECOND)) for lang in ("kk", "ru"))
    both = page(client, path, "en", on=SECOND)

    assert "Аспан баршаға тиесілі" in kk and "Небо принадлежит" not in kk
    assert "Небо принадлежит всем" in ru and "баршаға" not in ru
    assert "Аспан баршаға тиесілі" in both and "Небо принадлежит всем" in both
    assert "There is no English text" in both
    assert 'lang="kk"' in both and 'lang="ru"' in both


@pytest.mark.django_db
def test_a_row_that_one_language_lacks_says_so_beside_the_other(client, sky):
    assert "только в казахском тексте" in page(client, f"{WORK}/art_6", text="both", on=SECOND)


@pytest.mark.django_db
def test_each_paragraph_tells_since_when_its_own_words_stand(client, sky):
    since = told(client, f"{WORK}/art_2", on=SECOND)["text"]["languages"]["ru"]["words_since"]

    assert (since["art_2__para_1"], since["art_2__para_2"]) == (FIRST, SECOND)


@pytest.mark.django_db
def test_a_citation_leads_to_the_text_of_the_day_its_own_words_began(client, sky):
    there = f"/ru/norms/{WORK}/art_2__para_2?on={FIRST}"
    found = page(client, f"{WORK}/art_6", on="2026-06-01")

    assert f'<a class="to" href="{there}"' in found
    cites = told(client, f"{WORK}/art_6", on="2026-06-01")["text"]["languages"]["ru"]["cites"]
    assert [(one["targets"], one["on"]) for one in cites] == [(["art_2__para_2"], FIRST)]


@pytest.mark.django_db
def test_a_provision_tells_who_cites_it_from_the_texts_themselves(client, sky):
    found = told(client, f"{WORK}/art_2", on=SECOND)["citing_texts"]

    assert [(one["provision"], one["targets"]) for one in found] == [("art_6", ["art_2__para_2"])]
    assert not told(client, f"{WORK}/art_1", on=SECOND)["citing_texts"]


@pytest.mark.django_db
def test_a_provision_the_day_does_not_have_links_the_day_it_has_it(client, sky):
    early = page(client, f"{WORK}/art_2-1", on=FIRST)

    assert "В тексте на этот день этой нормы нет" in early
    assert f'href="/ru/norms/{WORK}/art_2-1?on={SECOND}"' in early
    assert told(client, f"{WORK}/art_99", on=SECOND)["no_provision"] == "art_99"
    assert told(client, f"{WORK}/art_1", on="2024-06-01")["text_absent"]["why"] == "early"


@pytest.mark.django_db
def test_an_act_without_a_text_says_how_to_import_one(client, sky):
    found = page(client, "labour-code-2015/art_160", on=SECOND)

    assert "не импортирован" in found
    assert "atazan law import" in found and "--work labour-code-2015" in found


@pytest.mark.django_db
def test_a_reader_who_does_not_know_part_from_paragraph_comes_to_what_the_text_has(client, sky):
    moved = client.get(f"/ru/norms/{WORK}/art_2__part_2", {"on": SECOND})

    assert moved.status_code == 302
    assert moved["Location"] == f"/ru/norms/{WORK}/art_2__para_2?on={SECOND}"
    assert client.get(f"/ru/norms/{WORK}/preamble")["Location"].endswith("#preamble")


@pytest.mark.django_db
def test_before_it_was_imported_a_text_was_not_known(client, sky):
    before = told(client, f"{WORK}/art_1", on=SECOND, known="2020-01-01")
    now = told(client, f"{WORK}/art_1", on=SECOND)

    assert before["known"] and before["text"] is None
    assert now["known"] is None and now["text"]
    assert "ни день" not in page(client, f"{WORK}/art_1", known="soon")
    assert "«soon» – не день и не момент" in page(client, f"{WORK}/art_1", known="soon")


@pytest.mark.django_db
def test_two_days_differ_by_what_changed_between_them_and_by_nothing_else(client, sky):
    found = told(client, f"{WORK}/compare", **{"from": FIRST, "to": SECOND, "text": "ru"})
    kinds = {one["after"] or one["before"]: one["kind"] for one in found["changed"]}

    assert kinds["art_2__para_2"] == "amended"
    assert kinds["art_2-1"] == "inserted"
    assert kinds["art_3__para_1__subpara_2"] == kinds["art_4"] == "repealed"
    assert "art_1" not in kinds and "art_2__para_1" not in kinds
    html = page(client, f"{WORK}/compare", **{"from": FIRST, "to": SECOND})
    assert "<del>" in html and "<ins>" in html
    assert re.search(r"\[убрано: +трёх", seen(html)) and re.search(
        r"\[добавлено: +пяти", seen(html)
    )
    alone = told(client, f"{WORK}/compare", **{"from": FIRST, "to": SECOND, "provision": "art_2"})
    assert {one["after"] for one in alone["changed"]} == {"art_2__para_2"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "says"),
    [({"from": "soon"}, "«soon» – не день"), ({"from": "1999-01-01"}, "1 января 1999")],
)
def test_days_that_cannot_be_compared_are_told_with_those_that_can(client, sky, query, says):
    answer = client.get(f"/ru/norms/{WORK}/compare", query)

    assert answer.status_code == 422
    body = unescape(answer.content.decode()).replace("\xa0", " ")
    assert says in body and "2025" in body


@pytest.mark.django_db
def test_the_lawmakers_change_links_the_comparison_of_that_day(client, sky):
    found = page(client, f"{WORK}/art_2", on="2026-06-01")

    assert f"compare?from=2025-12-31&to={SECOND}&provision=art_2" in found
    assert f"/ru/norms/{BY}" in found


@pytest.mark.django_db
def test_languages_that_part_are_listed_with_their_place(client, sky):
    found = told(client, f"{WORK}/languages", on=SECOND)["differences"]

    assert "art_6" in {one["provision"].split("__")[0] for one in found}
    assert "1-бап" not in seen(page(client, f"{WORK}/languages", "kk", on=SECOND))


@pytest.mark.django_db
@pytest.mark.parametrize("lang", LANGS)
def test_the_constitutions_are_matched_both_ways_with_links_to_their_own_days(client, lang):
    found = page(client, "concordance", lang)

    assert f'href="/{lang}/norms/const-1995/art_72__para_1?on=2026-06-30"' in found
    assert "?on=2026-07-01" in found
    new = page(client, "concordance", lang, order="new", kind="new")
    assert new.count("<tr>") < found.count("<tr>")


@pytest.mark.django_db
def test_a_page_to_print_has_no_navigation_and_can_be_left(client, sky):
    found = page(client, f"{WORK}/art_2", on=SECOND, print="1")

    assert '<body class="is-print">' in found
    assert "К обычной странице" in found


@pytest.fixture
def held_unconstitutional(sky):
    """Words of article 2(2) held not to conform by a decision; the text still has them."""
    words = "Наблюдение ведётся ночью не более пяти часов"
    Effect.objects.create(
        id="made-up",
        stream="decision/cc-2026-088",
        entry=1,
        sources=["x"],
        work=WORK,
        provision="art_2__para_2",
        effect="does_not_conform",
        since="2026-06-12",
        by_decision="cc-2026-088",
        extent={"kk": "сөздері", "ru": "слова", "en": "words"},
        span=[{"lang": "ru", "words": words}],
    )
    return words


@pytest.mark.django_db
def test_words_that_ceased_are_struck_out_from_the_day_of_the_decision(
    client, held_unconstitutional
):
    path = f"{WORK}/art_2"
    before, after = (page(client, path, on=f"2026-06-{day}") for day in (11, 12))

    assert "<del>" not in before
    assert f"<del>{held_unconstitutional}</del>" in after
    assert "Сам текст этого ещё не показывает" in after


@pytest.mark.django_db
def test_words_that_repeat_what_the_court_struck_down_are_underlined_and_the_law_is_named(
    client, held_unconstitutional
):
    again = page(client, f"{WORK}/art_7", on="2026-07-02")

    assert "<mark>наблюдение ведётся ночью не более пяти часов</mark>" in again
    assert f'href="/ru/norms/{WORK}/art_2__para_2?on=2026-07-02"' in again
    assert "cl-court-2022/art_63__para_3" in again
    held = told(client, f"{WORK}/art_2__para_2", on="2026-07-02")
    assert held["held_unconstitutional"] == {"since": "2026-06-12", "by": "cc-2026-088"}
    assert {one["provision"] for one in held["repeated_by"]} == {"art_7"}


# --- the API


@pytest.mark.django_db
def test_the_api_gives_a_text_on_a_day_with_its_versions(client, sky):
    status, found = api(client, f"texts/{WORK}", on="2025-06-01", text="ru")
    lines = [line for one in found["text"] for line in one["languages"]["ru"]["lines"]]

    assert status == 200
    assert any("трёх часов" in line["text"] for line in lines)
    assert [one["since"] for one in api(client, f"versions/{WORK}")[1]["editions"]] == [
        FIRST,
        SECOND,
    ]


@pytest.mark.django_db
def test_the_api_finds_citations_and_leaves_open_what_it_cannot_know(client, sky):
    def cited(text, **more):
        body = json.dumps({"text": text, "lang": "ru", "day": "2026-07-02", **more})
        return client.post("/api/citations", body, "application/json").json()["citations"]

    [known] = cited("по пункту 2 статьи 45 настоящего Закона", context="cl-court-2022")
    assert (known["text"], known["targets"]) == (
        "пункту 2 статьи 45 настоящего Закона",
        ["art_45__para_2"],
    )
    [open_] = cited("по статье 45")
    assert open_["work"] is None and open_["why"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"texts/{WORK}?known=soon", 422),
        ("texts/no-such-law", 404),
        (f"texts/{WORK}/nothing", 404),
        (f"comparison/{WORK}?from=1999-01-01", 422),
        ("exports/labour-code-2015", 404),
        ("concordance?provision=nothing", 404),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_the_api_refuses_in_the_language_of_the_reader(client, sky, path, status, lang):
    answer = client.get(f"/api/{path}{'&' if '?' in path else '?'}lang={lang}")

    assert answer.status_code == status
    [problem] = answer.json()["problems"]
    cyrillic = bool(re.search("[а-яәғқңөұүһі]", re.sub("«.*?»", "", problem["says"]).lower()))
    assert cyrillic == (lang != "en"), problem["says"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("form", "media"),
    [("akn", "application/akn+xml"), ("md", "text/markdown"), ("json", "application/json")],
)
def test_a_text_can_be_downloaded_in_three_forms(client, sky, form, media):
    answer = client.get(f"/api/exports/{WORK}", {"format": form, "text": "ru", "on": SECOND})

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(media)
    assert f'{WORK}_ru@{SECOND}.{form}"' in answer["Content-Disposition"]
    assert "пяти часов" in answer.content.decode()


@pytest.mark.django_db
def test_a_phrase_is_dated_by_the_first_text_that_has_it_without_a_break(client, sky):
    def since(words, day):
        return api(client, f"phrases/{WORK}", words=words, text="ru", on=day)[1]["since"]

    assert since("ночью не более", "2026-06-01") == FIRST
    assert since("соблюдается тишина", "2026-06-01") == SECOND
    assert since("соблюдается тишина", "2025-06-01") is None
    found = seen(page(client, WORK, on="2026-06-01", words="соблюдается тишина"))
    assert "стоят в тексте без перерыва с 1 января 2026" in found.replace("\xa0", " ")


# --- the real laws


@pytest.mark.corpus
@pytest.mark.django_db
def test_the_law_on_the_court_is_shown_whole_and_says_what_of_it_the_lawmaker_changed(
    client,
    corpus_texts,  # noqa: F811
    django_assert_max_num_queries,
):
    with django_assert_max_num_queries(260):
        html = page(client, "cl-court-2022", "kk", on="2026-07-01")
    found = told(client, "cl-court-2022", on="2026-07-01")

    assert html.count('<section class="art" id="art_') == 67
    assert len([one for one in found["text"] if one["eid"].startswith("art_")]) == 67
    assert [one["since"] for one in found["editions"]] == ["2023-07-01", "2026-07-01"]


@pytest.mark.corpus
@pytest.mark.django_db
def test_an_article_of_the_constitution_links_its_predecessor(client, corpus_texts):  # noqa: F811
    found = told(client, "const-2026/art_73", on="2026-07-01")

    assert found["text"]["languages"]["ru"]["lines"]
    assert any("art_72" in one["from"][0] for one in found["concordance"] if one["from"])


@pytest.mark.corpus
@pytest.mark.django_db
def test_the_text_of_2023_names_bodies_that_the_text_of_2026_does_not(client, corpus_texts):  # noqa: F811
    def bodies(since):
        found = told(client, "cl-court-2022/conformity", on="2026-07-01", text_of=since)["found"]
        return [one for one in found if one["kind"] == "body" and not one["told_as_past"]]

    assert len(bodies("2023-07-01")) > 20
    assert len(bodies("2026-07-01")) < len(bodies("2023-07-01")) / 10


@pytest.mark.corpus
@pytest.mark.django_db
@pytest.mark.parametrize("path", ["cl-court-2022/art_47", "cl-court-2022/art_44"])
def test_a_subparagraph_of_which_the_text_only_notes_the_repeal_is_shown_as_repealed(
    client,
    corpus_texts,  # noqa: F811
    path,
):
    html = seen(page(client, path, on="2026-07-01")).replace("\xa0", " ")

    assert re.search(r"(4|5\), 6)\): Исключено законодателем", html)


@pytest.mark.corpus
@pytest.mark.django_db
def test_this_article_is_read_as_the_article_the_words_stand_in(client, corpus_texts):  # noqa: F811
    html = page(client, "cl-court-2022/art_47", on="2026-07-01")

    assert re.search(
        r"cl-court-2022/art_47__para_2__subpara_2\?on=2026-07-01[^>]*>\s*подпункте 2\)", html
    )
    assert "cl-court-2022/para_2" not in html


# --- provisions named in any way, or that are nowhere


@pytest.mark.django_db
@pytest.mark.parametrize("named", ["3", "ст. 3", "art_3"])
def test_a_comparison_reads_a_provision_as_citations_are_read(client, sky, named):
    whole = api(client, f"comparison/{WORK}", text="ru", **DAYS)[1]["changed"]
    status, one = api(client, f"comparison/{WORK}", text="ru", provision=named, **DAYS)
    article = [row for row in whole if (row["after"] or row["before"]).startswith("art_3")]

    assert status == 200 and article and one["changed"] == article


@pytest.mark.django_db
@pytest.mark.parametrize("named", ["9999", "3(99)", "nothing"])
def test_a_comparison_of_a_provision_that_is_none_is_no_empty_answer(client, sky, named):
    status, told = api(client, f"comparison/{WORK}", text="ru", provision=named, **DAYS)
    query = {"provision": named, **DAYS}
    shown = client.get(f"/ru/norms/{WORK}/compare", query)

    assert status == 404 and named in told["problems"][0]["says"]
    assert shown.status_code == 404 and f"«{named}»" in shown.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("lang", LANGS)
def test_a_provision_neither_text_nor_record_knew_is_not_there(client, sky, lang):
    status, told = api(client, f"texts/{WORK}/4500", lang=lang)
    shown = client.get(f"/{lang}/norms/{WORK}/art_9999")

    assert status == 404 and "4500" in told["problems"][0]["says"]
    assert shown.status_code == 404 and "9999" in seen(shown.content.decode())


@pytest.mark.django_db
def test_of_an_act_without_text_nobody_says_that_a_provision_is_none(client, sky):
    assert client.get("/ru/norms/labour-code-2015/art_9999").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("lang", LANGS)
def test_the_api_says_how_to_write_what_was_known(client, sky, lang):
    status, told = api(client, f"texts/{WORK}", known="abc", lang=lang)
    [problem] = told["problems"]

    assert status == 422
    assert "abc" in problem["says"] and "2026-07-21T09:30" in problem["says"]
    assert not re.search("көрсетілді|показано|shown", problem["says"])


@pytest.mark.django_db
def test_a_moment_is_told_in_the_words_of_the_reader_and_in_astana_time(client, sky):
    plain = page(client, f"{WORK}/art_1", known="2026-11-28T02:50:30")
    copied = page(client, f"{WORK}/art_1", known="2026-11-28 02:50:30+00:00")
    lost = page(client, f"{WORK}/art_1", known="2026-11-28T02:50:30 00:00")

    assert "2026-11-28T02:50:30." not in seen(plain)
    assert "02:50:30 (время Астаны)" in plain
    assert "07:50:30 (время Астаны)" in lost and "07:50:30 (время Астаны)" in copied


@pytest.mark.django_db
def test_where_one_text_is_held_no_day_is_compared_with_itself(client, sky, monkeypatch):
    from atazan.law.leaf import two_days

    usual = two_days.editions
    monkeypatch.setattr(
        two_days,
        "editions",
        lambda *given: structs.replace(usual(*given), earlier=None, later=None),
    )
    shown = page(client, f"{WORK}/compare", on=SECOND)

    assert "Импортирован только один текст" in shown
    assert "Тексты этих двух дней одинаковы" not in shown


@pytest.mark.django_db
@pytest.mark.parametrize("path", [WORK, f"{WORK}/art_2", f"{WORK}/compare"])
def test_an_address_with_a_slash_at_its_end_leads_to_the_page(client, sky, path):
    answer = client.get(f"/ru/norms/{path}/", {"on": SECOND})

    assert answer.status_code == 302
    assert answer["Location"] == f"/ru/norms/{path}?on={SECOND}"


@pytest.mark.django_db
@pytest.mark.parametrize("lang", LANGS)
def test_the_concordance_is_folded_by_article_and_tells_in_what_language_it_quotes(client, lang):
    shown = page(client, "concordance", lang)

    assert shown.count('<details class="matched-art">') > 90
    assert shown.count("<tr>") > shown.count('<details class="matched-art">')
    only = {"kk": "тек орысша бар", "ru": "есть здесь только на русском", "en": "in Russian only"}
    assert (only[lang] in shown) == (lang != "ru")


@pytest.mark.django_db
def test_that_no_text_is_imported_is_said_only_where_none_is(client, sky):
    gone = page(client, f"{WORK}/art_2-1", on=FIRST)
    without = page(client, "labour-code-2015/art_9999")

    assert "Текст не импортирован" not in gone
    assert "Текст не импортирован" in without
