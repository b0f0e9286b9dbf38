"""`atazan who OFFICE --on DAY`."""

from __future__ import annotations

import json

import pytest

from atazan.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("lang", "name", "consent"),
    [
        ("kk", "Әзімова Эльвира", "2022 ж. 29 желтоқсан"),
        ("ru", "Азимова Эльвира Абилхасимовна", "29 декабря 2022 г."),
        ("en", "Azimova Elvira Abilkhasimovna", "29 December 2022"),
    ],
)
def test_it_names_the_holder_and_the_day_of_consent(lang, name, consent, capsys):
    code = main(["who", "constitutional_court_chair", "--on", "2024-05-01", "--lang", lang])

    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert code == 0
    assert name in said and consent in said


def test_json_tells_the_same_with_sources(capsys):
    main(["who", "constitutional_court_chair", "--on", "2024-05-01", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert told["on"] == "2024-05-01"
    [held] = told["holders"]
    assert held["person"] == "azimova" and held["certainty"] == "sure" and held["sources"]


def test_an_office_gone_that_day_is_said_to_be_gone(capsys):
    assert main(["who", "senate_chair", "--on", "2026-07-01", "--lang", "en"]) == 1
    assert "did not exist" in capsys.readouterr().out


def test_an_unknown_office_is_refused_with_those_there_are(capsys):
    assert main(["who", "lord_chancellor", "--on", "2024-05-01"]) == 2
    assert "constitutional_court_chair" in capsys.readouterr().err
