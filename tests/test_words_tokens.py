"""A text is cut into words and numbers, and each knows where it stood."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atazan.words import keys, tokens


def cut(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("45-бап, 45-БАБЫ", ["45", "бап", "45", "БАБЫ"]),
        ("3-1-тармақ; статья 3-1", ["3-1", "тармақ", "статья", "3-1"]),
        ("№ 88-НҚ, 153-VII ҚРЗ", ["88-НҚ", "153-VII", "ҚРЗ"]),
        ("45-й 2-ші 3rd", ["45-й", "2-ші", "3rd"]),
        ("ҚР-ның БҰҰ-ға", ["ҚР-ның", "БҰҰ-ға"]),
        ("қылмыстық-процестік", ["қылмыстық", "процестік"]),
        ("судья-докладчик e-gov", ["судья", "докладчик", "e-gov"]),
        ("art. 45(2)", ["art", "45", "2"]),
        ("Court’s o'kimet 'quoted'", ["Court’s", "o'kimet", "quoted"]),
        ("a_b — «сот»…", ["a", "b", "сот"]),
    ],
)
def test_words_are_cut_where_a_reader_would(text, words):
    assert cut(text) == words


def test_hidden_characters_are_dropped_and_places_kept():
    text = "Кон\u00adсти\u200bтуция и\u0306од"
    first, second = tokens(text)

    assert (first.word, second.word) == ("Конституция", "йод")
    assert text[first.start : first.end] == "Кон\u00adсти\u200bтуция"
    assert text[second.start : second.end] == "и\u0306од"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("аӘқb’-1-И\u0306\u00ad .VНҚ«\u0301"), max_size=30))
def test_tokens_lie_in_order_within_the_text_and_have_a_key_each(text):
    found = tokens(text)
    ends = [0, *(token.end for token in found)]

    assert all(token.start >= end for token, end in zip(found, ends, strict=False))
    assert all(token.start < token.end <= len(text) and token.word for token in found)
    for lang in ("kk", "ru", "en"):
        told = keys(text, lang)
        assert len(told) == len(found) and all(key and " " not in key for key in told)


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "a-" * 30_000, "\u0301\u0327" * 100_000, "1-" * 30_000, "а'" * 100_000],
)
def test_a_text_made_to_be_slow_is_not(text):
    begun = perf_counter()
    assert len(tokens(text)) == len(keys(text, "kk"))
    assert perf_counter() - begun < 3
