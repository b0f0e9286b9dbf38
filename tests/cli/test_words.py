"""`atazan words` as a lawyer and as a program use it."""

import io
import json
import re
import sys

import pytest

from atazan.cli.main import main
from atazan.rules.words import all_words
from atazan.words import readings


def lines(given: list[str], capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert main(["words", *given, "--format", "json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def stdin(monkeypatch: pytest.MonkeyPatch, given: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))


def test_each_word_is_an_object_with_all_its_fields(capsys):
    first, second = lines(["Азаматтардың құқықтары"], capsys)

    assert list(first) == "token start end lang lemma stem tags key known others".split()
    assert (first["lemma"], first["lang"], first["known"]) == ("азамат", "kk", True)
    assert (second["token"], second["start"], second["end"]) == ("құқықтары", 13, 22)


def test_a_text_in_three_languages_is_read_in_three(capsys):
    told = lines(["Сот шешімі күшіне енді. Решение вступило в силу. The decision stands."], capsys)

    assert {
        one["token"]: one["lang"] for one in told if one["token"] in ("Сот", "силу", "stands")
    } == {
        "Сот": "kk",
        "силу": "ru",
        "stands": "en",
    }


def test_the_language_given_is_kept(capsys):
    assert [one["lang"] for one in lines(["закон", "адам", "--lang", "kk"], capsys)] == ["kk", "kk"]


@pytest.mark.parametrize(
    ("lang", "tag"), [("kk", "көпше"), ("ru", "множественное"), ("en", "plural")]
)
def test_the_table_speaks_the_readers_language(lang, tag, capsys):
    assert main(["words", "азаматтардың", "--lang-out", lang]) == 0
    assert tag in capsys.readouterr().out


def test_standard_input_is_read(monkeypatch, capsys):
    stdin(monkeypatch, "\ufeffсудей".encode())

    assert [one["lemma"] for one in lines(["-"], capsys)] == ["судья"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"", "no words"),
        (b" .,; ", "no words"),
        (b"\xff\xfea", "UTF-8"),
        (b"%PDF\0\xff", "zero byte"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(given, told, monkeypatch, capsys):
    stdin(monkeypatch, given)

    assert main(["words", "-"]) == 2
    assert told in capsys.readouterr().err


def test_words_in_foreign_letters_are_kept_and_told_of(capsys):
    assert main(["words", "сот 日本"]) == 0
    told = capsys.readouterr()

    assert "日本" in told.out and "日本" in told.err


def test_a_large_text_is_read_to_its_end(monkeypatch, capsys):
    stdin(monkeypatch, "сот шешімі. ".encode() * 1_000)

    assert len(lines(["-"], capsys)) == 2_000


@pytest.mark.corpus
def test_every_mark_of_a_form_in_the_constitution_is_told_in_words(corpus):
    folder = corpus / "codes" / "00-constitution-2026"
    told = {
        tag
        for name, lang in (("kaz.md", "kk"), ("rus.md", "ru"))
        for word in sorted({*re.findall(r"[^\W_]+", (folder / name).read_text("utf-8"))})[::4]
        for reading in readings(word, lang)
        for tag in reading.tags
    }

    assert len(told) > 30
    assert {tag for tag in told if f"words.tag.{tag}" not in all_words()} == set()
