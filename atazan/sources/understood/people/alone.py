"""Single words that name a person: met in full elsewhere, titled, or of the register."""

from __future__ import annotations

from functools import lru_cache

from atazan.sources.understood.people import declined, given
from atazan.sources.understood.people.beside import Beside
from atazan.sources.understood.people.chained import Person, Persons
from atazan.sources.understood.people.chosen import asked, did
from atazan.sources.understood.people.known import Known
from atazan.sources.understood.people.parts import Part, Row
from atazan.sources.understood.people.spelt import Spelt, Way
from atazan.words import Lang


def single(
    alone: list[tuple[Row, int]], persons: Persons, beside: Beside, register: Known
) -> list[tuple[Spelt, Way, Person]]:
    """The single words that name a person, each with the person."""
    found = []
    for row, at in alone:
        part = row.parts[at]
        if beside.thing(row, part, part):
            continue
        ways = _ways(part.word.small.replace("ё", "е"), part.lang)
        met = _met(part, ways, persons)
        if met is None and _stands(row, part, ways, beside, register):
            way = _chosen(row, part, ways, beside, register)
            met = (
                way,
                persons.added(way, declined.respelt(part.word.word, way.family), part.word.start),
            )
        if met:
            found.append((Spelt(row, (part,), ways), *met))
    return found


def _chosen(row: Row, part: Part, ways: tuple[Way, ...], beside: Beside, register: Known) -> Way:
    """The way to read a surname that the text gives without a given name."""
    if part.lang != "ru" or len(ways) == 1:
        return ways[0]
    done = did(ways, row, part.at - 1, part.at + 1)
    if done is not None:
        return done
    cases = asked(row, part, beside)
    known = [one for one in ways if register.has(one.family)] or ways
    return next((one for one in known if one.cases & cases), known[0])


def _met(part: Part, ways: tuple[Way, ...], persons: Persons) -> tuple[Way, Person] | None:
    """The person a word is the surname of, else the one whose given name it is."""
    for way in ways:
        one = persons.of_family(way.family, part.word.start)
        if one is not None:
            return way, one
    if part.kind == "G":
        for way in ways:
            one = persons.of_given(way.family)
            if one is not None:
                return way, one
    return None


def _stands(row: Row, part: Part, ways: tuple[Way, ...], beside: Beside, register: Known) -> bool:
    """Whether a word alone names a person not met before."""
    if part.kind == "S" and (beside.titled(row, part) or beside.told(row, part, part)):
        return True
    if part.kind == "U" and len(part.word.small) > 2 and beside.titled(row, part):
        return True
    return part.kind in "SUs" and any(register.has(way.family) for way in ways)


@lru_cache(maxsize=20_000)
def _ways(small: str, lang: Lang) -> tuple[Way, ...]:
    """The ways to read a folded word as a surname or given name, the likeliest first."""
    forms: tuple[given.Form, ...]
    if lang == "ru":
        forms = (*given.russian(small), *declined.russian(small))
    elif lang == "kk":
        forms = (declined.kazakh(small),)
    else:
        forms = (given.Form(small.removesuffix("'s"), "", frozenset()),)
    return tuple(Way("", "", one.name, one.sex, one.cases, (one.name,)) for one in forms)
