"""Pages go on where the last one ended, whatever was written in between. All is made up."""

from __future__ import annotations

from typing import Literal

import pytest

from atazan.search.asking import Asked
from atazan.search.bad import BadQuestion
from atazan.search.document import Document
from atazan.search.index import Index
from tests.search_documents import document, indexed

Order = Literal["best", "newest", "oldest"]


def many(count: int, first: int = 0) -> list[Document]:
    """Documents of which many are equally good."""
    return [
        document(f"source/{n:04}", "пенсия " * (1 + n % 3) + "слово " * (n % 5), day="2024-01-01")
        for n in range(first, first + count)
    ]


def walk(index: Index, between: object = None, **more: object) -> list[str]:
    """Every id, page by page; `between` is called after each page."""
    seen: list[str] = []
    after = None
    while True:
        told = index.ask(Asked(words="пенсия", after=after, **more))
        seen += [hit.id for hit in told.hits]
        if told.after is None:
            return seen
        after = told.after
        if callable(between):
            between(len(seen))


@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
@pytest.mark.parametrize("count", [1, 20, 200, 201, 330])
def test_pages_show_everything_once(order: Order, count: int):
    index = indexed(*many(count))

    seen = walk(index, order=order, most=33)

    assert len(seen) == len({*seen}) == count


def test_pages_of_any_size_are_the_same_order():
    index = indexed(*many(215))

    whole = walk(index, most=100)

    assert walk(index, most=9) == whole
    assert walk(index, most=70) == whole


@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
def test_documents_added_between_pages_bring_nothing_back_and_hide_nothing(order: Order):
    index = indexed(*many(260))
    wanted = {one.id for one in many(260)}

    seen = walk(index, lambda so_far: index.put(many(3, 1000 + so_far)), order=order, most=40)

    assert len(seen) == len({*seen})
    assert wanted <= {*seen}


def test_what_was_shown_last_may_be_gone():
    index = indexed(*many(50))
    first = index.ask(Asked(words="пенсия", most=10))
    index.drop([first.hits[-1].id])

    second = index.ask(Asked(words="пенсия", most=100, after=first.after))

    assert not {hit.id for hit in first.hits} & {hit.id for hit in second.hits}
    assert len(first.hits) + len(second.hits) == 50


@pytest.mark.parametrize("damage", ["", "abc", "ё", "AAAA", "x" * 5000, "%%%"])
def test_a_damaged_mark_is_an_error_that_says_what_to_do(damage: str):
    index = indexed(*many(5))

    with pytest.raises(BadQuestion) as bad:
        index.ask(Asked(words="пенсия", after=damage))

    assert "first page" in bad.value.says("en")


def test_every_changed_letter_of_a_mark_is_noticed():
    index = indexed(*many(5))
    after = index.ask(Asked(words="пенсия", most=2)).after
    assert after is not None

    for at in range(len(after) - 1):
        changed = after[:at] + ("A" if after[at] != "A" else "B") + after[at + 1 :]
        with pytest.raises(BadQuestion):
            index.ask(Asked(words="пенсия", most=2, after=changed))


def test_a_mark_of_another_question_is_refused():
    index = indexed(*many(5))
    after = index.ask(Asked(words="пенсия", most=2)).after

    for other in (
        Asked(words="слово", after=after),
        Asked(words="пенсия", order="newest", after=after),
    ):
        with pytest.raises(BadQuestion):
            index.ask(other)
