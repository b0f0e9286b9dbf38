"""A sentence as names are looked for in it, and the phrases found."""

from __future__ import annotations

import re
from typing import NamedTuple

from atazan.sources.understood.mention import Sort
from atazan.sources.understood.named.forms import Agreed, Form
from atazan.sources.understood.named.heads import Head
from atazan.sources.understood.named.known import same
from atazan.sources.understood.named.looks import looks
from atazan.sources.understood.named.placed import Entry, Place
from atazan.sources.understood.sentences import Sentence, Word
from atazan.words import Lang

_OPENS = re.compile(r",?[ \u00a0]?[«“„\"]")
_CLOSES = {"«": "»", "“": "”", "„": "“", '"': '"'}
LONGEST_TITLE = 200
"""Characters of a quoted title at most."""


class Phrase(NamedTuple):
    """Words of a sentence that name something: first, head and last word; `end` is of the text.

    `agreed`: the cases and numbers its head may stand in. `title`: where in the text a quoted title
    in it stands. `owner`: for one of several bodies told by a head in the plural ("supreme courts
    of India and Nepal"), where the text says whose it is; the name is then of that one.
    """

    head: Head
    first: int
    at: int
    last: int
    start: int
    end: int
    agreed: frozenset[Agreed] = frozenset()
    title: tuple[int, int] = (0, 0)
    owner: tuple[int, int] = (0, 0)

    @property
    def sort(self) -> Sort:
        """What it names."""
        return self.head.sort


class Line:
    """A sentence with the text it stands in."""

    __slots__ = ("_placed", "lang", "looks", "loud", "sentence", "tails", "text", "words")

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text, self.sentence = text, sentence
        self.words: tuple[Word, ...] = sentence.words
        self.lang: Lang = sentence.lang
        known = looks(self.lang)
        self.looks = [known[word.word] for word in self.words]
        self.loud = [at for at, look in enumerate(self.looks) if look.loud]
        self.tails: dict[int, tuple[int, int, tuple[int, int]]] = {}
        self._placed: frozenset[int] | None = None

    def form(self, at: int) -> Form:
        """The form of a word of the line."""
        return self.looks[at].form

    def small(self, at: int) -> str:
        """A word in small letters, "" beyond the line."""
        return self.words[at].small if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Whether nothing but spaces stands between a word and the one before it."""
        words = self.words
        if not 0 < at < len(words):
            return False
        between = self.text[words[at - 1][2] : words[at][1]]
        return between == " " or between.isspace()

    def between(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def capital(self, at: int) -> bool:
        """Whether a word has a capital that the beginning of the sentence does not explain."""
        return self.looks[at].capital and not self.opens(at)

    def opens(self, at: int) -> bool:
        """Whether a word stands where any word has a capital: first, or after a colon or quote."""
        if at == 0:
            return True
        return self.between(at)[-1:] in '«“"—–-:(' and not self.words[at].word[1:2].isupper()

    def end(self, at: int) -> int:
        """Where a word ends in the text, an English possessive ending left out."""
        return self.words[at].end - self.looks[at].ending

    def place(self, at: int) -> tuple[int, Place] | None:
        """The place named from a word on: its last word and itself."""
        if at >= len(self.words) or self._surname(at):
            return None
        for entry in self.looks[at].places:
            more = len(entry.words) - 1
            if not more or (at + more < len(self.words) and self._goes_on(entry, at)):
                return at + more, entry.place
        return None

    def _surname(self, at: int) -> bool:
        """Whether a place's name is here a Kazakh surname: «Дәурен Сәтбаев»."""
        return (
            self.lang == "kk"
            and at > 0
            and self.looks[at - 1].capital
            and not self.looks[at - 1].places
            and not self.looks[at - 1].head
            and self.small(at).endswith(("аев", "беков", "баева"))
            and self.joined(at)
        )

    def _goes_on(self, entry: Entry, at: int) -> bool:
        """Whether the words after one go on with the name of a place."""
        return all(
            self.joined(at + offset)
            and entry.fits(self.looks[at + offset].small, offset, self.lang)
            for offset in range(1, len(entry.words))
        )

    def in_place(self, at: int) -> bool:
        """Whether a word is of the name of a place."""
        if self._placed is None:
            told = ((one, self.place(one)) for one in self.loud if self.looks[one].places)
            self._placed = frozenset(
                word for one, place in told if place for word in range(one, place[0] + 1)
            )
        return at in self._placed

    def title(self, at: int) -> int:
        """The last word of a known name of several words that begins with a word; -1 if none."""
        for names in self.looks[at].titles:
            last = at + len(names) - 1
            if last < len(self.words) and all(
                (not offset or not self.between(at + offset).strip(" ."))
                and same(self.words[at + offset].word, name)
                for offset, name in enumerate(names)
            ):
                return last
        return -1

    def quoted(self, end: int, comma: bool = False) -> int:
        """The end of the quoted title that begins right after a place of the text; 0 if none."""
        opening = _OPENS.match(self.text, end)
        if not opening or (opening[0][0] == "," and not comma):
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

    def word_before(self, end: int, after: int) -> int:
        """The last word that ends by a place of the text; `after` is one known to."""
        while after + 1 < len(self.words) and self.words[after + 1].end <= end:
            after += 1
        return after
