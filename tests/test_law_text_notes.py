"""Notes of the compilers read as what was done to a provision, by what, since when."""

from datetime import date

import pytest

from atazan.law.text.document import Block
from atazan.law.text.notes import noted
from atazan.law.text.read import reading

JULY = date(2026, 7, 1)
JUNE = date(2026, 6, 11)


def said(words, eid="art_45", number=""):
    found, _ = noted([Block(eid, "note", words, number)])
    return [(one.kind, one.by_number or one.decision, one.by_date, one.since) for one in found]


READ = {
    "amended": (
        "Сноска. Статью 45 с изменением, внесенным Законом РК от 11.06.2026 № 305-VIII"
        " (вводится в действие с 01.07.2026).",
        "Ескерту. 45-бапқа өзгеріс енгізілді - ҚР 11.06.2026 № 305-VIII (01.07.2026 бастап"
        " қолданысқа енгізіледі) Конституциялық заңымен.",
        [("amended", "305-VIII", JUNE, JULY)],
    ),
    "worded anew": (
        "Сноска. Статью 45 в редакции Закона РК от 11.06.2026 № 305-VIII (вводится в действие с"
        " 01.07.2026).",
        "Ескерту. 45-бап жаңа редакцияда – ҚР 11.06.2026 № 305-VIII (01.07.2026 бастап қолданысқа"
        " енгізіледі) Заңымен.",
        [("amended", "305-VIII", JUNE, JULY)],
    ),
    "repealed": (
        "Сноска. Статья 45 исключена Законом РК от 11.06.2026 № 305-VIII (вводится в действие с"
        " 01.07.2026).",
        "Ескерту. 45-бап алып тасталды - ҚР 11.06.2026 № 305-VIII (01.07.2026 бастап қолданысқа"
        " енгізіледі) Заңымен.",
        [("repealed", "305-VIII", JUNE, JULY)],
    ),
    "inserted": (
        "Сноска. Закон дополнен статьей 45 в соответствии с Законом РК от 11.06.2026 № 305-VIII"
        " (вводится в действие с 01.07.2026).",
        "Ескерту. Заң 45-баппен толықтырылды - ҚР 11.06.2026 № 305-VIII (01.07.2026 бастап"
        " қолданысқа енгізіледі) Заңымен.",
        [("inserted", "305-VIII", JUNE, JULY)],
    ),
    "by several acts": (
        "Сноска. Статья 45 с изменениями, внесенными законами РК от 21.05.2007 № 254-ІII (вводится"
        " в действие со дня его официального опубликования); от 08.06.2022 (вводится в действие с"
        " 01.01.2023).",
        "Ескерту. 45-бапқа өзгерістер енгізілді - ҚР 21.05.2007 № 254-III (ресми жарияланған"
        " күнінен бастап қолданысқа енгізіледі); 08.06.2022 (01.01.2023 бастап қолданысқа"
        " енгізіледі) заңдарымен.",
        [
            ("amended", "254-III", date(2007, 5, 21), None),
            ("amended", None, date(2022, 6, 8), date(2023, 1, 1)),
        ],
    ),
    "worded anew, then amended": (
        "Сноска. Статья 45 в редакции Закона РК от 21.05.2007 № 254-III; исключена Законом РК от"
        " 11.06.2026 № 305-VIII (вводится в действие с 01.07.2026).",
        None,
        [("amended", "254-III", date(2007, 5, 21), None), ("repealed", "305-VIII", JUNE, JULY)],
    ),
    "commenced": (
        "Примечание. Статья 45 вводится в действие с 01.01.2024 в соответствии со статьей 67.",
        "Ескертпе. 45-бап осы Заңның 67-бабына сәйкес 01.01.2024 бастап қолданысқа енгізіледі.",
        [("commenced", None, None, date(2024, 1, 1))],
    ),
    "in force": (
        "Сноска. Вступает в силу с 01.07.2026 в соответствии с пунктом 1 статьи 94.",
        "Ескерту. 01.07.2026 бастап күшіне енеді – 94-бабының 1-тармағымен.",
        [("commenced", None, None, JULY)],
    ),
    "commenced on a day written out": (
        "Примечание. В соответствии с Законом РК от 08.06.2022 г. положения вводятся в действие с"
        " 1 января 2023 года.",
        None,
        [("commenced", None, date(2022, 6, 8), date(2023, 1, 1))],
    ),
    "the court": (
        "Примечание. См. нормативные постановления Конституционного Суда РК от 18.07.2025"
        " № 74- НП; 07.07.2026 № 89-НП.",
        None,
        [
            ("court", "74-НП", date(2025, 7, 18), None),
            ("court", "89-НП", date(2026, 7, 7), None),
        ],
    ),
    "not understood": (
        "Примечание. В соответствии с Законом до выборов применяется прежний порядок.",
        None,
        [("unread", None, None, None)],
    ),
    "an impossible day": (
        "Сноска. Статья 45 с изменением, внесенным Законом РК от 31.02.2026 № 1-VIII.",
        None,
        [("unread", None, None, None)],
    ),
}


