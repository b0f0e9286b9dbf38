"""Days named in a text: every shape in three languages, reckoned, completed, left open."""

from __future__ import annotations

import random
from datetime import date

import pytest

from atazan.sources.understood.days import days
from atazan.sources.understood.mention import Day
from atazan.sources.understood.sentences import sentences

SATURDAY = date(2026, 2, 14)


def told(text: str, published: date | None = SATURDAY) -> list[tuple[str, Day]]:
    return [(text[one.start : one.end], one) for one in days(text, sentences(text), published)]


WRITTEN = [
    ("kk", "2019 жылғы 3 қарашада отырыс өтті.", "2019 жылғы 3 қарашада", "2019-11-03"),
    ("kk", "Отырыс 2019 жылдың 3 қарашасында өтті.", "2019 жылдың 3 қарашасында", "2019-11-03"),
    ("kk", "Отырыс 3 қараша күні өтті.", "3 қараша күні", "2025-11-03"),
    ("kk", "Форум үшінші қарашада өтті.", "үшінші қарашада", "2025-11-03"),
    ("kk", "Жарлық қарашаның 3-інде шықты.", "қарашаның 3-інде", "2025-11-03"),
    ("kk", "Форум 3-5 қараша аралығында өтті.", "3-5 қараша", "2025-11-03/2025-11-05"),
    (
        "kk",
        "Көрме 2024 жылғы 28 қазаннан 3 қарашаға дейін болды.",
        "2024 жылғы 28 қазаннан 3 қарашаға",
        "2024-10-28/2024-11-03",
    ),
    (
        "kk",
        "Екі мың он тоғызыншы жылғы жиырма бірінші қарашада қол қойылды.",
        "Екі мың он тоғызыншы жылғы жиырма бірінші қарашада",
        "2019-11-21",
    ),
    ("kk", "Сот 2019 жылы құрылды.", "2019 жылы", "2019"),
    ("kk", "2019 жылдың қараша айында кездесті.", "2019 жылдың қараша айында", "2019-11"),
    ("kk", "Қарашада сот алты іс қарады.", "Қарашада", "2025-11"),
    ("kk", "30-тамызда Конституция күні тойланды.", "30-тамызда", "2025-08-30"),
    ("kk", "Бүгін Сенат отырысы өтті.", "Бүгін", "2026-02-14"),
    ("kk", "Кеше Сенат отырысы өтті.", "Кеше", "2026-02-13"),
    ("kk", "Ертең Сенат отырысы өтеді.", "Ертең", "2026-02-15"),
    ("kk", "Судья алдыңғы күні ант берді.", "алдыңғы күні", "2026-02-12"),
    ("kk", "Дүйсенбіде Сенат жиналды.", "Дүйсенбіде", "2026-02-09"),
    ("kk", "Келесі дүйсенбіде Сенат жиналады.", "Келесі дүйсенбіде", "2026-02-16"),
    ("kk", "Биыл екі судья тағайындалды.", "Биыл", "2026"),
    ("kk", "Былтыр желтоқсанда ол сайланды.", "Былтыр желтоқсанда", "2025-12"),
    ("kk", "Келесі жылы конгресс өтеді.", "Келесі жылы", "2027"),
    ("kk", "Екі күн бұрын келісімге қол қойылды.", "Екі күн бұрын", "2026-02-12"),
    ("kk", "Референдум 15 наурызда өтеді.", "15 наурызда", "2026-03-15"),
    ("kk", "Референдум 15 наурызға белгіленді.", "15 наурызға", "2026-03-15"),
    ("kk", "Жаңа заң күзде қабылданады.", "күзде", "2026"),
    ("ru", "3 ноября 2019 года состоялось заседание.", "3 ноября 2019 года", "2019-11-03"),
    ("ru", "Заседание состоялось 3 ноября.", "3 ноября", "2025-11-03"),
    ("ru", "3–5 ноября прошёл форум.", "3–5 ноября", "2025-11-03/2025-11-05"),
    ("ru", "С 3 по 5 ноября прошёл форум.", "3 по 5 ноября", "2025-11-03/2025-11-05"),
    (
        "ru",
        "С 28 октября по 3 ноября 2024 года шёл форум.",
        "28 октября по 3 ноября 2024 года",
        "2024-10-28/2024-11-03",
    ),
    (
        "ru",
        "Третьего ноября две тысячи девятнадцатого года подписан указ.",
        "Третьего ноября две тысячи девятнадцатого года",
        "2019-11-03",
    ),
    ("ru", "Документ от 03.11.2019 опубликован.", "03.11.2019", "2019-11-03"),
    ("ru", "В ноябре 2019 года он избран.", "ноябре 2019 года", "2019-11"),
    ("ru", "В начале ноября 2019 года он избран.", "ноября 2019 года", "2019-11"),
    ("ru", "В 2019-м он избран судьёй.", "2019-м", "2019"),
    ("ru", "Сегодня суд заседал.", "Сегодня", "2026-02-14"),
    ("ru", "Вчера суд заседал.", "Вчера", "2026-02-13"),
    ("ru", "В понедельник суд заседал.", "понедельник", "2026-02-09"),
    ("ru", "В субботу суд заседал.", "субботу", "2026-02-14"),
    ("ru", "В прошлую субботу суд заседал.", "прошлую субботу", "2026-02-07"),
    ("ru", "В среду пройдёт заседание.", "среду", "2026-02-18"),
    ("ru", "В понедельник, 9 февраля, он прибыл.", "понедельник, 9 февраля", "2026-02-09"),
    ("ru", "В прошлом году принят закон.", "В прошлом году", "2025"),
    ("ru", "В ноябре прошлого года принят закон.", "ноябре прошлого года", "2025-11"),
    ("ru", "В прошлом месяце принят закон.", "В прошлом месяце", "2026-01"),
    ("ru", "Три года назад он ушёл в отставку.", "Три года назад", "2023"),
    ("ru", "Референдум назначен на 15 марта.", "15 марта", "2026-03-15"),
    ("ru", "Парламент изберут в августе.", "августе", "2026-08"),
    ("en", "The meeting was held on November 3, 2019.", "November 3, 2019", "2019-11-03"),
    ("en", "It met on the 3rd of November.", "3rd of November", "2025-11-03"),
    ("en", "It sat on the third of November 2019.", "third of November 2019", "2019-11-03"),
    ("en", "Published at 2019-11-04T11:24:00.", "2019-11-04", "2019-11-04"),
    ("en", "It met from 3 to 5 November.", "3 to 5 November", "2025-11-03/2025-11-05"),
    ("en", "It met on November 3-5, 2024.", "November 3-5, 2024", "2024-11-03/2024-11-05"),
    ("en", "It met on 3 and 4 November 2024.", "3 and 4 November 2024", "2024-11-03/2024-11-04"),
    ("en", "In November 2019 he was elected.", "November 2019", "2019-11"),
    ("en", "The Court was set up in 2022.", "2022", "2022"),
    ("en", "It begins work from the new year 2023.", "year 2023", "2023"),
    ("en", "It was signed on Nov. 5, 2024, in Astana.", "Nov. 5, 2024", "2024-11-05"),
    ("en", "On Monday he met the judges.", "Monday", "2026-02-09"),
    ("en", "Last Friday he met the judges.", "Last Friday", "2026-02-13"),
    ("en", "He met the judges yesterday.", "yesterday", "2026-02-13"),
    ("en", "Two days ago he met the judges.", "Two days ago", "2026-02-12"),
    ("en", "This year the law was passed.", "This year", "2026"),
    ("en", "Next year the congress meets.", "Next year", "2027"),
    ("en", "Last November he was elected.", "Last November", "2025-11"),
    ("en", "The vote will be held on 20 March.", "20 March", "2026-03-20"),
    ("en", "The law will be adopted this autumn.", "this autumn", "2026"),
]


