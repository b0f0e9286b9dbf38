"""The decisions on record: what each held, what it asked of others, and how it stands on a day."""

from datetime import date

import pytest

from atazan.decisions.dates_shown import dates_of
from atazan.decisions.models import Decision, Holding
from atazan.decisions.queries import (
    NoSuchDecision,
    awaited,
    binding,
    decision,
    decisions,
    duties_of,
    examined,
    numbered,
    years,
)
from atazan.institutions.models import Person
from atazan.rules.citation import levels
from atazan.rules.text import LANGS
from atazan.rules.words import all_words

pytestmark = pytest.mark.django_db
LATE = date(2026, 11, 1)


def test_every_number_of_the_court_is_there_but_one():
    court = decisions(LATE, body="constitutional_court", form="normative_resolution")
    numbers = [int(row.number.split("-")[0]) for row in court]

    assert numbers == sorted(numbers)
    assert set(range(1, 90)) - set(numbers) == {76}  # in none of the sources seen


def test_numbers_are_printed_in_each_language():
    row = Decision.objects.get(pk="cc-2026-088")
    assert numbered(row, "ru") == "№ 88-НП"
    assert numbered(row, "kk") == "№ 88-НҚ"


def test_a_decision_is_seen_from_its_day_on():
    with pytest.raises(NoSuchDecision):
        decision("89-НП", date(2026, 7, 6))
    assert decision("89-НҚ", date(2026, 7, 7)).decision.id == "cc-2026-089"


def test_a_number_borne_by_several_decisions_names_none():
    with pytest.raises(NoSuchDecision):
        decision("1", LATE)


def test_a_decision_that_differs_by_provision_says_so_for_each():
    seen = decision("88-НП", LATE)

    assert seen.decision.outcome == "mixed"
    assert [one.outcome for one in seen.held] == [
        "does_not_conform",
        "does_not_conform",
        "conforms",
        "does_not_conform",
        "does_not_conform",
    ]
    assert [one.effect.fate for one in seen.held][:3] == ["repealed", "repealed", "stands"]
    assert {one.id for one in duties_of(one.effect for one in seen.held)}


def test_decisions_are_listed_by_year_outcome_and_work():
    assert len(decisions(LATE, year=2025, body="constitutional_court", form="message")) == 1
    unlawful = {row.id for row in decisions(LATE, outcome="does_not_conform")}
    assert {"cc-2023-003", "cc-2026-087", "ccl-2020-1"} <= unlawful
    of_code = {row.id for row in decisions(LATE, work="criminal-procedure-code-2014")}
    assert {"cc-2023-029", "cc-2026-085"} <= of_code
    assert years(LATE)[2026] == 13  # No. 77 to No. 89


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2023, 5, 24), "due"), (date(2023, 5, 25), "overdue"), (date(2023, 2, 22), "due")],
)
def test_the_bill_after_resolution_3_was_due_by_24_may_2023_that_day_included(on, expected):
    assert decision("cc-2023-003", on).follow_up.state == expected


def test_what_was_done_after_a_decision_is_told_and_what_has_no_day_is_unknown():
    assert decision("48-НП", LATE).follow_up.state == "met"
    assert decision("85-НП", LATE).follow_up.state == "unknown"
    assert decision("87-НП", LATE).follow_up.state == "none"
    assert next(row.id for row, _ in awaited(LATE)) == "cc-2023-003"


def test_neighbours_are_those_of_the_same_body_known_that_day():
    seen = decision("88-НП", date(2026, 7, 1))
    assert (seen.before.id, seen.after) == ("cc-2026-087", None)


def test_decisions_that_cite_one_are_found_from_it():
    assert "cc-2026-085" in {row.id for row in decision("73-НП", LATE).cited_by}


def test_a_provision_reviewed_with_unknown_holding_is_told_as_such():
    found = examined("criminal-procedure-code-2014", "art_482", date(2024, 1, 1))
    assert [row.id for row in found] == ["cc-2023-029"]
    assert not examined("criminal-procedure-code-2014", "art_482", date(2023, 9, 24))


@pytest.mark.parametrize(
    ("key", "provision"),
    [("msg-2023", "art_65__para_1__subpara_2"), ("msg-2007", "art_41")],
)
def test_a_message_is_published_as_a_final_decision(key, provision):
    found = decision(key, LATE)
    found.decision.published_on = found.decision.done_on  # a day made up for the test

    told = {one.what: one.rule for one in dates_of(found)}
    assert told["published"].source.provision.eid == provision


def test_a_decision_known_by_its_month_binds_as_its_last_day_where_a_constitution_followed():
    row = decision("ccl-2019-42-3", LATE).decision

    assert row.done_on == "2019-02"
    assert binding(row, LATE).key == "binding.both"
    assert binding(row, date(2023, 6, 1)).key == "binding.council"
    assert binding(row, date(2020, 1, 1)) is None  # the words would name a day nobody knows
    row.form = "conclusion"
    assert binding(row, LATE).key == "binding.silent"
    row.form, row.done_on = "normative_resolution", "2026"
    assert binding(row, LATE) is None  # before or after 1 July: not known


def test_no_private_applicant_is_named():
    named = {"court", "other"}
    for row in Decision.objects.exclude(applicant=None):
        assert row.applicant.get("name") is None or row.applicant["type"] in named, row.id
        assert row.applicant["type"] != "citizen" or row.applicant.get("person") is None


def test_everyone_who_sat_is_a_person_of_the_record():
    known = set(Person.objects.values_list("id", flat=True))
    for row in Decision.objects.all():
        sat = {*row.composition, row.presiding, row.rapporteur} - {None}
        assert sat <= known, row.id
        assert row.presiding is None or not row.composition or row.presiding in row.composition


def test_forms_outcomes_and_applicants_have_words():
    for row in Decision.objects.all():
        assert f"decisions.form.{row.form}" in all_words()
        assert row.outcome is None or f"decisions.outcome.{row.outcome}" in all_words()
        assert row.question is None or f"decisions.question.{row.question}" in all_words()
        if row.applicant:
            assert f"decisions.applicant.{row.applicant['type']}" in all_words()
        assert all(row.subject[lang] for lang in LANGS)


def test_every_provision_of_the_constitution_named_can_be_cited():
    for row in Decision.objects.all():
        for one in row.constitution:
            work, eid = one.split("#")
            assert work in ("const-1995", "const-2026") and levels(eid)
    assert Holding.objects.exclude(outcome=None).count() > 50
