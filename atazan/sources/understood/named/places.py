"""Places by name, in any case, in three languages."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from atazan.sources.understood.named.line import Line
from atazan.words import LANGS, Lang
from atazan.words.word import folded

_TABLE = Path(__file__).with_name("places.txt")
_HOME = "қазақстан"
_KAZAKH_ENDING = re.compile(
    r"-?(?:(?:ы|і|сы|сі)?(?:н[ыі]ң|д[ыі]ң|т[ыі]ң|н[ыі]|д[ыі]|т[ыі]|ға|ге|қа|ке|на|не|н?да|н?де|та|те|дан|ден|"
    r"тан|тен|нан|нен|мен|бен|пен|н)?(?:ғы|гі)?)"
)
_CYRILLIC_ENDING = re.compile(
    r"-?(?:а|я|ы|и|у|ю|е|о|ой|ей|ом|ем|ём|ам|ям|ами|ями|ах|ях|ию|ией|ии)?"
)
_SOFT = re.compile(r"[аяыийоеьъ]$")
_ADJECTIVE = re.compile(r"(?:ая|ое|ее|ый|ий|ой|яя|ые|ие)$")
_ADJECTIVE_ENDING = re.compile(
    r"(?:ая|ую|ой|ое|ее|его|ого|ому|ему|ом|ем|ый|ий|ым|им|ые|ие|ых|их|ыми|ими|ей)"
)


class Place(NamedTuple):
    """A place of the table: its name in the nominative, and whether it is Kazakhstan itself."""

    name: str
    home: bool


class _Entry(NamedTuple):
    words: tuple[str, ...]
    place: Place


@lru_cache(maxsize=3)
def _entries(lang: Lang) -> dict[str, tuple[_Entry, ...]]:
    """The names of a language by the first letters of their first word, longest first."""
    found: dict[str, list[_Entry]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        columns = [column.split(", ") for column in line.split(" | ")]
        home = columns[0][0].lower() == _HOME
        for name in columns[LANGS.index(lang)]:
            words = tuple(folded(word) for word in name.split())
            found.setdefault(_start(words[0], lang), []).append(_Entry(words, Place(name, home)))
    return {
        start: tuple(sorted(some, key=lambda one: -len(one.words))) for start, some in found.items()
    }


def _start(small: str, lang: Lang) -> str:
    return small if lang == "en" else small[:3]


@lru_cache(maxsize=50_000)
def _is(small: str, name: str, lang: Lang, last: bool) -> bool:
    """Whether a folded word is a form of a word of a name; only the last is declined in Kazakh."""
    if small == name:
        return True
    if lang == "en":
        return last and small in (name + "'s", name + "'")
    if lang == "kk":
        return last and small.startswith(name) and bool(_KAZAKH_ENDING.fullmatch(small, len(name)))
    if _ADJECTIVE.search(name):
        stem = _ADJECTIVE.sub("", name)
        return small.startswith(stem) and bool(_ADJECTIVE_ENDING.fullmatch(small, len(stem)))
    stem = _SOFT.sub("", name)
    if name[-1] in "иеуо":  # Баку, Чили, Осло: not declined
        return False
    return (
        len(stem) > 2
        and small.startswith(stem)
        and bool(_CYRILLIC_ENDING.fullmatch(small, len(stem)))
    )


def place_at(line: Line, at: int) -> tuple[int, Place] | None:
    """The place named from a word on: its last word and itself."""
    words, lang = line.words, line.lang
    if at >= len(words) or not (words[at].capital or words[at].small in _LEADS):
        return None
    for entry in _entries(lang).get(_start(words[at].small.removesuffix("'s"), lang), ()):
        last = at + len(entry.words) - 1
        if last < len(words) and _matches(line, at, entry.words):
            return last, entry.place
    return None


_LEADS = frozenset(("город", "города", "городе", "область", "области", "областью"))


def _matches(line: Line, at: int, names: tuple[str, ...]) -> bool:
    for offset, name in enumerate(names):
        if offset and not line.joined(at + offset):
            return False
        if not _is(line.words[at + offset].small, name, line.lang, offset == len(names) - 1):
            return False
    return any(line.words[at + offset].capital for offset in range(len(names)))
