"""The nightly watch finds what waits for nobody, what ran out and what the calendar moved."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from atazan.decisions.simulated.few import few
from atazan.docket import clocks, vault, watch
from atazan.docket.models import Delivery, DueDay, Petition, Suspension
from atazan.journal.models import Entry, Stream
from atazan.rules.calendar import YearNotCovered, calendars
from tests.docket_way import Way

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 7)


@pytest.fixture(autouse=True)
def _home(settings: object, tmp_path: object) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]


def keys(day: date = DAY) -> list[tuple[str, str]]:
    return [(one.petition, one.key) for one in watch.stuck(day)]


def test_nothing_is_stuck_where_everybody_has_a_task():
    Way(DAY).registered()
    Way(DAY).admitted().in_session()

    assert keys() == []


def test_a_petition_whose_judge_left_office_waits_for_nobody():
    way = Way(DAY).registered().studied()
    Petition.objects.filter(pk=way.id).update(judges=["malinovsky"])

    assert keys() == [(way.id, "no_judge")]


def test_a_case_whose_rapporteur_may_not_sit_waits_for_nobody():
    way = Way(DAY).admitted()
    Petition.objects.filter(pk=way.id).update(rapporteurs=["nobody-known"])

    assert keys() == [(way.id, "no_rapporteur")]


def test_a_row_that_is_not_at_the_step_of_its_journal_is_found():
    way = Way(DAY)
    Petition.objects.filter(pk=way.id).update(step="registered")

    assert keys() == [(way.id, "unlike")]


def test_a_petition_without_its_row_is_found():
    Stream.objects.create(name="petition/2026-77777", version=1, head="0", state="lodged")

    assert keys() == [("2026-77777", "no_row")]


def test_a_suspended_case_has_a_day_since_when():
    way = Way(DAY).admitted()
    Stream.objects.filter(name=f"petition/{way.id}").update(state="suspended")
    Petition.objects.filter(pk=way.id).update(step="suspended")

    assert keys() == [(way.id, "no_suspension")]
    Suspension.objects.create(
        id="s", stream=f"petition/{way.id}", entry=1, petition=way.id, since="2026-09-20"
    )
    assert keys() == []


def test_what_is_stuck_is_told_in_three_languages_with_who_must_look():
    way = Way(DAY).registered().studied()
    Petition.objects.filter(pk=way.id).update(judges=["malinovsky"])

    (one,) = watch.stuck(DAY)
    assert one.says("en").startswith(f"Nobody can study petition No. {way.id}")
    assert "Төраға" in one.says("kk") and "Председатель" in one.says("ru")


def test_a_year_the_calendar_lacks_is_told_not_raised():
    way = Way(DAY).admitted()
    Petition.objects.filter(pk=way.id).update(admitted_on="2027-12-30", notified_on=None)

    assert keys() == [(way.id, "no_calendar")]


def test_the_notice_of_admission_runs_out_after_five_working_days():
    way = Way(DAY).admitted()
    due = next(one.due for one in clocks.clocks(way.row) if one.what == "notice")

    assert watch.overdue(due) == []
    (late,) = watch.overdue(date.fromordinal(due.toordinal() + 1))
    assert (late.petition, late.clock.what, late.clock.due) == (way.id, "notice", due)
    assert way.id in late.says("kk")


def test_a_last_day_moved_though_nothing_was_done_is_told_once():
    way = Way(DAY).admitted()
    assert watch.moved() == []
    due = next(one.due for one in clocks.clocks(way.row) if one.what == "notice")
    DueDay.objects.filter(period=f"{way.id}/notice").update(due="2026-09-01")

    (one,) = watch.moved()
    assert (one.petition, one.before, one.now) == (way.id, date(2026, 9, 1), due)
    assert watch.moved() == []


def test_a_day_moved_by_an_act_is_no_news_of_the_calendar():
    way = Way(DAY).admitted()
    watch.moved()
    DueDay.objects.filter(period=f"{way.id}/notice").update(due="2026-09-01")
    way.in_session()

    assert watch.moved() == []


def test_files_that_are_gone_or_changed_are_found():
    few(datetime(2026, 11, 27, 12, tzinfo=UTC))
    assert watch.files() == []
    named = sorted({one["sha256"] for row in Petition.objects.all() for one in row.files})

    vault.forget(named[0])
    place = vault._place(named[1])
    place.chmod(0o600)
    place.write_bytes(b"other bytes")

    found = {one.facts["sha256"]: one.key for one in watch.files()}
    assert found == {named[0]: "no_file", named[1]: "changed_file"}


def test_a_letter_that_did_not_go_is_told():
    way = Way(DAY)
    number = Entry.objects.get(stream=f"petition/{way.id}").number
    Delivery.objects.create(entry=number, tries=3, fault="SMTPServerDisconnected")

    (one,) = watch.letters()
    assert (one.petition, one.tries) == (way.id, 3)


def test_the_command_answers_1_where_something_is_stuck(capsys):
    from atazan.cli.main import main

    way = Way(DAY)
    assert main(["nightly", "--on", "2026-09-07", "--lang", "en"]) == 0
    Petition.objects.filter(pk=way.id).update(step="registered")

    assert main(["nightly", "--on", "2026-09-07", "--lang", "en"]) == 1
    assert "stuck 1, overdue 0" in capsys.readouterr().out


def test_the_calendar_ends_where_the_watch_says_it_does():
    with pytest.raises(YearNotCovered):
        calendars().newest.add_working_days(date(2027, 12, 30), 5)
