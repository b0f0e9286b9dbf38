from datetime import date, timedelta

import pytest

from atazan.decisions.acts import ResolutionServed
from atazan.docket import acts
from atazan.journal.replay import replay
from atazan.journal.verify import verify
from atazan.law.queries import standing
from tests.docket_way import NORM, Way, by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("day", [date(2023, 3, 1), date(2026, 9, 1)])
def test_a_petition_travels_the_whole_way_and_the_provision_stands_as_held(day: date) -> None:
    way = Way(day).published()
    way.now(ResolutionServed, by("secretary"))
    way.now(acts.PetitionClosed, by("registry"))

    assert way.row.step == "closed"
    assert replay().differences == ()
    assert verify().breaks == ()


def test_before_and_on_the_day_of_the_decision() -> None:
    way = Way(date(2026, 9, 1)).published()
    decided = date.fromisoformat(str(way.row.decided_on))
    before = standing(NORM.work, NORM.provision, decided - timedelta(days=1))
    after = standing(NORM.work, NORM.provision, decided)

    assert (before.state, after.state) == ("in_force", "ceased")
    assert str(after.since) == decided.isoformat()
