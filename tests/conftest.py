"""What all tests share: the record loaded once, the folder of law texts, and what was left out."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def shared() -> Path | None:
    """The folder of facts and law texts beside the repository, if it is there."""
    found = Path(os.environ.get("ATAZAN_SHARED", ROOT.parent / "shared"))
    return found if (found / "corpus").is_dir() else None


def chromium() -> str | None:
    """The browser to test with, if there is one."""
    return os.environ.get("ATAZAN_TEST_BROWSER") or shutil.which("chromium")


def left_out() -> list[str]:
    """What this machine cannot test, and what would change that."""
    found = []
    if shared() is None:
        found.append("quotes against law texts: no folder `shared` beside the repository")
    if chromium() is None:
        found.append("pages in a browser: no chromium (apt-get install chromium)")
    if not os.environ.get("ATAZAN_DATABASE", "").startswith("postgres"):
        found.append("PostgreSQL in this run: set ATAZAN_TEST_POSTGRESQL, `make test-postgresql`")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("corpus") and shared() is None:
            item.add_marker(pytest.mark.skip(reason="no folder of law texts"))
        if item.get_closest_marker("browser") and chromium() is None:
            item.add_marker(pytest.mark.skip(reason="no chromium"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for one in left_out():
        terminalreporter.write_line(f"left out: {one}")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of law texts."""
    found = shared()
    assert found is not None
    return found / "corpus"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """The real record, loaded once before the first test that asks for the database."""
    from atazan.journal.load import load, record_files
    from atazan.journal.record import By

    with django_db_blocker.unblock():
        load(record_files(), by=By("load", "founder"), at=MOMENT)


@pytest.fixture(autouse=True)
def _works_as_recorded(request: pytest.FixtureRequest) -> None:
    """Works an earlier test registered are forgotten: each test asks its own database anew."""
    from atazan.law.works_known import ask_the_register
    from atazan.rules.works import works_also_of

    names = {"db", "transactional_db", "live_server"}
    if request.node.get_closest_marker("django_db") or names & set(request.fixturenames):
        ask_the_register()
    else:
        works_also_of(None)
