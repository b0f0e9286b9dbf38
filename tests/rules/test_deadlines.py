"""Deadlines of the Court and the Council: each boundary in threes, each move of the last day."""

from datetime import date, timedelta

import pytest

from atazan.rules.book import NoRuleInForce, rules
from atazan.rules.calendar import YearNotCovered, calendars
from atazan.rules.deadline import LawSilent, NotCountedInDays, add_months, add_years, last_day
from atazan.rules.doubts import doubts
from atazan.rules.due_days import (
    Joined,
    correction_day,
    correction_deadline,
    council_decision_due,
    decision_day,
    decision_due,
    effective_filing_date,
    effective_filing_day,
    follow_up_bill_due,
    last_day_to_file,
    last_filing_day,
    law_silent,
    notify_admission_due,
    service_due,
)
from atazan.rules.ledger import LedgerRefused, TermSet, open_ledger, recompute, version_on
from atazan.rules.text import LANGS, Text
from atazan.rules.words import all_words

BOOK = rules("kz")
KZ = calendars("kz").newest
DAY = timedelta(days=1)
REGIMES = [date(2024, 3, 11), date(2026, 7, 1)]
EXTRA = Text(kk="Қосымша демалыс", ru="Дополнительный выходной", en="An extra day off")


def suspension():
    return version_on(BOOK, "deadline.suspension", date(2025, 1, 1))


def in_threes(ledger, last):
    """The day before, the day and the day after: in time, in time, late."""
    assert ledger.due == last
    return [ledger.filed(day).kept for day in (last - DAY, last, last + DAY)] == [True, True, False]


# --- the one-year limit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("adopted", "last"),
    [
        (date(2025, 3, 11), date(2026, 3, 11)),
        (date(2024, 2, 29), date(2025, 2, 28)),  # the year after a leap year has no 29 February
        (date(2023, 2, 28), date(2024, 2, 28)),  # and a leap year gives no day more
        (date(2023, 12, 31), date(2024, 12, 31)),
        (date(2026, 6, 30), date(2027, 6, 30)),
        (date(2026, 7, 1), date(2027, 7, 1)),
    ],
)
def test_a_citizen_files_no_later_than_one_year_after_the_act_was_adopted(adopted, last):
    assert in_threes(last_day_to_file(adopted, BOOK), last)
    assert last_filing_day(adopted, BOOK) == last


def test_the_act_is_that_of_the_appeal_court_since_july_2026():
    adopted = date(2026, 3, 2)

    before = last_day_to_file(adopted, BOOK, asked_on=date(2026, 6, 30))
    after = last_day_to_file(adopted, BOOK, asked_on=date(2026, 7, 1))

    assert before.event.what == "judicial_act_adopted"
    assert after.event.what == "appeal_act_adopted"
    assert before.due == after.due == date(2027, 3, 2)


def test_an_act_older_than_the_court_still_has_its_year_and_a_doubt():
    ledger = last_day_to_file(date(2022, 6, 1), BOOK)

    assert ledger.due == date(2023, 6, 1)
    assert "act-before-court" in ledger.doubts
    assert "act-before-court" not in last_day_to_file(date(2023, 1, 1), BOOK).doubts


def test_nobody_could_file_before_the_court_existed():
    with pytest.raises(NoRuleInForce, match="2022-12-31"):
        last_day_to_file(date(2022, 6, 1), BOOK, asked_on=date(2022, 12, 31))


# --- the correction window ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2024, 3, 11), date(2024, 4, 11)),
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2025, 1, 31), date(2025, 2, 28)),
        (date(2025, 3, 31), date(2025, 4, 30)),
        (date(2026, 6, 30), date(2026, 7, 30)),
        (date(2026, 7, 1), date(2026, 8, 1)),
    ],
)
def test_the_correction_window_is_one_month_from_receipt_of_the_notice(received, last):
    assert in_threes(correction_deadline(received, BOOK), last)
    assert correction_day(received, BOOK) == last


