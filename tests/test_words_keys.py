"""Forms of a word that a reader expects to find together share a key; other words do not."""

import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest

from atazan import words
from atazan.words import asked_keys, forms, is_common, key, keys, lemma, name_keys, spelt_out
from atazan.words.names import Names


@pytest.mark.parametrize(
    ("lang", "together"),
    [
        ("ru", "орган органа органов органы органами"),
        ("ru", "гражданин гражданина граждане граждан гражданам"),
        ("ru", "письмо письма писем письмами"),
        ("ru", "отзыв отзыва отзывы отзывов"),
        ("ru", "таджикистан таджикистана таджикистаном"),
        ("ru", "человек человека люди людей людьми"),
        ("ru", "ребёнок ребенка дети детей"),
        ("ru", "Назарбаев Назарбаева Назарбаевым"),
        ("ru", "Токаев Токаева Токаеву"),
        ("en", "petition petitions petition's"),
        ("en", "child children children's"),
        ("en", "organisation organizations organised organizing"),
        ("en", "labour labor"),
        ("en", "defence defense"),
        ("en", "judgement judgments"),
        ("en", "honourable honorable"),
        ("en", "memorandum memoranda memorandums"),
        ("en", "held hold holding"),
    ],
)
def test_forms_and_spellings_share_a_key(lang, together):
    assert len({key(word, lang) for word in together.split()}) == 1


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("ru", "судья", "суд"),
        ("ru", "орган", "организация"),
        ("ru", "народ", "народный"),
        ("ru", "семья", "семь"),
        ("en", "organ", "organization"),
        ("en", "authority", "author"),
        ("en", "university", "universal"),
        ("en", "minor", "minority"),
        ("en", "prize", "price"),
        ("en", "precise", "prize"),
    ],
)
def test_other_words_have_other_keys(lang, one, other):
    assert key(one, lang) != key(other, lang)


def test_a_word_of_another_language_has_its_own_key_where_its_letters_tell():
    assert keys("решение құқығының court", "ru")[1:] == [key("құқық", "kk"), key("courts", "en")]
    assert keys("the Конституции", "en")[1] == key("конституция", "ru")


def test_letters_of_another_alphabet_that_look_alike_do_no_harm():
    assert key("Kонcтитуция", "ru") == key("конституция", "ru")  # Latin K and c
    assert key("cоurt", "en") == key("court", "en")  # a Cyrillic о
    assert key("суде\u0301бный", "ru") == key("судебный", "ru")


def test_numbers_are_found_whatever_their_ending():
    assert keys("45-й 2-ші 3-1 153-VII", "ru") == ["45", "2", "3-1", "153-vii"]
    assert key("88-НҚ", "kk") == key("88-НП", "ru") == key("88-NR", "en")


def test_a_question_covers_the_whole_lexeme():
    assert {key(form, "ru") for form in forms("время", "ru")} <= set(asked_keys("времени", "ru"))
    assert key("men", "en") in asked_keys("man", "en")


@pytest.mark.parametrize(
    ("typed", "lang", "meant"),
    [
        ("konstitutsiya", "en", ("конституция", "ru")),
        ("zakonodatelstvo", "en", ("законодательство", "ru")),
        ("rjycnbnewbz", "en", ("конституция", "ru")),
        ("pfrjy", "en", ("закон", "ru")),
        ("сщгке", "ru", ("court", "en")),
        ("құқық", "ru", ("құқықтары", "kk")),
        ("petition", "kk", ("petitions", "en")),
    ],
)
def test_what_is_typed_otherwise_is_found(typed, lang, meant):
    assert key(*meant) in asked_keys(typed, lang)


def test_a_known_word_is_not_taken_for_another():
    assert asked_keys("court", "en") == ("court",)


@pytest.mark.parametrize(
    "alike",
    [
        "Тоқаев Токаев Tokayev Toqayev",
        "Мәми Мами Mami",
        "Әзімова Азимова Azimova",
        "Қайрат Кайрат Kairat",
        "Нұрмұханов Нурмуханов Nurmukhanov",
        "Маңғыстау Мангистау Mangystau",
        "Уәлиханов Валиханов Walikhanov",
    ],
)
def test_a_name_has_one_key_in_all_its_letters(alike):
    assert len({name_keys(name)[0] for name in alike.split()}) == 1


def test_a_name_with_a_case_ending_is_found_by_the_bare_name():
    names = Names(["Токаев", "Мәми", "Азимова"])

    assert names.alike("Тоқаевтың") == ("Токаев",)
    assert names.alike("Azimova's") == ("Азимова",)
    assert names.alike("Рогов") == ()


def test_abbreviations_are_spelt_out_in_every_language():
    assert spelt_out("БҰҰ-ның", "kk")[0]["en"] == "United Nations"
    assert {one["ru"] for one in spelt_out("КС", "ru")} >= {
        "Конституционный Суд",
        "Конституционный Совет",
    }
    assert spelt_out("сот") == ()


@pytest.mark.parametrize(
    ("word", "lang", "told"),
    [
        ("судьями", "ru", "судья"),
        ("рассмотрел", "ru", "рассмотреть"),
        ("petitions", "en", "petition"),
        ("filed", "en", "file"),
        ("stopped", "en", "stop"),
        ("denied", "en", "deny"),
        ("bodies", "en", "body"),
        ("people", "en", "person"),
    ],
)
def test_the_dictionary_form_is_told(word, lang, told):
    assert lemma(word, lang) == told


def test_function_words_are_told_apart():
    assert is_common("және", "kk") and is_common("И", "ru") and is_common("the", "en")
    assert not any(is_common(word, lang) for word, lang in [("сот", "kk"), ("права", "ru")])


@pytest.mark.parametrize("text", ["", " ", "\x00", "日本", "²", "’", "-", "😀"])
def test_whatever_is_given_is_answered(text):
    for lang in ("kk", "ru", "en"):
        assert isinstance(asked_keys(text, lang), tuple)
        assert isinstance(lemma(text, lang), str) and isinstance(key(text, lang), str)


def test_words_can_be_used_alone():
    code = (
        "import sys, atazan.words as w; w.keys('Сот the суд', 'kk'); w.asked_keys('сот', 'kk');"
        "print([m for m in sys.modules if m.split('.')[0] in ('django', 'msgspec', 'yaml') or "
        "m.startswith('atazan.') and not m.startswith('atazan.words')])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_the_examples_of_the_readme_hold():
    readme = (Path(words.__file__).parent / "README.md").read_text("utf-8")
    code = readme.split("```python\n")[1].split("```")[0]
    said = [line.partition("#") for line in code.splitlines() if "#" in line]
    names = {name: getattr(words, name) for name in words.__all__}

    assert len(said) == 5
    for call, _, told in said:
        assert eval(call, dict(names)) == literal_eval(told.strip())
