"""People name a provision in many ways; the record knows it by one."""

import pytest

from atazan.rules.citation import UnreadCitation, cite, other_spelling, read_citation

THE_SAME = [
    "45(2)(1)",
    "45(2)1)",
    "45 (2) 1)",
    "art_45__para_2__subpara_1",
    "ст. 45 п. 2 пп. 1)",
    "подпункт 1) пункта 2 статьи 45",
    "статья 45, пункт 2, подпункт 1)",
    "45-бап 2-тармақ 1) тармақша",
    "45-баптың 2-тармағының 1) тармақшасы",
    "45-бап, 2-тармақ, 1) тармақша",
    "article 45, paragraph 2, subparagraph 1",
    "Art. 45(2)(1)",
    "subparagraph 1) of paragraph 2 of article 45",
]


@pytest.mark.parametrize("written", THE_SAME)
def test_every_way_of_naming_a_provision_finds_the_same_one(written):
    assert read_citation(written) == "art_45__para_2__subpara_1"


@pytest.mark.parametrize(
    ("written", "eid"),
    [
        ("часть третья статьи 141", "art_141__part_3"),
        ("141-бабының үшінші бөлігі", "art_141__part_3"),
        ("third part of article 141", "art_141__part_3"),
        ("абзац первый части пятой статьи 160", "art_160__part_5__indent_1"),
        ("160-баптың бесінші бөлігінің бірінші абзацы", "art_160__part_5__indent_1"),
        ("пункт 3) части первой статьи 94", "art_94__part_1__subpara_3"),
        ("72-бабы сегізінші бөлігі 1) тармағы", "art_72__part_8__subpara_1"),
        ("107 8)", "art_107__subpara_8"),
        ("43-1(14)", "art_43-1__para_14"),
        ("пункт 1", "para_1"),
        ("whole", "whole"),
    ],
)
def test_parts_indents_and_marked_subparagraphs_are_told_apart(written, eid):
    assert read_citation(written) == eid


@pytest.mark.parametrize(
    "written", ["", "foo", "статья", "ст. 45 и ещё что-то", "art_x", "45-бап 46-бап"]
)
def test_what_names_no_provision_is_refused_with_what_to_write(written):
    with pytest.raises(UnreadCitation, match=r"45\(2\)\(1\)"):
        read_citation(written)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "eid", ["art_45__para_2__subpara_1", "art_342__part_3", "art_160__part_5__indent_1", "art_3-1"]
)
def test_what_we_write_we_can_read(eid, lang):
    assert read_citation(cite(eid, lang)) == eid


def test_a_reader_who_says_neither_part_nor_paragraph_may_mean_either():
    assert other_spelling("art_342__para_3") == "art_342__part_3"
    assert other_spelling("art_342__part_3") == "art_342__para_3"
    assert other_spelling("art_118__para_1__part_2") is None