@pytest.mark.parametrize("received", REGIMES)
def test_a_petition_corrected_in_time_counts_as_filed_on_the_first_day(received):
    first, last = received - timedelta(days=10), correction_day(received, BOOK)

    for again, counts in [(last - DAY, first), (last, first), (last + DAY, last + DAY)]:
        found = effective_filing_date(first, received, again, BOOK)
        assert found.facts["counts"] == counts
        assert found.holds is (again <= last)
        assert effective_filing_day(first, received, again, BOOK) == counts


def test_a_ground_that_cannot_be_put_right_restores_nothing():
    days = date(2026, 7, 6), date(2026, 7, 20), date(2026, 7, 21)

    found = effective_filing_date(*days, BOOK, curable=False)

    assert found.holds is False
    assert found.facts["counts"] == date(2026, 7, 21)


def test_a_petition_not_filed_again_has_no_day_yet_but_a_last_one():
    found = effective_filing_date(date(2026, 7, 6), date(2026, 7, 20), None, BOOK)

    assert found.holds is None
    assert found.facts["window"] == date(2026, 8, 20)
    assert found.facts["counts"] is None


def test_days_out_of_order_are_refused():
    with pytest.raises(ValueError, match="in this order"):
        effective_filing_day(date(2026, 7, 6), date(2026, 7, 5), date(2026, 7, 7), BOOK)
    with pytest.raises(LedgerRefused, match="in this order"):
        last_day_to_file(date(2026, 1, 5), BOOK).corrected(
            first_filed=date(2026, 7, 6),
            notified=date(2026, 7, 5),
            refiled=None,
            under=version_on(BOOK, "deadline.correction", date(2026, 7, 5)),
        )


def test_correcting_in_time_saves_a_limit_that_has_meanwhile_passed():
    limit = last_day_to_file(date(2024, 3, 4), BOOK)  # last day 4 March 2025
    window = version_on(BOOK, "deadline.correction", date(2025, 3, 10))
    filing = {"first_filed": date(2025, 3, 3), "notified": date(2025, 3, 10), "under": window}

    assert limit.corrected(**filing, refiled=date(2025, 4, 10)).kept is True
    assert limit.corrected(**filing, refiled=date(2025, 4, 11)).kept is False
    assert limit.corrected(**filing, refiled=None).kept is None


# --- the decision -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("admitted", "citizen", "last"),
    [
        (date(2024, 1, 15), True, date(2024, 4, 15)),
        (date(2024, 1, 15), False, date(2024, 2, 15)),
        (date(2023, 11, 30), True, date(2024, 2, 29)),
        (date(2024, 11, 30), True, date(2025, 2, 28)),
        (date(2024, 12, 31), False, date(2025, 1, 31)),
        (date(2026, 7, 1), True, date(2026, 10, 1)),
        (date(2026, 8, 31), False, date(2026, 9, 30)),
    ],
)
def test_the_decision_is_due_from_admission_in_one_month_or_for_citizens_three(
    admitted, citizen, last
):
    assert in_threes(decision_due(admitted, BOOK, citizen=citizen), last)
    assert decision_day(admitted, BOOK, citizen=citizen) == last


@pytest.mark.parametrize("admitted", REGIMES)
def test_an_urgent_petition_of_the_president_takes_ten_calendar_days(admitted):
    ledger = decision_due(admitted, BOOK, citizen=False, urgent=True)

    assert in_threes(ledger, admitted + 10 * DAY)
    assert "urgent-start" in ledger.doubts


@pytest.mark.parametrize(
    ("decided", "start"),
    [
        (date(2026, 6, 30), date(2026, 6, 8)),  # from the last receipt
        (date(2026, 7, 1), date(2026, 7, 1)),  # from the decision to join
        (date(2026, 7, 2), date(2026, 7, 2)),
    ],
)
def test_joined_petitions_start_anew_and_from_another_day_since_july_2026(decided, start):
    joined = Joined(last_received=date(2026, 6, 8), decided_on=decided)

    ledger = decision_due(date(2026, 5, 11), BOOK, citizen=True, joined=joined)

    assert ledger.event.day == start
    assert ledger.due == add_months(start, 3)


