"""Decisions as Akoma Ntoso judgments: valid by the schema of OASIS, read back."""

from functools import lru_cache

import pytest
from lxml import etree

from atazan.law.exported.akn_names import NAMESPACE
from atazan.library.exported.judgment.akn import akn
from atazan.library.exported.judgment.read import NotAJudgment, read
from atazan.library.exported.told import told, told_of
from tests.library_exported import KEY, LATER, SAID, describe
from tests.test_law_exported_akn import schema

pytestmark = [pytest.mark.django_db, pytest.mark.once]
NS = {"a": NAMESPACE}


@lru_cache(maxsize=1)
def whole():
    """Every decision of the record in Kazakh and Russian."""
    return [(one, lang, akn(one, lang)) for one in told() for lang in ("kk", "ru")]


def tree(key, lang):
    root = etree.fromstring(akn(told_of(key), lang))
    assert schema().validate(root), str(schema().error_log)
    return root


def test_every_decision_of_the_record_is_valid_in_kazakh_and_russian():
    for one, lang, written in whole():
        root = etree.fromstring(written)
        assert schema().validate(root), (one.row.id, lang, str(schema().error_log))


def test_every_decision_of_the_record_reads_back():
    for one, lang, written in whole():
        back = read(written)
        assert (back.decision, back.lang, back.uri) == (one.row.id, lang, one.uri)
        assert (back.neutral_citation, back.done_on) == (one.neutral, one.row.done_on)
        assert (back.form, back.subject) == (one.row.form, one.row.subject[lang])
        assert back.outcomes == one.outcomes
        assert [held.outcome for held in back.holdings] == [held.outcome for held in one.holdings]
        assert list(back.sat) == list(dict.fromkeys(one.row.composition))
        assert len(back.rests_on) >= len(one.row.relates_to)


def test_every_reference_inside_a_judgment_finds_its_place():
    for one, lang, written in whole():
        root = etree.fromstring(written)
        eids = [element.get("eId") for element in root.iter() if element.get("eId")]
        assert len(eids) == len(set(eids)), one.row.id
        pointing = {
            value[1:] for element in root.iter() for value in element.values() if value[:1] == "#"
        }
        assert pointing <= set(eids), (one.row.id, lang)


def test_a_finding_against_the_constitution_changes_the_law_it_names_and_its_day():
    (one,) = read(akn(told_of("ccl-2020-1"), "ru")).modifications

    assert (one.element, one.type, one.since) == ("forceMod", "unconstitutionality", "2020-01-21")
    assert one.target.endswith("!main~art_107__subpara_8")


def test_an_official_interpretation_changes_the_meaning():
    found = {
        (change.element, change.type)
        for one, _, written in whole()
        if "official_interpretation" in one.outcomes
        for change in read(written).modifications
    }
    assert found == {("meaningMod", "authenticInterpretation")}


def test_the_text_stands_under_its_permanent_anchors_in_its_own_language():
    describe()
    for lang in ("kk", "ru"):
        back = read(etree.tostring(tree(KEY, lang)))
        assert back.text_held
        assert back.paragraphs == {f"p-{n}": line for n, line in enumerate(SAID[lang], 1)}
    assert not read(akn(told_of(KEY), "en")).text_held


def test_what_a_decision_did_with_an_earlier_position_is_told_in_the_words_of_the_standard():
    describe()
    root = tree(LATER, "ru")

    assert read(etree.tostring(root)).treats == (("applies", "made-up"),)
    assert root.find(".//a:judicial/a:result", NS).get("type") == "decide"
    assert root.find(".//a:judicial/a:applies/a:source", NS).get("href") == "#body"
    assert root.find(".//a:judicial/a:applies/a:destination", NS).get("href") == told_of(KEY).uri


def test_a_citation_in_the_text_is_a_reference_and_the_words_stay_whole():
    from tests.test_library_deeds import text

    line = "Согласно пункту 2 статьи 13 Конституции каждый имеет право на судебную защиту."
    text(ru=(line, "Конституционный Суд постановляет:", "1. Признать."))
    root = tree(KEY, "ru")

    (ref,) = root.findall(".//a:p[@eId='p-1']/a:ref", NS)
    assert ref.get("href") == "/akn/kz/act/1995/constitution/!main~art_13__para_2"
    assert read(etree.tostring(root)).paragraphs["p-1"] == line
    blocks = [etree.QName(block).localname for block in root.find(".//a:judgmentBody", NS)]
    assert blocks == ["introduction", "decision"]


def test_a_text_without_formula_is_one_block_that_says_so():
    describe()
    body = tree(KEY, "kk").find(".//a:judgmentBody", NS)

    assert body.get("{urn:atazan:akn:1}divided") == "false"
    assert len(body) == 1


def test_a_message_is_a_statement():
    one = next(one for one in told() if one.row.form == "message")
    root = tree(one.row.id, "kk")

    assert root.find("a:statement/a:mainBody", NS) is not None
    assert "/statement/" in read(etree.tostring(root)).uri


def test_the_same_record_gives_the_same_bytes():
    one = told_of(KEY)
    assert akn(one, "kk") == akn(told_of(KEY), "kk")


def test_another_file_is_refused():
    for other in (b"<a/>", b"not xml"):
        with pytest.raises(NotAJudgment):
            read(other)
