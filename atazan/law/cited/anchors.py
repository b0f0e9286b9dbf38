"""Places in a text where a citation may begin, found by search for a few letters each."""

from __future__ import annotations

import re

_FIGURES = re.compile("|".join(f"{one}[0-9]*" for one in range(10)))
"""Each figure as its own alternative: searched several times faster than a class of figures."""

_LETTERS = (
    ("this", ("астоящ", "осы ", "Осы ", "his ")),
    (
        "same",
        tuple(" же |казанн|азванн|сол |Сол |аталған |Аталған |рсетілген |same | said ".split("|")),
    ),
    (
        "name",
        tuple(
            "одекс|пакт|онвенци|екларац|татут|ООН|арғысы"
            "| Code|ovenant|onvention|eclaration| Charter| Statute".split("|")
        ),
    ),
    ("law", ("Law on", "Law “", "туралы»", 'туралы"')),
)
_NUMERALS = "IVXІ"
_BEFORE_NUMERAL = frozenset(" \n\xa0(")
_AFTER_LAW = frozenset(" ауе")


def anchors(text: str) -> list[tuple[int, int, str]]:
    """Places in order, each with its kind, a figure (`n`) with its end as well."""
    places = [(*match.span(), "n") for match in _FIGURES.finditer(text)]
    figures = len(places)
    for kind, listed in _LETTERS:
        for letters in listed:
            at = text.find(letters)
            while at >= 0:
                places.append((at, at, kind))
                at = text.find(letters, at + 1)
    at = text.find("акон")
    while at >= 0:
        if text[at + 4 : at + 5] in _AFTER_LAW:
            places.append((at, at, "law"))
        at = text.find("акон", at + 1)
    for numeral in _NUMERALS:
        at = text.find(numeral)
        while at >= 0:
            if not at or text[at - 1] in _BEFORE_NUMERAL:
                places.append((at, at, "roman"))
            at = text.find(numeral, at + 1)
    if len(places) > figures:
        places.sort()
    return places