def test_a_period_that_runs_across_the_change_of_law_says_so():
    across = decision_due(date(2026, 6, 1), BOOK, citizen=False)  # due on 1 July 2026
    before = decision_due(date(2026, 5, 31), BOOK, citizen=False)  # due on 30 June 2026

    assert "crosses-change" in across.doubts
    assert "crosses-change" not in before.doubts


@pytest.mark.parametrize(
    ("stated", "last"),
    [(date(2026, 7, 1), date(2026, 7, 4)), (date(2026, 12, 30), date(2027, 1, 2))],
)
def test_a_refusal_of_the_presidency_is_decided_in_three_calendar_days(stated, last):
    assert in_threes(open_ledger(BOOK, "deadline.refusal_of_presidency", stated), last)


def test_a_refusal_of_the_presidency_was_no_question_before_july_2026():
    with pytest.raises(NoRuleInForce):
        open_ledger(BOOK, "deadline.refusal_of_presidency", date(2026, 6, 30))


# --- working days -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "last"),
    [
        (date(2025, 3, 20), date(2025, 4, 1)),  # over Nauryz
        (date(2024, 5, 2), date(2024, 5, 13)),  # 3, 4 (worked), 6, 10, 13
        (date(2026, 8, 26), date(2026, 9, 2)),  # 31 August 2026 is worked after all
        (date(2024, 12, 31), date(2025, 1, 10)),  # 5 worked, 6, 8, 9, 10
    ],
)
def test_notice_and_service_take_five_working_days(event, last):
    assert in_threes(notify_admission_due(event, BOOK), last)
    assert in_threes(service_due(event, BOOK), last)


def test_the_prosecutor_has_the_materials_in_three_working_days():
    ledger = open_ledger(BOOK, "deadline.prosecutor_referral", date(2025, 3, 19))

    assert in_threes(ledger, date(2025, 3, 27))


def test_the_courts_request_is_answered_in_fifteen_working_days_or_as_it_says():
    ledger = open_ledger(BOOK, "deadline.information", date(2025, 3, 3))

    assert in_threes(ledger, date(2025, 3, 28))
    sooner = ledger.term_set(date(2025, 3, 3), by="№ 12", last_day=date(2025, 3, 7))
    assert in_threes(sooner, date(2025, 3, 7))


def test_working_days_beyond_the_years_entered_are_an_error_when_the_ledger_is_opened():
    with pytest.raises(YearNotCovered):
        service_due(date(2027, 12, 28), BOOK)


# --- other periods ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "last"),
    [
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2023, 8, 30), date(2024, 2, 29)),
        (date(2026, 7, 10), date(2027, 1, 10)),
    ],
)
def test_the_bill_follows_within_six_months_of_publication(published, last):
    assert in_threes(follow_up_bill_due(published, BOOK), last)


def test_materials_reach_the_judges_ten_days_before_the_session():
    ledger = open_ledger(BOOK, "deadline.materials_to_judges", date(2026, 9, 21))

    assert in_threes(ledger, date(2026, 9, 11))
    assert "plain-days" in ledger.doubts


@pytest.mark.parametrize(
    ("found", "last"),
    [
        (date(2026, 6, 29), date(2026, 7, 29)),  # a month, up to 30 June 2026
        (date(2026, 6, 30), date(2026, 7, 30)),
        (date(2026, 7, 1), date(2026, 7, 11)),  # ten days, from 1 July 2026
    ],
)
def test_a_judge_is_suspended_within_a_month_and_since_july_2026_within_ten_days(found, last):
    assert in_threes(open_ledger(BOOK, "deadline.suspend_judge", found), last)


@pytest.mark.parametrize("appointed", [date(2022, 12, 30), date(2026, 7, 1)])
def test_a_judge_leaves_a_party_in_ten_days_and_has_housing_in_six_months(appointed):
    assert in_threes(open_ledger(BOOK, "deadline.leave_party", appointed), appointed + 10 * DAY)
    housing = open_ledger(BOOK, "deadline.housing", appointed)
    assert in_threes(housing, add_months(appointed, 6))


