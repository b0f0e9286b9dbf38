"""A law read from a file: every line in its provision, and nothing of the text lost."""

import io
import re
import zipfile
from datetime import date

import docx
import pytest

from atazan.law.text.document import BACK, FRONT, digest, provisions
from atazan.law.text.notes import Noted
from atazan.law.text.read import read, reading
from atazan.law.text.report import report
from atazan.law.text.structure import structured
from atazan.law.text.unread import TextLost, UnreadText
from atazan.rules.citation import cite, levels
from atazan.rules.text import LANGS

LAW = """\
---
title: О малом
approved_on: 2020-02-01
requisite: Закон от 1 февраля 2020 года № 7-VI ЗРК
---

# О малом

Во имя малого,

## Раздел I.

## Общие положения

### Глава 1. НАЧАЛО

<a id="st1"></a>

**Статья 1. Заголовок статьи 99**

1. Первый.

   Второй.

2. Итак:

   1\\) одно;2) другое;

      продолжение другого;

   3) третье.

   Заключение.

*3. Исключен Законом РК от 11.06.2026 № 305-VIII (вводится в действие с 01.07.2026).*

3-1. Вставленный.

> *Сноска. Статья 1 с изменением, внесенным Законом РК от 11.06.2026 № 305-VIII.*

**Примечание. Статья 1-1 вводится в действие с 01.01.2024 в соответствии со статьей 9.**

Статья 1-1. Без якоря и не выделена

Целиком из одной строки.

**Президент Республики**

**А. БОЛАТ**
"""


def eids(source, **how):
    data = source.encode() if isinstance(source, str) else source
    return [(block.eid, block.kind, block.number) for block in read(data, **how).blocks]


def texts(source, **how):
    return [(block.eid, block.text) for block in read(source.encode(), **how).blocks]


def test_each_line_is_given_to_the_narrowest_provision_that_surely_holds_it():
    assert eids(LAW) == [
        ("front", "title", ""),
        ("preamble", "text", ""),
        ("section_1", "heading", "Раздел I."),
        ("section_1", "heading", ""),
        ("chapter_1", "heading", "Глава 1."),
        ("art_1", "heading", "Статья 1."),
        ("art_1__para_1__part_1", "text", "1."),
        ("art_1__para_1__part_2", "text", ""),
        ("art_1__para_2__part_1", "text", "2."),
        ("art_1__para_2__subpara_1", "text", "1)"),
        ("art_1__para_2__subpara_2", "text", "2)"),
        ("art_1__para_2__subpara_2__indent_2", "text", ""),
        ("art_1__para_2__subpara_3", "text", "3)"),
        ("art_1__para_2__part_2", "text", ""),
        ("art_1__para_3", "note", "3."),
        ("art_1__para_3-1", "text", "3-1."),
        ("art_1", "note", ""),
        ("art_1-1", "note", ""),
        ("art_1-1", "heading", "Статья 1-1."),
        ("art_1-1", "text", ""),
        ("back", "other", ""),
        ("back", "other", ""),
    ]


def test_the_source_tells_what_it_knows_of_the_act_and_what_is_given_comes_first(tmp_path):
    told = read(LAW.encode()).facts
    assert (told.title, told.number, told.adopted) == ("О малом", "7-VI", date(2020, 2, 1))

    (tmp_path / "meta.yaml").write_text("version_date: {rus: 2026-07-01, kaz: 2026-07-02}")
    (tmp_path / "rus.md").write_text(LAW)
    assert read(tmp_path / "rus.md").facts.version == date(2026, 7, 1)
    assert read(tmp_path / "rus.md", lang="kk").facts.version == date(2026, 7, 2)
    assert read(tmp_path / "rus.md", facts=told).facts.version == date(2026, 7, 1)


def test_kazakh_labels_name_the_same_provisions_as_russian_ones():
    kk = """# Шағын заң

## І бөлім Негіздер

### 2-тарау. БАСЫ

**5-1-бап. Атауы**

1. Бірінші:

   1) бір; 2) екі.

*2 . Алып тасталды - ҚР 11.06.2026 № 305-VIII (01.07.2026 бастап қолданысқа енгізіледі).*
"""
    ru = """# Малый закон

## Раздел I. Основы

### Глава 2. НАЧАЛО

**Статья 5-1. Название**

1. Первый:

   1) раз; 2) два.

*2. Исключен Законом РК от 11.06.2026 № 305-VIII (вводится в действие с 01.07.2026).*
"""
    assert read(kk.encode()).lang == "kk"
    assert read(ru.encode()).lang == "ru"
    assert [one[:2] for one in eids(kk)] == [one[:2] for one in eids(ru)]


