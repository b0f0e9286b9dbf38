"""Names that are known: abbreviations, names of several words no head word tells."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from atazan.sources.understood.named.heads import listed

_TABLE = Path(__file__).with_name("abbreviations.txt")
_NOT_BODIES = listed("all", "not_bodies")
_ROMAN = re.compile(r"[IVXLCІХМ]+")
_CAPITALS = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{3,7}s?(?:-[а-яәғқңөұүһі]{1,5})?")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, tuple[tuple[str, ...], ...]]]:
    """Ids of the names of one word, and the words of the longer ones by the first."""
    ids: dict[str, str] = {}
    longer: dict[str, list[tuple[str, ...]]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, known = line.split(" | ")
            ids[name] = "" if known == "-" else known
            if " " in name or "." in name:
                words = tuple(re.split(r"[ .]", name))
                longer.setdefault(words[0][:4], []).append(words)
    return ids, {
        first: tuple(sorted(some, key=len, reverse=True)) for first, some in longer.items()
    }


def abbreviated(word: str) -> str:
    """A word without the ending that a hyphen or apostrophe joins to an abbreviation: БҰҰ-ның."""
    bare, hyphen, ending = word.partition("-")
    if hyphen and ending.islower() and (bare.isupper() or bare in _table()[0]):
        return bare
    return word.removesuffix("'s").removesuffix("’s")


def is_listed(word: str) -> bool:
    """Whether the table has the word, its ending aside."""
    return abbreviated(word) in _table()[0]


def is_short(word: str) -> bool:
    """Whether a word is an abbreviation or a known name of one word of a body."""
    bare = abbreviated(word)
    if bare in _table()[0]:
        return True
    return (
        bool(_CAPITALS.fullmatch(word)) and bare not in _NOT_BODIES and not _ROMAN.fullmatch(bare)
    )


def known_from(word: str) -> tuple[tuple[str, ...], ...]:
    """Known names of several words that begin with a word, longest first, each as its words."""
    return tuple(names for names in _table()[1].get(word[:4], ()) if same(word, names[0]))


def same(word: str, name: str) -> bool:
    """Whether a word is that of a known name, in whatever case."""
    if word == name:
        return True
    return len(name) > 3 and word.startswith(name[:-1]) and len(word) - len(name) <= 4


def short_id(name: str) -> str:
    """The id of a known short name, "" where it has none."""
    return _table()[0].get(name, "")
