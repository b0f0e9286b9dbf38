"""A source that cannot be read as a law: which file, where, and what to do."""

from __future__ import annotations

from atazan.rules.text import Lang
from atazan.rules.words import phrase


class UnreadText(ValueError):
    """A file is refused whole: `why` names `text.unread.WHY`, `says` tells it in a language."""

    def __init__(self, why: str, file: str, /, **facts: object) -> None:
        self.why, self.file = why, file
        self.facts: dict[str, object] = {"file": file or "—", **facts}
        super().__init__(self.says("en"))

    def says(self, lang: Lang) -> str:
        """The refusal in one language."""
        return phrase(f"text.unread.{self.why}", lang, self.facts)


class TextLost(UnreadText):
    """What was read is not all the source says: `wanted` stood there, `got` was read.

    `place` counts letters of the text without blanks from 0.
    """

    def __init__(self, file: str, source: str, read: str) -> None:
        pairs = enumerate(zip(source, read, strict=False))
        place = next((n for n, (x, y) in pairs if x != y), min(len(source), len(read)))
        self.place, self.wanted, self.got = (
            place,
            source[place : place + 60],
            read[place : place + 60],
        )
        super().__init__("lost", file, place=place, wanted=self.wanted, got=self.got)
