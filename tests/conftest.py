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
    if _run_once:
        found.append(f"{len(_run_once)} tests that no database changes: they run on SQLite")
    if not on_postgresql():
        found.append("PostgreSQL in this run: set ATAZAN_TEST_POSTGRESQL, `make test-postgresql`")
    return found


_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
_run_once: list[pytest.Item] = []
"""Tests that are the same on every database, by their mark `once` or because their module never
asks for one: they run with SQLite and not once more."""


def on_postgresql() -> bool:
    return os.environ.get("ATAZAN_DATABASE", "").startswith("postgres")


def asks_the_database(item: pytest.Item) -> bool:
    """By its mark or its fixtures."""
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("postgresql")
    return bool(marked or _DATABASE & set(getattr(item, "fixturenames", ())))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if on_postgresql():
        asking = {item.path for item in items if asks_the_database(item)}
        again = [i.path in asking and not i.get_closest_marker("once") for i in items]
        _run_once[:] = [item for item, more in zip(items, again, strict=True) if not more]
        items[:] = [item for item, more in zip(items, again, strict=True) if more]
        config.hook.pytest_deselected(items=_run_once)
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


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> None:
    """Accounts of tests are hashed at once; `tests/test_accounts.py` says with what real ones are.

    Argon2 is slow on purpose, and the tests make hundreds of accounts.
    """
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _works_as_recorded(request: pytest.FixtureRequest) -> None:
    """Works an earlier test registered are forgotten: each test asks its own database anew."""
    from atazan.law.works_known import ask_the_register
    from atazan.rules.works import works_also_of

    if asks_the_database(request.node):
        ask_the_register()
    else:
        works_also_of(None)
