"""A text on two days, provision by provision in the order of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from atazan.law.compared.changes import followed
from atazan.law.compared.days import Comparison, between
from atazan.law.compared.words import earlier_text, later_text
from atazan.law.text.document import Block, Document, provisions

PETITIONS = "Суд рассматривает обращения граждан в срок, установленный настоящим законом"
STAFF = "Председатель организует работу аппарата и представляет суд в отношениях с органами"
FORCE = "Решение вступает в силу немедленно и является окончательным на всей территории"
JUDGES = "Судьи назначаются сроком на восемь лет и подчиняются только закону при исполнении"
LAW = "01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"


def text(*lines: tuple[str, str]) -> Document:
    return Document(lang="ru", blocks=tuple(Block(eid, "text", words) for eid, words in lines))


def told(found: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [(row.kind, row.before, row.after) for row in found.rows]


def test_only_what_differs_is_shown_and_its_neighbours_with_it():
    old = text(("art_1", STAFF), ("art_2__para_1", PETITIONS), ("art_2__para_2", FORCE))
    new = text(("art_1", STAFF), ("art_2__para_1", PETITIONS), ("art_2__para_2", f"{FORCE} страны"))

    found = between(old, new)

    assert told(found) == [
        ("same", "art_2__para_1", "art_2__para_1"),
        ("amended", "art_2__para_2", "art_2__para_2"),
    ]
    assert (found.counts, found.same) == ({"amended": 1}, 1)


def test_what_is_gone_stands_behind_what_it_stood_behind():
    old = text(("art_1__para_1", STAFF), ("art_1__para_2", FORCE), ("art_1__para_3", PETITIONS))
    new = text(("art_1__para_1", STAFF), ("art_1__para_3", PETITIONS))

    assert [kind for kind, *_ in told(between(old, new))] == ["same", "repealed", "same"]


def test_a_renumbered_article_shows_both_numbers_and_no_changed_words():
    old = text(("art_1", STAFF), ("art_2__para_1", FORCE))
    new = text(("art_1", STAFF), ("art_2", JUDGES), ("art_3__para_1", FORCE))

    found = between(old, new)

    assert ("same", "art_2__para_1", "art_3__para_1") in told(found)
    assert [part.before for part in found.parts if part.after == "art_3"] == ["art_2"]
    assert found.counts == {"inserted": 1, "renumbered": 1}


def test_an_article_renumbered_and_not_otherwise_changed_is_listed():
    old = text(("art_1", STAFF), ("art_2", FORCE))
    new = text(("art_1", STAFF), ("art_2", JUDGES), ("art_3", FORCE))

    assert ("renumbered", "art_2", "art_3") in told(between(old, new))


def test_texts_of_the_register_are_paired_by_their_names():
    old = text(("art_1", STAFF), ("art_2", FORCE))
    new = followed(old, text(("art_1", STAFF), ("art_2", JUDGES), ("art_3", FORCE))).document
    later = Document(
        lang="ru",
        blocks=tuple(
            Block(one.eid, "text", "Совсем другие слова под старым именем", wid=one.wid)
            if one.eid == "art_3"
            else one
            for one in new.blocks
        ),
    )

    assert ("amended", "art_2", "art_3") in told(between(old, later, named=True))


def test_a_law_compared_with_itself_differs_in_nothing():
    same = text(("art_1", STAFF), ("art_2", FORCE))

    assert between(same, same) == Comparison((), {}, 2)


def test_rows_hold_the_words_of_both_texts_to_the_letter():
    old = text(
        ("art_1__para_1", STAFF), ("art_1__para_2", FORCE), ("art_1__para_2__subpara_1", JUDGES)
    )
    new = text(("art_1__para_1", FORCE), ("art_1__para_2", f"{STAFF};"))

    rows = list(between(old, new).rows)

    assert sorted(filter(None, (earlier_text(row.text) for row in rows))) == sorted(
        block.text for block in old.blocks
    )
    assert sorted(filter(None, (later_text(row.text) for row in rows))) == sorted(
        block.text for block in new.blocks
    )


@pytest.mark.corpus
@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_the_law_on_the_court_is_compared_without_loss(corpus: Path, lang: str):
    from atazan.law.text.read import read

    folder = corpus / "codes" / LAW
    old = read(folder / f"{lang}.md")
    new = read(folder / "versions/2026-07-01" / f"{lang}.md")

    found = between(old, new)

    for part in found.parts:
        was, becomes = _words(old, part.before), _words(new, part.after)
        assert {earlier_text(row.text) for row in part.rows} - {""} == was
        assert {later_text(row.text) for row in part.rows} - {""} == becomes
    assert found.counts["amended"] > 60
    assert ("repealed", "art_40", "art_40") in told(found)
    assert ("repealed", "art_9__para_3", "art_9__para_3") in told(found)


def _words(document: Document, eid: str | None) -> set[str]:
    """The words of every provision in one article."""
    lines = [one for one in document.blocks if eid and one.eid.split("__")[0] == eid]
    return {words.text for words in provisions(lines).values()} - {""}
