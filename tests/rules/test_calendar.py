"""Working days of Kazakhstan: holidays, days off moved, weekends worked, versions of the table."""

from datetime import date, timedelta

import pytest

from atazan.rules.book import FileRefused
from atazan.rules.calendar import Calendar, YearNotCovered, calendars
from atazan.rules.calendar_file import load
from atazan.rules.doubts import doubts
from atazan.rules.text import LANGS, Text

KZ = calendars("kz").newest
EXTRA = Text(kk="Қосымша демалыс", ru="Дополнительный выходной", en="An extra day off")


def test_nauryz_of_2025_moves_two_days_off_into_the_week():
    week = [date(2025, 3, 20) + timedelta(days=n) for n in range(7)]

    assert [KZ.is_working(day) for day in week] == [True, False, False, False, False, False, True]


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2025, 1, 3), date(2025, 1, 5)),  # a Sunday is worked for a Friday
        (date(2024, 5, 8), date(2024, 5, 4)),
        (date(2023, 7, 7), date(2023, 7, 1)),
        (date(2022, 10, 24), date(2022, 10, 22)),
        (date(2014, 1, 3), date(2013, 12, 28)),  # the year before is worked for this one
        (date(2020, 5, 8), date(2020, 5, 11)),  # the Monday off for Victory Day is worked instead
    ],
)
def test_a_day_off_moved_by_order_is_off_and_the_other_day_is_worked(off, worked):
    assert not KZ.is_working(off)
    assert KZ.is_working(worked)
    assert KZ.days_off[off].instead_of == worked


@pytest.mark.parametrize("day", [date(2023, 1, 7), date(2019, 8, 11), date(2024, 6, 16)])
def test_christmas_and_kurban_ait_on_a_weekend_give_no_other_day_off(day):
    monday = day + timedelta(days=7 - day.weekday())

    assert not KZ.is_working(day)
    assert KZ.is_working(monday)


def test_the_event_day_does_not_count_and_the_days_off_are_passed_over():
    assert KZ.add_working_days(date(2025, 3, 20), 1) == date(2025, 3, 26)
    assert KZ.add_working_days(date(2025, 3, 20), 5) == date(2025, 4, 1)
    assert KZ.add_working_days(date(2025, 3, 22), 1) == date(2025, 3, 26)  # begun on a Saturday


def test_a_weekend_that_is_worked_counts_as_a_working_day():
    assert KZ.add_working_days(date(2024, 5, 3), 1) == date(2024, 5, 4)
    assert KZ.add_working_days(date(2024, 5, 3), 3) == date(2024, 5, 10)  # 4 and 6, 8 off, 10


def test_working_days_are_counted_back_too():
    assert KZ.add_working_days(date(2025, 3, 26), -1) == date(2025, 3, 20)
    assert KZ.next_working(date(2025, 3, 21)) == date(2025, 3, 26)
    assert KZ.next_working(date(2025, 3, 26)) == date(2025, 3, 26)


def test_zero_working_days_name_no_day():
    with pytest.raises(ValueError, match="0 working days"):
        KZ.add_working_days(date(2025, 3, 20), 0)


def test_a_working_day_is_counted_once_and_the_end_does_not_count():
    assert KZ.working_days(date(2025, 3, 20), date(2025, 3, 26)) == 1
    assert KZ.working_days(date(2025, 3, 20), date(2025, 3, 27)) == 2
    assert KZ.working_days(date(2025, 3, 27), date(2025, 3, 20)) == 0


def test_the_new_constitution_made_one_day_of_2026_a_working_day():
    before = calendars("kz").as_known_on(date(2026, 3, 17))
    after = calendars("kz").as_known_on(date(2026, 3, 18))

    assert not before.is_working(date(2026, 8, 31))
    assert after.is_working(date(2026, 8, 31))
    year = date(2026, 1, 1), date(2027, 1, 1)
    assert (before.working_days(*year), after.working_days(*year)) == (246, 247)


def test_constitution_day_is_in_march_from_2027():
    assert KZ.is_working(date(2027, 8, 30))
    assert not KZ.is_working(date(2027, 3, 15))


@pytest.mark.parametrize("day", [date(1995, 12, 31), date(2028, 1, 1)])
def test_a_day_outside_the_years_entered_is_an_error_and_not_a_guess(day):
    with pytest.raises(YearNotCovered, match="1996-01-01 to 2027-12-31"):
        KZ.is_working(day)


