"""What a written word may be in names, looked up once and kept."""

from __future__ import annotations

from functools import lru_cache

from atazan.sources.understood.named.forms import Form, form
from atazan.sources.understood.named.heads import Head, beginnings
from atazan.sources.understood.named.known import is_listed, is_short, known_from
from atazan.sources.understood.named.placed import Entry, places_from
from atazan.words import Lang, readings
from atazan.words.word import folded

_MOST = 25_000


class Look:
    """A written word of a language: whether it begins or heads a name.

    `quiet`: no name is told by it; `loud`: one may be, by it or by its capital. `ending`: the
    length of an English possessive ending.
    """

    __slots__ = (
        "_form",
        "capital",
        "ending",
        "head",
        "lang",
        "loud",
        "places",
        "quiet",
        "short",
        "small",
        "titles",
    )

    def __init__(self, word: str, lang: Lang) -> None:
        self.lang: Lang = lang
        self.small = folded(word)
        self.ending = 0
        if lang == "en":
            self.ending = 2 if self.small.endswith("'s") else 1 if self.small.endswith("'") else 0
        self.capital = word[0].isupper()
        bare = self.small[: len(self.small) - self.ending] if self.ending else self.small
        self._form: Form | None = None
        self.head: Head | None = (
            form(_singular(bare, lang), lang).head if bare[:3] in beginnings(lang) else None
        )
        self.places: tuple[Entry, ...] = places_from(bare, self.capital, lang)
        self.titles = known_from(word) if self.capital else ()
        self.short = self.capital and not self.places and is_short(word) and not self._a_word(word)
        self.quiet = not (self.head or self.places or self.short or self.titles)
        self.loud = self.capital or not self.quiet

    def _a_word(self, word: str) -> bool:
        """Whether a word in capitals is a common word, not an abbreviation: ҚАУЛЫ."""
        if len(word) < 4 or is_listed(word):
            return False
        return any(one.known and "abbr" not in one.tags for one in readings(self.small, self.lang))

    @property
    def form(self) -> Form:
        """The form of the word, worked out when first asked for."""
        if self._form is None:
            self._form = form(self.small, self.lang)
        return self._form


class _Looks(dict[str, Look]):
    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang: Lang = lang

    def __missing__(self, word: str) -> Look:
        if len(self) >= _MOST:
            self.clear()
        found = Look(word, self._lang)
        self[word] = found
        return found


@lru_cache(maxsize=3)
def looks(lang: Lang) -> dict[str, Look]:
    """The looks of the words of a language by the word as written, worked out when asked for."""
    return _Looks(lang)


def _singular(small: str, lang: Lang) -> str:
    """An English word in the singular, where it is a regular plural of a head."""
    if lang != "en" or not small.endswith("s"):
        return small
    one = small[:-3] + "y" if small.endswith("ies") else small[:-1]
    return one if one[:3] in beginnings(lang) and form(one, lang).head else small
