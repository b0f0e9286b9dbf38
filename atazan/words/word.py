"""What a word is made of here: its place, its readings, its letters brought to one writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal, NamedTuple

Lang = Literal["kk", "ru", "en"]
LANGS: tuple[Lang, ...] = ("kk", "ru", "en")

LONGEST = 60
"""Characters of a word that are looked at; words of a language are shorter."""

_LATIN_IN_CYRILLIC = str.maketrans("aceopxyhkmtibä", "асеорхуһкмтівә")
_KAZAKH = re.compile(r"[әғқңөұүһі]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-zà-ɏ]")


class Token(NamedTuple):
    """A word or number and where it stands in the text (code points, `end` exclusive).

    `word` is as written, without soft hyphens and characters that have no width.
    """

    word: str
    start: int
    end: int


class Reading(NamedTuple):
    """One way to read a word: dictionary form, stem, tags; `known` if its lemma is in a lexicon."""

    lemma: str
    stem: str
    tags: tuple[str, ...]
    known: bool


class Passage(NamedTuple):
    """A run of a text in one language (code points, `end` exclusive)."""

    start: int
    end: int
    lang: Lang


class Memo(dict[str, str]):
    """What was worked out for a word is kept; emptied when it holds `most` words."""

    def __init__(self, work: Callable[[str], str], most: int = 200_000) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, word: str) -> str:
        if len(self) >= self._most:
            self.clear()
        found = self._work(word)
        if len(word) <= LONGEST:
            self[word] = found
        return found


def folded(word: str) -> str:
    """The word in small letters, composed; Latin lookalikes inside a Cyrillic word made Cyrillic.

    >>> folded("Kонституция"), folded("QUORUM")
    ('конституция', 'quorum')
    """
    small = word[:LONGEST].lower()
    if not small.isascii():
        small = unicodedata.normalize("NFKC", small).replace("’", "'").replace("ʼ", "'")
        if _LATIN.search(small) and _CYRILLIC.search(small):
            small = small.translate(_LATIN_IN_CYRILLIC)
    return small


def own_lang(word: str, lang: Lang) -> Lang:
    """The language a folded word is surely of by its letters, else `lang`, that of the text.

    >>> own_lang("құқық", "ru"), own_lang("court", "kk"), own_lang("суд", "en")
    ('kk', 'en', 'ru')
    """
    if word.isascii():
        return "en"
    if _KAZAKH.search(word):
        return "kk"
    if lang == "en" and _CYRILLIC.search(word):
        return "ru"
    return lang
