"""What cannot be exported, and why, for a reader."""

from __future__ import annotations

from atazan.rules.text import Lang
from atazan.rules.words import phrase


class ExportRefused(ValueError):
    """A text cannot be given in the form asked for; `says` tells why and what to do."""

    def __init__(self, key: str, **facts: object) -> None:
        self.key, self.facts = key, facts
        super().__init__(self.says("en"))

    def says(self, lang: Lang) -> str:
        """The sentence for a reader."""
        return phrase(f"law.export.{self.key}", lang, self.facts)
