"""What the text of a decision cites: provisions as they stood that day, other decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from atazan.decisions.descriptions import anchor
from atazan.law.cited import Citation, citations
from atazan.rules.citation import Provision
from atazan.rules.text import Lang
from atazan.rules.works import works

_READ: tuple[Lang, ...] = ("kk", "ru")


class CitedHere(Struct, frozen=True):
    """One provision (`whole` for an act named alone) and the paragraphs that cite it."""

    where: Provision
    anchors: tuple[str, ...]


class Cites(Struct, frozen=True):
    """What a text cites. `decisions` are ids of the record with the paragraphs that name them."""

    provisions: tuple[CitedHere, ...] = ()
    decisions: tuple[tuple[str, tuple[str, ...]], ...] = ()


def cites_of(texts: Mapping[str, list[str]], made: date | None) -> Cites:
    """Read from the Kazakh and the Russian text alike, in the order of first mention.

    `made`: the citing day, on which the provisions are read. What the recogniser leaves open (see
    docs/reference/citations.md) is left out.
    """
    provisions: dict[tuple[str, str], dict[str, None]] = {}
    decisions: dict[str, dict[str, None]] = {}
    for at, one in _read(texts, made):
        if one.work is None or one.work.id is None or one.why:
            continue
        if one.work.id in works():
            for eid in one.targets or ("whole",):
                provisions.setdefault((one.work.id, eid), {})[at] = None
        elif "/judgment/" in one.work.uri:
            decisions.setdefault(one.work.id, {})[at] = None
    return Cites(
        tuple(CitedHere(Provision(*key), tuple(at)) for key, at in provisions.items()),
        tuple((id, tuple(at)) for id, at in decisions.items()),
    )


def _read(texts: Mapping[str, list[str]], made: date | None) -> Iterator[tuple[str, Citation]]:
    longest = max((len(one) for one in texts.values()), default=0)
    for place in range(longest):
        for lang in _READ:
            told = texts.get(lang, [])
            if place < len(told):
                for one in citations(told[place], lang, None, made):
                    yield anchor(place + 1), one
