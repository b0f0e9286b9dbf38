"""Provisions followed from one version of a text to the next."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atazan.law.compared.changes import Followed, followed
from atazan.law.text.document import Block, Document, Facts

DAY = date(2026, 7, 1)
PETITIONS = "Суд рассматривает обращения граждан в срок, установленный настоящим законом"
STAFF = "Председатель организует работу аппарата и представляет суд в отношениях с органами"
FORCE = "Решение вступает в силу немедленно и является окончательным на всей территории"
JUDGES = "Судьи назначаются сроком на восемь лет и подчиняются только закону при исполнении"


def text(*lines: tuple[str, str], day: date = DAY) -> Document:
    """A text of (eid, words); `#words` is a heading, `*words` a note."""
    kinds = {"#": "heading", "*": "note"}
    blocks = [
        Block(eid, kinds.get(words[:1], "text"), words.lstrip("#*"))  # type: ignore[arg-type]
        for eid, words in lines
    ]
    return Document(lang="ru", blocks=tuple(blocks), facts=Facts(version=day))


def told(found: Followed) -> set[tuple[str, str | None, str | None]]:
    return {(one.kind, one.before, one.after) for one in found.changes}


def names(found: Followed) -> dict[str, str]:
    return {block.eid: block.name for block in found.document.blocks}


def test_an_equal_text_has_no_changes():
    lines = (("art_1", "#Обращения"), ("art_1__para_1", PETITIONS))

    assert followed(text(*lines), text(*lines)) == Followed(text(*lines), ())


def test_texts_without_a_line_have_no_changes():
    assert followed(text(), text()).changes == ()


def test_a_changed_word_amends_its_provision_alone():
    old = text(("art_1", "#Обращения"), ("art_1__para_1", PETITIONS), ("art_1__para_2", STAFF))
    new = text(
        ("art_1", "#Обращения"),
        ("art_1__para_1", PETITIONS.replace("граждан", "граждан и судов")),
        ("art_1__para_2", STAFF),
    )

    (change,) = followed(old, new).changes

    assert (change.kind, change.wid) == ("amended", "art_1__para_1")
    assert (change.was, change.becomes) == (
        PETITIONS,
        PETITIONS.replace("граждан", "граждан и судов"),
    )


def test_a_changed_heading_amends_the_article():
    old = text(("art_1", "#Обращения граждан"), ("art_1__para_1", PETITIONS))
    new = text(("art_1", "#Жалобы граждан"), ("art_1__para_1", PETITIONS))

    assert told(followed(old, new)) == {("amended", "art_1", "art_1")}


def test_notes_are_not_words_of_the_law():
    old = text(("art_1", PETITIONS))
    new = text(("art_1", PETITIONS), ("art_1", "*Сноска. Статья 1 с изменениями"))

    assert followed(old, new).changes == ()


def test_letters_of_another_script_and_blanks_are_no_change():
    old = text(("art_1", "Конституциялық iс жүргiзу  қағидаттары"))
    new = text(("art_1", "Конституциялық іс жүргізу қағидаттары"))

    assert followed(old, new).changes == ()


def test_an_article_put_in_between_renumbers_the_next_with_its_parts():
    old = text(("art_1", PETITIONS), ("art_2", "#Сила решений"), ("art_2__para_1", FORCE))
    new = text(
        ("art_1", PETITIONS),
        ("art_2", "#Судьи"),
        ("art_2__para_1", JUDGES),
        ("art_3", "#Сила решений"),
        ("art_3__para_1", FORCE),
    )

    found = followed(old, new)

    assert told(found) == {("inserted", None, "art_2"), ("renumbered", "art_2", "art_3")}
    assert names(found) == {
        "art_1": "art_1",
        "art_2": "art_2@2026-07-01",
        "art_2__para_1": "art_2__para_1@2026-07-01",
        "art_3": "art_2",
        "art_3__para_1": "art_2__para_1",
    }


def test_a_renumbered_provision_with_other_words_is_amended_too():
    old = text(("art_1__para_1", PETITIONS), ("art_1__para_2", FORCE))
    new = text(
        ("art_1__para_1", PETITIONS),
        ("art_1__para_2", JUDGES),
        ("art_1__para_3", f"{FORCE} страны"),
    )

    assert told(followed(old, new)) == {
        ("inserted", None, "art_1__para_2"),
        ("renumbered", "art_1__para_2", "art_1__para_3"),
        ("amended", "art_1__para_2", "art_1__para_3"),
    }


def test_a_number_in_between_is_only_inserted():
    old = text(("art_1__para_3", PETITIONS), ("art_1__para_4", STAFF))
    new = text(("art_1__para_3", PETITIONS), ("art_1__para_3-1", JUDGES), ("art_1__para_4", STAFF))

    found = followed(old, new)

    assert told(found) == {("inserted", None, "art_1__para_3-1")}
    assert all(not block.wid for block in found.document.blocks)


def test_two_provisions_that_change_places_keep_their_names():
    old = text(("art_1__para_1", PETITIONS), ("art_1__para_2", STAFF))
    new = text(("art_1__para_1", STAFF), ("art_1__para_2", PETITIONS))

    assert names(followed(old, new)) == {
        "art_1__para_1": "art_1__para_2",
        "art_1__para_2": "art_1__para_1",
    }


@pytest.mark.parametrize(
    "said",
    [
        "Исключен Законом РК от 10.03.2017 № 51-VI (вводится в действие с 01.07.2026).",
        "Алып тасталды - ҚР 11.06.2026 № 305-VIII Конституциялық заңымен.",
        "Утратила силу Законом от 10.03.2017.",
    ],
)
def test_a_repeal_said_in_the_text_is_a_repeal_that_stands_on(said: str):
    old = text(("art_1__para_1", PETITIONS), ("art_1__para_2", STAFF))
    new = text(("art_1__para_1", PETITIONS), ("art_1__para_2", said))

    (change,) = followed(old, new).changes

    assert (change.kind, change.after, change.was) == ("repealed", "art_1__para_2", STAFF)


def test_a_repeal_said_in_a_note_only_is_a_repeal():
    old = text(("art_1", "#Судьи"), ("art_1__para_1", JUDGES))
    new = text(("art_1", "#"), ("art_1", "*Сноска. Статья 1 исключена Законом РК"))

    assert told(followed(old, new)) == {("repealed", "art_1", "art_1")}


def test_words_about_repeal_are_not_a_repeal():
    said = "Утративший силу закон применяется судом к отношениям, возникшим до его отмены"

    assert told(followed(text(("art_1", JUDGES)), text(("art_1", said)))) == {
        ("inserted", None, "art_1"),
        ("repealed", "art_1", None),
    }


def test_a_number_used_again_after_a_repeal_is_another_provision():
    first = text(("art_1__para_1", PETITIONS), ("art_1__para_2", STAFF), day=date(2020, 1, 1))
    second = text(("art_1__para_1", PETITIONS), ("art_1__para_2", "Исключен Законом РК"))
    third = text(("art_1__para_1", PETITIONS), ("art_1__para_2", JUDGES), day=date(2028, 1, 1))

    last = followed(followed(first, second).document, third)

    assert told(last) == {("inserted", None, "art_1__para_2")}
    assert names(last)["art_1__para_2"] == "art_1__para_2@2028-01-01"


def test_a_name_of_an_earlier_version_is_not_given_again():
    found = followed(
        text(("art_1", PETITIONS)), text(("art_1", PETITIONS), ("art_2", STAFF)), {"art_2"}
    )

    assert names(found)["art_2"] == "art_2@2026-07-01"


def test_a_name_is_kept_through_several_renumberings():
    first = text(("art_1", PETITIONS), ("art_2", FORCE))
    second = text(("art_1", PETITIONS), ("art_2", JUDGES), ("art_3", FORCE))
    third = text(("art_1", FORCE))

    last = followed(followed(first, second).document, third)

    assert names(last) == {"art_1": "art_2"}
    assert ("renumbered", "art_3", "art_1") in told(last)


def test_a_paragraph_moved_to_another_article_is_not_repealed():
    old = text(("art_1__para_1", PETITIONS), ("art_2__para_1", STAFF), ("art_2__para_2", FORCE))
    new = text(("art_1__para_1", PETITIONS), ("art_1__para_2", FORCE), ("art_2", STAFF))

    assert ("renumbered", "art_2__para_2", "art_1__para_2") in told(followed(old, new))
    assert {one.kind for one in followed(old, new).changes} == {"renumbered"}


def test_a_paragraph_that_moved_out_is_not_among_the_words_of_the_repealed_article():
    old = text(("art_1", JUDGES), ("art_2__para_1", STAFF), ("art_2__para_2", FORCE))
    new = text(("art_1__para_1", JUDGES), ("art_1__para_2", FORCE))

    (repeal,) = (one for one in followed(old, new).changes if one.kind == "repealed")

    assert (repeal.before, repeal.was) == ("art_2", STAFF)


def test_a_paragraph_is_followed_out_of_an_article_that_says_it_was_repealed():
    old = text(("art_1", JUDGES), ("art_2__para_1", STAFF), ("art_2__para_2", FORCE))
    new = text(
        ("art_1__para_1", JUDGES), ("art_1__para_2", FORCE), ("art_2", "Исключена Законом РК")
    )

    found = followed(old, new)

    assert ("renumbered", "art_2__para_2", "art_1__para_2") in told(found)
    assert [one.was for one in found.changes if one.kind == "repealed"] == [STAFF]


def test_a_second_line_is_inserted_and_the_first_stays_itself():
    found = followed(
        text(("art_1", PETITIONS)), text(("art_1__part_1", PETITIONS), ("art_1__part_2", STAFF))
    )

    assert told(found) == {("inserted", None, "art_1__part_2")}


def test_a_text_all_new_shares_nothing_with_the_old():
    old = text(("art_1", PETITIONS), ("art_2", STAFF))
    new = text(("art_1", FORCE), ("art_2", JUDGES))

    assert told(followed(old, new)) == {
        ("inserted", None, "art_1"),
        ("inserted", None, "art_2"),
        ("repealed", "art_1", None),
        ("repealed", "art_2", None),
    }


ALPHABET = "бвгджзклмнпрстфхцчшщ"


def words(seed: int) -> str:
    """Twelve words no other seed has."""
    mark = "".join(ALPHABET[int(digit)] for digit in f"{seed:03d}")
    return " ".join(f"{mark}{letter}ение" for letter in ALPHABET[:12])


EDITS = st.lists(
    st.tuples(st.sampled_from(["keep", "edit", "remove", "insert"]), st.integers(1, 4)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(EDITS, st.booleans())
def test_whatever_was_inserted_removed_or_edited_is_found(
    edits: list[tuple[str, int]], dense: bool
):
    """Articles of two paragraphs; numbered anew (`dense`) or with numbers of their own."""
    old: list[tuple[str, str]] = []
    new: list[tuple[str, str]] = []
    due: set[tuple[str, str]] = set()
    before = after = 0
    for seed, (edit, paragraphs) in enumerate(edits):
        if edit != "insert":
            before += 1
        if edit != "remove":
            after += 1
        here = f"art_{before if dense else seed + 1}"
        there = f"art_{after if dense else seed + 1}"
        lines = [(f"para_{n}", words(seed * 10 + n)) for n in range(1, paragraphs + 1)]
        if edit != "insert":
            old += [(f"{here}__{step}", said) for step, said in lines]
        if edit == "edit":
            lines[0] = ("para_1", lines[0][1] + " приписка")
            due.add(("amended", f"{there}__para_1"))
        if edit != "remove":
            new += [(f"{there}__{step}", said) for step, said in lines]
        if edit == "insert":
            due.add(("inserted", there))
        elif edit == "remove":
            due.add(("repealed", here))
        elif here != there:
            due.add(("renumbered", there))

    found = followed(text(*old), text(*new))

    assert {(one.kind, one.after or str(one.before)) for one in found.changes} == due
    every = [block.name for block in found.document.blocks]
    assert len(every) == len(set(every))
    assert [block.text for block in found.document.blocks] == [said for _, said in new]