@pytest.mark.parametrize(("lang", "text", "words", "day"), WRITTEN)
def test_a_day_is_found_with_its_words_and_reckoned(
    lang: str, text: str, words: str, day: str
) -> None:
    found = told(text)
    assert [(said, one.day + ("/" + one.until if one.until else "")) for said, one in found] == [
        (words, day)
    ]


MORE = [
    ("2023 жылғы қаңтар-наурыз айларында", "2023-01/2023-03"),
    ("өткен аптаның бейсенбісінде", "2026-02-05"),
    ("2024 жылғы 29 қыркүйек – 1 қазан аралығында", "2024-09-29/2024-10-01"),
    ("Мамыр айының 5-і күні жиналды", "2025-05-05"),
    ("шілде-тамыз айларында болды", "2025-07/2025-08"),
    ("На прошлой неделе, в четверг", "2026-02-05"),
    ("Он избран в марте", "2025-03"),
    ("с марта по май 2024 года", "2024-03/2024-05"),
    ("в июле-августе 2024 года", "2024-07/2024-08"),
    ("15 марта с.г. он избран", "2026-03-15"),
    ("вчерашнее заседание", "2026-02-13"),
    ("накануне Сенат заседал", "2026-02-13"),
    ("два месяца назад", "2025-12"),
    ("three months ago", "2025-11"),
    ("in the autumn of 2022", "2022"),
    ("2018 жылдан 2022 жылға дейін", "2018/2022"),
    ("last week on Thursday", "2026-02-05"),
    ("mid-November", "2025-11"),
    ("March 2023 through May 2024", "2023-03/2024-05"),
    ("in July and August 2024", "2024-07/2024-08"),
    ("in the second half of 2023", "2023"),
    ("Friday's vote", "2026-02-13"),
    ("29 September – 1 October 2024", "2024-09-29/2024-10-01"),
]