def test_sixty_days_of_incapacity_are_full_on_the_sixtieth_and_exceeded_on_the_next():
    ledger = open_ledger(BOOK, "deadline.incapacity", date(2025, 3, 1))

    assert ledger.due == date(2025, 4, 29)  # day 60, 1 March being day 1
    assert ledger.value.threshold


def test_a_day_and_night_reaches_into_the_next_day():
    ledger = open_ledger(BOOK, "deadline.notify_prosecutor_general", date(2026, 7, 3))

    assert ledger.due == date(2026, 7, 4)
    assert "hours-as-day" in ledger.doubts


def test_sessions_in_a_row_name_no_day():
    with pytest.raises(NotCountedInDays):
        open_ledger(BOOK, "deadline.absence", date(2026, 7, 3))


@pytest.mark.parametrize(
    "key",
    [
        "deadline.admission",
        "deadline.resignation",
        "deadline.annual_message",
        "deadline.execution_report",
    ],
)
def test_where_the_law_is_silent_no_day_is_given(key):
    with pytest.raises(LawSilent, match=key):
        open_ledger(BOOK, key, date(2026, 7, 6))
    found = law_silent(key, date(2026, 7, 6), BOOK)
    assert found.holds is None
    assert all(found.says(lang) and found.cites(lang) for lang in LANGS)


def test_silence_is_not_claimed_where_the_law_speaks():
    with pytest.raises(ValueError, match="has a length"):
        law_silent("deadline.service", date(2026, 7, 6), BOOK)


def test_the_report_on_execution_is_due_when_the_court_says():
    term = TermSet(on=date(2025, 2, 3), by="№ 61-НП", last_day=date(2025, 9, 1))

    ledger = open_ledger(BOOK, "deadline.execution_report", date(2025, 2, 3), term=term)

    assert in_threes(ledger, date(2025, 9, 1))
    assert all("№ 61-НП" in " ".join(ledger.explain(lang)) for lang in LANGS)


# --- the Council --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2022, 3, 31), date(2022, 4, 30)),
        (date(2012, 1, 31), date(2012, 2, 29)),
        (date(2022, 12, 31), date(2023, 1, 31)),
    ],
)
def test_the_council_decided_within_a_month_of_receipt(received, last):
    assert in_threes(council_decision_due(received, BOOK), last)


def test_the_council_is_gone_since_2023_and_the_court_was_not_there_before():
    with pytest.raises(NoRuleInForce):
        council_decision_due(date(2023, 1, 1), BOOK)
    with pytest.raises(NoRuleInForce):
        decision_due(date(2022, 12, 31), BOOK, citizen=True)


@pytest.mark.parametrize(
    ("received", "open_point"),
    [(date(2013, 10, 13), True), (date(2013, 10, 14), False), (date(2013, 10, 15), False)],
)
def test_how_the_council_counted_months_was_law_from_14_october_2013(received, open_point):
    ledger = council_decision_due(received, BOOK)

    assert ("count-months" in ledger.doubts) is open_point


def test_how_the_court_counts_months_is_our_reading():
    assert "count-months" in decision_due(date(2025, 1, 9), BOOK, citizen=True).doubts


def test_the_president_could_object_until_13_march_2017():
    last = open_ledger(BOOK, "deadline.council_objection", date(2017, 3, 13))

    assert last.due == date(2017, 4, 13)
    with pytest.raises(NoRuleInForce):
        open_ledger(BOOK, "deadline.council_objection", date(2017, 3, 14))


@pytest.mark.parametrize(
    ("key", "event", "last"),
    [
        ("deadline.council_urgent", date(2022, 5, 2), date(2022, 5, 12)),
        ("deadline.council_admission", date(2022, 5, 2), date(2022, 5, 5)),
        ("deadline.council_materials", date(2022, 5, 20), date(2022, 5, 18)),
        ("deadline.council_service", date(2022, 5, 2), date(2022, 5, 4)),
        ("deadline.council_vacancy", date(2022, 5, 31), date(2022, 6, 30)),
        ("deadline.council_suspension", date(2022, 5, 31), date(2022, 6, 30)),
    ],
)
def test_the_other_periods_of_the_council(key, event, last):
    assert in_threes(open_ledger(BOOK, key, event), last)