def test_counting_out_of_the_years_entered_is_an_error():
    with pytest.raises(YearNotCovered, match="2027-12-30"):
        KZ.add_working_days(date(2027, 12, 30), 2)


def test_a_holiday_added_is_a_new_version_and_the_old_one_stays():
    new = KZ.with_holiday(date(2026, 9, 1), EXTRA, known_from=date(2026, 8, 1))

    assert new.version != KZ.version
    assert new.known_from == date(2026, 8, 1)
    assert KZ.is_working(date(2026, 9, 1))
    assert not new.is_working(date(2026, 9, 1))
    assert new.with_working_day(date(2026, 9, 1), known_from=date(2026, 8, 2)).is_working(
        date(2026, 9, 1)
    )


def test_a_version_is_found_by_its_name():
    assert calendars("kz").version("kz-2025").known_from is None
    with pytest.raises(KeyError):
        calendars("kz").version("kz-1900")


def test_every_holiday_has_a_name_in_three_languages():
    for calendar in calendars("kz").versions:
        for off in calendar.days_off.values():
            assert (off.name is None) == (off.why == "moved")
            assert off.name is None or all(calendar.names[off.name].says(lang) for lang in LANGS)


def test_every_day_off_moved_is_a_weekday_and_the_day_worked_was_off():
    for day, off in KZ.days_off.items():
        if off.instead_of is not None:
            assert day.weekday() < 5
            assert off.instead_of.weekday() >= 5 or off.instead_of == date(2020, 5, 11)


def test_a_span_the_calendar_is_not_sure_of_is_a_doubt():
    assert KZ.doubts_between(date(2025, 3, 1), date(2025, 4, 1)) == ()
    assert KZ.doubts_between(date(2027, 5, 18), date(2027, 6, 1)) == (
        "calendar-transfers",
        "calendar-kurban-ait-2027",
    )
    known = doubts()
    assert all(doubt.doubt in known for c in calendars("kz").versions for doubt in c.doubted)


def test_the_table_differs_from_the_library_exactly_where_it_says_why():
    pytest.importorskip("holidays", reason="the `holidays` library is not installed")
    from atazan.rules.calendar_source import Difference, differences

    said = [Difference(unlike.day, unlike.ours) for unlike in calendars("kz").unlike_library]

    assert differences(KZ, range(1996, 2028)) == said
    assert all(unlike.why for unlike in calendars("kz").unlike_library)


def test_a_year_seeded_from_the_library_has_the_form_of_the_table():
    pytest.importorskip("holidays", reason="the `holidays` library is not installed")
    from atazan.rules.calendar_source import as_yaml, seed_calendar

    drafted = seed_calendar([2024, 2025])

    assert drafted[2025].moved == {"01-03": date(2025, 1, 5)}
    assert drafted[2025].observed["03-24"] == "nauryz"
    assert "05-08: 2024-05-04" in as_yaml(drafted)


YEAR = "{holidays: {01-01: new_year}}"
BROKEN = [
    ("versions: []\nnames: {}", "has no versions"),
    ("names: {}\nversions: [{id: a}]", "known_from"),
    ("names: {}\nyears: 1", "years"),
    ("VERSIONS 2020: {holidays: {13-01: new_year}}", "13-01"),
    ("VERSIONS 2020: {holidays: {01-01: christmas}}", "christmas"),
    (f"VERSIONS 2020: {YEAR}, 2022: {YEAR}", "leaves out a year"),
]


@pytest.mark.parametrize(("written", "message"), BROKEN)
def test_a_broken_calendar_file_is_refused_with_the_reason(tmp_path, written, message):
    head = (
        "names: {new_year: {kk: Жаңа жыл, ru: Новый год, en: New Year}}\nversions:\n"
        "  - {id: a, known_from: null, source: {says: {kk: a, ru: a, en: a}}, years: {"
    )
    text = written.replace("VERSIONS ", head) + ("}}" if "VERSIONS" in written else "")
    path = tmp_path / "calendar.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(FileRefused, match=message):
        load(path)


def test_a_calendar_shows_which_version_it_is():
    assert isinstance(KZ, Calendar)
    assert repr(KZ) == "Calendar('kz-2026-03-18')"
