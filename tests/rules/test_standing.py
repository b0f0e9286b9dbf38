"""Who may raise which question, and since when."""

from datetime import date

import pytest

from atazan.rules.admissibility import assess
from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.standing import DeputiesShare
from tests.rules.petitions import petition

LAST_OF_1995, FIRST_OF_2026 = date(2026, 6, 30), date(2026, 7, 1)


def may_raise(question: str, capacity: str, on: date) -> bool:
    in_force, id = rules().on(on), f"standing.{question}"
    return id in in_force and capacity in in_force[id].value.applicants


@pytest.mark.parametrize(
    ("question", "capacity", "before", "after"),
    [
        ("citizen_complaint", "citizen", False, True),
        ("normative_act_abstract_gp", "prosecutor_general", False, True),
        ("normative_act_rights_ombudsman", "ombudsman", False, True),
        ("official_interpretation", "prosecutor_general", False, True),
        ("court_representation", "court", True, True),
        ("official_interpretation", "president", True, True),
    ],
)
def test_the_court_opened_to_new_applicants_on_1_january_2023(
    question: str, capacity: str, before: bool, after: bool
) -> None:
    assert may_raise(question, capacity, date(2022, 12, 31)) is before
    assert may_raise(question, capacity, date(2023, 1, 1)) is after


@pytest.mark.parametrize(
    ("question", "capacity", "before", "after"),
    [
        ("official_interpretation", "senate_chair", True, False),
        ("official_interpretation", "mazhilis_chair", True, False),
        ("official_interpretation", "kurultai_chair", False, True),
        ("execution_of_io_decision", "prosecutor_general", False, True),
        ("president_resignation", "president", False, True),
        ("refusal_to_assume_presidency", "vice_president", False, True),
        ("citizen_complaint", "citizen", True, True),
    ],
)
def test_the_constitution_of_2026_changed_who_applies(
    question: str, capacity: str, before: bool, after: bool
) -> None:
    assert may_raise(question, capacity, LAST_OF_1995) is before
    assert may_raise(question, capacity, FIRST_OF_2026) is after


@pytest.mark.parametrize(("total", "needed"), [(145, 29), (144, 29), (146, 30), (148, 30), (5, 1)])
def test_a_share_of_deputies_is_rounded_up(total: int, needed: int) -> None:
    assert DeputiesShare("1/5", "kurultai").needed(total) == needed


@pytest.mark.parametrize("capacity", ["foreigner", "stateless", "legal_entity", "other"])
@pytest.mark.parametrize("on", [date(2026, 6, 1), FIRST_OF_2026])
def test_only_citizens_raise_a_citizens_complaint(capacity: str, on: date) -> None:
    answer = assess(petition(on, applicant={"capacity": capacity}), on)

    assert [ground.id for ground in answer.grounds] == ["sr3-improper-subject"]
    assert answer.elsewhere


def test_before_there_was_constitutional_review_no_rule_is_in_force() -> None:
    on = date(1995, 9, 4)
    with pytest.raises(NoRuleInForce):
        assess(petition(on, case={}), on)


def test_every_question_names_its_applicants_and_words_in_three_languages() -> None:
    for versions in rules().rules.values():
        for rule in versions:
            if rule.kind == "standing":
                assert rule.value.applicants
                assert ("deputies" in rule.value.applicants) == (rule.value.deputies is not None)
