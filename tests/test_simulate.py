"""Made-up petitions go the whole way through the real commands and leave a journal that holds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

import pytest
from msgspec.structs import replace

from atazan.cli.simulate import _assumed
from atazan.decisions.simulated.case import Case
from atazan.decisions.simulated.few import few
from atazan.decisions.simulated.people import stories
from atazan.decisions.simulated.run import run
from atazan.decisions.simulated.shares import Assumed, Share, published
from atazan.decisions.simulated.years import Years, cases, counted, plan
from atazan.docket import watch
from atazan.docket.models import Petition
from atazan.docket.queries import counts
from atazan.docket.steps import STEP
from atazan.journal.models import Stream
from atazan.journal.replay import replay
from atazan.journal.verify import verify
from atazan.monitoring.models import Figure

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
ALL_HAPPENS = Assumed(
    terminated=0.3, joined=0.5, suspended=0.4, prolonged=0.4, disagreed=0.4, recused=0.4,
    adjourned=0.4, urgent=0.3, changed=0.4, corrected_in_time=0.3, corrected_late=0.2,
    demanded=0.2, admitted_again=0.5, withdrawn=0.1,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _home(settings: object, tmp_path: object) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]


def _even() -> object:
    """The published shares, but for returns and admissions: enough of each in a small run."""
    aims = published(Figure.objects.all())
    return replace(aims, returned=Share("returned", 0.4, ()), admitted=Share("admitted", 0.45, ()))


def test_a_few_petitions_stand_at_every_step_of_the_way():
    assert few(NOW) == 27
    steps = {step for step in STEP.values() if step}

    assert set(counts()) == steps
    assert few(NOW) == 0


def test_the_few_stand_so_after_the_holidays_too():
    day = date(2026, 5, 11)
    few(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))

    assert len(counts()) >= 15
    assert watch.stuck(day) == []


def test_the_few_belong_to_the_demo_accounts_and_end_no_later_than_now():
    few(NOW)

    petitions = Stream.objects.filter(name__startswith="petition/")
    assert set(petitions.values_list("owner", flat=True)) == {"aigul", "daniyar", "lawyer"}
    assert max(petitions.values_list("day", flat=True).exclude(day=None)) <= "2026-11-27"


def test_months_across_the_change_of_the_law_leave_a_journal_that_holds():
    aims, until = _even(), date(2026, 12, 1)
    docket = run(cases(Years(date(2026, 4, 6), until, 4, seed=5), aims, ALL_HAPPENS), until)

    assert docket.refused == []
    assert verify().breaks == ()
    assert replay().differences == ()
    assert watch.stuck(until) == []
    assert {"closed", "refused", "returned"} <= set(counts())


def test_the_same_seed_plans_the_same():
    years, aims = (
        Years(date(2024, 1, 1), date(2024, 3, 1), 60, seed=3),
        published(Figure.objects.all()),
    )

    first, again = ([case.plan for case in cases(years, aims, Assumed())] for _ in range(2))

    assert first == again
    assert len(first) > 80


def test_shares_are_read_from_the_record_with_the_figures_they_come_from():
    aims = published(Figure.objects.all())

    assert (aims.returned.value, aims.returned.figures) == (0.95, ("s-068",))
    assert aims.admitted.figures == ("s-066", "s-065")
    assert round(aims.admitted.value, 4) == 0.0078
    assert 350 < aims.monthly.value < 420


def test_plans_follow_the_published_shares():
    luck, aims = Random(1), published(Figure.objects.all())
    plans = [plan(date(2025, 3, 3), n, aims, Assumed(), luck) for n in range(4000)]

    returned = [one for one in plans if one.answer == "returned"]
    assert abs(len(returned) / 4000 - aims.returned.value) < 0.02
    not_ours = [one for one in returned if one.ground == "sr1-no-competence"]
    assert abs(len(not_ours) / len(returned) - aims.not_ours.value) < 0.03


def test_what_came_out_is_counted_from_the_docket():
    few(NOW)

    came = counted()
    assert came["returned"] == Petition.objects.exclude(returned_on=None).count() / 27
    assert came["withdrawn"] == 1 / 27
    assert came["does_not_conform"] > 0


def test_a_case_waits_for_a_working_day():
    told = plan(date(2025, 3, 3), 1, published(Figure.objects.all()), Assumed(), Random(1))
    case = Case(replace(told, on=date(2025, 3, 20)), Random(1))

    assert case.wait(1) == date(2025, 3, 26)  # Nauryz, 21 to 25 March


def test_an_assumption_that_is_none_is_told_with_those_there_are():
    assert _assumed(["joined=0.5"]) == Assumed(joined=0.5)
    for wrong in ("rumours=0.5", "joined=2", "joined=much"):
        assert _assumed([wrong])["name"] == wrong


def test_a_courts_database_gets_no_made_up_petitions(settings, capsys):
    from atazan.cli.main import main

    settings.ATAZAN_DEMO = False
    assert main(["simulate", "--years", "1", "--scale", "1", "--lang", "en"]) == 2
    assert "--yes-made-up" in capsys.readouterr().err
    assert not Petition.objects.exists()


def test_every_story_is_about_a_provision_the_register_knows():
    from atazan.law.target import check_target

    for story in stories():
        check_target(story.work, story.provision)
    assert {story.language for story in stories()} == {"kk", "ru"}
