"""`atazan norm`: the same answer for a reader and for a program."""

import json

import pytest

from atazan.cli.main import main

pytestmark = pytest.mark.django_db


def asked(capsys, *given):
    code = main(["norm", *given])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_answer_names_decision_rule_and_reading(capsys):
    code, out, _ = asked(capsys, "120-VI", "ст. 610 п. 2", "--on", "2023-02-22", "--lang", "ru")

    assert code == 0
    assert "не соответствует Конституции" in out
    assert "№ 3" in out and "статья 63, пункт 3" in out


def test_a_program_gets_the_same_as_data(capsys):
    _, out, _ = asked(capsys, "231-V", "342(3)", "--on", "2026-06-10", "--format", "json")
    told = json.loads(out)

    assert (told["provision"], told["state"], told["applies"]) == (
        "art_342__part_3",
        "in_part",
        True,
    )
    assert told["by"]["decision"] == "cc-2026-085"
    assert told["rule"]["provision"] == "art_63__para_3"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_it_answers_in_three_languages(capsys, lang):
    given = ("const-2026", "43(1)", "--on", "2026-07-07", "--lang", lang)
    code, out, _ = asked(capsys, *given)
    assert code == 0 and len(out.splitlines()) > 5


@pytest.mark.parametrize("given", [("no-such-law", "1"), ("cl-court-2022", "rubbish")])
def test_what_is_not_known_is_refused_with_what_to_do(capsys, given):
    code, out, err = asked(capsys, *given, "--on", "2024-01-01", "--lang", "en")
    assert (code, out) == (2, "")
    assert "rite it like" in err or "short id" in err
