"""Places in a text where a citation may begin, found by search for a few letters each."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIGURES = re.compile(r"[0-9]+")
_LETTERS = (
    ("this", ("астоящ", "осы ", "Осы ", "his ")),
    ("same", (" же ", "казанн", "азванн", "сол ", "аталған ", "рсетілген ", "same ", " said ")),
    (
        "name",
        ("одекс", "пакт", "онвенци", "екларац", " Code", "ovenant", "onvention", "eclaration"),
    ),
    ("law", ("акона", "акон ", "акону", "аконе", "Law on", "Law “", "туралы»", 'туралы"')),
)
_CAPITALS = (("this", ("НАСТОЯЩ",)), ("name", ("КОДЕКС", "ПАКТ")))
_SOME_CAPITALS = re.compile(r"[А-ЯЁ]{7}")


def anchors(text: str) -> list[tuple[int, str]]:
    """Places in order: `n` a figure, `this` and `same` pointing words, `name` and `law` acts."""
    places = [(match.start(), "n") for match in _FIGURES.finditer(text)]
    for kind, listed in _LETTERS:
        for letters in listed:
            places += [(at, kind) for at in _everywhere(text, letters)]
    places.sort()
    return places


def _everywhere(text: str, letters: str) -> Iterator[int]:
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)
