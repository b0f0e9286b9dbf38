"""`atazan check` as a clerk runs it."""

import io
import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
import yaml

from atazan.cli.check_lines import check_lines
from atazan.cli.main import main
from atazan.cli.petition_reference import EXAMPLES, render_petition_page
from tests.rules.petitions import facts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "petition.md"


def line(**over: object) -> bytes:
    return msgspec.json.encode(facts(**over))


def test_the_reference_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == render_petition_page()


@pytest.mark.parametrize(("title", "day", "written"), EXAMPLES)
def test_the_examples_of_the_page_run(
    title: str, day: str, written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "petition.yaml"
    file.write_text(written, "utf-8")

    assert main(["check", str(file), "--on", day, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["id"] == yaml.safe_load(written)["id"]
    assert answer["outcome"] == "admissible"
    assert answer["last_day_to_file"] == "2026-09-18"


def test_json_names_ground_work_and_provision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "late.json"
    file.write_bytes(line())

    assert main(["check", str(file), "--on", "2026-09-19", "--format", "json"]) == 1
    (ground,) = json.loads(capsys.readouterr().out)["grounds"]
    assert ground["id"] == "sr5-conditions"
    assert ground["work"] == "/akn/kz/act/2022/153-vii"
    assert ground["provision"] == "art_47__para_2__subpara_5"


@pytest.mark.parametrize(("lang", "answer"), [("kk", "Иә, "), ("ru", "Да, "), ("en", "Yes, ")])
def test_text_answers_first_in_the_readers_language(
    lang: str, answer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "petition.json"
    file.write_bytes(line())

    assert main(["check", str(file), "--on", "2026-09-18", "--lang", lang]) == 0
    assert capsys.readouterr().out.startswith(answer)


def test_a_folder_is_checked_file_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_bytes(line(id="a"))
    (tmp_path / "b.yaml").write_text("applicant: {capacity: citizen}\n", "utf-8")

    assert main(["check", str(tmp_path), "--on", "2026-09-18", "--format", "json"]) == 2
    first, second = json.loads(capsys.readouterr().out)
    assert (first["id"], first["outcome"]) == ("a", "admissible")
    assert second["problems"][0]["field"] == "challenged"


def test_lines_keep_their_order_and_a_bad_one_does_not_stop_the_batch() -> None:
    lines = [line(id=1), b'{"id": 2, "applicant": {}}', b"nonsense", b"", line(id="4")]
    out = io.BytesIO()

    assert check_lines(lines, out, date(2026, 9, 18), "ru") == 2
    answers = [json.loads(one) for one in out.getvalue().splitlines()]
    assert [one["id"] for one in answers] == [1, 2, None, "4"]
    assert ["error" in one for one in answers] == [False, True, True, False]
    assert answers[0]["outcome"] == "admissible"


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "no-such-file.yaml", "--lang", "en"]) == 2
    assert "no-such-file.yaml" in capsys.readouterr().out