def test_english_headings_are_read_too():
    law = "A small law\nArticle 1. Scope\n1. One.\n2. Two:\n1) a; 2) b.\nArticle 2\nText."
    assert read(law.encode()).lang == "en"
    assert [eid for eid, _ in texts(law)][1:] == [
        "art_1",
        "art_1__para_1",
        "art_1__para_2",
        "art_1__para_2__subpara_1",
        "art_1__para_2__subpara_2",
        "art_2",
        "art_2",
    ]


def test_prose_that_begins_like_a_heading_is_none():
    law = "Закон\nСтатья 1. О чём\nСтатья 5 применяется с 1 мая.\nГлава 2 и статья 3 тоже."
    assert {eid for eid, _ in texts(law)[1:]} == {"art_1", "art_1__part_1", "art_1__part_2"}


def test_without_indents_a_line_between_two_points_is_of_the_first():
    law = "Закон\nСтатья 1.\n1. Итак:\n1) раз;\nещё о нём;\n2) два.\nЗаключение."
    assert [eid for eid, _ in texts(law)[2:]] == [
        "art_1__para_1__part_1",
        "art_1__para_1__subpara_1",
        "art_1__para_1__subpara_1__indent_2",
        "art_1__para_1__subpara_2",
        "art_1__para_1__part_2",
    ]


def test_a_list_of_references_in_running_text_is_not_cut():
    law = "Закон\nСтатья 1.\n1) по подпунктам: 2) и 3); 5) пункта; 2) второе"
    assert texts(law)[2:] == [
        ("art_1__subpara_1", "по подпунктам: 2) и 3); 5) пункта;"),
        ("art_1__subpara_2", "второе"),
    ]


def test_an_article_quoted_in_an_amending_law_is_no_article_of_it():
    law = """О поправках
Статья 1. Внести изменения:
1) статью 4 изложить в следующей редакции:
«Статья 4. Новая
1. Первое.»;
2) статью 5 исключить.
Статья 2. Срок
"""
    assert [eid for eid, _ in texts(law)] == [
        "front",
        "art_1",
        "art_1__subpara_1",
        "art_1__subpara_1__indent_2",
        "art_1__subpara_1__indent_3",
        "art_1__subpara_2",
        "art_2",
    ]


def test_a_note_of_the_law_itself_is_law_and_one_of_the_compilers_is_not():
    law = """Закон
Статья 1. О чём
Текст.
Примечания.
1. Под этим понимается то.
Примечание ИЗПИ!
Порядок введения в действие см. ст. 2.
"""
    blocks = read(law.encode()).blocks
    assert [(block.eid, block.kind) for block in blocks[3:]] == [
        ("art_1__note_1", "text"),
        ("art_1__note_1__para_1", "text"),
        ("art_1", "note"),
        ("art_1", "note"),
    ]


def test_a_list_of_contents_is_kept_and_makes_no_provisions():
    law = "Закон\nСОДЕРЖАНИЕ\nСтатья 1. А\nСтатья 2. Б\nСтатья 1. А\nРаз.\nСтатья 2. Б\nДва."
    document = read(law.encode())
    assert [block.eid for block in document.blocks[:4]] == [FRONT] * 4
    assert list(provisions(document.blocks)) == [FRONT, "art_1", "art_2"]
    assert document.anomalies == ()


def test_a_resolution_without_articles_is_read_by_its_points():
    law = "Постановление\n1. Утвердить.\n2. Ввести в действие.\nПредседатель А. Болат"
    assert [eid for eid, _ in texts(law)] == [FRONT, "para_1", "para_2", BACK]


def test_two_articles_of_one_number_are_both_kept_apart():
    law = "Закон\nСтатья 5. А\n1. Раз.\nСтатья 5. Б\n1. Два.\nСтатья 8. В\nСтатья 6. Г"
    document = read(law.encode())
    assert [block.eid for block in document.blocks[1:]] == [
        "art_5",
        "art_5__para_1",
        "art_5@2",
        "art_5@2__para_1",
        "art_8",
        "art_6",
    ]
    assert [(one.kind, one.line) for one in document.anomalies] == [
        ("twice", 4),
        ("gap", 6),
        ("order", 7),
    ]
    assert [levels(block.eid)[0][0] for block in document.blocks[1:]] == ["art"] * 6
    assert cite("art_5@2__para_1", "ru") == "статья 5 (текст 2), пункт 1"


def test_points_out_of_order_are_told_and_a_second_list_is_not():
    law = "Закон\nСтатья 1.\nИтак:\n1) раз;\n3) три;\n2) два.\nИли:\n1) снова."
    document = read(law.encode())
    assert [(one.kind, one.line) for one in document.anomalies] == [("order", 6), ("twice", 8)]
    assert document.blocks[-1].eid == "art_1__subpara_1@2"


