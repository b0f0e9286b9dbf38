"""What every command says alike: a day that is none, a place without a record."""

from __future__ import annotations

import pytest
from django.db.utils import OperationalError

from atazan.cli import norm
from atazan.cli.main import main
from atazan.cli.setup import asked_lang


@pytest.mark.parametrize(
    ("given", "lang"),
    [
        (["law", "x", "--lang-out", "ru"], "ru"),
        (["who", "--lang=kk"], "kk"),
        (["law", "--lang", "kk", "--lang-out=ru"], "ru"),
        (["law", "--lang"], "en"),
        (["law", "--lang", "de"], "en"),
    ],
)
def test_the_language_asked_is_known_before_the_arguments_are_read(given, lang):
    assert asked_lang(given) == lang


@pytest.mark.parametrize(
    ("lang", "word"), [("kk", "күн емес"), ("ru", "не день"), ("en", "no day")]
)
def test_a_day_that_is_none_is_said_in_the_language_asked(capsys, monkeypatch, lang, word):
    given = ["cite", "--on", "2026-13-45", "--lang-out", lang]
    monkeypatch.setattr("sys.argv", ["atazan", *given])
    with pytest.raises(SystemExit):
        main()

    said = capsys.readouterr().err
    assert "2026-13-45" in said and word in said


@pytest.mark.parametrize(("lang", "word"), [("kk", "жазба"), ("ru", "записей"), ("en", "record")])
def test_where_nothing_is_recorded_the_place_looked_in_is_named(
    capsys, monkeypatch, settings, lang, word
):
    def missing(args):
        raise OperationalError("no such table: law_effect")

    monkeypatch.setattr(norm, "_norm", missing)
    place = str(settings.DATABASES["default"]["NAME"])

    assert main(["norm", "cl-court-2022", "40", "--lang", lang]) == 2
    said = capsys.readouterr().err
    assert place in said and "ATAZAN_HOME" in said and word in said


@pytest.mark.django_db
def test_of_a_file_without_a_day_no_day_of_its_version_is_said(tmp_path, capsys):
    path = tmp_path / "bees.txt"
    path.write_text("Статья 1. Пчёлы\n\nПалаты Парламента избирают пчёл.\n", "utf-8")
    asked = ["law", "conform", "--file", str(path), "--lang", "ru", "--lang-out", "en"]

    assert main([*asked, "--on", "2026-08-01"]) == 0
    said = capsys.readouterr().out.replace("\xa0", " ")
    assert "30 June 2026" not in said and "was not given" in said
    assert main([*asked, "--on", "2026-08-01", "--since", "2020-05-04"]) == 0
    assert "4 May 2020" in capsys.readouterr().out.replace("\xa0", " ")
