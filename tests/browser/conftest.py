"""A server of our own with the real record, and a browser to visit it with."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from tests.conftest import chromium

_RUN = [
    sys.executable,
    "-c",
    "import sys; from atazan.cli.main import main; sys.exit(main())",
    "run",
]
_OURS = ("ATAZAN_DATABASE", "ATAZAN_SECRET", "DJANGO_SETTINGS_MODULE")


class Served(NamedTuple):
    """A running portal: its address, the password of the registry's demo sign-in, its folder."""

    url: str
    registry: str
    home: Path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The portal, set up in a folder of its own and opened on a free port."""
    home = tmp_path_factory.mktemp("portal") / "home"
    copytree(_prepared(_of_all_workers(tmp_path_factory)), home)
    port = _free_port()
    server = subprocess.Popen(
        [*_RUN, "--port", str(port)], env=environment(home), stdout=subprocess.PIPE, text=True
    )
    try:
        yield Served(f"http://127.0.0.1:{port}", _told_when_open(server, port), home)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this run, which all its workers see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _prepared(folder: Path) -> Path:
    """A portal with the whole record, set up once a run by the worker that comes first."""
    home, done = folder / "prepared", folder / "prepared.done"
    with (folder / "prepared.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not done.exists():
            subprocess.run(
                [*_RUN, "--prepare"], env=environment(home), check=True, capture_output=True
            )
            done.touch()
    return home


def environment(home: Path) -> dict[str, str]:
    """The environment of a command that works with this portal."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    return {**kept, "ATAZAN_HOME": str(home), "PYTHONUNBUFFERED": "1"}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _told_when_open(server: subprocess.Popen[str], port: int) -> str:
    """Read what the server prints until it is open; the password of the registry's sign-in."""
    assert server.stdout is not None
    password = ""
    for line in server.stdout:
        if match := re.match(r"\s*registry\s+(\S+)", line):
            password = match[1]
        if "is open at" in line:
            break
    while server.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return password
    raise RuntimeError(f"the server ended with code {server.returncode}")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe: run in the page by the browser itself, so no policy stands against it."""
    path = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
    return path.read_text("utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium, once for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def phone(browser):
    """A page of a phone, without JavaScript of the page's own and with nothing remembered."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()
