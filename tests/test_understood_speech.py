"""Who says what in a text, what it rests on, and what it counts."""

from __future__ import annotations

import re

import pytest

from atazan.sources.understood.counted import quantities
from atazan.sources.understood.mention import Mention, Speech
from atazan.sources.understood.sentences import sentences
from atazan.sources.understood.speech import sources, speech
from tests.effort import calls

_SORTS = {"p": "person", "o": "office", "b": "body"}


def marked(text: str) -> tuple[str, list[Mention], list[tuple[int, int]]]:
    """A text with names as {p:Эльвиры Азимовой=Эльвира Азимова} and what is said as [[…]]."""
    plain, names, said = "", [], []
    opened = 0
    for piece in re.split(r"(\{[pob]:[^}]+\}|\[\[|\]\])", text):
        if piece == "[[":
            opened = len(plain)
        elif piece == "]]":
            said.append((opened, len(plain)))
        elif piece.startswith("{"):
            words, _, name = piece[3:-1].partition("=")
            cases = frozenset({"gen"} if name else {"nom"})
            start, end = len(plain), len(plain) + len(words)
            named = Mention(_SORTS[piece[1]], start, end, name or words, "ru", cases)
            names.append(named)
            plain += words
        else:
            plain += piece
    return plain, names, said


def told(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    plain, names, said = marked(text)
    found: list[Speech] = speech(plain, sentences(plain), names)
    expected = [(plain[start:end], "") for start, end in said]
    return expected, [(plain[one.start : one.end].rstrip(","), one.speaker) for one in found]


DIRECT = [
    ("Қайрат Мәми", "{p:Қайрат Мәми}: «[[Сот жүйесі жаңарды. Жұмыс жалғасады]]», - деп атап өтті."),
    ("Қайрат Мәми", "«[[Сот биыл алпыс өтінішті қарады]]», – деді {p:Қайрат Мәми}."),
    ("Қайрат Мәми", "{p:Қайрат Мәми} келді. Ол: «[[Біз дайынбыз]]», – деп жауап берді."),
    ("Қайрат Мәми", "«[[Заң қабылданды]]», – деп еске салды депутат {p:Қайрат Мәми}."),
    ("Қайрат Мәми", "«[[Реформа жүреді.\nСот тәуелсіз]]», – деді {p:Қайрат Мәми}."),
    ("Мемлекет басшысы", "{o:Мемлекет басшысы} айтты: «[[Референдум өтеді. Ол маңызды]]»."),
    ("Айдос Сарым", "«[[Закон принят единогласно]]», — сообщил депутат {p:Айдос Сарым}."),
    ("Айдос Сарым", "— [[Закон принят единогласно]], — сказал {p:Айдос Сарым}."),
    ("спикер Сената", "– [[Проект вынесен. Он важен]], – отметил {o:спикер Сената}."),
    ("Глава государства", "{o:Глава государства} заявил: «[[Референдум состоится 15 марта]]»."),
    ("Айдос Сарым", "«[[Это важно]], – сказал {p:Айдос Сарым}. – [[Мы продолжим её.]]»"),
    ("Айдос Сарым", "Выступил {p:Айдос Сарым}. «[[Мы приняли закон]]», – напомнил он."),
    ("Айдос Сарым", "{p:Айдос Сарым} подчеркнул: «[[Закон «О Суде» принят. Он важен]]»."),
    ("Maulen Ashimbayev", '"[[The law is adopted]]," {p:Maulen Ashimbayev} said.'),
    ("the President", '"[[The law "On Courts" is adopted. Good]]," {o:the President} said.'),
    ("Maulen Ashimbayev", '[[All has been done. The vote was held]]," {p:Maulen Ashimbayev} said.'),
    ("Elvira Azimova", "«[[We attach importance to it,]]» said {p:Elvira Azimova}, its Chair."),
    ("Elvira Azimova", "“[[We are ready. Work has begun]],” {p:Elvira Azimova} told reporters."),
    ("Elvira Azimova", "Asked about it, {p:Elvira Azimova} replied: “[[We are ready.]]”"),
    ("Elvira Azimova", "{p:Elvira Azimova} came. ‘[[We did not refuse it]],’ she said."),
]  # fmt: skip

INDIRECT = [
    ("Эльвира Азимова", "{p:Эльвира Азимова} [[Сот алпыс өтінішті қарағанын]] айтты."),
    ("Эльвира Азимова", "{p:Эльвира Азимованың=Эльвира Азимова} айтуынша, [[Сот іс қараған]]."),
    ("Мемлекет басшысы", "{o:Мемлекет басшысы} [[сот төрелігі жаңарады]] деп мәлімдеді."),
    ("Эльвира Азимова", "{p:Эльвира Азимова} сөйледі. Ол [[жұмыс жалғасатынын]] атап өтті."),
    ("Қайрат Мәми", "[[Келісімге қол қойылды]], деп мәлімдеді {p:Қайрат Мәми}."),
    ("Эльвира Азимова", "{p:Эльвира Азимова} подчеркнула, что [[Суд рассмотрел обращения]]."),
    ("Эльвира Азимова", "По словам {p:Эльвиры Азимовой=Эльвира Азимова}, [[Суд рассмотрел дело]]."),
    ("Эльвира Азимова", "[[Суд рассмотрел шестьдесят обращений]], отметила {p:Эльвира Азимова}."),
    ("Кайрат Мами", "Как отметил {p:Кайрат Мами}, [[Совет принял решение]]."),
    ("Кайрат Мами", "Прибыл {p:Кайрат Мами}. Он сказал, что [[Совет принял решение]]."),
    ("Кайрат Мами", "{p:Кайрат Мами} рассказал о том, что [[проект опубликован]]."),
    ("Elvira Azimova", "{p:Elvira Azimova} said [[the Court had examined sixty petitions]]."),
    ("Elvira Azimova", "{p:Elvira Azimova} noted that [[the Court had sat]]."),
    ("Elvira Azimova", "[[The Court has examined sixty petitions]], {p:Elvira Azimova} said."),
    ("Elvira Azimova", "According to {p:Elvira Azimova}, [[the Court has sat]]."),
    ("Kairat Mami", "He met {p:Kairat Mami} there. He stressed that [[the reform goes on]]."),
    ("Кайрат Мами", "Прибыл {p:Кайрат Мами}. По его словам, [[закон примут осенью]]."),
    ("", "Источники сообщают, что [[судья уволен]]."),
    ("", "По данным источника, [[судья уволен]]."),
    ("", "Эксперттердің пікірінше, [[реформа қажет]]."),
    (
        "the head of state",
        "{p:Kairat Mami} opened it. Then {o:the head of state} came. "
        "{o:the head of state} noted that [[the task is hard]]. "
        "He said that [[the reform goes on]].",
    ),
    ("", "A source in the chamber says that [[a judge has been proposed]]."),
]


@pytest.mark.parametrize(("speaker", "text"), [*DIRECT, *INDIRECT])
def test_what_is_said_is_found_with_its_speaker(speaker: str, text: str) -> None:
    expected, found = told(text)
    assert found == [(words.rstrip(","), speaker) for words, _ in expected]


def test_direct_and_told_speech_are_told_apart() -> None:
    for cases, direct in ((DIRECT, True), (INDIRECT, False)):
        for _, text in cases:
            plain, names, _ = marked(text)
            assert {one.direct for one in speech(plain, sentences(plain), names)} == {direct}, text


NOT_SAID = [
    "Программа «Закон и порядок» принята {b:Сенатом=Сенат}.",
    "«Жыл судьясы» деп танылған {p:Қайрат Мәми} марапат алды.",
    "«Ашық сот залы» жобасы Шымкентте басталды.",
    "Закон принят, сообщает пресс-служба {b:Сената=Сенат}.",
    "В пресс-службе {b:Сената=Сенат} сообщили, что закон принят.",
    "{b:Конституциялық Сот} отырысы өтті, деп хабарлайды баспасөз қызметі.",
    "It was noted that the Court was established in 2022.",
    "The law states that judges are independent.",
    'The project "Law and Order" was presented by {p:Elvira Azimova}.',
    "{b:The Court} concluded an agreement with the bank.",
    "The Senate's press office said the sitting was put off.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_titles_and_a_texts_own_sources_are_no_speech(text: str) -> None:
    assert told(text)[1] == []


SOURCES = [
    (
        "Совет избран, передает Tengrinews.kz со ссылкой на пресс-службу "
        "{b:Конституционного совета=Конституционный совет}.",
        ("Tengrinews.kz", "пресс-служба Конституционного совета"),
    ),
    (
        "Іс-шара өтті, деп хабарлайды {b:Жоғарғы соттың=Жоғарғы Сот} баспасөз қызметі.",
        ("Жоғарғы соттың баспасөз қызметі",),
    ),
    (
        "Сенат жиналды, – деп хабарлайды ҚазАқпарат {b:Сенаттың=Сенат} баспасөз қызметіне "
        "сілтеме жасап.",
        ("ҚазАқпарат", "Сенаттың баспасөз қызметі"),
    ),
    ("Заң қабылданды, деп хабарлайды «Егемен Қазақстан».", ("Егемен Қазақстан",)),
    ("Қазақпарат мәліметінше, заң қабылданды.", ("Қазақпарат",)),
    (
        "Об этом сообщили в пресс-службе {b:Верховного Суда=Верховный Суд}.",
        ("пресс-служба Верховного Суда",),
    ),
    (
        "По данным {b:Министерства юстиции=Министерство юстиции}, подано двести заявлений.",
        ("Министерство юстиции",),
    ),
    ("Как сообщает агентство «Монцамэ», суд заседал.", ("агентство «Монцамэ»",)),
    (
        "ASTANA. KAZINFORM The Court sat, Kazinform learnt from the UNDP Kazakhstan official "
        "website.",
        ("Kazinform", "UNDP Kazakhstan official website"),
    ),
    ("The Senate met.\n\nBy the Kazakhstanskaya Pravda", ("Kazakhstanskaya Pravda",)),
    (
        "The judges met, Kazinform reports citing the Supreme Court's press service.",
        ("Kazinform", "Supreme Court's press service"),
    ),
    ("Об этом сообщил депутат {p:Айдос Сарым}.", ()),
    ("According to {o:the President}, the law is good.", ()),
    ("Сенат отырысы өтті.", ()),
]


@pytest.mark.parametrize(("text", "names"), SOURCES)
def test_a_text_names_whom_it_rests_on(text: str, names: tuple[str, ...]) -> None:
    plain, mentions, _ = marked(text)
    assert sources(plain, sentences(plain), mentions) == names


COUNTED = [
    ("Референдумда 87,15 пайыз қолдады.", [("87.15", "per cent")]),
    ("Жиында үш жүз елу депутат болды.", [("350", "deputies")]),
    ("Сот он бір судьядан тұрады.", [("11", "judges")]),
    ("9 101 345 адам келді.", [("9101345", "persons")]),
    ("Заң бірауыздан қабылданды.", [("", "unanimous")]),
    (
        "Дауыс беруде 35 депутат қолдады, 1 қалыс қалды.",
        [("35", "deputies"), ("35", "votes in favour"), ("1", "abstentions")],
    ),
    ("5 миллион 200 мың теңге бөлінді.", [("5200000", "tenge")]),
    ("Поступило 5 тыс. 300 обращений.", [("5300", "petitions")]),
    ("Рассмотрено двенадцать дел.", [("12", "cases")]),
    ("Выделено 2 млрд 300 млн тенге.", [("2300000000", "tenge")]),
    ("Она работала двадцать один год.", [("21", "years")]),
    ("Решение принято единогласно.", [("", "unanimous")]),
    (
        "Голосование: «за» – 35, «против» – 2, «воздержались» – 1.",
        [("35", "votes in favour"), ("2", "votes against"), ("1", "abstentions")],
    ),
    ("Назначено 12 новых судей.", [("12", "judges")]),
    ("8 million 200 thousand people came.", [("8200000", "persons")]),
    ("It received 1,200 petitions.", [("1200", "petitions")]),
    ("It gives $5 million.", [("5000000", "dollars")]),
    ("Turnout was 77.18 per cent.", [("77.18", "per cent")]),
    ("Twenty-one judges sat.", [("21", "judges")]),
    (
        "35 voted in favour, 2 against and 1 abstained.",
        [("35", "votes in favour"), ("2", "votes against"), ("1", "abstentions")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_numbers_are_told_with_what_they_count(text: str, expected: list[tuple[str, str]]) -> None:
    found = quantities(text, sentences(text))
    assert sorted((one.value, one.unit) for one in found) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "3 ноября 2019 года принят закон.",
        "Статья 45 судей не касается.",
        "100 нақты қадам",
        "Третий судья вышел.",
        "2019 жыл сот үшін жақсы болды.",
        "Дом № 11 судей не вмещает.",
    ],
)
def test_days_and_numbers_of_provisions_count_nothing(text: str) -> None:
    assert quantities(text, sentences(text)) == []


@pytest.mark.parametrize(
    "words", ['« " said that „ ', "– Да, – сказал он. ", 'деп " хабарлайды « ']
)
def test_marks_left_open_keep_the_work_in_step_with_the_length(words: str) -> None:
    def work(times: int) -> int:
        text = words * times
        cut = sentences(text, "ru")
        return calls(lambda: (speech(text, cut, []), sources(text, cut, [])))

    work(100)
    assert work(2_000) < 6 * work(500)
