"""A sentence as names are looked for in it, and the phrases found."""

from __future__ import annotations

import re
from typing import NamedTuple

from atazan.sources.understood.mention import Sort
from atazan.sources.understood.named.forms import Agreed, Form, form
from atazan.sources.understood.named.heads import Head
from atazan.sources.understood.sentences import Sentence, Word
from atazan.words import Lang

_OPENS = re.compile(r"[ \u00a0]?[«“„\"]")
_CLOSES = {"«": "»", "“": "”", "„": "“", '"': '"'}
LONGEST_TITLE = 200
"""Characters of a quoted title at most."""


class Phrase(NamedTuple):
    """Words of a sentence that name something: first, head and last word; `end` is of the text.

    `agreed`: the cases and numbers its head may stand in.
    """

    head: Head
    first: int
    at: int
    last: int
    start: int
    end: int
    agreed: frozenset[Agreed] = frozenset()

    @property
    def sort(self) -> Sort:
        return self.head.sort


class Line:
    """A sentence with the text it stands in."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text, self.sentence = text, sentence
        self.words: tuple[Word, ...] = sentence.words
        self.lang: Lang = sentence.lang

    def form(self, at: int) -> Form:
        """The form of a word of the line."""
        return form(self.words[at].small, self.lang)

    def joined(self, at: int) -> bool:
        """Whether nothing but spaces stands between a word and the one before it."""
        return 0 < at < len(self.words) and not self.between(at).strip()

    def between(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def capital(self, at: int) -> bool:
        """Whether a word has a capital that the beginning of the sentence does not explain."""
        return self.words[at].capital and not self.opens(at)

    def opens(self, at: int) -> bool:
        """Whether a word stands where any word has a capital: first, or after a colon or quote."""
        return at == 0 or (
            not self.words[at].word[1:2].isupper() and self.between(at)[-1:] in '«“"—–-:('
        )

    def quoted(self, end: int) -> int:
        """The end of the quoted title that begins right after a place of the text; 0 if none."""
        opening = _OPENS.match(self.text, end)
        if not opening:
            return 0
        mark = opening[0][-1]
        closing, depth = _CLOSES[mark], 0
        for at in range(opening.end(), min(opening.end() + LONGEST_TITLE, self.sentence.end)):
            one = self.text[at]
            if one == closing:
                if not depth:
                    return at + 1
                depth -= 1
            elif one == mark:
                depth += 1
        return 0

    def word_before(self, end: int) -> int:
        """The last word that ends by a place of the text."""
        last = -1
        for at, one in enumerate(self.words):
            if one.end > end:
                break
            last = at
        return last