# -- formats -----------------------------------------------------------------------------------


def as_html(document):
    lines = "".join(
        f"<h3>{block.printed}</h3>"
        if block.kind == "heading"
        else f"<p>{'&nbsp;' * 6}{block.printed}</p>"
        for block in document.blocks
    )
    return f"<html><body><p>меню</p><article>{lines}</article></body></html>".encode()


def as_docx(document):
    made = docx.Document()
    for block in document.blocks:
        made.add_paragraph(block.printed).paragraph_format.left_indent = docx.shared.Pt(
            6 * block.indent
        )
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def as_plain(document):
    return "\n".join(" " * block.indent + block.printed for block in document.blocks).encode()


@pytest.mark.parametrize("written", [as_docx, as_plain])
def test_every_format_gives_the_same_blocks(written):
    law = read(LAW.encode())
    again = read(written(law))
    assert again.blocks == law.blocks
    assert again.digest == law.digest


def test_html_has_no_indents_and_gives_the_same_words():
    law = read(LAW.encode())
    again = read(as_html(law))
    assert again.digest == law.digest
    assert [block.eid for block in again.blocks[:11]] == [block.eid for block in law.blocks[:11]]


def test_a_page_is_read_without_its_menus_and_scripts():
    page = """<!DOCTYPE html><html><head><title>x</title></head><body>
    <h1>О малом</h1><ul><li>меню</li></ul><script>var a = 1;</script>
    <div class="container_gamma text"><p>Закон от 5 ноября 2022 года № 153-VII ЗРК.</p>
    <p id="z1"><b>Статья 83<sup>1</sup>. Вставленная</b></p>
    <p>1. Одно<br>&amp; другое.</p>
    <table><tr><td><p>А</p><p>Б</p></td><td>В</td></tr></table>
    <p class="note">Изменена Законом.</p></div></body></html>"""
    document = read(page.encode())
    assert [(block.eid, block.kind, block.text) for block in document.blocks[1:]] == [
        ("art_83-1", "heading", "Вставленная"),
        ("art_83-1__para_1__part_1", "text", "Одно"),
        ("art_83-1__para_1__part_2", "text", "& другое."),
        ("art_83-1__para_1__part_3", "text", "А Б В"),
        ("art_83-1", "note", "Изменена Законом."),
    ]
    facts = document.facts
    assert (facts.title, facts.number, facts.adopted) == ("О малом", "153-VII", date(2022, 11, 5))


AKN = """<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#x"><FRBRWork><FRBRthis value="/akn/za/act/1996/1/!main"/>
<FRBRuri value="/akn/za/act/1996/1"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<body><chapter eId="chp_1"><num>1</num><heading>Intro</heading>
<article eId="chp_1__art_1"><num>1.</num><heading>Title</heading>
<paragraph eId="p"><num>(2)</num><content><p>This is <b>the</b> Act.</p></content></paragraph>
<hcontainer name="x"><content><p>More
   words.</p></content></hcontainer></article></chapter></body></act></akomaNtoso>"""


def test_an_act_in_akoma_ntoso_from_elsewhere_is_given_act_wide_eids():
    document = read(AKN.encode())
    assert [(block.eid, block.number, block.text) for block in document.blocks] == [
        ("chapter_1", "1", "Intro"),
        ("art_1", "1.", "Title"),
        ("art_1__para_2", "(2)", "This is the Act."),
        ("art_1", "", "More words."),
    ]
    assert (document.lang, document.facts.uri) == ("en", "/akn/za/act/1996/1")


# -- nothing is lost ---------------------------------------------------------------------------


def test_a_parser_that_drops_a_line_is_found_out(monkeypatch):
    def careless(lines):
        return structured(lines[:3] + lines[4:])

    monkeypatch.setattr("atazan.law.text.read.structured", careless)
    with pytest.raises(TextLost) as lost:
        read(LAW.encode())
    assert lost.value.wanted.startswith("Общиеположения")


def test_asterisks_and_underscores_that_are_no_marks_stay():
    law = "# Закон\n\n**Статья 1.**\n\n2 * 3 = 6 и *сноска* и звезда*\n\n___________\n"
    document = read(law.encode())
    assert "2 * 3 = 6 и сноска и звезда*" in document.printed
    assert document.printed.endswith("___________")


# -- bad input ---------------------------------------------------------------------------------


