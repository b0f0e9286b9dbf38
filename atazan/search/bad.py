"""A question that cannot be answered, said in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from atazan.rules.text import Lang
from atazan.rules.words import phrase


class BadQuestion(ValueError):
    """The question cannot be so: names the value, the rule and what to do next."""

    def __init__(self, key: str, facts: Mapping[str, object] | None = None) -> None:
        self.key, self.facts = key, dict(facts or {})
        super().__init__(phrase(key, "en", self.facts))

    def says(self, lang: Lang) -> str:
        """What is wrong, in one language."""
        return phrase(self.key, lang, self.facts)


class IndexBusy(RuntimeError):
    """Another process writes the index and did not finish while we waited."""

    key = "search.bad.busy"
    facts: Mapping[str, object] = {}

    def says(self, lang: Lang) -> str:
        """What is the matter, in one language."""
        return phrase(self.key, lang, self.facts)


class ServerFails(IndexBusy):
    """The server that keeps the index is silent, or refuses: names it, the reason and what to do.

    Who asks is told as when the index is busy: it cannot be asked now.
    """

    def __init__(self, key: str, facts: Mapping[str, object]) -> None:
        self.key, self.facts = key, dict(facts)
        super().__init__(phrase(key, "en", self.facts))