@pytest.mark.parametrize("what", READ)
def test_a_note_says_what_was_done_by_what_and_since_when(what):
    ru, kk, expected = READ[what]
    assert said(ru) == expected
    assert kk is None or said(kk) == expected


def test_words_that_stand_for_a_repealed_provision_are_read_too():
    words = "исключен Законом РК от 11.06.2026 № 305-VIII (вводится в действие с 01.07.2026);"
    assert said(words, "art_9__subpara_4", "4)") == [("repealed", "305-VIII", JUNE, JULY)]


LAW = """# Закон

<a id="st1"></a>

**Примечание. Статья 1 вводится в действие с 01.01.2023.**

**Статья 1. О чём**

Примечание. См. нормативное постановление Конституционного Суда РК от 07.07.2026 № 89-НП.

1. Первый.

   В соответствии с нормативным постановлением Конституционного Суда РК от 08.07.2026 № 90-НП норму
   следует понимать буквально.

*Примечание. Пункт 2 вводится в действие с 01.01.2024.*

2. Итак:

*Примечание. Подпункт 1) вводится в действие с 01.01.2025.*

   1) раз;

   2) два.

*Примечание. Подпункт 2) вводится в действие с 01.01.2026.*

Примечание. См. нормативное постановление Конституционного Суда РК от 09.07.2026 № 91-НП.

> *Сноска. Статья 7 с изменением, внесенным Законом РК от 11.06.2026 № 305-VIII.*

## Примечание. Глава 2 вводится в действие с 01.01.2027.

## Глава 2. ДАЛЕЕ

> *Сноска. Заголовок главы 2 в редакции Закона РК от 11.06.2026 № 305-VIII.*
"""


def test_a_note_is_taken_for_the_provision_it_stands_at():
    read = reading(LAW.encode())
    assert [(one.eid, one.kind, one.line) for one in read.noted] == [
        ("art_1", "commenced", 5),
        ("art_1__para_1", "court", 9),
        ("art_1__para_1", "court", 13),
        ("art_1__para_2", "commenced", 16),
        ("art_1__para_2__subpara_1", "commenced", 20),
        ("art_1__para_2__subpara_2", "commenced", 26),
        ("art_1", "court", 28),
        ("art_1", "amended", 30),
        ("chapter_2", "commenced", 32),
        ("chapter_2", "amended", 36),
    ]


def test_a_note_set_inside_one_paragraph_and_printed_before_the_next_is_given_to_the_article():
    law = """# Закон

**Статья 1.**

1. Первый.

   Вторая часть первого.

   Примечание. См. нормативное постановление Конституционного Суда РК от 07.07.2026 № 89-НП.

2. Второй.
"""
    assert [one.eid for one in reading(law.encode()).noted] == ["art_1"]


def test_a_note_that_names_another_article_is_told():
    read = reading(LAW.encode())
    assert [(one.kind, one.line) for one in read.document.anomalies] == [("note_elsewhere", 30)]