# --- suspension and prolongation ----------------------------------------------------------------


def case():
    """A citizen's petition admitted on 10 February 2025: due on 10 May 2025."""
    return decision_due(date(2025, 2, 10), BOOK, citizen=True)


def test_suspended_days_are_added_and_the_day_of_resumption_counts():
    ledger = case().suspended(
        date(2025, 3, 3), by="№ 7", under=suspension(), until=date(2025, 3, 13)
    )

    assert in_threes(ledger, date(2025, 5, 20))
    assert "suspension-days" in ledger.doubts


def test_while_the_suspension_runs_there_is_no_last_day_and_nothing_is_lost():
    ledger = case().suspended(date(2025, 3, 3), by="№ 7", under=suspension())

    assert ledger.due is None
    assert ledger.kept is None
    assert ledger.stopped is not None
    assert ledger.remaining(date(2025, 4, 1)) == case().remaining(date(2025, 3, 2))
    assert ledger.resumed(date(2025, 3, 4)).due == date(2025, 5, 11)


def test_what_is_left_does_not_shrink_while_the_clock_stands():
    ledger = case().suspended(
        date(2025, 3, 3), by="№ 7", under=suspension(), until=date(2025, 3, 13)
    )

    left = [ledger.remaining(date(2025, 3, day)) for day in (1, 2, 3, 12, 13)]
    assert left == [70, 69, 69, 69, 68]
    assert [ledger.remaining(date(2025, 5, day)) for day in (19, 20, 21)] == [1, 0, -1]


def test_a_suspension_after_the_last_day_moves_nothing():
    late = case().suspended(date(2025, 5, 11), by="№ 7", under=suspension())
    on_it = case().suspended(
        date(2025, 5, 10), by="№ 7", under=suspension(), until=date(2025, 5, 11)
    )

    assert late.due == date(2025, 5, 10)
    assert on_it.due == date(2025, 5, 11)


@pytest.mark.parametrize(
    ("since", "until"), [("03-01", "03-04"), ("03-12", "03-20"), ("03-12", None)]
)
def test_two_suspensions_cannot_hold_the_same_day(since, until):
    ledger = case().suspended(
        date(2025, 3, 3), by="№ 7", under=suspension(), until=date(2025, 3, 13)
    )
    ends = date.fromisoformat(f"2025-{until}") if until else None

    with pytest.raises(LedgerRefused, match="2025-03-03"):
        ledger.suspended(
            date.fromisoformat(f"2025-{since}"), by="№ 8", under=suspension(), until=ends
        )


def test_a_suspension_that_ends_before_it_begins_or_never_ran_is_refused():
    with pytest.raises(LedgerRefused, match="not after"):
        case().suspended(date(2025, 3, 3), by="№ 7", under=suspension(), until=date(2025, 3, 3))
    with pytest.raises(LedgerRefused, match="no suspension"):
        case().resumed(date(2025, 3, 4))
    with pytest.raises(LedgerRefused, match="not after"):
        case().suspended(date(2025, 3, 3), by="№ 7", under=suspension()).resumed(date(2025, 3, 3))


def test_only_the_period_for_the_decision_is_suspended():
    with pytest.raises(LedgerRefused, match=r"deadline\.service"):
        service_due(date(2025, 2, 3), BOOK).suspended(
            date(2025, 2, 4), by="№ 7", under=suspension()
        )


def test_the_court_prolongs_by_a_length_or_to_a_day():
    by_length = case().prolonged(date(2025, 5, 5), by="№ 9", length=1, unit="month")
    to_a_day = case().prolonged(date(2025, 5, 5), by="№ 9", to=date(2025, 6, 16))

    assert in_threes(by_length, date(2025, 6, 10))
    assert in_threes(to_a_day, date(2025, 6, 16))
    assert {"prolong-limit", "prolong-from"} <= set(by_length.doubts)


