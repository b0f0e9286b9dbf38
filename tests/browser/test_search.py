"""A reader searches as she types, with the keyboard, on a phone; without a script too."""

from urllib.request import urlopen

import pytest

from tests.browser.walking import OVER, Person

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def warm(served):
    """The first question of a server reads the words it works with."""
    urlopen(f"{served.url}/kk/search/?q=court", timeout=300).read()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_pages_of_the_search_fit_and_have_nothing_for_axe_to_find(browser, served, axe, lang):
    reader = Person(browser, served.url, lang, axe)
    for path in (
        "search/",
        "search/?q=зейнетақы құқығы",
        "search/?q=ст. 33&on=2020-01-01",
        "search/?q=zzyzxq&kind=case",
        "search/?q=суд&kind=decision&order=newest&widen=false",
    ):
        reader.go(path)
        reader.look()
    reader.page.set_viewport_size({"width": 320, "height": 700})
    reader.go("search/?q=жеке өмірге қол сұғылмаушылық")
    assert reader.page.evaluate(OVER) <= 0
    reader.leave()


def test_the_answer_comes_as_one_types_and_arrows_walk_through_it(browser, served):
    reader = Person(browser, served.url, "en")
    reader.go("search/")
    box = reader.page.locator("#question")
    box.press_sequentially("court")
    reader.page.wait_for_selector("#hits .hit__title")
    assert "q=court" in reader.page.url and "part=" not in reader.page.url
    assert "results" in reader.page.locator("#told").inner_text()

    box.press("ArrowDown")
    first = reader.page.evaluate("document.activeElement.href")
    reader.page.keyboard.press("ArrowDown")
    assert reader.page.evaluate("document.activeElement.href") != first
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowUp")
    assert reader.page.evaluate("document.activeElement.id") == "question"
    box.press("ArrowDown")
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate("document.activeElement.id") == "question"

    reader.page.locator("#more a").click()
    reader.page.wait_for_selector("#hits > li:nth-child(40)")
    assert "after=" not in reader.page.url
    reader.leave()


def test_a_search_is_kept_and_dropped_on_pages_that_fit(browser, served, axe):
    reader = Person(browser, served.url, "kk", axe)
    reader.become("aigul")
    reader.go("search/?q=зейнетақы")
    reader.page.get_by_text(reader.says("search.save"), exact=True).click()
    reader.look()
    reader.press("search.save_do")
    assert reader.reads(reader.says("search.saved.told", name="зейнетақы"))
    reader.look()

    reader.page.locator(".kept summary").first.click()
    reader.look()
    reader.page.locator(".kept summary").nth(1).click()
    reader.page.locator("button[value=drop]").click()
    assert reader.reads(reader.says("search.saved.told.drop", name="зейнетақы"))
    reader.leave()


def test_all_of_it_works_without_a_script(browser, served):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}/kk/")
    page.fill("#s1", "казакстан")
    page.press("#s1", "Enter")
    assert page.locator("#hits > li").count() == 20
    page.click("#more a")
    assert "after=" in page.url and page.locator("#hits > li").count() == 20
    page.goto(f"{served.url}/kk/norms/")
    page.click(".tool--menu")
    page.fill("#find-menu", "сот")
    page.press("#find-menu", "Enter")
    assert "/kk/search/?q=" in page.url
    context.close()