@pytest.mark.parametrize(("text", "day"), MORE)
def test_days_are_told_in_many_ways(text: str, day: str) -> None:
    found = [one.day + ("/" + one.until if one.until else "") for _, one in told(text)]
    assert found == [day]


NO_DAYS = [
    "Накануне референдума участки открыты.",
    "«100 нақты қадам – баршаға арналған заманауи мемлекет» Ұлт жоспары.",
    "Заңның 15-бабы мен 2030 күн тәртібі талқыланды.",
    "Қазан қаласынан келген қонақтар.",
    "Бүгінгі таңда судьялар саны он бір.",
    "Статья 3 Конституции и 45 минут обсуждения.",
    "Телефон: 8 7172 74 79 24, кабинет 2019.",
    "Марта приехала, среда обитания изменилась.",
    "На сегодняшний день в Суде одиннадцать судей.",
    "Накоплено 2019 обращений и 3 дела.",
    "It aims to implement the UN 2030 agenda and the SDGs.",
    "The court may sit; they march on, sun or rain.",
    "It was months ago and years ago.",
    "He is 55 and lives at 12 Second Street.",
    "31 ноября, 30 February 2024, 32.01.2024 бывают только в анекдотах.",
]


@pytest.mark.parametrize("text", NO_DAYS)
def test_numbers_and_words_alike_are_no_days(text: str) -> None:
    assert told(text) == []


def test_a_day_without_a_year_is_open_where_nothing_tells_the_year() -> None:
    assert [one.day for _, one in told("3 ноября принят закон.", None)] == ["--11-03"]
    assert [(one.day, one.how) for _, one in told("In November it met.", None)] == [
        ("--11", "open")
    ]
    assert told("Вчера, в понедельник и в прошлом году.", None) == []


def test_a_week_is_no_day() -> None:
    for text in ("На прошлой неделе", "өткен аптада", "earlier this week", "a week ago"):
        assert [one.how for _, one in told(f"It met {text}.")] == ["open"], text


def test_a_day_takes_the_year_of_its_sentence_before_that_of_publication() -> None:
    text = "В 2017 году закон подписан 10 марта, а 5 мая вступил в силу."
    assert [one.day for _, one in told(text)] == ["2017", "2017-03-10", "2017-05-05"]


