"""What is named in a text: bodies, offices, places, events and papers, each in the nominative."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from atazan.rules.bodies import bodies, offices
from atazan.sources.understood import named
from atazan.sources.understood.mention import Mention
from atazan.sources.understood.named.registered import body_id, office_id, office_slugs, slugs
from atazan.sources.understood.sentences import sentences
from atazan.words import Lang
from tests.effort import calls

GOLD = Path(__file__).parent / "gold"
RECORD = Path(named.__file__).parents[3] / "jurisdictions" / "kz" / "record" / "62-partners.yaml"


def told(text: str, lang: Lang | None = None) -> list[Mention]:
    return named.mentions(text, sentences(text, lang))


def of_sort(sort: str, text: str, lang: Lang | None = None) -> list[str]:
    return [one.name for one in told(text, lang) if one.sort == sort]


def cases() -> list[tuple[str, str, str]]:
    lines = (GOLD / "named" / "sentences.txt").read_text("utf-8").splitlines()
    parts = [line.split("|") for line in lines if line and not line.startswith("#")]
    return [(lang.strip(), text.strip(), names.strip()) for lang, text, names in parts]


@pytest.mark.parametrize(("lang", "text", "names"), cases())
def test_what_a_sentence_names_is_told_in_the_nominative(lang: Lang, text: str, names: str):
    expected = [one.strip() for one in names.split(";") if one.strip()]
    found = [f"{one.sort}={one.name}" for one in told(text.lstrip("*"), lang)]

    assert [one for one in expected if one not in found] == [], found
    if text.startswith("*"):
        assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("seed", ["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"])
def test_the_organisations_and_places_of_the_seeds_are_told(seed: str):
    item = next(
        one
        for lang in ("kk", "ru", "en")
        for one in map(json.loads, (GOLD / "reading" / "seen" / f"{lang}.jsonl").open())
        if one["id"] == seed
    )
    found = told(item["text"])

    for field, sort in (("organisations", "body"), ("places", "place")):
        names = {one.called.casefold() for one in found if one.sort == sort}
        assert {one.casefold() for one in item[field]} <= names


def test_every_mention_stands_where_it_says_and_has_a_name():
    for lang in ("kk", "ru", "en"):
        for line in (GOLD / "reading" / "seen" / f"{lang}.jsonl").open():
            text = json.loads(line)["text"]
            for one in told(text):
                assert 0 <= one.start < one.end <= len(text)
                assert text[one.start : one.end].strip() == text[one.start : one.end]
                assert one.name.strip()


def test_names_come_in_the_order_of_the_text():
    found = told("Председатель Верховного Суда прибыл в Астану из Алматы.", "ru")

    assert [one.start for one in found] == sorted(one.start for one in found)


def test_a_body_inside_an_office_is_told_too_and_the_office_knows_it():
    office, body = told("Ол Конституциялық Соттың судьясы.", "kk")

    assert (office.sort, office.of, office.id) == (
        "office",
        "Конституциялық Сот",
        "constitutional_court_judge",
    )
    assert (body.sort, body.id) == ("body", "constitutional_court")


@pytest.mark.parametrize(
    ("text", "lang", "cases"),
    [
        ("Он говорил с Конституционным Судом.", "ru", {"ins"}),
        ("Решение Верховного Суда принято.", "ru", {"gen"}),
        ("Өтініш Жоғарғы Сотқа берілді.", "kk", {"dat"}),
        ("Бұл туралы Жоғарғы Сотта айтылды.", "kk", {"loc"}),
    ],
)
def test_cases_are_those_of_the_head(text: str, lang: Lang, cases: set[str]):
    assert next(one for one in told(text, lang) if one.sort == "body").cases == cases


def test_english_names_have_no_cases():
    assert all(not one.cases for one in told("The Senate elected its Speaker.", "en"))


def test_a_court_of_another_state_is_not_ours():
    assert body_id("Constitutional Court", "en") == "constitutional_court"
    assert body_id("Constitutional Court of Angola", "en") == "cc-angola"
    assert body_id("Constitutional Court of Spain", "en") == ""
    assert office_id("председатель Конституционного суда Испании", "ru", "", True) == ""


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Қазақстан Республикасының Конституциялық Соты", "constitutional_court"),
        ("Конституционный Суд Казахстана", "constitutional_court"),
        ("Парламенттің Сенаты", "senate"),
        ("Senate of the Parliament of Kazakhstan", "senate"),
        ("БҰҰДБ", "undp"),
        ("Венецианская комиссия", "venice-commission"),
    ],
)
def test_a_body_of_the_register_is_known_by_its_names(name: str, slug: str):
    assert body_id(name, "ru") == slug


def test_slugs_are_those_of_the_registers():
    record = RECORD.read_text("utf-8")

    assert {one for one in slugs() if one not in bodies() and f"id: {one}\n" not in record} == set()


@pytest.mark.parametrize(
    ("text", "lang", "slug"),
    [
        ("Глава государства подписал указ.", "ru", "president"),
        (
            "Заместитель Председателя Конституционного Суда",
            "ru",
            "constitutional_court_deputy_chair",
        ),
        ("Сенат Төрағасы сөйледі.", "kk", "senate_chair"),
        ("Commissioner for Human Rights Artur Lastayev", "en", "ombudsman"),
        ("the Chairwoman of the Constitutional Court", "en", "constitutional_court_chair"),
    ],
)
def test_an_office_of_the_register_is_known(text: str, lang: Lang, slug: str):
    found = [one.id for one in told(text, lang) if one.sort == "office"]

    assert found == [slug]
    assert slug in offices()


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it():
    text = "Ассоциация африканских судов (ААФС) собралась в Луанде. Устав ААФС изменён."
    found = [one for one in told(text, "ru") if one.name == "ААФС"]

    assert [one.called for one in found] == ["Ассоциация африканских судов"] * 2


def test_a_short_name_stands_for_the_body_named_before():
    text = "Союз судей провёл съезд. Затем Союз опубликовал кодекс."
    names = [one.called for one in told(text, "ru") if one.sort == "body"]

    assert names == ["Союз судей", "Союз судей"]


def test_the_same_body_has_one_full_name_in_a_text():
    text = "The Constitutional Court of Kazakhstan met. Later the Constitutional Court voted."

    assert {one.called for one in told(text, "en") if one.sort == "body"} == {
        "Constitutional Court of Kazakhstan"
    }


def test_several_courts_under_one_head_are_told_apart():
    text = "Приняты верховные суды Индии и Мальдивской Республики."
    first, second = (one for one in told(text, "ru") if one.sort == "body")

    assert first.name == "верховный суд Индии"
    assert second.name == "верховный суд Мальдивской Республики"
    assert text[second.start : second.end] == "Мальдивской Республики"


def test_a_court_in_the_title_of_a_law_is_not_named_apart():
    assert of_sort("body", 'Parliament passed the Law "On the Constitutional Court".', "en") == [
        "Parliament"
    ]


def test_the_law_that_a_law_amends_is_told_from_its_title():
    text = "Принят Закон «О внесении изменений в Трудовой кодекс»."

    assert "Трудовой кодекс" in of_sort("work", text, "ru")


def test_a_person_after_an_office_is_not_part_of_it():
    assert of_sort("office", "Minister of Justice Yerlan Sarsembayev came.", "en") == [
        "Minister of Justice"
    ]
    assert of_sort("office", "Назначение министра юстиции Ерлана Сарсембаева.", "ru") == [
        "министр юстиции"
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Мы обсудили это на совете друзей в центре.", "ru"),
        ("Прошло больше года, и ряд вопросов остался.", "ru"),
        ("Балалар мектептен шығып, үйлеріне қайтты.", "kk"),
        ("He ordered a glass of water and went home.", "en"),
        ("", "en"),
    ],
)
def test_common_words_name_nothing(text: str, lang: Lang):
    assert told(text, lang) == []


@pytest.mark.parametrize("unit", ["суд ", "Суда Совета ", "Конституциялық Соттың ", "Court of "])
def test_the_work_on_a_text_without_a_stop_grows_in_step_with_it(unit: str):
    def work(times: int) -> int:
        text = unit * times
        cut = sentences(text)
        named.mentions(text, cut)
        return calls(lambda: named.mentions(text, cut))

    assert work(2_000) < 6 * work(500)


def test_offices_told_are_those_of_the_register():
    assert office_slugs() <= set(offices())


def test_a_court_said_to_be_of_another_state_is_not_ours():
    text = "Japan's Supreme Court met. Later the U.S. Supreme Court did. The Supreme Court voted."

    assert [one.id for one in told(text, "en") if one.sort == "body"] == ["", "", "supreme_court"]
