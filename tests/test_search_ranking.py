"""The gold of ranking is sound, its figures are right, and search crosses languages."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from types import ModuleType

import pytest

from tests.conftest import ROOT
from tests.search_gold import LANGS, Query, collection, crosses, made_up, queries


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ranking", ROOT / "bench" / "ranking.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def asked(**judged: int) -> Query:
    return Query("ru-0", "ru", "пенсия", "a pension", judged, "dev")


def test_there_are_ninety_queries_a_third_in_each_language_and_no_id_or_question_twice():
    found = queries()
    counts = Counter(query.lang for query in found)

    assert len(found) >= 90
    assert all(counts[lang] * 3 >= len(found) * 0.9 for lang in LANGS), counts
    assert len({query.id for query in found}) == len(found)
    assert len({(query.lang, query.query) for query in found}) == len(found)


def test_at_least_a_third_of_each_language_is_held_out_and_half_is_not():
    counts = Counter((query.lang, query.part == "dev") for query in queries())

    for lang in LANGS:
        held_out = counts[lang, False] / (counts[lang, True] + counts[lang, False])
        assert 1 / 3 <= held_out <= 1 / 2, (lang, held_out)


def test_every_judgment_is_a_grade_and_every_query_has_something_to_find():
    for query in queries():
        assert set(query.judged.values()) <= {0, 1, 2, 3}, query.id
        assert 3 in query.judged.values(), query.id


@pytest.mark.corpus
def test_every_judged_document_is_there_and_half_the_queries_cross_languages(corpus):
    held = {str(one["id"]): one for one in collection(corpus)}
    lost = {
        name
        for query in queries()
        for name in query.judged
        if name not in held and name != "court-law-2026/48"  # has no anchor in the Kazakh text
    }

    assert lost == set()
    assert sum(crosses(query, held) for query in queries()) * 2 >= len(queries())


def test_a_right_order_is_worth_one_and_a_wrong_one_less(bench):
    held = {name: {"id": name, "title": {}, "text": {}} for name in "abc"}
    query = asked(a=3, b=2, c=1)

    assert bench.figures(query, ["a", "b", "c"], held).ndcg == pytest.approx(1)
    assert 0 < bench.figures(query, ["c", "b", "a"], held).ndcg < 1
    assert bench.figures(query, [], held)[:3] == (0, 0, 0)


def test_the_figures_of_one_answer_by_hand(bench):
    held = {name: {"id": name, "title": {}, "text": {}} for name in "ab"}

    found = bench.figures(asked(a=3, b=2), ["x", "b"], held)

    assert found.ndcg == pytest.approx((3 / 1.58496) / (7 + 3 / 1.58496), rel=1e-4)
    assert (found.recall, found.mrr, found.judged) == (0.5, 0.5, 0.5)


def test_plain_bm25_finds_the_word_as_written_and_no_other_form(bench):
    documents = [
        {"id": "is", "title": {"ru": "О пенсиях"}, "text": {"ru": "Пенсия и её размер"}},
        {"id": "not", "title": {"ru": "Отчёт"}, "text": {"ru": "Размер пенсии"}},
    ]

    assert bench.bm25(documents, [asked()]) == {"ru-0": ["is"]}


ACROSS = {
    ("kk", "ереуіл"): "labour-strike",
    ("kk", "банкроттық"): "enforce-bankruptcy",
    ("ru", "налог на добавленную стоимость"): "tax-vat-export",
    ("ru", "алименты"): "enforce-alimony",
    ("en", "kindergarten"): "edu-kindergarten",
    ("en", "inheritance"): "property-inheritance",
}


def test_a_question_finds_what_is_held_only_in_another_language(tmp_path, capsys):
    from atazan.cli.main import main

    documents, lines = tmp_path / "documents.jsonl", tmp_path / "queries.jsonl"
    documents.write_text("\n".join(json.dumps(one) for one in made_up()), "utf-8")
    lines.write_text(
        "\n".join(
            json.dumps({"id": wanted, "lang": lang, "query": query})
            for (lang, query), wanted in ACROSS.items()
        ),
        "utf-8",
    )

    main(["search", "--docs", str(documents), "--queries", str(lines), "--top", "3"])

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(told) == len(ACROSS)
    for answer in told:
        assert answer["id"] in [hit["id"] for hit in answer["results"]], answer
