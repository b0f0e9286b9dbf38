"""What holds of every deadline, whatever the days: found by Hypothesis, not by examples."""

from datetime import date, timedelta

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from atazan.rules.book import rules
from atazan.rules.calendar import Calendar, calendars
from atazan.rules.deadline import add_months, add_years, last_day, shift
from atazan.rules.due_days import (
    correction_day,
    decision_due,
    effective_filing_day,
    last_day_to_file,
    last_filing_day,
    service_due,
)
from atazan.rules.ledger import Ledger, Suspended, recompute, version_on
from atazan.rules.text import Text

BOOK = rules("kz")
KZ = calendars("kz").newest
DAY = timedelta(days=1)
EXTRA = Text(kk="Қосымша демалыс", ru="Дополнительный выходной", en="An extra day off")
SUSPENSION = version_on(BOOK, "deadline.suspension", date(2025, 1, 1))

days = st.dates(date(2023, 1, 1), date(2027, 6, 30))
any_day = st.dates(date(1900, 1, 1), date(2199, 12, 31))
lengths = st.integers(1, 40)
few = st.integers(1, 15)


def more(ledger: Ledger, since: date, length: int) -> Ledger:
    return ledger.suspended(since, by="№ 1", under=SUSPENSION, until=since + length * DAY)


@given(any_day, any_day, st.integers(-30, 30))
def test_a_later_event_never_ends_earlier(one, other, months):
    first, second = sorted((one, other))

    assert add_months(first, months) <= add_months(second, months)


@given(any_day, st.integers(0, 30), st.integers(0, 30))
def test_a_longer_period_never_ends_earlier(day, one, other):
    shorter, longer = sorted((one, other))

    assert add_months(day, shorter) <= add_months(day, longer)
    assert add_years(day, shorter) <= add_years(day, longer)


@given(any_day, st.integers(-200, 200))
def test_a_month_ends_on_the_same_number_or_on_the_months_last_day(day, months):
    end = add_months(day, months)

    assert (end.year - day.year) * 12 + end.month - day.month == months
    assert end.day == day.day or (end.day < day.day and (end + DAY).day == 1)


@given(days, days)
def test_a_petition_filed_on_the_last_day_is_in_time_and_one_day_later_is_not(adopted, asked):
    last = last_filing_day(adopted, BOOK, asked)
    ledger = last_day_to_file(adopted, BOOK, asked_on=asked)

    assert ledger.due == last
    assert ledger.filed(last).kept is True
    assert ledger.filed(last + DAY).kept is False


@given(days, few)
def test_working_days_are_counted_in_working_days_only(event, n):
    end = KZ.add_working_days(event, n)

    assert KZ.is_working(end)
    assert KZ.working_days(event + DAY, end + DAY) == n


@given(days, few)
def test_counting_on_and_back_by_working_days_meets_again(event, n):
    start = KZ.next_working(event)

    assert KZ.add_working_days(KZ.add_working_days(start, n), -n) == start


@given(days, days, few)
def test_a_later_event_never_has_an_earlier_last_working_day(one, other, n):
    first, second = sorted((one, other))

    assert KZ.add_working_days(first, n) <= KZ.add_working_days(second, n)


@settings(deadline=None)
@given(days, st.lists(st.integers(0, 40), max_size=3))
def test_a_holiday_added_never_brings_a_due_day_earlier(event, after):
    newer: Calendar = KZ
    for n in after:
        newer = newer.with_holiday(event + n * DAY, EXTRA, known_from=event)
    ledgers = [service_due(event, BOOK), decision_due(event, BOOK, citizen=True)]

    for changed in recompute(ledgers, newer):
        assert changed.old_due is not None and changed.new_due is not None
        assert changed.old_due < changed.new_due
        assert changed.ledger.rule.id == "deadline.service"


@given(days)
def test_the_same_calendar_changes_nothing(event):
    assert recompute([service_due(event, BOOK), decision_due(event, BOOK, citizen=True)], KZ) == []


@given(days, st.integers(-50, 200), lengths, st.booleans())
def test_a_suspension_never_shortens_a_period(event, after, length, citizen):
    ledger = decision_due(event, BOOK, citizen=citizen)
    longer = more(ledger, event + after * DAY, length)

    assert ledger.due is not None and longer.due is not None
    assert ledger.due <= longer.due <= ledger.due + length * DAY


