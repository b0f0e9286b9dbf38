"""A person before the browser: changes with the demo's switcher, reads and clicks words."""

from __future__ import annotations

import re
from typing import Any

from atazan.rules.text import Lang
from atazan.rules.words import phrase

WRONG = (
    "axe.run({resultTypes: ['violations']})"
    ".then(found => found.violations.map(v => v.id + ' ' + v.nodes[0].html))"
)
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_REFUSED = "status of 422"
"""What the browser's console says of a form that was refused, as it should be."""


class Person:
    """Whoever sits before the browser; `axe` is its source, or None where it need not look.

    Buttons, links and labels are found by their words; `key` is that of a phrase.
    """

    def __init__(self, browser: Any, url: str, lang: Lang, axe: str | None = None) -> None:
        self.context = browser.new_context(viewport={"width": 390, "height": 844})
        self.page = self.context.new_page()
        self.url, self.lang, self.axe = url, lang, axe
        self.told: list[str] = []
        self.page.on("console", lambda one: self._told(one) if one.type == "error" else None)
        self.page.on("pageerror", lambda one: self.told.append(str(one)))

    def _told(self, one: Any) -> None:
        if _REFUSED not in one.text:
            self.told.append(f"{self.page.url}: {one.text}")

    def says(self, key: str, **facts: object) -> str:
        return phrase(key, self.lang, facts)

    def go(self, path: str) -> Any:
        return self.page.goto(f"{self.url}/{self.lang}/{path}")

    def become(self, name: str) -> None:
        """Sign in with the demo's switcher."""
        self.go("demo/")
        mine = self.page.locator("li", has=self.page.locator(f"input[name=name][value='{name}']"))
        mine.get_by_role("button").click()

    def link(self, words: str, exact: bool = True) -> None:
        self.page.locator("main").get_by_role("link", name=words, exact=exact).first.click()

    def open(self, key: str, **facts: object) -> None:
        """Follow the link with these words."""
        self.link(self.says(key, **facts))

    def press(self, key: str) -> None:
        """Press the button with these words."""
        words = self.says(key)
        self.page.locator("main").get_by_role("button", name=words, exact=True).first.click()

    def write(self, key: str, words: str) -> None:
        """Write into the field with this label, whatever stands beside the label."""
        label = re.compile("^" + re.escape(self.says(key)))
        self.page.locator("main").get_by_label(label).first.fill(words)

    def choose(self, key: str) -> None:
        """Choose or tick what these words stand beside."""
        label = re.compile("^" + re.escape(self.says(key)))
        self.page.locator("main").get_by_label(label).first.check()

    def reads(self, words: str) -> bool:
        """Whether the page says these words, however its lines break."""
        found = re.sub(r"\s+", " ", self.page.locator("main").inner_text())
        return re.sub(r"\s+", " ", words) in found

    def fits(self) -> None:
        """Nothing of the page goes over the edge of a phone."""
        self.page.wait_for_load_state()
        assert self.page.evaluate(OVER) <= 0, self.page.url

    def look(self) -> None:
        """The page fits, and axe finds nothing on it, where it looks."""
        self.fits()
        if self.axe is not None:
            self.page.evaluate(self.axe)
            found = self.page.evaluate(WRONG)
            assert found == [], (self.page.url, found)

    def token(self) -> str:
        """What a form of the page is sent with."""
        return str(self.page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value"))

    def send(self, path: str, **fields: str) -> Any:
        """Send a form without the page being drawn; the answer is not followed."""
        return self.page.request.post(
            f"{self.url}/{self.lang}/{path}", form=fields, max_redirects=0
        )

    def fetch(self, address: str) -> Any:
        """What stands at an address of this portal, for this person."""
        return self.page.request.get(address if "://" in address else f"{self.url}{address}")

    def leave(self) -> None:
        """Close the browser; its console had nothing to say."""
        self.context.close()
        assert self.told == []
