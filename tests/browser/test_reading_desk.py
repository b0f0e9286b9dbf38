"""A curator decides with the keyboard alone, and takes it back."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import environment
from tests.browser.walking import Person

pytestmark = pytest.mark.browser
NEWS = Path(__file__).resolve().parents[2] / "docs" / "examples" / "news" / "court.kk.md"


def test_keys_move_reject_with_a_reason_and_take_back(browser, served, axe):
    done = subprocess.run(
        [sys.executable, "-m", "atazan.cli.main", "read", "--desk", str(NEWS)],
        env=environment(served.home),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    keeper = Person(browser, served.url, "kk", axe)
    keeper.become("keeper")
    keeper.go("desk/reading/")
    keeper.look()
    keeper.link("Үлгі: Сенат судьяны тағайындауға келісім берді")
    keeper.look()
    page = keeper.page
    waiting = page.locator("mark.lit--open").count()
    assert waiting >= 3

    page.keyboard.press("j")
    second = page.locator(".cards > li.at").get_attribute("id")
    assert second == page.locator(".cards > li").nth(1).get_attribute("id")
    page.keyboard.press("r")
    page.keyboard.press("1")
    page.wait_for_selector("mark.lit--rejected")
    assert page.locator("mark.lit--open").count() == waiting - 1

    page.locator(f"#{second}").focus()
    while page.locator(".cards > li.at").get_attribute("id") != second:
        page.keyboard.press("k")
    page.keyboard.press("u")
    page.wait_for_function(
        "wanted => document.querySelectorAll('mark.lit--open').length === wanted", arg=waiting
    )
    keeper.leave()
