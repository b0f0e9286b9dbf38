"""English deeds told in ways of everyday news; what looks like a deed and is none."""

from __future__ import annotations

from datetime import date

import pytest

from atazan.sources.understood.told import ActTold
from atazan.sources.understood.understanding import understand


def _acts(text: str) -> tuple[ActTold, ...]:
    return understand(text, "en", date(2025, 5, 20)).acts


_TOLD = {
    "The Senate refused its consent to the appointment of Marat Omarov.": ("consent", "denied"),
    "Reports that Minister of Justice Marat Omarov has been dismissed are false.": (
        "release",
        "denied",
    ),
    "The Senate meets on 26 May.": ("hold_meeting", "planned"),
    "Elvira Azimova appointed Chair of the Constitutional Court.": ("appoint", "done"),
    "The Association let in the Supreme Court of Nepal.": ("admit_member", "done"),
}


@pytest.mark.parametrize(("text", "told"), _TOLD.items())
def test_a_deed_is_told_with_whether_it_was_done(text: str, told: tuple[str, str]) -> None:
    assert [(one.kind.value, one.modality) for one in _acts(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The President appoints judges of the Constitutional Court with the consent of the Senate.",
        "Judges meet every Monday.",
        "The district court sentenced a man to four years. The verdict came into force.",
        "The striker signed a contract, and the coach was replaced at half time.",
    ],
)
def test_norms_verdicts_and_football_tell_no_deed(text: str) -> None:
    assert not _acts(text)


def test_a_clause_of_who_keeps_its_own_deed_apart() -> None:
    released = _acts(
        "Azimova, who was elected Commissioner for Human Rights by the Senate in March 2022, "
        "was released from that post on 5 May 2025."
    )

    assert [(one.kind.value, one.objects) for one in released] == [
        ("elect", ("Azimova",)),
        ("release", ("Azimova",)),
    ]


def test_a_year_named_later_is_not_that_of_a_day_before_it() -> None:
    first, second = _acts("The Tax Code was signed on 5 May and takes effect on 1 January 2026.")

    assert (first.date, first.modality) == ("2025-05-05", "done")
    assert (second.date, second.modality) == ("2026-01-01", "planned")


def _told(text: str) -> list[tuple[str, str | None, tuple[str, ...], tuple[str, ...]]]:
    acts = understand(text, "en", date(2025, 6, 13)).acts
    return [(one.kind.value, one.date, one.actors, one.objects) for one in acts]


def test_points_of_a_decree_are_its_signers_on_its_day():
    text = (
        "DECREE OF THE PRESIDENT\n1. To appoint Saule Bektemirova as judge of the Supreme Court.\n"
        "Kassym-Jomart Tokayev, President of the Republic of Kazakhstan\nAstana, 1 July 2024"
    )

    assert _told(text) == [
        ("appoint", "2024-07-01", ("Kassym-Jomart Tokayev",), ("Saule Bektemirova",))
    ]


def test_a_body_in_small_letters_is_the_one_named_before():
    text = (
        "The Ministry of Justice moved to a new house. "
        'On 3 June 2025 the ministry published the draft law "On Notaries".'
    )

    assert _told(text) == [
        ("publish_draft", "2025-06-03", ("Ministry of Justice",), ('draft law "On Notaries"',))
    ]


def test_what_is_only_supposed_or_a_rule_is_no_deed():
    assert _told("If a referendum were held, few would come.") == []
    assert _told("Constitutions are adopted by parliaments or by referendum.") == []
