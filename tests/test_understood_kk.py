"""Kazakh deeds: who did what to whom, told by endings, postpositions and the verb at the end."""

from __future__ import annotations

from datetime import date

import pytest

from atazan.sources.understood.told import ActTold
from atazan.sources.understood.understanding import understand


def told(text: str, published: date | None = None) -> list[ActTold]:
    return list(understand(text, "kk", published).acts)


def kinds(text: str) -> list[str]:
    return [one.kind.value for one in told(text, date(2025, 5, 20))]


def test_a_head_of_state_before_a_name_in_the_accusative_appoints_it() -> None:
    (act,) = told("Президент Серік Ахметовті әділет министрі лауазымына тағайындады.")

    assert (act.actors, act.objects) == (("Президент",), ("Серік Ахметов",))


def test_a_verb_that_goes_on_takes_its_time_from_the_one_that_ends_the_clause() -> None:
    done, to_come = told(
        "Сенат «Соттар туралы» заңды қабылдап, үзіліс жариялады. "
        "Мәжіліс «Медиация туралы» заңды мақұлдап, Президентке жолдайды."
    )

    assert (done.modality, to_come.modality) == ("done", "planned")


def test_who_is_told_of_by_a_participle_stands_behind_it() -> None:
    (act,) = told("Ақпанда отставкаға кеткен Хабибулло Азизов кітап жазып жүр.")

    assert (act.kind.value, act.objects) == ("release", ("Хабибулло Азизов",))


def test_a_decree_names_its_signer_and_its_day_at_the_end() -> None:
    acts = told(
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ПРЕЗИДЕНТІНІҢ ЖАРЛЫҒЫ\nҚаулы етемін:\n"
        "1. Аханов Павел Романович Қазақстан Республикасының Әділет министрі болып тағайындалсын.\n"
        "Қазақстан Республикасының Президенті Қ. Тоқаев\nАстана, 2025 жылғы 4 сәуір"
    )

    assert [(one.actors, one.date, one.modality) for one in acts] == [
        (("Қ. Тоқаев",), "2025-04-04", "done")
    ]


def test_a_body_named_again_by_its_bare_sort_is_the_one_named_before() -> None:
    acts = told(
        "Жоғары Сот Кеңесі дүйсенбіде жиналды. Кеше кеңес Испания елшісі Хорхе Уррутияны қабылдады."
    )

    assert acts[-1].actors == ("Жоғары Сот Кеңесі",)


def test_a_law_that_amends_another_is_told_of_the_other() -> None:
    (act,) = told("Президент «Конституцияға өзгерістер енгізу туралы» Заңға қол қойды.")

    assert (act.kind.value, act.objects) == ("amend_law", ("Конституция",))


@pytest.mark.parametrize(
    "text",
    [
        "Президент Конституциялық Соттың төрағасын Сенаттың келісімімен тағайындайды.",
        "Судьяны қызметінен босату үшін Жоғары Сот Кеңесінің қорытындысы керек.",
        "Сот Серік Ахметовті кінәлі деп тауып, он жылға бас бостандығынан айырды.",
        "«Қайрат» Лиссабонда «Спортингпен» кездесті. Бапкер құрамға өзгеріс енгізді.",
        "Кәсіпкер Марат Омаров компания директоры болып жұмыс істейді.",
        "Күн тәртібінде: бюджет, жол жөндеу, мектеп салу мәселелері.",
    ],
)
def test_norms_verdicts_games_and_trades_are_no_deeds(text: str) -> None:
    assert kinds(text) == []


def test_a_post_that_someone_leaves_is_no_body() -> None:
    (act,) = told("Марат Омаров қызметінен босатылды.")

    assert (act.kind.value, act.objects) == ("release", ("Марат Омаров",))


def test_what_a_norm_is_held_to_be_does_not_date_the_decision() -> None:
    (act,) = told(
        "Конституциялық Сот 12 мамырда Еңбек кодексінің 52-бабын Конституцияға сәйкес келмейді "
        "деп таныды.",
        date(2026, 5, 15),
    )

    assert act.modality == "done"
    assert act.date == "2026-05-12"


def test_an_office_in_small_letters_is_given_beside_the_one_who_gives_it() -> None:
    (act,) = told("Серік Жұмабаев облыс прокуроры болып тағайындалды.")

    assert (act.objects, act.office) == (("Серік Жұмабаев",), "облыс прокуроры")


def test_a_deed_refuted_in_the_next_sentence_is_denied() -> None:
    (act,) = told(
        "Серік Жұмабаев облыс прокуроры болып тағайындалды деген ақпарат тараған. "
        "Бұл ақпарат расталмады."
    )

    assert act.modality == "denied"


def test_who_says_that_he_left_is_the_one_who_left() -> None:
    (act,) = told("Мен наурызда судья қызметінен кеттім, – дейді Бақыт Нұрмұханов.")

    assert (act.kind.value, act.objects) == ("release", ("Бақыт Нұрмұханов",))


def test_a_line_without_a_verb_tells_a_sitting() -> None:
    (act,) = told("10:00 – Жоғарғы Соттың жалпы отырысы.")

    assert (act.kind.value, act.actors) == ("hold_meeting", ("Жоғарғы Сот",))
