"""A lawyer with a phone reads the law: the act, an article, two days, two languages, to print."""

import pytest

from tests.browser.walking import Person

pytestmark = [pytest.mark.browser, pytest.mark.corpus]
ACT = "norms/cl-court-2022"


def test_a_lawyer_goes_from_the_act_to_what_changed_an_article_and_why(browser, served, axe):
    lawyer = Person(browser, served.url, "kk", axe)
    lawyer.go(ACT)
    lawyer.look()
    assert lawyer.page.locator("section.art[id^=art_]").count() > 60

    lawyer.page.locator(".contents summary").nth(1).click()
    lawyer.page.locator(".contents details[open] a[href^='#art_']").first.click()
    assert "#art_" in lawyer.page.url

    lawyer.go(f"{ACT}/art_45")
    lawyer.look()
    assert lawyer.page.locator(".leaf .row").count() >= 2
    there = lawyer.page.locator(".leaf a.to").first.get_attribute("href")
    assert "?on=" in there and lawyer.fetch(there).status == 200

    lawyer.open("law.in.both")
    lawyer.look()
    assert (
        lawyer.page.locator(".pair [lang=kk]").count()
        == lawyer.page.locator(".pair [lang=ru]").count()
    )

    lawyer.open("law.do.compare")
    lawyer.look()
    assert lawyer.page.locator("ins").count() and lawyer.page.locator("del").count()
    lawyer.leave()


def test_pages_that_compare_fit_a_phone_and_have_nothing_for_axe_to_find(browser, served, axe):
    lawyer = Person(browser, served.url, "kk", axe)
    for path in (
        f"{ACT}/languages",
        f"{ACT}/conformity?text_of=2023-07-01",
        "norms/concordance?kind=new",
        f"{ACT}/art_40?on=2026-06-30&known=2020-01-01",
        f"{ACT}/art_45?print=1",
    ):
        lawyer.go(path)
        lawyer.look()
    lawyer.leave()
