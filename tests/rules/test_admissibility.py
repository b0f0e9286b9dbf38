"""Conditions, grounds and days, one sentence of the law each; more in tests/scenarios."""

from datetime import date, timedelta

import pytest

from atazan.rules.admissibility import assess
from atazan.rules.bad_petition import BadPetition, read_facts, read_json
from atazan.rules.book import rules
from atazan.rules.doubts import doubts
from atazan.rules.iin import iin_fault
from atazan.rules.text import LANGS
from atazan.rules.words import all_words
from tests.rules.petitions import facts, judicial_act, petition

DAY = timedelta(days=1)


@pytest.mark.parametrize("act", [date(2025, 9, 18), date(2025, 8, 31), date(2024, 2, 29)])
def test_the_year_runs_from_adoption_and_its_last_day_counts(act: date) -> None:
    case = {**facts()["case"], "judicial_acts": [judicial_act(act)]}
    last = assess(petition(date(2026, 12, 1), case=case), date(2026, 12, 1)).last_day_to_file
    assert last is not None

    outcomes = [
        assess(petition(on, case=case), on).outcome for on in (last - DAY, last, last + DAY)
    ]
    assert outcomes == ["admissible", "admissible", "returned_by_staff"]


@pytest.mark.parametrize("on", [date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 2)])
def test_since_july_2026_only_an_appeal_act_will_do(on: date) -> None:
    case = {**facts()["case"], "judicial_acts": [judicial_act(date(2026, 3, 1), "first")]}

    assert (assess(petition(on, case=case), on).outcome == "admissible") is (on < date(2026, 7, 1))


@pytest.mark.parametrize(
    ("on", "ground"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), "sr4-fee-unpaid"),
        (date(2026, 6, 30), "sr4-fee-unpaid"),
        (date(2026, 7, 1), None),
    ],
)
def test_the_fee_stood_in_the_law_from_2024_to_june_2026(on: date, ground: str | None) -> None:
    case = {**facts()["case"], "judicial_acts": [judicial_act(on - 30 * DAY)]}
    answer = assess(petition(on, case=case, papers={"fee": "unpaid"}), on)

    assert [one.id for one in answer.grounds] == ([ground] if ground else [])


def test_the_later_act_starts_the_year_where_several_are_in_force() -> None:
    on = date(2025, 10, 1)
    acts = [judicial_act(date(2025, 1, 10), "first"), judicial_act(date(2025, 3, 10), "appeal")]
    answer = assess(petition(on, case={**facts()["case"], "judicial_acts": acts}), on)

    assert answer.last_day_to_file == date(2026, 3, 10)
    assert "which-judicial-act" in answer.doubts


def test_what_can_be_put_right_says_until_when() -> None:
    on = date(2026, 9, 1)
    answer = assess(petition(on, papers={"signed": False}), on)

    assert (answer.outcome, answer.curable) == ("returned_by_staff", True)
    assert answer.curable_until == date(2026, 9, 18)


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (date(2026, 9, 17), date(2026, 9, 18)),
        (date(2026, 9, 18), date(2026, 9, 18)),
        (date(2026, 9, 19), None),
    ],
)
def test_what_was_filed_in_time_can_be_put_right_after_the_year_too(
    on: date, until: date | None
) -> None:
    events = {"filed_on": date(2026, 9, 17)}
    answer = assess(petition(on, stage="filed", events=events, papers={"signed": False}), on)

    assert (answer.outcome, answer.curable, answer.curable_until) == (
        "returned_by_staff",
        True,
        until,
    )


@pytest.mark.parametrize(
    ("status", "still", "key"),
    [
        ("in_force", None, "check.act_state.in_force"),
        ("repealed", True, "check.act_state.still_applied"),
        ("repealed", False, "check.act_state.gone"),
    ],
)
def test_the_state_of_the_act_is_told_as_it_is(status: str, still: bool | None, key: str) -> None:
    on = date(2026, 9, 1)
    part = {"act": "Law", "provision": "art_1", "kind": "normative", "status": status}
    answer = assess(petition(on, challenged=[{**part, "still_applies": still}]), on)

    assert [one.key for one in answer.findings if one.id == "act.still_applies"] == [key]


def test_a_court_cannot_have_applied_an_act_not_yet_in_force() -> None:
    on = date(2026, 9, 1)
    part = {"act": "Law", "provision": "art_1", "status": "not_yet_in_force"}

    with pytest.raises(BadPetition, match="Both cannot be"):
        assess(petition(on, challenged=[part]), on)


def test_a_provision_gone_beside_one_in_force_is_told() -> None:
    on = date(2026, 9, 1)
    there = {"act": "Law", "provision": "art_1", "kind": "normative", "status": "in_force"}
    gone = {**there, "provision": "art_2", "status": "repealed", "still_applies": False}
    for parts in ([there, gone], [gone, there]):
        answer = assess(petition(on, challenged=parts), on)
        told = [one.key for one in answer.findings if one.id == "act.still_applies"]
        assert (answer.outcome, told) == ("admissible", ["check.act_state.partly"])


