"""What a decision does to a provision, and what others owe after it, on the day it is made."""

from datetime import date, timedelta

import pytest

from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.decisions import possible_outcomes, required_contents
from atazan.rules.effects import (
    NoOtherDay,
    effect_of,
    follow_up_due,
    standing,
    still_binding,
)
from atazan.rules.text import LANGS

BOOK = rules()
NEW = date(2026, 7, 1)
OLD = NEW - timedelta(days=1)


def not_conforming(day, question="act_in_force", set_date=None):
    return effect_of("does_not_conform", question, day, BOOK, set_date)


def interpreted(day):
    return effect_of("conforms_as_interpreted", "act_in_force", day, BOOK)


def duties(effect):
    return {one.key.removeprefix("consequence.") for one in effect.consequences}


@pytest.mark.parametrize(
    ("day", "fate", "word_ru", "word_kk"),
    [
        (date(2023, 1, 1), "repealed", "отменяется", "күші жойылады"),
        (OLD, "repealed", "отменяется", "күші жойылады"),
        (NEW, "ceases", "прекращает действие", "қолданысы"),
        (NEW + timedelta(days=1), "ceases", "прекращает действие", "қолданысы"),
    ],
)
def test_the_verb_of_the_effect_changed_on_1_july_2026(day, fate, word_ru, word_kk):
    effect = not_conforming(day)

    assert effect.fate == fate
    assert word_ru in effect.what.says("ru")
    assert word_kk in effect.what.says("kk")


def test_since_july_2026_nothing_is_said_to_be_repealed_by_the_court():
    for finding in (not_conforming(NEW).what, standing(not_conforming(NEW), NEW)):
        assert "отмен" not in finding.says("ru")
        assert "repeal" not in finding.says("en").lower()


def test_judgments_on_an_unconstitutional_act_are_reviewed_in_both_periods():
    assert "judgments_reviewed" in duties(not_conforming(OLD))
    assert "judgments_reviewed" in duties(not_conforming(NEW))


def test_an_interpretation_brought_review_of_judgments_before_july_2026():
    assert "judgments_reviewed" in duties(interpreted(OLD))
    assert "reproducing_repealed" in duties(interpreted(OLD))


def test_since_july_2026_an_interpretation_brings_review_only_where_the_law_says():
    assert "judgments_reviewed_where_law_says" in duties(interpreted(NEW))
    assert "judgments_reviewed" not in duties(interpreted(NEW))
    assert "reproducing_ended" not in duties(interpreted(NEW))


def test_the_council_left_judgments_unenforced_without_a_duty_of_review():
    assert duties(not_conforming(date(2015, 6, 1))) == {"judgments_not_enforced"}


def test_before_may_2007_the_council_could_not_strike_resolutions_of_parliament():
    with pytest.raises(NoRuleInForce):
        not_conforming(date(2007, 5, 21), "parliament_resolution")
    assert not_conforming(date(2007, 5, 22), "parliament_resolution").fate == "repealed"


def test_the_court_may_name_another_day_the_council_could_not():
    later = date(2024, 12, 31)

    assert not_conforming(date(2024, 6, 1), set_date=later).since == later
    with pytest.raises(NoOtherDay, match="2015-12-31 cannot be set"):
        not_conforming(date(2015, 6, 1), set_date=date(2015, 12, 31))


def test_until_the_day_the_court_named_the_provision_applies():
    effect = not_conforming(date(2024, 6, 1), set_date=date(2024, 12, 31))

    assert standing(effect, date(2024, 6, 1)).holds
    assert standing(effect, date(2024, 12, 30)).holds
    assert not standing(effect, date(2024, 12, 31)).holds
    assert not standing(effect, date(2025, 1, 1)).holds
    with pytest.raises(ValueError, match="before the decision"):
        standing(effect, date(2024, 5, 31))


def test_a_day_named_across_the_change_of_law_is_a_doubt_not_a_guess():
    across = not_conforming(date(2026, 6, 12), set_date=date(2026, 12, 31))

    assert across.fate == "repealed"
    assert across.uncertain == ("sil-set-day-across-regimes",)
    assert not_conforming(date(2026, 6, 12), set_date=OLD).uncertain == ()
    assert not_conforming(date(2026, 6, 12), set_date=date(2026, 6, 1)).uncertain == (
        "sil-set-day-before",
    )


def test_an_unsigned_law_that_does_not_conform_cannot_be_signed():
    effect = not_conforming(date(2024, 3, 1), "law_before_signature")

    assert effect.fate == "cannot_be_signed"
    assert not standing(effect, date(2024, 3, 1)).holds
    assert effect.duty("no_readoption") is not None


def test_a_law_that_conforms_may_be_signed_the_time_runs_on():
    effect = effect_of("conforms", "law_before_signature", date(2024, 3, 1), BOOK)

    assert effect.fate == "signing_resumes"
    assert standing(effect, date(2024, 3, 1)).holds