def test_a_prolongation_after_the_end_is_kept_and_doubted():
    assert (
        "prolong-late"
        not in case().prolonged(date(2025, 5, 10), by="№ 9", length=1, unit="month").doubts
    )
    assert (
        "prolong-late"
        in case().prolonged(date(2025, 5, 11), by="№ 9", length=1, unit="month").doubts
    )


def test_what_prolongs_nothing_or_may_not_prolong_is_refused():
    with pytest.raises(LedgerRefused, match="no later"):
        case().prolonged(date(2025, 5, 5), by="№ 9", to=date(2025, 5, 10))
    with pytest.raises(LedgerRefused, match="prolongs nothing"):
        case().prolonged(date(2025, 5, 5), by="№ 9", length=0, unit="month")
    with pytest.raises(LedgerRefused, match="either"):
        case().prolonged(date(2025, 5, 5), by="№ 9")
    with pytest.raises(LedgerRefused, match="cannot be prolonged"):
        council_decision_due(date(2022, 3, 1), BOOK).prolonged(
            date(2022, 3, 2), by="№ 9", to=date(2022, 5, 1)
        )
    with pytest.raises(LedgerRefused, match="another term"):
        case().term_set(date(2025, 5, 5), by="№ 9", last_day=date(2025, 6, 1))


def test_entries_are_told_in_the_order_of_their_days():
    ledger = (
        case()
        .prolonged(date(2025, 5, 5), by="№ 9", length=1, unit="month")
        .suspended(date(2025, 3, 3), by="№ 7", under=suspension(), until=date(2025, 3, 13))
    )

    assert [step.after for step in ledger.steps()] == [date(2025, 5, 20), date(2025, 6, 20)]


# --- in words -----------------------------------------------------------------------------------


def plain(lines):
    return [line.replace("\u00a0", " ") for line in lines]


def test_a_ledger_explains_itself_from_the_event_to_the_last_day():
    ledger = case().suspended(
        date(2025, 3, 3), by="№ 7", under=suspension(), until=date(2025, 3, 13)
    )

    assert plain(ledger.explain("kk")) == [
        "Басталуы: өтініш іс жүргізуге қабылданды, 2025 ж. 10 ақпан.",
        "Мерзім: 3 ай — 53-бап, 1-бөлік (Конституциялық Сот туралы заң).",
        "Есептеу: бірінші күні — 2025 ж. 11 ақпан, соңғы күні — 2025 ж. 10 мамыр.",
        "Тоқтатыла тұрды: 2025 ж. 3 наурыз – 2025 ж. 13 наурыз, күнтізбелік 10 күн (№ 7; 37-бап, "
        "1-тармақ (Конституциялық Сот туралы заң)). Соңғы күн 2025 ж. 10 мамыр емес, "
        "2025 ж. 20 мамыр.",
        "Соңғы күн: 2025 ж. 20 мамыр, сейсенбі.",
    ]
    assert plain(ledger.explain("ru"))[-1] == "Последний день: 20 мая 2025 г., вторник."
    assert plain(ledger.explain("en"))[-1] == "Last day: 20 May 2025, Tuesday."


def test_working_days_name_the_days_off_they_passed_over():
    lines = plain(service_due(date(2025, 3, 20), BOOK).explain("en"))

    assert lines[3] == (
        "Calendar of working days kz-2026-03-18; days off passed over: 21 March 2025 — Nauryz; "
        "24 March 2025 — Nauryz; 25 March 2025 — Nauryz."
    )


