"""A server of our own with the real record, and a browser to visit it with."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import chromium

_COMMAND = "import sys; from atazan.cli.main import main; sys.exit(main())"
_OURS = ("ATAZAN_DATABASE", "ATAZAN_SECRET", "DJANGO_SETTINGS_MODULE")


class Served(NamedTuple):
    """A running portal: its address, and the password of the registry's demo sign-in."""

    url: str
    registry: str


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The portal, set up in a folder of its own and opened on a free port."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    env = {**kept, "ATAZAN_HOME": str(tmp_path_factory.mktemp("home")), "PYTHONUNBUFFERED": "1"}
    port = _free_port()
    run = [sys.executable, "-c", _COMMAND, "run"]
    subprocess.run([*run, "--prepare"], env=env, check=True, capture_output=True)
    server = subprocess.Popen(
        [*run, "--port", str(port)], env=env, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Served(f"http://127.0.0.1:{port}", _told_when_open(server, port))
    finally:
        server.terminate()
        server.wait(timeout=20)


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