def test_the_year_is_the_nearest_that_fits_publication() -> None:
    new_year = date(2024, 1, 10)
    assert [one.day for _, one in told("28 декабря он избран.", new_year)] == ["2023-12-28"]
    assert [one.day for _, one in told("20 января в силу вступает закон.", new_year)] == [
        "2024-01-20"
    ]
    assert [one.day for _, one in told("29 февраля он избран.", date(2025, 3, 1))] == ["2024-02-29"]


def test_the_next_day_is_reckoned_from_the_day_before_it() -> None:
    text = "3 ноября они встретились. На следующий день подписан меморандум."
    assert [one.day for _, one in told(text)] == ["2025-11-03", "2025-11-04"]
    text = "3 ноября они встретились, а двумя днями позже подписали. Келесі күні ант берді."
    assert [one.day for _, one in told(text)] == ["2025-11-03", "2025-11-05", "2025-11-06"]
    text = "It was published on 30 January and, a week later, discussed."
    assert [one.day for _, one in told(text)] == ["2026-01-30", "2026-02-06"]
    text = "17 марта подведены итоги. Референдум прошёл 15 марта.\nВ тот же день подписан указ."
    assert [one.day for _, one in told(text)] == ["2025-03-17", "2025-03-15", "2025-03-17"]
    assert told("Сол күні ант берді.") == []


OF = [
    ("Закон от 5 ноября 2022 года № 153-VII принят.", ["paper"]),
    ("«2022 жылғы 5 қарашадағы № 153-VII Заңы» қабылданды.", ["paper"]),
    ("2024 жылғы 1 наурыздағы Жарлығымен тағайындалды.", ["paper"]),
    ("Decree No. 12 of 1 March 2024 was published.", ["paper"]),
    ("Конституция 1995 года действовала.", ["paper"]),
    ("3 қарашадағы отырыста ол сайланды.", ["act"]),
    ("Астана, Акорда, 15 февраля 2024 года, № 12", ["act"]),
    ("С 1 января 2023 года Суд начал работу.", ["act"]),
    ("2023 жылғы 1 қаңтардан бастап Сот жұмыс істейді.", ["act"]),
    ("С 2019 года она работает судьёй.", ["term"]),
    ("2019 жылдан бері судья болып істейді.", ["term"]),
    ("Since 2019 she has been working as a judge.", ["term"]),
    ("Замечания принимают до 10 мая.", ["term"]),
    ("Ұсыныстар 10 мамырға дейін қабылданады.", ["term"]),
    ("Proposals are taken until 10 May.", ["term"]),
    ("По состоянию на 1 января 2024 года в Суде десять судей.", ["term"]),
    ("Отчёт сдадут до конца 2026 года.", ["term"]),
    ("It will end by the end of 2026.", ["term"]),
    ("Программа на 2024–2026 годы утверждена.", ["term"]),
    ("The post is vacant since 6 October, when he was relieved.", ["act"]),
]


@pytest.mark.parametrize(("text", "of"), OF)
def test_a_day_of_a_paper_or_of_a_time_that_lasts_is_told_apart(text: str, of: list[str]) -> None:
    assert [one.of for _, one in told(text)] == of


def test_whatever_words_are_thrown_together_only_real_days_come_out() -> None:
    dice = random.Random(7)
    words = (
        "3 5 31 30 29 12 2019 2024 ноября мая февраля қарашада ақпан жылғы жылы года November May "
        "of the on since до на с по , . – бүгін вчера last Friday дүйсенбі күні две тысячи "
        "девятнадцатого үшінші third ago күн бұрын № 03.02.2024 3-5 назад этого this autumn осенью"
    ).split()
    for _ in range(300):
        text = " ".join(dice.choice(words) for _ in range(dice.randint(2, 14)))
        for said, one in told(text):
            assert said == said.strip() and said
            for day in filter(None, (one.day, one.until)):
                parts = day.replace("--", "2000-").split("-")
                date(*(int(part) for part in [*parts, "1", "1"][:3]))


def test_a_text_without_stops_stays_quick() -> None:
    text = "в 2019 году 3 ноября 5 мая сегодня of the 12 суд " * 400
    cut = sentences(text, "ru")
    assert len(days(text, cut, SATURDAY)) == 1_200
