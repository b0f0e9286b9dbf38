"""What cannot be opened: the value, the rule and what to do next, in the reader's language."""

from __future__ import annotations

from atazan.rules.text import Lang
from atazan.rules.words import phrase


class Unopened(ValueError):
    """A source is refused: `why` names `sources.opened.bad.WHY`, `says` tells it in a language."""

    def __init__(self, why: str, place: str, /, **facts: object) -> None:
        self.why, self.place = why, place
        self.facts: dict[str, object] = {"place": place or "—", **facts}
        super().__init__(self.says("en"))

    @property
    def key(self) -> str:
        """The key of the phrase."""
        return f"sources.opened.bad.{self.why}"

    def says(self, lang: Lang) -> str:
        """The refusal in one language."""
        return phrase(self.key, lang, self.facts)