@given(days, st.integers(1, 25), lengths, lengths)
def test_a_suspension_cut_in_two_moves_the_last_day_as_far(event, after, first, second):
    ledger = decision_due(event, BOOK, citizen=False)
    since = event + after * DAY
    whole = more(ledger, since, first + second)
    halves = more(more(ledger, since, first), since + first * DAY, second)

    assert halves.due == whole.due


@given(days, st.integers(1, 25), lengths)
def test_no_day_of_the_period_is_lost_or_won_by_a_suspension(event, after, length):
    ledger = decision_due(event, BOOK, citizen=False)
    since = event + after * DAY
    stopped = ledger.suspended(since, by="№ 1", under=SUSPENSION)
    resumed = stopped.resumed(since + length * DAY)

    left = ledger.remaining(since - DAY)
    assert stopped.remaining(since + 500 * DAY) == left
    assert resumed.remaining(since + (length - 1) * DAY) == left
    assert resumed.remaining(event) == ledger.remaining(event)


@given(days, st.integers(0, 60), few, lengths)
def test_working_days_left_survive_a_suspension_too(event, after, n, length):
    rule = version_on(BOOK, "deadline.service", event)
    stoppable = msgspec.structs.replace(
        rule, value=msgspec.structs.replace(rule.value, suspendable=True, length=n)
    )
    ledger = msgspec.structs.replace(service_due(event, BOOK), rule=stoppable)
    since = event + after * DAY
    moved = more(ledger, since, length)

    assert ledger.due is not None and moved.due is not None
    assert ledger.due <= moved.due
    assert KZ.is_working(moved.due)
    if since <= ledger.due and after:
        back = since + length * DAY
        assert KZ.working_days(back, moved.due + DAY) == KZ.working_days(since, ledger.due + DAY)


@given(days, st.integers(0, 100), st.integers(1, 12), lengths, st.integers(1, 80))
def test_a_prolongation_ends_later_than_before(event, on, months, length, after):
    ledger = more(decision_due(event, BOOK, citizen=True), event + after * DAY, length)
    longer = ledger.prolonged(event + on * DAY, by="№ 2", length=months, unit="month")

    assert ledger.due is not None and longer.due is not None
    assert longer.due > ledger.due


@given(days, st.integers(-40, 120))
def test_what_is_left_goes_down_by_one_a_day_and_is_nothing_on_the_last(event, on):
    ledger = decision_due(event, BOOK, citizen=True)
    assert ledger.due is not None

    assert ledger.remaining(ledger.due) == 0
    assert ledger.remaining(event + on * DAY) - ledger.remaining(event + (on + 1) * DAY) == 1


@given(days, st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_the_day_that_counts_is_the_first_filing_or_the_new_one(first, wait, again, curable):
    received = first + wait * DAY
    refiled = received + again * DAY

    counts = effective_filing_day(first, received, refiled, BOOK, curable=curable)

    assert counts in (first, refiled)
    assert (counts == first) == (
        first == refiled or (curable and refiled <= correction_day(received, BOOK))
    )


@given(days, st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=4))
def test_the_order_in_which_suspensions_are_entered_does_not_matter(event, asked):
    apart, reach = [], 0
    for gap, length in asked:
        apart.append((event + (reach + gap) * DAY, length))
        reach += gap + length
    one = other = decision_due(event, BOOK, citizen=True)
    for since, length in apart:
        one = more(one, since, length)
    for since, length in reversed(apart):
        other = more(other, since, length)

    assert one.entries == other.entries
    assert one.due == other.due
    held = [entry for entry in one.entries if isinstance(entry, Suspended)]
    assert [entry.since for entry in held] == sorted(entry.since for entry in held)


@given(any_day, st.integers(1, 99))
def test_plain_days_weeks_and_hours_are_days_of_the_calendar(day, n):
    assert shift(day, n, "calendar_day") == shift(day, n, "day_unspecified") == day + n * DAY
    assert shift(day, n, "week") == day + 7 * n * DAY
    assert shift(day, 24 * n, "hour") == day + n * DAY


@given(days)
def test_counting_back_gives_a_last_day_before_the_event(session):
    rule = version_on(BOOK, "deadline.materials_to_judges", session)

    assert last_day(rule, session) + 10 * DAY == session
