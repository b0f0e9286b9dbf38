"""`atazan law compare` and `atazan law languages` on two files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from atazan.cli.main import main

pytestmark = pytest.mark.django_db

OLD = """# Закон о суде

### Статья 1. Обращения

1. Суд рассматривает обращение в течение пяти дней со дня его поступления.

2. Заседание суда открыто для всех, кто пришёл вовремя.
"""
NEW = OLD.replace("пяти дней", "десяти дней")
KAZAKH = """# Сот туралы заң

### 1-бап. Өтініштер

1. Сот өтінішті ол келіп түскен күннен бастап бес жұмыс күні ішінде қарайды.

2. Сот отырысы уақытында келгендердің барлығына ашық.
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    found = {}
    for name, text in (("old", OLD), ("new", NEW), ("kk", KAZAKH)):
        path = tmp_path / f"{name}.md"
        path.write_text(text, "utf-8")
        found[name] = str(path)
    return found


def test_changed_words_stand_between_marks(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    code = main(["law", "compare", "--files", files["old"], files["new"], "--lang-out", "ru"])

    said = capsys.readouterr().out
    assert code == 0
    assert "обращение в течение[- пяти-]{+ десяти+} дней" in said
    assert "статья 1, пункт 1 – изменено" in said
    assert "вовремя" not in said


def test_a_program_gets_the_same_as_json(files: dict[str, str], capsys: pytest.CaptureFixture[str]):
    main(["law", "compare", "--files", files["old"], files["new"], "--format", "json"])

    answer = json.loads(capsys.readouterr().out)
    assert answer["counts"] == {"amended": 1}
    assert answer["parts"][0]["rows"][1]["after"] == "art_1__para_1"


def test_equal_files_are_said_to_be_equal(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    main(["law", "compare", "--files", files["old"], files["old"], "--lang-out", "en"])

    assert capsys.readouterr().out == "The two texts are the same.\n"


def test_a_length_of_time_that_differs_between_languages_is_listed(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    main(["law", "languages", "--files", files["kk"], files["old"], "--lang-out", "en"])

    said = capsys.readouterr().out
    assert "article 1, paragraph 1: another length of time or unit" in said
    assert "kk: «бес жұмыс күні»" in said
    assert "ru: «пяти дней»" in said


def test_two_files_in_one_language_are_refused(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    code = main(["law", "languages", "--files", files["old"], files["new"], "--lang-out", "en"])

    assert code == 2
    assert "The first must be the Kazakh text" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_refused_by_its_name(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    code = main(["law", "compare", "--files", files["old"], "nowhere.md", "--lang-out", "en"])

    assert code == 2
    assert "nowhere.md" in capsys.readouterr().err


def test_a_question_without_a_law_says_how_to_ask(capsys: pytest.CaptureFixture[str]):
    assert main(["law", "compare", "--lang-out", "en"]) == 2
    assert "--files A B" in capsys.readouterr().err
