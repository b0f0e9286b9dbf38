"""Numbers of provisions as they are written: single, inserted (`2-1`), listed, in ranges, ordinals."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re

LONGEST = 1000
"""A range of more than this many numbers is no range of provisions."""

_RU = "перв втор трет четв[её]рт пят шест седьм восьм девят десят одиннадцат двенадцат".split()
_KK = (
    "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы "
    "он_бірінші он_екінші"
).split()
_EN = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_EN_COUNT = "one two three four five six seven eight nine ten eleven twelve".split()
RU_ORDINAL = rf"(?:{'|'.join(_RU)})(?:ь?(?:ыми|ими|ого|его|ому|ему|ый|ой|ий|ая|ое|ым|им|ом|ем|ую|ей|ые|ых|их)|ья|ье|ью|ьи)"
KK_ORDINAL = rf"(?:{'|'.join(w.replace('_', ' ') for w in reversed(_KK))})"
EN_ORDINAL = rf"(?:{'|'.join(_EN)})"
EN_COUNT = rf"(?:{'|'.join(_EN_COUNT)})"


_ENDINGS = (
    "ыми ими ого его ому ему ый ой ий ая ое ым им ом ем ую ей ые ых их "
    "ьими ьего ьему ья ье ью ьи ьим ьем ьей ьих"
).split()
BEFORE = frozenset(
    [stem + end for stem in [*_RU, "четверт", "четвёрт"] for end in _ENDINGS]
    + [*_EN, *_EN_COUNT, "of", "the", "part", "parts", "paragraph", "paragraphs"]
    + [f"част{end}" for end in ("ь", "и", "ью", "ей", "ям", "ями", "ях")]
    + [f"абзац{end}" for end in ("", "а", "у", "ем", "е", "ы", "ев", "ам", "ами", "ах")]
)
"""Words before a run that may belong to it: "части второй | статьи 5", "second part of | article 5"."""


def may_go_before(ahead: str) -> bool:
    """Whether the last word of what stands before a run may belong to it."""
    words = ahead.split()
    if not words:
        return False
    word = words[-1].lower()
    return word in BEFORE or (
        ("–" in word or "-" in word or "—" in word) and re.split("[-–—]", word)[-1] in BEFORE
    )


class Ambiguous(ValueError):
    """A number that can be read as an inserted one and as a range."""


def ordinal(word: str) -> str:
    """The figure of an ordinal in Russian, Kazakh or English.

    >>> ordinal("второй"), ordinal("екінші"), ordinal("second")
    ('2', '2', '2')
    """
    word = word.lower().replace("ё", "е")
    for words in (_KK, _EN, _EN_COUNT):
        if word.replace(" ", "_") in words:
            return str(words.index(word.replace(" ", "_")) + 1)
    stems = [n for n, stem in enumerate(_RU, 1) if re.match(stem, word)]
    return str(stems[-1]) if stems else ""


def upto(first: str, last: str) -> list[str]:
    """Every number of a range. Inserted numbers stand only at its ends: none is made up between.

    >>> upto("11", "13"), upto("2-1", "4"), upto("5", "7-2")
    (['11', '12', '13'], ['2-1', '3', '4'], ['5', '6', '7', '7-2'])
    """
    if not (first[:1].isdigit() and last[:1].isdigit()):
        return [first, last]
    low, high = int(first.split("-")[0]), int(last.split("-")[0])
    if not 0 <= high - low <= LONGEST:
        raise Ambiguous(f"{first}-{last}")
    whole = [str(n) for n in range(low + 1, high + 1)]
    found = [first, *whole]
    return found if last == found[-1] else [*found, last]


def joined(written: str, plural: bool | None) -> list[str]:
    """A number with a hyphen in it: an inserted one, or a range written with a hyphen.

    `plural` says whether the word for the level is surely plural, surely singular, or may be either
    (None). Raises Ambiguous where both readings stand.

    >>> joined("2-1", None), joined("11-13", True), joined("11-13", None)
    (['2-1'], ['11', '12', '13'], ['11', '12', '13'])
    """
    if "." in written:
        raise Ambiguous(written)
    steps = written.split("-")
    if len(steps) != 2 or int(steps[1]) <= int(steps[0]):
        return [written]
    if plural or (plural is None and int(steps[1]) > 9):
        return upto(*steps)
    raise Ambiguous(written)