def zipped(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return held.getvalue()


DEEP = "<div>" * 3000 + "текст" + "</div>" * 3000
REFUSED = {
    "empty": b" \n\n",
    "binary": bytes(range(256)) * 40,
    "windows_1251": "Статья 1. Название статьи закона\nТекст.".encode("cp1251"),
    "koi8_r": "Статья 1. Название статьи закона\nТекст.".encode("koi8-r"),
    "encoding": b"Article 1. Caf\xe9 au lait",
    "broken_xml": AKN.encode()[:-60],
    "document_type": b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>
<akomaNtoso>&b;</akomaNtoso>""",
    "not_akn": b'<?xml version="1.0"?><report><b>x</b></report>',
    "broken_docx": b"PK\x03\x04 no archive",
    "broken_html": f"<html><body>{DEEP}</body></html>".encode(),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_cannot_be_read_is_refused_with_a_reason(why, tmp_path):
    file = tmp_path / "law"
    file.write_bytes(REFUSED[why])
    with pytest.raises(UnreadText) as refused:
        read(file)
    assert refused.value.why == why
    assert all(str(file) in refused.value.says(lang) for lang in LANGS)


def test_a_word_document_that_unpacks_into_a_flood_is_refused_unopened():
    with pytest.raises(UnreadText) as refused:
        read(zipped(document=b" " * 70 * 2**20))
    assert refused.value.why == "too_large"


def test_a_word_document_with_a_document_type_is_refused():
    with pytest.raises(UnreadText) as refused:
        read(zipped(document=b"<?xml version='1.0'?><!DOCTYPE a><a/>"))
    assert refused.value.why == "document_type"


def test_an_encoding_that_is_certain_is_read_and_told():
    law = "Закон\nСтатья 1. О чём\nТекст."
    page = '<html><meta charset="windows-1251"><body><p>Статья 1.</p><p>Текст</p></body></html>'
    for data in (
        law.encode("utf-16"),
        law.encode("utf-16-be"),
        law.encode("utf-16-le"),
        page.encode("cp1251"),
    ):
        document = read(data)
        assert [one.kind for one in document.anomalies] == ["encoding"]
        assert document.blocks[-1].eid == "art_1"
    assert read(law.encode("utf-8-sig")).anomalies == ()
    assert read(law.replace("\n", "\r\n").encode()).digest == digest(law)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadText) as refused:
        read(tmp_path / "none.md")
    assert refused.value.why == "no_file"


def test_a_text_without_provisions_is_kept_and_told():
    document = read("Просто проза.\nЕщё строка.".encode())
    assert [one.kind for one in document.anomalies] == ["no_provision"]


def test_a_number_of_more_than_six_digits_is_no_article():
    document = read("Статья 1. О чём\nТекст.\nСтатья 1234567. Ещё\n1234567. Текст.".encode())
    assert {block.eid.split("__")[0] for block in document.blocks} == {"art_1"}


def test_numbers_that_word_sets_are_told_each_and_bullets_are_not():
    made = docx.Document()
    for text in ("Статья 1. О чём", "Текст."):
        made.add_paragraph(text)
    for n in range(12):
        made.add_paragraph(f"раз {n}", style="List Number")
    made.add_paragraph("точка", style="List Bullet")
    held = io.BytesIO()
    made.save(held)

    document = read(held.getvalue())

    odd = [one for one in document.anomalies if one.kind == "numbered_by_word"]
    assert [one.words for one in odd] == [f"раз {n}" for n in range(12)]
    said = report(document, ()).sentences("en")
    assert sum("Word itself" in one for one in said) == 10
    assert "More places like these: 2." in said


def test_no_refusal_has_words_of_another_language():
    for why, data in REFUSED.items():
        if why == "encoding":
            continue
        with pytest.raises(UnreadText) as refused:
            read(data)
        said = refused.value.says("kk")
        assert not re.search(r"\b(?:the|is|not|no|file|tag|line|parse|error)\b", said), said


# -- the report --------------------------------------------------------------------------------


def test_the_report_counts_what_was_understood_in_three_languages():
    read_law = reading(LAW.replace("Второй", "Bторой").encode())
    found = report(read_law.document, read_law.noted)
    assert found.provisions["art"] == 2
    assert found.provisions["para"] == 4
    assert found.provisions["subpara"] == 3
    assert found.effects == {"repealed": 1, "amended": 1, "commenced": 1}
    assert (found.mixed, found.examples) == (1, ("Bторой",))
    assert len(found.unknown) == 2  # who signed
    said = [found.sentences(lang) for lang in LANGS]
    assert {len(one) for one in said} == {len(said[0])}
    assert "Статей: 2." in said[1]
    shown = report(read_law.document, read_law.noted, read_law.at)
    for line, block in zip(shown.unknown_at, shown.unknown, strict=True):
        assert any(f"Line {line}: '{block.printed}" in one for one in shown.sentences("en"))
    note = Noted("unread", "art_1", "Сноска. Совсем непонятная.", 7)
    said_of = report(read_law.document, [note], read_law.at).sentences("en")
    assert "  Line 7: 'Сноска. Совсем непонятная.'" in said_of
