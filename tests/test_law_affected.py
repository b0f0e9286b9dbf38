"""What may befall a provision besides new words: suspended, void, an interim rule; words alone."""

from datetime import UTC, date, datetime

import pytest

from atazan.journal.problems import BadAct
from atazan.journal.record import By, record, version_of
from atazan.law.acts import Interval, ProvisionAffected
from atazan.law.event import SpanWords
from atazan.law.queries import standing
from atazan.rules.text import Text

pytestmark = pytest.mark.django_db
WORK, PLACE = "labour-code-2015", "art_901"
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


def befalls(effect, since="2024-03-01", **facts):
    facts = {"by": None if "decision" in facts else "cl-amend-2023"} | facts
    act = ProvisionAffected(
        id=f"test.{effect}.{since}",
        work=WORK,
        provision=PLACE,
        effect=effect,
        since=since,
        sources=("a test",),
        **facts,
    )
    record(act, by=By("editor", "curator"), at=NOW, seen=version_of(f"work/{WORK}"))


def state(day):
    return standing(WORK, PLACE, date.fromisoformat(day)).state


def test_a_suspended_provision_applies_again_when_its_time_is_over():
    befalls("suspended", until="2024-06-01")

    assert [state(day) for day in ("2024-02-29", "2024-03-01", "2024-05-31", "2024-06-01")] == [
        "in_force",
        "suspended",
        "suspended",
        "in_force",
    ]
    assert not standing(WORK, PLACE, date(2024, 4, 1)).applies


def test_an_effect_may_hold_over_several_intervals_each_so_far():
    so_far = Text(kk="студенттерге", ru="для студентов", en="for students")
    befalls(
        "suspended",
        intervals=(
            Interval("2024-03-01", "2024-05-01"),
            Interval("2025-03-01", "2025-05-01", so_far),
        ),
    )

    assert [state(day) for day in ("2024-04-01", "2024-09-01", "2025-04-01", "2025-06-01")] == [
        "suspended",
        "in_force",
        "suspended",
        "in_force",
    ]
    assert standing(WORK, PLACE, date(2024, 4, 1)).by.extent is None
    assert standing(WORK, PLACE, date(2025, 4, 1)).by.extent == so_far


def test_a_decision_may_make_a_provision_void_from_an_earlier_day():
    befalls("void_from", "2020-01-01", decision="cc-2024-999")

    assert state("2019-12-31") == "in_force" and state("2021-01-01") == "void"


def test_an_interim_rule_applies_until_the_law_is_amended():
    befalls("interim_rule", decision="cc-2024-999", until="2025-01-01")

    assert state("2024-12-31") == "interim_rule" and state("2025-01-01") == "in_force"


def test_the_words_touched_are_told_in_their_language():
    befalls("amended", span=(SpanWords("ru", "не более"), SpanWords("kk", "артық емес")), lang="ru")

    event = standing(WORK, PLACE, date(2024, 4, 1)).by

    assert event.span[1].words == "артық емес" and event.lang == "ru"


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"effect": "crowned"}, "crowned"),
        ({"by": None}, "either the act"),
        ({"decision": "cc-1", "by": "cl-amend-2023"}, "either the act"),
        ({"until": "2024-03-01"}, "should come after"),
        ({"intervals": (Interval("2025-01-01"), Interval("2026-01-01"))}, "should come after"),
    ],
)
def test_what_cannot_be_is_refused(facts, reason):
    with pytest.raises(BadAct, match=reason):
        befalls(**{"effect": "suspended", **facts})
