"""Two wordings word by word: exact to the letter, and phrases rather than confetti."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atazan.law.compared.words import Piece, compared, earlier_text, later_text


def marked(was: str, becomes: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[one.kind].format(one.text) for one in compared(was, becomes))


def test_one_word_in_place_of_another():
    assert marked("в течение пяти дней", "в течение десяти дней") == (
        "в течение[- пяти-][+ десяти+] дней"
    )


def test_a_word_with_a_hyphen_is_one_word():
    assert marked("73-бабының талабы", "72-бабының талабы") == (
        "[-73-бабының-][+72-бабының+] талабы"
    )


def test_marks_that_go_do_not_take_the_word_before_them():
    assert marked("научной или иной творческой", "научной, творческой") == (
        "научной[- или иной-][+,+] творческой"
    )


def test_a_little_word_left_between_changes_does_not_break_the_phrase():
    assert marked(
        "подпунктами 2), 2-1) и 3) пункта 1 статьи 72 Конституции",
        "подпунктами 4), 5) и 6) пункта 1 статьи 73 Конституции",
    ) == (
        "подпунктами[- 2), 2-1) и 3) пункта 1 статьи 72-][+ 4), 5) и 6) пункта 1 статьи 73+]"
        " Конституции"
    )


def test_wordings_with_little_in_common_are_shown_whole():
    was = "Протокол ведётся секретарём и подписывается в тот же день"
    becomes = "Решение оглашается председателем и публикуется немедленно"

    assert [one.kind for one in compared(was, becomes)] == ["gone", "new"]


def test_letters_of_another_script_and_blanks_are_no_difference():
    assert compared("iс жүргiзу", "іс\u00a0жүргізу") == [
        Piece("same", "іс\u00a0жүргізу", "iс жүргiзу")
    ]


def test_nothing_against_something_is_all_new():
    assert compared("", "слова") == [Piece("new", "слова")]
    assert compared("слова", "") == [Piece("gone", "слова")]
    assert compared("", "") == []


WORDS = st.sampled_from(
    ["суд", "судья", "и", ",", ".", " ", "\n", "\u00a0", "iс", "іс", "5", "2-1", ")", "«", "күн"]
)


@given(st.lists(WORDS).map("".join), st.lists(WORDS).map("".join))
def test_both_wordings_can_be_put_together_again(was: str, becomes: str):
    pieces = compared(was, becomes)

    assert earlier_text(pieces) == was
    assert later_text(pieces) == becomes
    assert all(one.text for one in pieces)
