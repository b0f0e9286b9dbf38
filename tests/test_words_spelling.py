"""A misspelt word is led to the likely right one; a right word to none."""

from random import Random
from time import perf_counter

import pytest

from atazan.words import Vocabulary, suggest

KNOWN = {
    "kk": "құқық өкілеттік заң сот өтініш қаулы төраға судья зейнетақы жәрдемақы мемлекет сайлау "
    "азамат бостандық қызық үкім үкімет",
    "ru": "конституция контрибуция гражданин решение пенсия ходатайство обжалование суд судья "
    "президент резидент неприкосновенность апелляция",
    "en": "constitution contribution petition partition pension judgment receive court count",
}


@pytest.mark.parametrize(
    ("lang", "typed", "right"),
    [
        ("kk", "кукык", "құқық"),
        ("kk", "окилеттик", "өкілеттік"),
        ("kk", "зан", "заң"),
        ("kk", "отиниш", "өтініш"),
        ("kk", "зейнеткы", "зейнетақы"),
        ("ru", "констетуция", "конституция"),
        ("ru", "гражданен", "гражданин"),
        ("ru", "ришение", "решение"),
        ("ru", "неприкосновеность", "неприкосновенность"),
        ("ru", "ходотайство", "ходатайство"),
        ("ru", "апеляция", "апелляция"),
        ("ru", "перзидент", "президент"),
        ("en", "constitusion", "constitution"),
        ("en", "recieve", "receive"),
        ("en", "judgmnet", "judgment"),
        ("en", "pettition", "petition"),
    ],
)
def test_the_likely_word_comes_first(lang, typed, right):
    assert suggest(typed, lang, Vocabulary(KNOWN[lang].split()))[0] == right


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("kk", "құқық"),
        ("kk", "құқығын"),
        ("ru", "граждан"),
        ("en", "courts"),
        ("ru", "12"),
        ("en", ""),
    ],
)
def test_nothing_is_suggested_for_a_word_that_is_right(lang, word):
    assert suggest(word, lang, Vocabulary(KNOWN[lang].split())) == ()


def test_nothing_is_suggested_where_nothing_is_near():
    assert suggest("абракадабраа", "ru", KNOWN["ru"].split()) == ()


def test_of_words_as_near_the_commoner_is_likelier():
    assert suggest("решениг", "ru", {"решение": 1, "решения": 900})[0] == "решения"
    assert suggest("решениг", "ru", {"решение": 900, "решения": 1})[0] == "решение"
    assert suggest("пенися", "ru", {"пенсия": 1, "пения": 900})[0] == "пенсия"


def test_many_words_are_searched_quickly():
    dice = Random(1)
    words = {
        "".join(dice.choices("абвгдеиклмнопрст", k=dice.randint(4, 14))) for _ in range(20_000)
    }
    vocabulary = Vocabulary([*words, "конституция"])
    suggest("констутиция", "ru", vocabulary)
    begun = perf_counter()

    assert suggest("канституцыя", "ru", vocabulary) == ("конституция",)
    assert perf_counter() - begun < 0.1
