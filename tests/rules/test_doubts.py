"""Every doubt has an id, words in three languages and a page; no rule names one we do not know."""

from pathlib import Path

import pytest

from atazan.rules.book import FileRefused, load, rules
from atazan.rules.doubts import (
    UnknownDoubt,
    doubts,
    doubts_about,
    read_doubts,
    render_doubts,
    unknown_doubts,
)

ROOT = Path(__file__).resolve().parents[2]
BROKEN = Path(__file__).parent / "broken"


def test_every_doubt_a_rule_or_a_work_names_is_known():
    assert unknown_doubts(rules()) == []


def test_an_unknown_doubt_is_refused_with_the_rule_that_names_it(tmp_path):
    (tmp_path / "sample.yaml").write_text((BROKEN / "unknown_doubt.yaml").read_text("utf-8"))
    rule = load(tmp_path).rules["sample.rule"][0]

    with pytest.raises(UnknownDoubt, match=r"sample.rule .*'sil-nobody-knows' is in no doubts"):
        doubts_about(rule)


def test_a_doubt_with_an_unknown_key_is_refused(tmp_path):
    path = tmp_path / "doubts.yaml"
    path.write_text("some-doubt: {about: art. 1, says: {kk: а, ru: б, en: c}, advice: none}")

    with pytest.raises(FileRefused, match="some-doubt: Object contains unknown field `advice`"):
        read_doubts(path)


def test_a_doubt_in_two_languages_only_is_refused(tmp_path):
    path = tmp_path / "doubts.yaml"
    path.write_text("some-doubt: {about: art. 1, says: {kk: а, ru: б}}")

    with pytest.raises(FileRefused, match="missing required field `en`"):
        read_doubts(path)


@pytest.mark.parametrize(
    "id", ["work-dates", "con-kk-ru-57", "con-regional-majority", "sil-missed-transition"]
)
def test_the_doubts_that_matter_most_are_there(id):
    assert doubts()[id].says.kk


def test_the_text_of_resolution_89_is_a_doubt_about_its_source_only():
    said = doubts()["office-89-text"].says.en

    assert "secondary source" in said


def test_the_page_of_doubts_is_current():
    page = ROOT / "docs" / "doubts.md"

    assert page.read_text("utf-8") == render_doubts(rules()), "run `make docs`"


def test_the_page_names_every_doubt_and_the_rules_it_touches():
    page = render_doubts(rules())

    assert all(f"### {id}\n" in page for id in doubts())
    assert "- rules: `referendum.regional`" in page