def told():
    """Ledgers that between them have every kind of entry."""
    window = version_on(BOOK, "deadline.correction", date(2025, 3, 10))
    limit = last_day_to_file(date(2024, 3, 4), BOOK)
    filing = {"first_filed": date(2025, 3, 3), "notified": date(2025, 3, 10), "under": window}
    return [
        limit.corrected(**filing, refiled=date(2025, 4, 10)),
        limit.corrected(**filing, refiled=date(2025, 4, 11)),
        limit.corrected(**filing, refiled=None),
        limit.filed(date(2025, 3, 4)),
        case().suspended(date(2025, 3, 3), by="№ 7", under=suspension()),
        case().suspended(date(2025, 6, 3), by="№ 7", under=suspension()),
        case().prolonged(date(2025, 5, 5), by="№ 9", length=2, unit="week"),
        case().prolonged(date(2025, 5, 5), by="№ 9", to=date(2025, 6, 16)),
        follow_up_bill_due(date(2025, 1, 9), BOOK).term_set(
            date(2025, 1, 9), by="№ 9", last_day=date(2025, 12, 1)
        ),
        open_ledger(BOOK, "deadline.materials_to_judges", date(2026, 9, 21)),
        open_ledger(BOOK, "deadline.incapacity", date(2025, 3, 1)),
        service_due(date(2024, 5, 3), BOOK),
        service_due(date(2025, 2, 3), BOOK),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_entry_has_words(lang):
    for ledger in told():
        lines = ledger.explain(lang)
        assert len(lines) >= 4
        assert not any("{" in line or "None" in line for line in lines)


def test_every_event_unit_and_doubt_has_words():
    words, known = all_words(), doubts()
    for key, versions in BOOK.rules.items():
        for rule in versions if key.startswith("deadline.") else ():
            event = getattr(rule.value, "event", None)
            assert event is None or f"deadlines.event.{event}" in words
            unit = getattr(rule.value, "unit", None)
            assert unit is None or f"deadlines.length.{unit}" in words
    for ledger in told():
        assert set(ledger.doubts) <= set(known)


# --- doubts that bite, and days off added later --------------------------------------------------


def test_a_last_day_off_stays_and_is_doubted():
    saturday = decision_due(date(2025, 2, 10), BOOK, citizen=True)  # due Saturday 10 May 2025
    friday = decision_due(date(2025, 2, 9), BOOK, citizen=True)  # due Friday 9 May: Victory Day
    thursday = decision_due(date(2025, 2, 8), BOOK, citizen=True)

    assert "last-day-off" in saturday.doubts
    assert "last-day-off" in friday.doubts
    assert "last-day-off" not in thursday.doubts


def test_a_last_day_beyond_the_calendar_is_doubted():
    assert "calendar-beyond" in last_day_to_file(date(2027, 5, 4), BOOK).doubts
    assert "calendar-beyond" not in last_day_to_file(date(2026, 12, 31), BOOK).doubts


def test_counting_across_a_span_the_calendar_is_not_sure_of_is_doubted():
    assert "calendar-transfers" in service_due(date(2026, 9, 1), BOOK).doubts
    assert "calendar-transfers" not in service_due(date(2025, 9, 1), BOOK).doubts
    assert "calendar-kurban-ait-2027" in service_due(date(2027, 5, 12), BOOK).doubts


def test_a_holiday_added_later_moves_only_the_ledgers_it_touches_and_lists_them():
    running = [service_due(date(2026, 9, day), BOOK) for day in (1, 2, 10)]
    running.append(decision_due(date(2026, 8, 3), BOOK, citizen=False))
    newer = KZ.with_holiday(date(2026, 9, 9), EXTRA, known_from=date(2026, 9, 3))

    changed = recompute(running, newer)

    assert [(c.old_due, c.new_due) for c in changed] == [(date(2026, 9, 9), date(2026, 9, 10))]
    assert changed[0].ledger.calendar is newer


def test_the_day_off_lost_in_2026_brings_a_deadline_forward():
    known_then = calendars("kz").as_known_on(date(2026, 2, 2))
    ledger = service_due(date(2026, 8, 26), BOOK, calendar=known_then)

    (changed,) = recompute([ledger], KZ)

    assert (changed.old_due, changed.new_due) == (date(2026, 9, 3), date(2026, 9, 2))


# --- arithmetic ---------------------------------------------------------------------------------


def test_months_end_on_the_same_number_or_the_months_last_day():
    assert add_months(date(2023, 12, 31), 2) == date(2024, 2, 29)
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_a_working_day_rule_without_a_calendar_is_refused():
    with pytest.raises(ValueError, match="calendar"):
        last_day(version_on(BOOK, "deadline.service", date(2026, 7, 1)), date(2026, 7, 1))
