"""A citizen in a real browser, on a phone: from the check's answer to a receipt and a tracker."""

from urllib.parse import urlencode

import pytest

from atazan.rules.words import phrase
from tests.browser.test_guided_check import check
from tests.test_check_pages import MAY
from tests.test_citizen_pages import IIN, pdf

pytestmark = pytest.mark.browser
WORDS = {"essence": "Суть", "grounds": "Позиция", "request": "Просьба", "facts": "Факты"}


def press(page, selector):
    with page.expect_navigation():
        page.locator(selector).first.click()


def test_a_citizen_files_a_petition_and_follows_it(served, phone, axe):
    page = phone
    page.goto(f"{served.url}/ru/demo/")
    press(page, "form:has(input[value=aigul]) button")
    page.goto(f"{served.url}/ru/check/result?{urlencode(MAY)}")
    press(page, "form[action*='petitions/new'] button")
    draft = page.url.split("?")[0]
    check(page, axe)

    page.goto(f"{draft}language")
    page.locator("#language-ru").check()
    press(page, "main .btn")
    for id, value in {"name": "Ахметова Айгүл", "iin": "1", "address": "Астана"}.items():
        page.locator(f"#{id}").fill(value)
    press(page, "main .btn")
    assert page.evaluate("document.activeElement.className") == "err"
    check(page, axe)
    page.locator("#iin").fill(IIN)
    press(page, "main .btn")
    for id, value in WORDS.items():
        page.locator(f"#{id}").fill(value)
        press(page, "main .btn")

    page.goto(f"{draft}files")
    page.set_input_files("#files", {"name": "акт.pdf", "mimeType": "x/y", "buffer": pdf()})
    press(page, "button[name=add]")
    assert "акт.pdf" in page.locator("main").inner_text()
    check(page, axe)
    page.goto(f"{draft}review")
    check(page, axe)
    page.locator("#truth").check()
    press(page, "main form.form .btn")

    assert page.locator("h1").inner_text() == phrase("receipt.filed", "ru")
    check(page, axe)
    press(page, "main .btn")
    assert page.locator("h1").inner_text() == phrase("tracker.title.lodged", "ru")
    assert page.locator(".step--now").count() == 1
    check(page, axe)
