"""The table of places: their names in three languages, told in any case."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from atazan.words import LANGS, Lang
from atazan.words.word import folded

_TABLE = Path(__file__).with_name("places.txt")
_KAZAKH_ENDING = re.compile(
    r"-?(?:н[ыі]ң|д[ыі]ң|т[ыі]ң|н[ыі]|д[ыі]|т[ыі]|ға|ге|қа|ке|на|не|н?да|н?де|та|те|дан|ден|тан|тен|нан|нен|"
    r"мен|бен|пен|н)?(?:ғы|гі)?"
)
_RUSSIAN_ENDING = re.compile(
    r"(?:а|я|ы|и|у|ю|е|о|ой|ей|ом|ем|ём|ам|ям|ами|ями|ах|ях|ию|ией|ии|ью)?"
)
_SOFT = re.compile(r"[аяыийеоьъ]$")
_REGIONS = ("region", "regions")
_NOT_DECLINED = "иеуо"
_ADJECTIVE = re.compile(r"(?:ая|ое|ее|ый|ий|ой|яя|ые|ие)$")
_ADJECTIVE_ENDING = re.compile(
    r"(?:ая|ую|ой|ое|ее|его|ого|ому|ему|ом|ем|ый|ий|ым|им|ые|ие|ых|их|ыми|ими|ей)"
)


class Place(NamedTuple):
    """A place of the table: its name in the nominative, and the line of the table it stands in."""

    name: str
    row: int


class Entry(NamedTuple):
    """A name of a place by its words."""

    words: tuple[str, ...]
    place: Place

    def fits(self, small: str, offset: int, lang: Lang) -> bool:
        """Whether a folded word is a form of the word of the name at an offset."""
        own: Lang = "en" if self.words[0].isascii() else lang
        return _is(small, self.words[offset], own, offset == len(self.words) - 1)


@lru_cache(maxsize=3)
def _entries(lang: Lang) -> dict[str, tuple[Entry, ...]]:
    """The names of a language by the first letters of their first word, longest first."""
    found: dict[str, list[Entry]] = {}
    for row, line in enumerate(_TABLE.read_text("utf-8").splitlines()):
        if line and not line.startswith("#"):
            for name in line.split(" | ")[LANGS.index(lang)].split(", "):
                words = tuple(folded(word) for word in name.split())
                found.setdefault(words[0][:3], []).append(Entry(words, Place(name, row)))
    return {first: tuple(sorted(some, key=_shortness)) for first, some in found.items()}


def _shortness(one: Entry) -> int:
    return -len(one.words)


def places_from(small: str, capital: bool, lang: Lang) -> tuple[Entry, ...]:
    """The names of places that may begin with a folded word, longest first."""
    if not capital and small not in _LEADS:
        return ()
    if small.isascii():
        lang = "en"
    return tuple(one for one in _entries(lang).get(small[:3], ()) if one.fits(small, 0, lang))


_LEADS = frozenset(("область", "области", "областью"))


def _is(small: str, name: str, lang: Lang, last: bool) -> bool:
    """Whether a folded word is a form of a word of a name; only the last is declined in Kazakh."""
    if small == name:
        return True
    if lang == "en":
        return last and (small in (name + "'s", name + "'") or (name, small) == _REGIONS)
    if lang == "kk":
        return last and small.startswith(name) and bool(_KAZAKH_ENDING.fullmatch(small, len(name)))
    if _ADJECTIVE.search(name) and len(name) > 5:
        stem = _ADJECTIVE.sub("", name)
        return small.startswith(stem) and bool(_ADJECTIVE_ENDING.fullmatch(small, len(stem)))
    if name[-1] in _NOT_DECLINED:  # Баку, Чили, Осло
        return False
    stem = _SOFT.sub("", name)
    return (
        len(stem) > 2
        and small.startswith(stem)
        and bool(_RUSSIAN_ENDING.fullmatch(small, len(stem)))
    )


@lru_cache(maxsize=3)
def row_of(lang: Lang) -> dict[str, int]:
    """The line of the table by the name of a place."""
    return {one.place.name: one.place.row for some in _entries(lang).values() for one in some}
