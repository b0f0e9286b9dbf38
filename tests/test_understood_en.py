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