@pytest.mark.parametrize(
    ("adopted", "outcome"),
    [
        (date(2026, 9, 3), "admissible"),
        (date(2026, 9, 4), "terminated"),
        (date(2026, 9, 5), "terminated"),
    ],
)
def test_a_ruling_the_court_knew_when_admitting_does_not_end_proceedings(
    adopted: date, outcome: str
) -> None:
    on = date(2026, 11, 1)
    ruling = {
        "adopted_on": adopted,
        "same_question": True,
        "in_force": True,
        "basis_changed": True,
    }
    events = {"filed_on": date(2026, 9, 1), "admitted_on": date(2026, 9, 4)}
    asked = petition(on, stage="proceedings", events=events, earlier_rulings=[ruling])

    assert assess(asked, on).outcome == outcome


def test_every_finding_ground_and_missing_thing_has_words_in_three_languages() -> None:
    on = date(2026, 9, 19)
    answer = assess(petition(on), on)

    for lang in LANGS:
        for one in (*answer.findings, *answer.grounds, *answer.missing, *answer.elsewhere):
            assert one.says(lang) and "{" not in one.says(lang)
    assert set(answer.doubts) <= set(doubts())


def test_every_doubt_and_fact_code_the_code_names_is_known() -> None:
    words, known = all_words(), doubts()
    for versions in rules().rules.values():
        for rule in versions:
            if rule.topic in ("standing", "petition", "admissibility", "grounds"):
                assert set(rule.uncertain) <= set(known), rule.id
    assert all(
        f"question.{key.removeprefix('standing.')}" in words
        for key in rules().rules
        if key.startswith("standing.")
    )


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b'{"applicant": {"capacity": "citizen"}}', "challenged"),
        (b'{"applicant": {"capacity": "martian"}}', "applicant.capacity"),
        (b'{"applicant": {}}', "applicant.capacity"),
        (b'{"applicant": {"capacity": "citizen"}, "court": 1}', "court"),
        (b'{"applicant": 5}', "applicant"),
        (b"{", ""),
        (b"\xff\xfe", ""),
    ],
)
def test_bad_facts_are_told_with_their_field_in_the_readers_language(
    line: bytes, field: str
) -> None:
    with pytest.raises(BadPetition) as bad:
        read_json(line, date(2026, 9, 1))

    assert [problem.field for problem in bad.value.problems] == [field]
    assert all(bad.value.says(lang) for lang in LANGS)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("12345", "digits"),
        ("٠٠٠٠٠٠٠٠٠٠٠٠", "digits"),
        ("901301300000", "birth"),
        ("900101900000", "birth"),
    ],
)
def test_an_iin_is_checked(number: str, fault: str) -> None:
    assert iin_fault(number) == fault


def test_just_one_check_digit_fits_a_number() -> None:
    fitting = [digit for digit in range(10) if iin_fault(f"90010130001{digit}") is None]
    assert len(fitting) == 1


@pytest.mark.parametrize(
    ("day", "work", "words"),
    [
        (date(2022, 12, 31), "const-1995", None),
        (date(2023, 1, 1), "cl-court-2022", "Парламента"),
        (date(2026, 6, 30), "cl-court-2022", "Парламента"),
        (date(2026, 7, 1), "cl-court-2022", "Курултая"),
    ],
)
def test_a_dispute_on_an_election_suspends_what_follows_it(
    day: date, work: str, words: str | None
) -> None:
    rule = rules().on(day)["filing.suspends_office"]

    assert rule.source.work == work
    assert words is None or words in rule.says.ru


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_fee_is_refunded_while_there_is_one(day: date, there: bool) -> None:
    assert ("fee.refund" in rules().on(day)) is there


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2026, 6, 30), date(2026, 7, 1)])
def test_officials_conduct_stands_in_the_scope_rule_since_july_2026_only(day: date) -> None:
    told = "должностных лиц" in rules().on(day)["scope.law_only"].says.ru

    assert told is (day >= date(2026, 7, 1))


@pytest.mark.parametrize("capacity", ["prime_minister", "president", "mazhilis_chair"])
def test_the_doubt_about_the_number_of_deputies_is_told_to_deputies_only(capacity: str) -> None:
    on = date(2025, 9, 1)
    facts = {"applicant": {"capacity": capacity}, "question": "official_interpretation"}
    assert "deputies-total-before-2026" not in assess(read_facts(facts, on), on).doubts

    many = {"capacity": "deputies", "deputies": 30, "deputies_total": 148}
    asked = read_facts({**facts, "applicant": many}, on)
    assert "deputies-total-before-2026" in assess(asked, on).doubts
