"""What a word is made of here: its place, its readings, its letters brought to one writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

Lang = Literal["kk", "ru", "en"]
LANGS: tuple[Lang, ...] = ("kk", "ru", "en")

LONGEST = 60
"""Characters of a word that are looked at; words of a language are shorter."""

_APOSTROPHES = str.maketrans("’ʼ‘`", "'" * 4)
_MARKS = re.compile("[\u0300-\u036f]")
_LATIN_ALIKE = "aceopxyhkmtibä"
_CYRILLIC_ALIKE = "асеорхуһкмтівә"
_TO_CYRILLIC = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_TO_LATIN = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)
_KAZAKH = re.compile(r"[әғқңөұүһіğıñş]")
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
    """The word in small letters, composed; lookalikes from the other alphabet put right.

    >>> folded("Kонституция"), folded("QUORUM"), folded("cоurt")
    ('конституция', 'quorum', 'court')
    """
    small = word[:LONGEST].lower()
    if not small.isascii():
        small = _MARKS.sub("", unicodedata.normalize("NFKC", small).translate(_APOSTROPHES))
        if _LATIN.search(small) and _CYRILLIC.search(small):
            small = _of_one_alphabet(small)
    return small


def _of_one_alphabet(word: str) -> str:
    """A word of two alphabets in the one most of its letters are of, where lookalikes allow."""
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    one = word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)
    return word if _LATIN.search(one) and _CYRILLIC.search(one) else one


def own_lang(word: str, lang: Lang) -> Lang:
    """The language a folded word is surely of by its letters, else `lang`, that of the text.

    >>> own_lang("құқық", "ru"), own_lang("court", "kk"), own_lang("суд", "en")
    ('kk', 'en', 'ru')
    """
    if word.isascii():
        return "en"
    if _KAZAKH.search(word):
        return "kk"
    cyrillic = _CYRILLIC.search(word)
    if lang == "en" and cyrillic:
        return "ru"
    return "en" if lang == "ru" and not cyrillic and _LATIN.search(word) else lang


def table_lines(path: Path) -> Iterator[list[str]]:
    """The fields of each line of a data file; `#` begins a remark."""
    for line in path.read_text("utf-8").splitlines():
        fields = line.partition("#")[0].split()
        if fields:
            yield fields
