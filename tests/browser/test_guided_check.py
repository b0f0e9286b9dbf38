"""The guided check in a real browser, on a phone, by keyboard alone, in three languages."""

import re
from urllib.parse import urlencode

import pytest

from atazan.rules.words import phrase
from tests.test_check_pages import DAY, IN_2024, MAY, WRITTEN

pytestmark = pytest.mark.browser
LANGS = ("kk", "ru", "en")
FOCUSED = "document.activeElement"
WRONG = (
    "axe.run({resultTypes: ['violations']})"
    ".then(found => found.violations.map(v => v.id + ' ' + v.nodes[0].html))"
)
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CHOSEN = "id => document.querySelector(`input[name='${id}']:checked`)?.value"


def tab_to(page, selector):
    """Press Tab until the element has the focus; every stop on the way must be visible."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(f"s => {FOCUSED} !== null && {FOCUSED}.matches(s)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector} on {page.url}")


def enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page, id, value):
    """Choose by the arrow keys, then go on."""
    tab_to(page, f"input[name='{id}']")
    page.keyboard.press("Space")
    for _ in range(9):
        if page.evaluate(CHOSEN, id) == value:
            break
        page.keyboard.press("ArrowDown")
    assert page.evaluate(CHOSEN, id) == value
    enter(page)


def write(page, fields):
    """Write into the fields one after the other, over what stands there, then go on."""
    for id, value in fields.items():
        tab_to(page, f"[id='{id}']")
        page.keyboard.press("Control+a")
        page.keyboard.type(value)
    enter(page)


def day(id, written):
    year, month, number = written.split("-")
    return {f"{id}-d": number, f"{id}-m": month, f"{id}-y": year}


def check(page, axe):
    """Nothing for axe to find (None: only the edge is looked at), nothing over the edge."""
    if axe is not None:
        page.evaluate(axe)
        assert page.evaluate(WRONG) == [], page.url
    assert page.evaluate(OVER) <= 0, page.url


@pytest.mark.parametrize("lang", LANGS)
def test_a_citizen_comes_to_the_answer_by_keyboard_alone_on_a_phone(served, phone, axe, lang):
    page = phone
    axe = axe if lang == "kk" else None  # every kind of page is looked at in each language below
    page.goto(f"{served.url}/{lang}/check/?on={DAY}")
    check(page, axe)
    tab_to(page, "a.btn")
    enter(page)
    while not page.url.split("?")[0].endswith("/answers"):
        id = page.url.split("?")[0].rsplit("/", 1)[1]
        check(page, axe)
        if id == "norm":
            write(page, {"act": MAY["act"], "provision": MAY["provision"]})
        elif id == "adopted":
            a_day_ahead_is_refused(page, axe, lang)
            write(page, day("adopted", MAY["adopted"]))
        else:
            choose(page, id, MAY[id])
    check(page, axe)
    tab_to(page, "a.btn")
    enter(page)

    assert page.title().startswith(phrase("check.verdict.may", lang))
    assert "59" in page.locator(".verdict").inner_text()
    check(page, axe)
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1


def a_day_ahead_is_refused(page, axe, lang):
    """The error summary takes the focus, leads to the field, and both say the same."""
    write(page, day("adopted", "2027-09-18"))
    summary, field = page.locator(".err"), page.locator(".bad")

    assert page.evaluate(f"{FOCUSED}.className") == "err"
    assert page.title().startswith(phrase("check.page.fault", lang))
    assert summary.locator("a").inner_text() in field.inner_text()
    assert page.locator("[aria-invalid]").evaluate_all("all => all.map(one => one.id)") == [
        "adopted-y"
    ]
    check(page, axe)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "adopted-y"


@pytest.mark.parametrize(("lang", "width"), [("kk", 320), ("ru", 1280), ("en", 320)])
def test_axe_finds_nothing_on_any_kind_of_page(served, browser, axe, lang, width):
    axe = None if lang == "en" else axe  # in English only the edge is looked at
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    seeds = {
        "contents": (WRITTEN, DAY),
        "decided": ({**MAY, "act": "УПК", "provision": "342(3)"}, DAY),
        "status": (MAY, DAY),
        "imperative": (IN_2024, "2024-05-01"),
    }
    for id, (answers, on) in seeds.items():
        page.goto(address(served, lang, "answers", answers, on))
        page.goto(f"{served.url}/{lang}/check/{id}?on={on}")
        assert f"/check/{id}" in page.url
        check(page, axe)
    later = {**MAY, "appeal": "unknown"}
    shown = [
        address(served, lang, "result", MAY, DAY),
        address(served, lang, "result", {**MAY, "print": "yes"}, DAY),
        address(served, lang, "result", WRITTEN, DAY),
        address(served, lang, "result", later, DAY),
        address(served, lang, "result", {**MAY, "appeal": "first"}, DAY),
        address(served, lang, "result", {**MAY, "appeal": "martian"}, DAY),
        address(served, lang, "result", IN_2024, "2024-05-01"),
        f"{served.url}/{lang}/check/?on=2021-05-01",
        f"{served.url}/{lang}/check/bodies",
    ]
    for url in shown:
        page.goto(url)
        check(page, axe)
    context.close()


def address(served, lang, name, answers, on):
    return f"{served.url}/{lang}/check/{name}?{urlencode({**answers, 'on': on})}"


@pytest.mark.parametrize("lang", LANGS)
def test_the_registry_checks_a_file_at_its_desk(served, phone, axe, lang):
    page = phone
    page.goto(f"{served.url}/{lang}/desk/check/?on={DAY}")
    page.locator("input[name=login]").fill("registry")
    page.locator("input[name=password]").fill(served.registry)
    with page.expect_navigation():
        page.locator("main .form .btn").click()
    check(page, axe)
    page.locator("#petition").fill("{}")
    with page.expect_navigation():
        page.locator("main .btn").first.click()
    assert page.evaluate(f"{FOCUSED}.className") == "err"
    check(page, axe)
    page.locator("#petition").fill(
        "applicant: {capacity: citizen}\n"
        "challenged: [{act: УК, provision: статья 72, kind: normative}]\n"
        "case: {judicial_acts: [{instance: first}]}\n"
    )
    with page.expect_navigation():
        page.locator("main .btn").first.click()
    assert re.search("sr[0-9]-", page.locator("main").inner_text())
    check(page, axe)
