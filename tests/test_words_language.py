"""The language of a text is told although titles in it are in another one."""

from pathlib import Path
from time import perf_counter

import pytest

from atazan.words import language, passages

GOLD = Path(__file__).parent / "gold" / "languages"


def gold(name: str) -> list[tuple[str, str]]:
    lines = (GOLD / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(lang, text) for lang, _, text in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(("name", "least"), [("sentences", 59), ("adversarial", 11)])
def test_the_languages_of_the_gold_sentences_are_told(name, least):
    told = [(text, lang, language(text)) for lang, text in gold(name)]

    assert sum(lang == found for _, lang, found in told) >= least, told


def test_a_sentence_takes_little_time():
    texts = [text for _, text in gold("sentences")]
    for text in texts:
        language(text)
    begun = perf_counter()
    for text in texts * 5:
        language(text)

    assert (perf_counter() - begun) / len(texts) / 5 < 0.0006  # ten times what is measured


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "құқық"),
        ("kk", "жер"),
        ("kk", "АЗАМАТ"),
        ("kk", "Азаматтардын кукыктары"),
        ("kk", "qazaqstan respublikasy"),
        ("ru", "суд"),
        ("ru", "жилищные споры"),
        ("ru", "ст. 45 п. 2"),
        ("en", "court"),
        ("en", "President Tokayev"),
    ],
)
def test_a_few_words_are_told(lang, text):
    assert language(text) == lang


@pytest.mark.parametrize("text", ["", " ", "45", "«»", "№ 12-3", "\x00\ufffd", "日本国憲法"])
def test_what_is_no_text_of_the_three_languages_is_answered_too(text):
    assert language(text) in ("kk", "ru", "en")


def test_passages_cover_the_text_and_change_where_its_language_does():
    text = (
        "Осы қаулы түпкілікті болып табылады. Решение обжалованию не подлежит, действует с "
        "1 июля. This translation is not official."
    )
    found = passages(text)

    assert [one.lang for one in found] == ["kk", "ru", "en"]
    assert "".join(text[one.start : one.end] for one in found) == text
    assert text[found[1].start : found[1].end].strip().startswith("Решение")


def test_a_quoted_title_in_another_language_is_a_passage_of_its_own():
    text = "Сот алқасы «О налогах и других платежах в бюджет» деген құжатты қарады"

    assert [one.lang for one in passages(text)] == ["kk", "ru", "kk"]


@pytest.mark.parametrize("text", ["«" * 200_000, '"' * 200_000, "а" * 200_000, "сот " * 50_000])
def test_a_text_made_to_be_slow_is_not(text):
    begun = perf_counter()
    language(text)
    passages(text)

    assert perf_counter() - begun < 2
