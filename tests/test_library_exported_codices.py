"""A précis for CODICES: the blocks of the Bulletin in their order, nothing made up, read back."""

import io

import docx
import pytest

from atazan.library.exported.codices import twin
from atazan.library.exported.codices.blocks import State, bulletin
from atazan.library.exported.codices.docx import NotAPrecis, as_docx, from_docx
from atazan.library.exported.told import NotOnRecord, told, told_of
from atazan.rules.text import LANGS
from tests.library_exported import KEY, describe

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ORDER = [
    "KAZ-2023-3-NNN (proposed)",
    "Identification",
    "Keywords of the Systematic Thesaurus",
    "Keywords of the alphabetical index",
    "Headnotes",
    "Summary",
    "I. Facts",
    "II. Reasoning",
    "III. Supplementary information (not on record)",
    "Cross-references",
    "Languages",
    "Précis written by",
]


def lines(written):
    return docx.Document(io.BytesIO(written)).paragraphs


def test_the_word_file_has_the_blocks_in_the_order_of_the_bulletin():
    describe()
    found = lines(as_docx(bulletin(told_of(KEY))))

    assert [one.text for one in found if one.style.name.startswith("Heading")] == ORDER
    letters = [one.text[:2] for one in found if one.text[1:3] == ") "]
    assert letters == [f"{letter})" for letter in "abcdefgh"]
    said = [one.text for one in found]
    assert "a) Country: Kazakhstan" in said and "b) Court: Constitutional Court" in said
    assert "5.3.13.3 (05.03.13.03)" in said


def test_a_precis_reads_back_the_same_from_each_form_and_language():
    describe()
    for lang in LANGS:
        one = bulletin(told_of(KEY), lang)
        assert from_docx(as_docx(one)) == one
        assert twin.from_xml(twin.as_xml(one)) == one
        assert twin.from_json(twin.as_json(one)) == one


def test_a_word_file_changed_by_a_person_reads_back_with_the_change():
    describe()
    word = docx.Document(io.BytesIO(as_docx(bulletin(told_of(KEY)))))
    next(one for one in word.paragraphs if one.text == "Made up: facts.").text = "Other facts."
    kept = io.BytesIO()
    word.save(kept)

    assert from_docx(kept.getvalue()).facts.paragraphs[0] == "Other facts."


def test_what_nobody_wrote_is_said_to_be_missing_or_proposed():
    one = bulletin(told_of("ccl-2020-1"))

    assert one.headnotes.state == one.index.state == State.PROPOSED
    assert one.facts.state == one.reasoning.state == State.MISSING
    assert one.author is None and one.identification.chamber is None
    said = [line.text for line in lines(as_docx(one))]
    assert "Headnotes (proposed)" in said and "I. Facts (not on record)" in said
    assert "c) Chamber: [not on record]" in said


def test_a_heading_code_is_never_more_than_proposed():
    for one in told():
        code = bulletin(one).heading
        assert code is None or code.endswith("-NNN")


def test_every_decision_of_the_record_has_a_precis_that_reads_back():
    for one in told():
        for lang in LANGS:
            made = bulletin(one, lang)
            assert twin.from_xml(twin.as_xml(made)) == twin.from_json(twin.as_json(made)) == made


def test_the_same_precis_gives_the_same_bytes():
    one = bulletin(told_of(KEY))
    assert as_docx(one) == as_docx(one)


def test_another_word_file_is_refused():
    word = docx.Document()
    kept = io.BytesIO()
    word.save(kept)
    with pytest.raises(NotAPrecis):
        from_docx(kept.getvalue())
    word.core_properties.language = "en"
    word.add_heading("Other", level=1)
    word.add_heading("Unknown block", level=2)
    kept = io.BytesIO()
    word.save(kept)
    with pytest.raises(NotAPrecis):
        from_docx(kept.getvalue())


def test_a_decision_that_is_not_public_has_no_precis():
    with pytest.raises(NotOnRecord):
        told_of("no-such-decision")
