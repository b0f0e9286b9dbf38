"""Russian texts: whose deed it is, on which day, where the sentence leaves it to those before."""

from __future__ import annotations

from datetime import date

from atazan.sources.understood.told import ActTold, Kind
from atazan.sources.understood.understanding import understand


def _told(text: str, kind: Kind) -> list[ActTold]:
    return [one for one in understand(text, "ru", date(2026, 5, 13)).acts if one.kind is kind]


def test_a_list_takes_body_and_day_from_the_line_that_heads_it() -> None:
    text = (
        "Сегодня на заседании Мажилиса:\n— внесены поправки в Земельный кодекс;\n"
        "— председателем Комитета по экологии избран Арман Жолдас."
    )

    (amended,), (elected,) = _told(text, Kind.AMEND_LAW), _told(text, Kind.ELECT)

    assert (amended.actors, amended.date) == (("Мажилис",), "2026-05-13")
    assert (elected.actors, elected.date) == (("Мажилис",), "2026-05-13")


def test_a_line_of_a_chronicle_begins_with_its_year() -> None:
    (amended,) = _told("2007 — внесены изменения в Конституцию.", Kind.AMEND_LAW)

    assert amended.date == "2007"


def test_announcements_are_yet_to_come_on_the_day_that_heads_them() -> None:
    text = (
        "АНОНСЫ на 14 мая\n"
        "15.00 — Подписание соглашения между Верховным Судом и Нотариальной палатой."
    )

    (signed,) = _told(text, Kind.SIGN_AGREEMENT)

    assert (signed.modality, signed.date) == ("planned", "2026-05-14")


def test_a_delegation_stands_for_its_body() -> None:
    (met,) = _told(
        "Эльвира Азимова провела переговоры с делегацией Конституционного совета Франции.",
        Kind.HOLD_MEETING,
    )

    assert met.counterparts == ("Конституционный совет Франции",)


def test_a_decree_on_his_appointment_is_told_of_the_one_before_it() -> None:
    (appointed,) = _told(
        "Судьёй Верховного Суда стала Лаура Абишева: указ о её назначении Президент подписал.",
        Kind.APPOINT,
    )

    assert (appointed.objects, appointed.actors) == (("Лаура Абишева",), ("Президент",))


def test_a_court_that_decided_has_resolved_no_more_than_that() -> None:
    text = "Суд решил вопрос о тарифах. Назначить Серика Омарова судьёй предложил Президент."

    assert all(one.modality != "done" for one in _told(text, Kind.APPOINT))


def test_the_day_of_telling_is_not_the_day_of_the_deed() -> None:
    (elected,) = _told(
        "Сенат избрал Артура Ластаева Уполномоченным по правам человека, сообщили в понедельник.",
        Kind.ELECT,
    )

    assert elected.date is None


def test_texts_without_deeds_tell_none() -> None:
    for text in (
        "Клуб подписал контракт с форвардом Дмитрием Ивановым.",
        "Суд приговорил Ивана Петрова к пяти годам лишения свободы.",
        "Судьи избираются Сенатом по представлению Президента.",
        "Эксперт считает, что назначение судей должно быть прозрачным.",
        "Делегацию Верховного Суда возглавил Асламбек Мергалиев.",
        "Дожди прошли в Алматы. Банк одобрил кредит Айгуль Сапаровой.",
    ):
        assert not understand(text, "ru", date(2026, 5, 13)).acts, text


def test_a_bare_court_or_office_is_the_one_named_before() -> None:
    text = (
        "Министерство юстиции готовит реформу. Ведомство опубликовало 5 марта проект закона "
        "«О нотариате»."
    )

    (drafted,) = _told(text, Kind.PUBLISH_DRAFT)

    assert drafted.actors == ("Министерство юстиции",)


def test_a_decree_is_its_signers() -> None:
    text = (
        "РАСПОРЯЖЕНИЕ\nПрезидента Республики Казахстан\n"
        "1. Назначить Абдрахманова Серика Жумабековича председателем городского суда.\n"
        "Президент Республики Казахстан К. Токаев\nАстана, 11 мая 2026 года"
    )

    (put,) = _told(text, Kind.APPOINT)

    assert (put.actors, put.date, put.modality) == (("К. Токаев",), "2026-05-11", "done")


def test_judges_chosen_together_swear_together() -> None:
    text = (
        "Сенат дал согласие на избрание Айгуль Кыдырбаевой и Марата Жумагулова судьями "
        "Верховного Суда. Новые судьи принесли присягу."
    )

    (sworn,) = _told(text, Kind.OATH)

    assert sworn.actors == ("Айгуль Кыдырбаева", "Марат Жумагулов")
    assert sworn.office == "судья Верховного Суда"
