"""Where the Kazakh and the Russian text part: told where they do, silent where they do not."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from atazan.law.compared.features import features
from atazan.law.compared.judged import judgments, listed
from atazan.law.compared.languages import Difference, differing
from atazan.law.compared.numerals import numerals
from atazan.law.text.document import Block, Document, provisions
from atazan.law.text.read import read
from atazan.rules.text import Lang

LAW = "codes/01-const-laws/2022/1105-o-konstitutsionnom-sude-respubliki-kazakhstan-173456"
TEXTS = {
    ("cl-court-2022", date(2023, 7, 1)): LAW,
    ("cl-court-2022", date(2026, 7, 1)): f"{LAW}/versions/2026-07-01",
    ("const-2026", date(2026, 7, 1)): "codes/00-constitution-2026",
}
Named = tuple[str, date]
COURT_2023, COURT_2026, CONSTITUTION = TEXTS


def text(lang: Lang, *lines: tuple[str, str]) -> Document:
    """A text of (eid, words); `#words` is a heading."""
    blocks = [
        Block(eid, "heading" if words.startswith("#") else "text", words.lstrip("#"))
        for eid, words in lines
    ]
    return Document(lang=lang, blocks=tuple(blocks))


def of(kk: str, ru: str) -> list[Difference]:
    """The differences of two wordings of one article."""
    return differing(text("kk", ("art_1", kk)), text("ru", ("art_1", ru)))


def kinds(found: list[Difference]) -> list[str]:
    return [one.kind for one in found]


@pytest.mark.parametrize(
    ("lang", "written", "value"),
    [
        ("kk", "он бес", 15),
        ("kk", "бір жүз қырық бес", 145),
        ("kk", "он екіден", 12),
        ("kk", "екеуі", 2),
        ("kk", "үш-үштен", 3),
        ("kk", "бір жарым", Fraction(3, 2)),
        ("kk", "үштен екісінің", Fraction(2, 3)),
        ("kk", "жартысынан", Fraction(1, 2)),
        ("kk", "он екінші", 12),
        ("ru", "пятнадцати", 15),
        ("ru", "ста сорока пяти", 145),
        ("ru", "двух тысяч трехсот", 2300),
        ("ru", "двумя третями", Fraction(2, 3)),
        ("ru", "одной пятой", Fraction(1, 5)),
        ("ru", "трех четвертей", Fraction(3, 4)),
        ("ru", "половины", Fraction(1, 2)),
        ("ru", "третьей", 3),
        ("ru", "ста двадцатикратного", 120),
        ("ru", "тридцатимесячного", 30),
        ("ru", "полуторамесячного", Fraction(3, 2)),
    ],
)
def test_a_number_in_words_is_read(lang: Lang, written: str, value: int | Fraction):
    assert [one.value for one in numerals(written, lang)] == [value]


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("kk", "оның орнына оны осы үшін бірақ бірге бірдей бірнеше онда"),
        ("ru", "пятно, частью, первичного, тысячелетней, семья, столица, сторона"),
    ],
)
def test_words_that_only_begin_like_numbers_are_none(lang: Lang, written: str):
    assert list(numerals(written, lang)) == []


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("он бес жұмыс күні ішінде", "в течение пятнадцати рабочих дней"),
        ("күнтізбелік отыз күн", "тридцать календарных дней"),
        ("бір ай ішінде қарайды", "рассматривает в течение месяца"),
        ("үштен екісінің дауысымен", "двумя третями голосов"),
        ("2026 жылғы 1 шілдеден бастап", "с 1 июля 2026 года"),
        ("72-бабының 2) және 2-1) тармақшалары", "подпункты 2) и 2-1) статьи 72"),
        ("екінші бөлігінде", "в части второй"),
        ("елу пайыздан астам", "более пятидесяти процентов"),
        ("Президент Үкіметтің келісімімен", "Президент с согласия Правительства"),
        ("қырық жасқа толған", "достигший сорока лет"),
        ("iс жүргiзудi он күн iшiнде", "производство в течение десяти дней"),
    ],
)  # fmt: skip
def test_what_is_said_alike_is_no_difference(kk: str, ru: str):
    assert of(kk, ru) == []


@pytest.mark.parametrize(
    ("kk", "ru", "kind"),
    [
        ("он күн ішінде", "в течение пяти дней", "term"),
        ("он жұмыс күні ішінде", "в течение десяти дней", "term"),
        ("он күн ішінде", "в течение десяти месяцев", "term"),
        ("үштен екісі", "три четверти", "share"),
        ("2026 жылғы 1 шілде", "1 июня 2026 года", "date"),
        ("он судья", "двенадцать судей", "number"),
        ("72-бабының 1-тармағы", "пункт 1 статьи 73", "reference"),
        ("осы баптың күші", "сила настоящего пункта", "here"),
        ("Үкіметтің ұсынуымен", "по представлению Президента", "body"),
        ("толық тану", "признать", "limit"),
    ],
)
def test_what_is_said_otherwise_is_told(kk: str, ru: str, kind: str):
    assert kind in kinds(of(kk, ru))


def test_both_places_are_quoted_to_the_letter():
    kk, ru = "Сот он күн ішінде қарайды", "Суд рассматривает в течение пяти дней"

    (found,) = of(kk, ru)

    assert found.kk is not None
    assert found.ru is not None
    assert (found.kk.text, kk[found.kk.start : found.kk.end]) == ("он күн", "он күн")
    assert (found.ru.text, ru[found.ru.start : found.ru.end]) == ("пяти дней", "пяти дней")
    assert found.values == ("10 day", "5 day")


def test_a_length_of_time_outranks_a_heading():
    kk = text("kk", ("art_1", "#Мерзім"), ("art_1", "Сот он күн ішінде қарайды"))
    ru = text("ru", ("art_1", "Суд рассматривает в течение пяти дней"))

    assert kinds(differing(kk, ru)) == ["term", "heading"]


def test_a_term_behind_the_list_in_kazakh_and_before_it_in_russian_is_the_same():
    kk = text(
        "kk",
        ("art_1__part_1", "Сот:"),
        ("art_1__subpara_1", "өтінішті;"),
        ("art_1__subpara_2", "шағымды он күн ішінде қарайды."),
    )
    ru = text(
        "ru",
        ("art_1__part_1", "Суд в течение десяти дней рассматривает:"),
        ("art_1__subpara_1", "обращение;"),
        ("art_1__subpara_2", "жалобу."),
    )

    assert differing(kk, ru) == []


def test_terms_that_change_places_between_items_are_told():
    kk = text(
        "kk",
        ("art_1__subpara_1", "өтінішті бес күн ішінде;"),
        ("art_1__subpara_2", "шағымды он күн ішінде;"),
        ("art_1__subpara_3", "өтінішхатты."),
    )
    ru = text(
        "ru",
        ("art_1__subpara_1", "обращение в течение десяти дней;"),
        ("art_1__subpara_2", "жалобу в течение пяти дней;"),
        ("art_1__subpara_3", "ходатайство."),
    )

    assert kinds(differing(kk, ru)) == ["term", "term"]


def test_an_item_one_text_has_not_is_told_once():
    kk = text("kk", ("art_1__subpara_1", "бірі;"), ("art_1__subpara_2", "он күн ішінде."))
    ru = text("ru", ("art_1__subpara_1", "один из них;"))

    (found,) = differing(kk, ru)

    assert (found.kind, found.eid, found.ru) == ("provision", "art_1__subpara_2", None)


def test_a_number_that_slipped_is_aligned_by_what_is_said():
    kk = text(
        "kk",
        ("art_1__subpara_1", "Үкімет бес күн ішінде;"),
        ("art_1__subpara_2", "Парламент он күн ішінде;"),
        ("art_1__subpara_3", "Президент бір жыл ішінде."),
    )
    ru = text(
        "ru",
        ("art_1__subpara_1", "Парламент в течение десяти дней;"),
        ("art_1__subpara_2", "Президент в течение одного года."),
    )

    (found,) = differing(kk, ru)

    assert (found.kind, found.eid) == ("provision", "art_1__subpara_1")
    assert found.kk is not None
    assert found.kk.text.startswith("Үкімет")


def test_a_provision_repealed_in_one_text_alone_is_told_and_its_law_not_compared():
    kk = text("kk", ("art_1", "Алып тасталды - ҚР 11.06.2026 № 305-VIII заңымен"))
    ru = text("ru", ("art_1", "Суд рассматривает обращение в течение десяти дней"))

    assert kinds(differing(kk, ru)) == ["repeal"]


@pytest.fixture(scope="module")
def laws(corpus: Path) -> dict[Named, tuple[Document, Document]]:
    """The real texts, Kazakh and Russian."""
    return {
        name: (read(corpus / folder / "kaz.md"), read(corpus / folder / "rus.md"))
        for name, folder in TEXTS.items()
    }


Laws = dict[Named, tuple[Document, Document]]


@pytest.mark.corpus
def test_what_the_real_texts_differ_in_is_what_a_reader_judged(laws: Laws):
    """Nobody has to look through false alarms: every difference found is judged a true one."""
    for (work, day), (kk, ru) in laws.items():
        found = listed(differing(kk, ru), work, day)
        assert [one.difference for one in found if one.judged is None] == []


@pytest.mark.corpus
def test_the_known_difference_of_article_57_is_found(laws: Laws):
    found = differing(*laws[COURT_2026])

    assert [
        (one.kind, one.kk and one.kk.text) for one in found if one.eid.startswith("art_57")
    ] == [("limit", "толық немесе жекелеген бөлігінде")]
    assert differing(*laws[COURT_2023]) == []


@pytest.mark.corpus
@pytest.mark.parametrize("name", [COURT_2026, CONSTITUTION])
def test_a_changed_figure_anywhere_in_the_russian_text_is_found(laws: Laws, name: Named):
    kk, ru = laws[name]
    tried = 0
    for eid in dict.fromkeys(block.eid.split("__")[0] for block in ru.blocks):
        mine, theirs = _article(kk, eid), _article(ru, eid)
        for block in theirs.blocks:
            if block.kind != "text":
                continue
            for figure in list(re.finditer(r"(?<![\w-])\d+(?![\w-])", block.text))[:1]:
                other = f"{block.text[: figure.start()]}97{block.text[figure.end() :]}"
                changed = tuple(
                    replace(one, text=other) if one is block else one for one in theirs.blocks
                )
                assert differing(mine, replace(theirs, blocks=changed)), (block.eid, figure[0])
                tried += 1
    assert tried > 20


def _article(document: Document, eid: str) -> Document:
    blocks = tuple(one for one in document.blocks if one.eid.split("__")[0] == eid)
    return replace(document, blocks=blocks)


@pytest.mark.corpus
def test_every_verdict_quotes_its_place(laws: Laws):
    for judged in judgments():
        kk, ru = laws[judged.work, judged.since]
        for said, document in ((judged.kk, kk), (judged.ru, ru)):
            words = provisions(document.blocks)[judged.eid].text
            assert said in words, judged.eid


def test_offsets_count_letters_as_printed():
    said = "Осы iстi он  бес\u00a0жұмыс күнi iшiнде"

    (found,) = features(said, "kk")

    assert (found.value, said[found.start : found.end]) == (
        "15 working day",
        "он  бес\u00a0жұмыс күнi",
    )
