"""Papers of every format are opened: title, outlet, author and day apart from the text."""

from __future__ import annotations

import hashlib
import io
import socket
from pathlib import Path

import pytest

from atazan.sources.opened import papers
from tests.opened_pages import ATOM, EN_PAGE, KK_PAGE, LETTER, RSS, RU_PAGE
from tests.opened_reports import EN, KK, RU

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refused(*_):
        raise AssertionError("a paper was looked for on the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def only(given, **told):
    (paper,) = papers(given, **told)
    return paper


def noted(paper):
    return {key.removeprefix("sources.opened.") for key in paper.noted}


@pytest.mark.corpus
def test_the_seeds_tell_their_titles_outlets_and_days():
    told = [(p.title, p.outlet, p.author, p.published) for p in papers(SEEDS)]

    assert told == [
        (
            "Кайрат Мами возглавил Ассоциацию азиатских конституционных судов",
            "Tengrinews.kz",
            None,
            "2019-11-04",
        ),
        (
            "The President took part in the meeting of the Senate of the Parliament",
            "Kazakhstanskaya Pravda",
            None,
            None,
        ),
        (None, None, None, "2026-02-14"),
        (None, "Kazinform", None, "2023-03-01"),
        (None, None, None, None),
    ]


@pytest.mark.corpus
def test_the_seeds_keep_their_bodies_and_nothing_else():
    seeds = list(papers(SEEDS))

    assert [paper.text[:26] for paper in seeds] == [
        "Кайрат Мами возглавил Ассо",
        "A meeting of the Senate of",
        "В ходе встречи состоялось ",
        "ASTANA. The Constitutional",
        "Олардың қатарында: БҰҰДБ, ",
    ]
    assert seeds[1].text.endswith("supported the candidacy of Artur Lastaev.")
    assert [noted(paper) for paper in seeds] == [
        set(),
        {"title_twice"},
        {"credit"},
        set(),
        {"no_beginning"},
    ]
    assert [paper.passages[0].lang for paper in seeds] == ["ru", "en", "ru", "en", "kk"]


@pytest.mark.parametrize(
    ("page", "encoding", "text", "title", "outlet", "author", "published"),
    [
        (KK_PAGE, "utf-8", KK.report, "Сот еңбек дауын қарайды", "Құқық жаңалықтары",
         "Гүлнар Оспанова", "2026-09-01"),
        (RU_PAGE, "cp1251", RU.report, "Суд и Программа подписали меморандум", "Вестник права",
         "Олег Ким", "2025-05-14"),
        (EN_PAGE, "utf-8", EN.report, "Summer school opens", "Law Herald", None, "2026-07-08"),
    ],
)  # fmt: skip
def test_a_page_gives_its_report_without_menus_and_what_it_says_of_itself(
    page, encoding, text, title, outlet, author, published
):
    paper = only(page.encode(encoding))

    assert paper.text == text
    assert (paper.title, paper.outlet, paper.author) == (title, outlet, author)
    assert (paper.published, paper.format) == (published, "html")


def test_a_feed_gives_an_item_a_paper_with_the_day_as_written():
    work, memo, bare = papers(RSS.encode(), place="feed.xml")

    assert (work.title, work.text, work.outlet) == (
        "Сот еңбек дауын қарайды",
        KK.report,
        "Сот жаңалықтары",
    )
    assert (work.published, work.url) == ("2023-03-01", "https://sot.example.kz/1")
    assert (memo.text, memo.place) == (RU.report, "feed.xml#2")
    assert bare.title == "Summer school & more" and noted(bare) == {"no_text"}
    assert len({work.hash, memo.hash, bare.hash}) == 3


def test_an_atom_entry_gives_its_author_and_address():
    paper = only(ATOM.encode())

    assert (paper.text, paper.author, paper.url) == (
        EN.report,
        "Ann Lee",
        "https://law.example.org/1",
    )
    assert paper.published == "2026-07-08"


def test_the_hash_of_an_item_is_that_of_the_bytes_kept():
    kept = []
    found = list(
        papers(RSS.encode(), place="f", keep=lambda data, place: kept.append((data, place)))
    )

    assert [p.hash for p in found] == [hashlib.sha256(data).hexdigest() for data, _ in kept]
    assert [p.place for p in found] == [place for _, place in kept]
    assert kept[0][0].startswith(b"<item>")


def test_a_mailbox_gives_its_letters_in_order(tmp_path):
    posted = "From press@example.kz Wed May 14 18:30:00 2025\n"
    box = tmp_path / "inbox"
    box.write_text(f"{posted}{LETTER}\n{posted}{LETTER.replace('14 мая', '15 мая')}")

    one, two = papers(box)

    assert (one.title, one.author, one.published) == ("Меморандум", "Пресс-служба", "2025-05-14")
    assert one.text == RU.report and "15 мая" in two.text
    assert (one.place, two.place) == (f"{box}#1", f"{box}#2")


def test_papers_attached_to_a_letter_are_papers():
    from email.message import EmailMessage

    letter = EmailMessage()
    letter["From"], letter["Subject"] = "press@example.kz", "Attached"
    letter["Message-ID"] = "<1@example.kz>"
    letter.set_content("See the page attached to this letter, please.")
    letter.add_attachment(EN_PAGE.encode(), "text", "html", filename="school.html")

    first, second = papers(letter.as_bytes(), place="a.eml")

    assert first.text == "See the page attached to this letter, please."
    assert (second.text, second.place) == (EN.report, "a.eml#school.html")


def test_a_word_document_gives_its_title_and_paragraphs():
    import docx

    document, file = docx.Document(), io.BytesIO()
    document.add_heading("Меморандум туралы", 0)
    for line in KK.report.split("\n"):
        document.add_paragraph(line)
    document.save(file)

    paper = only(file.getvalue())

    assert (paper.title, paper.text, paper.format) == ("Меморандум туралы", KK.report, "docx")


def test_a_pdf_gives_its_text_and_one_of_pictures_says_it_has_none():
    import pikepdf
    import typst

    words = typst.compile(f"#set page(height: 20cm)\n{RU.report}".encode().replace(b"\n", b"\n\n"))
    blank, file = pikepdf.new(), io.BytesIO()
    blank.add_blank_page()
    blank.save(file)

    paper, scanned = only(words), only(file.getvalue())

    assert "намерены вместе обучать сотрудников аппарата, издавать сборники" in paper.text
    assert paper.format == "pdf" and "\n" in paper.text
    assert (scanned.text, noted(scanned)) == ("", {"scanned"})


def test_a_folder_is_read_by_name_without_hidden_files(tmp_path):
    for name in ("b/two.txt", "a.txt", ".hidden/x.txt", "b/.x.txt", "b/records.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Сот отырысы өтті: {name}.")

    assert [p.text for p in papers(tmp_path)] == [
        "Сот отырысы өтті: a.txt.",
        "Сот отырысы өтті: b/two.txt.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_kazakh_letters_survive_every_encoding(encoding):
    assert only(KK.report.encode(encoding)).text == KK.report


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_russian_letters_survive_every_encoding(encoding):
    paper = only(RU.report.encode(encoding))

    assert paper.text == RU.report and noted(paper) == {"repaired"}


@pytest.mark.parametrize("wrong", ["sloppy-windows-1252", "sloppy-windows-1251", "latin-1"])
def test_letters_spoilt_by_a_wrong_encoding_are_mended(wrong):
    import ftfy.bad_codecs.sloppy  # noqa: F401  the encodings as browsers have them

    for whole in (RU.report, KK.report):
        paper = only(whole.encode().decode(wrong))
        assert paper.text == whole and noted(paper) == {"repaired"}


def test_sound_letters_are_left_alone():
    odd = "Сот «шешім» шығарды – № 5-қаулы… Ñandú, Âge, 5 °C, РҒ, С®, TБ±2; Рұқсат “берілді”."

    assert only(odd).text == odd and not noted(only(odd))
    assert not any(noted(only(one.report)) for one in (KK, RU, EN))


def test_what_a_text_says_of_its_day_comes_before_what_is_given():
    dated = "date 2023-03-01 ASTANA. KAZINFORM The Court met."

    assert only(dated, published="2024-01-01").published == "2023-03-01"
    assert only("The Court met on Monday.", published="2024-01-01").published == "2024-01-01"


def test_lines_cut_at_a_margin_are_joined_and_paragraphs_are_not():
    wrapped = (
        "The Constitutional Court has opened a summer school for young lawyers\n"
        "in Astana, the press office of the Court said on Monday, and forty\n"
        "graduates from twelve countries will study there for two weeks.\n\n"
        "The school is held for the third time, and its graduates wrote a\n"
        "collection of decisions that is now used in four universities."
    )

    assert [line[-6:] for line in only(wrapped).text.split("\n")] == ["weeks.", "ities."]
    assert only(KK.report).text == KK.report


def test_a_first_line_without_a_stop_is_the_title_once_or_twice():
    title = "Сот еңбек дауын қарайды"

    assert only(f"{title}\n\n{KK.report}").title == title
    twice = only(f"{title}\n\n{title}\n\n{KK.report}")
    assert (twice.title, twice.text, noted(twice)) == (title, KK.report, {"title_twice"})


def test_a_title_of_two_lines_is_whole():
    paper = only(f"Қазақстан Конституциялық Сотының\nнормативтік қаулысы\n\n{KK.report}")

    assert paper.title == "Қазақстан Конституциялық Сотының нормативтік қаулысы"
    assert paper.text == KK.report


@pytest.mark.parametrize(
    "text",
    ["... и поблагодарил судей за работу.", "сот отырысы аяқталды.", "Они подписали меморандум."],
)
def test_a_text_that_lacks_its_beginning_is_noted(text):
    assert noted(only(text)) == {"no_beginning"} and only(text).text == text


@pytest.mark.parametrize(
    "last",
    ["By the Kazakhstanskaya Pravda", "Source: Kazakhstanskaya Pravda"],
)
def test_a_last_line_that_names_the_outlet_is_no_text(last):
    paper = only(f"{EN.report}\n{last}")

    assert (paper.outlet, paper.text) == ("Kazakhstanskaya Pravda", EN.report)


def test_a_kazakh_last_line_names_the_outlet_and_stays():
    last = "Отырысқа судьялар қатысты, деп хабарлайды «Егемен Қазақстан»."

    paper = only(f"{KK.report}\n{last}")

    assert paper.outlet == "Егемен Қазақстан" and paper.text.endswith(last)


def test_markdown_is_read_as_a_reader_sees_it():
    text = "# Отырыс\n\nЖарияланған: 2026-09-01\nАвторы: **Г. Оспанова**\n\nСот **шешімін** [жариялады](https://x.kz)."

    paper = only(text)

    assert (paper.title, paper.published, paper.author) == ("Отырыс", "2026-09-01", "Г. Оспанова")
    assert paper.text == "Сот шешімін жариялады."