def test_amendments_could_be_barred_from_parliament_until_2026_and_from_a_referendum_since():
    before = not_conforming(OLD, "constitution_amendment")
    since = not_conforming(NEW, "constitution_amendment")

    assert before.what.rule.says.en.count("Parliament") == 1
    assert "Parliament" not in since.what.rule.says.en
    with pytest.raises(NoRuleInForce):
        not_conforming(date(2017, 3, 13), "constitution_amendment")


@pytest.mark.parametrize("question", ["io_decision", "president_resignation", "presidency_refusal"])
def test_the_questions_of_the_2026_constitution_have_no_effect_before_it(question):
    outcome = "does_not_conform" if question == "io_decision" else "certified"

    with pytest.raises(NoRuleInForce):
        effect_of(outcome, question, OLD, BOOK)
    assert effect_of(outcome, question, NEW, BOOK)


def test_the_president_is_released_from_the_day_of_the_conclusion():
    effect = effect_of("certified", "president_resignation", NEW, BOOK)

    assert (effect.fate, effect.since) == ("released", NEW)


def test_execution_of_an_international_decision_has_no_as_interpreted():
    outcomes = {rule.value.outcome for rule in possible_outcomes("io_decision", NEW, BOOK)}

    assert outcomes == {"conforms", "does_not_conform"}
    assert possible_outcomes("io_decision", OLD, BOOK) == ()


def test_the_bill_is_due_six_months_after_publication():
    due = follow_up_due(not_conforming(date(2026, 6, 12)), date(2026, 6, 15), BOOK)
    short = follow_up_due(not_conforming(date(2025, 8, 25)), date(2025, 8, 31), BOOK)

    assert due.facts["due"] == date(2026, 12, 15)
    assert short.facts["due"] == date(2026, 2, 28)


def test_a_term_the_court_set_goes_before_the_six_months():
    due = follow_up_due(not_conforming(NEW), date(2026, 7, 3), BOOK, set_date=date(2026, 9, 1))

    assert due.facts["due"] == date(2026, 9, 1)
    assert due.key == "follow_up.due_set"


def test_no_bill_is_owed_where_the_act_conforms():
    effect = effect_of("conforms", "act_in_force", NEW, BOOK)

    assert follow_up_due(effect, NEW, BOOK) is None
    assert effect.consequences == ()


def test_the_bill_goes_to_the_mazhilis_before_july_2026_and_to_the_kurultai_since():
    assert not_conforming(OLD).duty("bill").rule.value.to == "mazhilis"
    assert not_conforming(NEW).duty("bill").rule.value.to == "kurultai"


def test_decisions_of_an_earlier_constitution_bind_so_far_as_they_do_not_contradict_the_new():
    assert still_binding(date(2024, 6, 1), OLD, BOOK).holds is True
    assert still_binding(date(2024, 6, 1), NEW, BOOK).holds is None
    assert still_binding(NEW, NEW, BOOK).holds is True


def test_council_resolutions_waited_for_revision_by_the_court_from_june_2022():
    council = date(2015, 6, 1)

    assert still_binding(council, date(2022, 6, 7), BOOK).holds is True
    assert still_binding(council, date(2022, 6, 8), BOOK).key == "binding.council"
    assert still_binding(council, NEW, BOOK).key == "binding.both"


def test_of_conclusions_before_a_new_constitution_its_text_says_nothing():
    def found(made, day):
        return still_binding(made, day, BOOK, "conclusion")

    assert found(date(2024, 6, 1), OLD).holds is True
    council, court = found(date(2015, 6, 1), OLD), found(date(2024, 6, 1), NEW)
    assert (council.holds, council.key) == (court.holds, court.key) == (None, "binding.silent")
    assert [one.rule.source.provision.eid for one in (council, court)] == [
        "art_99__para_2",
        "art_96__para_3",
    ]
    assert court.rule.uncertain == ("earlier-conclusions",)
    assert found(NEW, NEW).holds is True


def test_a_resolution_states_eighteen_things_one_of_them_only_after_some_outcomes():
    assert len(required_contents("does_not_conform", NEW, BOOK)) == 18
    assert len(required_contents("conforms", NEW, BOOK)) == 17


def test_the_wording_of_a_decision_is_called_its_operative_part_since_july_2026():
    assert "wording of the decision" in required_contents("conforms", OLD, BOOK)[14].says.en
    assert "operative part" in required_contents("conforms", NEW, BOOK)[14].says.en


@pytest.mark.parametrize("lang", LANGS)
def test_every_effect_and_every_standing_has_words(lang):
    for versions in BOOK.rules.values():
        for rule in versions:
            if rule.kind != "effect":
                continue
            day = rule.term.since
            effect = effect_of(rule.value.outcome, rule.value.questions[0], day, BOOK)
            said = [effect.what, standing(effect, day), *effect.consequences]
            assert all(finding.says(lang) for finding in said)
            assert all("{" not in finding.says(lang) for finding in said)
            if rule.value.set_day:
                later = effect_of(
                    rule.value.outcome,
                    rule.value.questions[0],
                    day,
                    BOOK,
                    day + timedelta(days=9),
                )
                assert "{" not in standing(later, day).says(lang)
