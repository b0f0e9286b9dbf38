"""Two people on one record: nobody's change is lost, and no number is given twice."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import ROOT

DEEDS = {"petition.registered/1": "registered", "petition.returned/1": "returned"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process with several threads found, on the kind of database these tests run on."""
    known = {"ATAZAN_HOME": str(tmp_path_factory.mktemp("crowd")), "ATAZAN_SECRET": "for tests"}
    known |= {"DJANGO_SETTINGS_MODULE": "atazan.config.settings"}
    crowd = [sys.executable, "-m", "tests.docket_crowd"]
    told = subprocess.run(
        crowd, cwd=ROOT, env={**os.environ, **known}, capture_output=True, text=True, timeout=180
    )
    assert told.returncode == 0, told.stderr[-2000:]
    answer: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return answer


def test_of_two_clerks_one_is_first_and_the_other_is_shown_both_deeds(found):
    for turn in found["clerks"]:
        won = [one for one in turn["done"] if "kind" in one]
        late = [one for one in turn["done"] if "mine" in one]
        assert len(won) == len(late) == 1, turn
        assert late[0]["theirs"] == [won[0]["kind"]]
        assert late[0]["mine"] in set(DEEDS) - {won[0]["kind"]}
        assert turn["step"] == DEEDS[won[0]["kind"]]
        assert turn["version"] == late[0]["now"] == 2


def test_two_citizens_who_file_at_once_get_different_numbers(found):
    assert len(set(found["two"]["ids"])) == 2 == found["two"]["there"]


def test_twenty_filings_at_once_are_twenty_petitions_in_a_journal_without_gaps(found):
    many = found["twenty"]
    assert len(set(many["ids"])) == 20 == many["there"] == many["new"]
    assert many["gapless"]


def test_the_journal_verifies_and_replays_after_the_crowd(found):
    assert found["wrong"] == []


@pytest.mark.django_db
def test_the_number_after_99999_has_six_digits_and_the_next_follows_it():
    from datetime import date

    from atazan.docket.filing import next_number
    from atazan.docket.models import Petition

    for number, code in (("2031-99999", "A"), ("2031-100000", "B"), ("2031-100001", "C")):
        Petition.objects.create(id=number, code=code, entry=1, filed_on=date(2031, 1, 1))
    assert next_number(2031) == "2031-100002"
    assert next_number(2032) == "2032-00001"
