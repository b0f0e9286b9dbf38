"""The rule files we ship are whole; each broken sample is refused with the words it promises."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from atazan.rules.book import JURISDICTIONS, FileRefused, NoRuleInForce, load, rules
from atazan.rules.completeness import check_book, unequal_words, unused_kinds

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
SHIPPED = sorted(JURISDICTIONS.glob("*/rules"))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.parent.name)
def test_the_rules_we_ship_are_whole(folder):
    assert check_book(folder) == []


def test_every_kind_has_a_rule():
    assert unused_kinds(rules()) == []


@pytest.mark.parametrize("sample", BROKEN, ids=lambda sample: sample.stem)
def test_a_broken_file_is_refused_with_the_message_promised(sample, tmp_path):
    shutil.copy(sample, tmp_path)
    promised = sample.read_text("utf-8").rsplit("# promises: ", 1)[1].strip()

    said = [" ".join(line.replace(f"{tmp_path}/", "").split()) for line in check_book(tmp_path)]

    if promised.endswith(" …"):
        assert len(said) == 1
        assert said[0].startswith(promised.removesuffix(" …"))
    else:
        assert said == [promised]


def test_one_bad_file_refuses_the_whole_folder(tmp_path):
    shutil.copy(JURISDICTIONS / "kz/rules/decisions.yaml", tmp_path)
    shutil.copy(BROKEN[0].parent / "unknown_work.yaml", tmp_path)

    with pytest.raises(FileRefused) as refused:
        load(tmp_path)
    assert refused.value.key == "sample.rule from 2023-01-01"
    assert refused.value.path.endswith("unknown_work.yaml")


def test_a_rule_has_one_home(tmp_path):
    home = JURISDICTIONS / "kz/rules/procedure.yaml"
    shutil.copy(home, tmp_path / "a.yaml")
    shutil.copy(home, tmp_path / "b.yaml")

    with pytest.raises(FileRefused, match=r"b.yaml: procedure.lodged: stands in another file"):
        load(tmp_path)


def test_a_day_without_a_rule_is_an_error_not_a_default():
    with pytest.raises(NoRuleInForce, match=r"no rule 'referendum\.turnout' was in force on 1995"):
        rules().on(date(1995, 1, 1))["referendum.turnout"]


def test_a_phrase_that_names_a_value_in_one_language_only_is_told():
    said = {"sample": {"kk": "{n} күн", "ru": "дни", "en": {"one": "{n} day", "other": "{n} days"}}}

    assert unequal_words(said) == [
        "'sample' names {n} in one language and not in ru; say it in all three"
    ]
