"""`atazan search QUERY` answers readably, the same as JSON, and says what is wrong in words."""

from __future__ import annotations

import json
import re

import pytest

from atazan.cli.main import main

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def ran(capsys, *given):
    code = main(["search", *given])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_hit_is_told_with_kind_day_snippet_and_address(capsys):
    code, out, _ = ran(capsys, "Әзімова", "--lang", "kk", "--kind", "person", "--top", "1")

    assert code == 0
    assert "1. Әзімова Эльвира" in out and "Адам" in out
    assert "/kk/people/azimova" in out and re.search(r"2023.ж\..1.қаңтар", out)


def test_a_number_of_a_decision_goes_straight_there(capsys):
    code, out, _ = ran(capsys, "№", "33-НП", "--lang", "ru")

    assert code == 0
    assert out.startswith("Прямо сюда:") and "/ru/decisions/cc-2023-033" in out


def test_the_whole_answer_comes_as_json(capsys):
    asked = ("pension", "--format", "json", "--only", "body=constitutional_court", "--top", "3")
    code, out, _ = ran(capsys, *asked)
    told = json.loads(out)

    assert code == 0
    assert told["asked"]["only"] == {"body": ["constitutional_court"]}
    assert told["total"] >= len(told["hits"]) > 0
    assert all("constitutional_court" in hit["facets"]["body"] for hit in told["hits"])


def test_facets_are_told_in_words_with_their_counts(capsys):
    _, out, _ = ran(capsys, "Конституция", "--lang", "ru", "--facets", "--top", "1")

    assert re.search(r"Что \(kind\):\n +[0-9]+  \w+", out)
    assert re.search(r"[0-9]  Конституционный Совет[^\n]*\(constitutional_council\)", out)


def test_the_next_page_goes_on_where_the_last_one_ended(capsys):
    first = json.loads(ran(capsys, "судья", "--format", "json", "--top", "2")[1])
    more = ("--after", first["after"], "--format", "json", "--top", "2")
    second = json.loads(ran(capsys, "судья", *more)[1])

    assert not {h["id"] for h in first["hits"]} & {h["id"] for h in second["hits"]}
    assert second["total"] == first["total"]


def test_nothing_found_is_said_with_what_to_do(capsys):
    code, out, _ = ran(capsys, "жоқсөзжоқ", "--lang", "kk")

    assert code == 1
    assert "жоқсөзжоқ" in out and "--kind" in out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--lang", "kk"), "Іздейтін сөз жазылмаған"),
        (("x", "--kind", "crown", "--lang", "ru"), "Вида «crown» нет"),
        (("x", "--only", "work", "--lang", "en"), "“work” is no filter"),
        (("x", "--only", "colour=red", "--lang", "kk"), "«colour=red» сүзгі емес"),
        (("x", "--after", "zzz", "--lang", "ru"), "«zzz» – не отметка"),
        (("x", "--top", "0", "--lang", "en"), "1 to 100"),
    ],
)
def test_bad_input_is_said_in_the_readers_language(capsys, given, said):
    code, out, err = ran(capsys, *given)

    assert (code, out) == (2, "")
    assert said in err
