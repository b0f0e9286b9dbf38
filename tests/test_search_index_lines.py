"""`atazan search --docs --queries`: lines in, lines out. All documents are made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from atazan.cli.main import main

DOCS = [
    {"id": 1, "title": {"ru": "О пенсиях"}, "text": {"ru": "Граждане получают пенсию."}},
    {"id": "two", "title": "Court rules", "text": "The court decides on pensions and taxes."},
    {"id": "three", "text": {"kk": "Зейнетақы мөлшері заңмен белгіленеді.", "ru": None}},
    {"id": "empty", "title": "", "text": {}},
    {"id": "tax", "title": None, "text": {"kaz": "Салық төлеу.", "eng": "Tax is paid."}},
]
QUERIES = [
    {"id": "q1", "lang": "ru", "query": "пенсиями"},
    {"id": 2, "query": "зейнетақыны"},
    {"id": "q3", "lang": "en", "query": "taxes"},
    {"id": "nothing", "query": ""},
    {"id": "odd", "lang": "xx", "query": "?!"},
]


def lines(path: Path, written: list[Any]) -> str:
    """A file of lines: objects as JSON, text as it is."""
    path.write_text(
        "\n".join(one if isinstance(one, str) else json.dumps(one) for one in written), "utf-8"
    )
    return str(path)


def asked(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    docs: list[Any],
    queries: list[Any],
    *more: str,
) -> tuple[int, list[dict[str, Any]], str]:
    """Exit code, answers, and what was said of bad lines."""
    files = [lines(tmp_path / "docs", docs), lines(tmp_path / "queries", queries)]
    code = main(["search", "--docs", files[0], "--queries", files[1], *more])
    said = capfd.readouterr()
    return code, [json.loads(line) for line in said.out.splitlines()], said.err


def ids(answer: dict[str, Any]) -> list[Any]:
    return [one["id"] for one in answer["results"]]


def test_every_question_is_answered_in_its_order_across_languages(tmp_path, capfd):
    code, answers, said = asked(tmp_path, capfd, DOCS, QUERIES)

    assert code == 0
    assert "docs:4" in said and "“empty” has neither title nor text" in said
    assert said.count("\n") == 1
    assert [one["id"] for one in answers] == ["q1", 2, "q3", "nothing", "odd"]
    assert set(ids(answers[0])) == {1, "two", "three"}
    assert set(ids(answers[1])) == {1, "two", "three"}
    assert set(ids(answers[2])) == {"two", "tax"}
    assert ids(answers[3]) == ids(answers[4]) == []
    assert any("pension" in str(one) for one in answers[0]["widened"])


def test_scores_fall_and_equal_ones_go_by_id(tmp_path, capfd):
    docs = [{"id": name, "text": {"ru": "Пенсия."}} for name in ("c", "a", "d", "b")]
    docs.append({"id": "z", "text": {"ru": "Пенсия, пенсия, пенсия."}})

    _, answers, _ = asked(tmp_path, capfd, docs, [QUERIES[0]])
    assert ids(answers[0]) == ["z", "a", "b", "c", "d"]
    scores = [one["score"] for one in answers[0]["results"]]
    assert scores == sorted(scores, reverse=True)

    _, answers, _ = asked(tmp_path, capfd, docs, [QUERIES[0]], "--top", "2")
    assert ids(answers[0]) == ["z", "a"]


def test_bad_lines_are_named_by_number_and_left_out(tmp_path, capfd):
    docs = [DOCS[0], "{", "[1]", {"id": True}, {"id": "x", "text": 5}, {"title": "no id"}, DOCS[1]]
    queries = ["nonsense", QUERIES[0], {"id": 1}, {"query": "no id"}]

    code, answers, said = asked(tmp_path, capfd, docs, queries)

    assert code == 1
    assert [ids(one) for one in answers] == [[1, "two"]]
    named = [line.rsplit("/", 1)[1].split(": ")[0] for line in said.splitlines()]
    assert named == [f"docs:{n}" for n in (2, 3, 4, 5, 6)] + [f"queries:{n}" for n in (1, 3, 4)]


def test_an_id_given_twice_is_told_and_the_last_one_counts(tmp_path, capfd):
    docs = [DOCS[0], {"id": 1, "text": {"ru": "О налогах."}}]
    queries = [QUERIES[0], {"id": "q", "query": "налог"}]

    code, answers, said = asked(tmp_path, capfd, docs, queries)

    assert code == 0
    assert [ids(one) for one in answers] == [[], [1]]
    assert "docs:2" in said


def test_huge_texts_and_questions_are_read(tmp_path, capfd):
    docs = [
        {"id": "huge", "text": "пенсия слово " * 30_000},
        {"id": "run", "text": "я" * 1_000_000},
    ]
    queries = [QUERIES[0], {"id": "long", "query": "пенсия " * 1000}]

    code, answers, said = asked(tmp_path, capfd, docs, queries)

    assert code == 0
    assert [ids(one) for one in answers] == [["huge"], ["huge"]]
    assert "queries:2" in said


def test_ids_are_taken_as_they_are_whatever_they_look_like(tmp_path, capfd):
    docs = [{"id": f"a@{n}", "text": "Пенсия."} for n in range(3)]
    docs += [{"id": 1.5, "text": "Пенсия."}, {"id": "#mark", "text": "Пенсия."}]

    _, answers, _ = asked(tmp_path, capfd, docs, [QUERIES[0]])

    assert ids(answers[0]) == ["#mark", 1.5, "a@0", "a@1", "a@2"]


def test_the_same_answer_each_time(tmp_path, capfd):
    first = asked(tmp_path, capfd, DOCS * 3, QUERIES)

    assert asked(tmp_path, capfd, DOCS * 3, QUERIES)[1] == first[1]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_cannot_be_is_refused_in_the_reader_s_language(tmp_path, capfd, lang):
    docs = lines(tmp_path / "docs", DOCS)

    assert main(["search", "--docs", docs, "--lang", lang]) == 2
    assert "--queries" in capfd.readouterr().err
    assert main(["search", "--docs", docs, "--queries", docs, "--top", "0", "--lang", lang]) == 2
    assert "0" in capfd.readouterr().err
    assert main(["search", "--docs", docs, "--queries", str(tmp_path / "no"), "--lang", lang]) == 2
    assert "no" in capfd.readouterr().err
    assert main(["search", "--docs", "-", "--queries", "-", "--lang", lang]) == 2


def test_a_file_without_documents_is_told(tmp_path, capfd):
    code, answers, said = asked(tmp_path, capfd, [], QUERIES[:1])

    assert code == 0 and len(answers) == 1
    assert "holds no document" in said
