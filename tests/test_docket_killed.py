"""Killed in the middle of a filing: nothing acknowledged is lost, nothing is half there."""

import json
import os
import signal
import subprocess
import sys

from tests.conftest import ROOT

KILLS = 12


def test_whatever_was_acknowledged_is_there_and_nothing_is_half_there(tmp_path):
    known = {"ATAZAN_HOME": str(tmp_path), "ATAZAN_SECRET": "only for tests"}
    known |= {"DJANGO_SETTINGS_MODULE": "atazan.config.settings"}
    known |= {"ATAZAN_DATABASE": f"sqlite:///{tmp_path / 'killed.sqlite3'}"}
    nursery = [sys.executable, "-m", "tests.docket_nursery", "7", str(KILLS)]
    told = subprocess.run(
        nursery, cwd=ROOT, env={**os.environ, **known}, capture_output=True, text=True, timeout=120
    )
    assert told.returncode == 0, told.stderr[-2000:]
    found = json.loads(told.stdout.splitlines()[-1])

    assert found["died_of"] == [-signal.SIGKILL] * KILLS
    assert found["wrong"] == []
    assert len(found["filed"]) == KILLS and found["filed"][-1] > 4
    assert found["orphans"]["swept"] >= 1  # a file kept, its petition not: killed in between
    assert found["orphans"]["swept_again"] == 0
    assert found["orphans"]["named"] >= found["filed"][-1]
