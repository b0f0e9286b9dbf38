"""The way to read an inflected name: by what stands before it, and by the rest of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atazan.sources.understood.mention import Case
from atazan.sources.understood.people.beside import Beside
from atazan.sources.understood.people.known import Known
from atazan.sources.understood.people.parts import Part, Row
from atazan.sources.understood.people.signs import signs
from atazan.sources.understood.people.spelt import Spelt, Way
from atazan.words import readings

CASES: frozenset[Case] = frozenset(("nom", "gen", "dat", "acc", "ins", "loc", "abl"))
_GOVERN: dict[str, frozenset[Case]] = {
    **dict.fromkeys(("с", "со", "между", "перед"), frozenset({"ins"})),
    **dict.fromkeys(("к", "ко", "согласно", "благодаря"), frozenset({"dat"})),
    **dict.fromkeys(("от", "у", "для", "из", "без", "после", "против"), frozenset({"gen"})),
    **dict.fromkeys(("о", "об", "при"), frozenset({"loc"})),
}
"""The case a Russian preposition asks for, where it asks for one."""


def likeliest(name: Spelt, beside: Beside, listed: frozenset[Case]) -> Way:
    """The way to read a name that fits what stands before and after it.

    `listed`: the cases of the name before it in a list.
    """
    if len(name.ways) == 1:
        return name.ways[0]
    first, last = name.parts[0], name.parts[-1]
    done = did(name.ways, name.row, first.at - 1, last.at + 1)
    if done is not None:
        return done
    cases = listed or asked(name.row, first, beside)
    return next((way for way in name.ways if way.cases & cases), name.ways[0])


def did(ways: tuple[Way, ...], row: Row, *places: int) -> Way | None:
    """The nominative way whose sex a verb of the past beside the name agrees with."""
    words = row.sentence.words
    for at in places:
        if not (0 <= at < len(words) and (verb := _PAST.search(words[at].small))):
            continue
        if "past" in readings(words[at].small, "ru")[0].tags:
            other = "m" if verb[1] else "f"
            found = next((way for way in ways if "nom" in way.cases and way.sex != other), None)
            if found:
                return found
    return None


_PAST = re.compile(r"[аеиыоуяю]л(а?)(?:с[ьи]|ся)?$")


def asked(row: Row, first: Part, beside: Beside) -> frozenset[Case]:
    """The cases that the office or the word before a Russian name asks for."""
    office = beside.office(first.word.start)
    if office is not None and office.cases:
        return office.cases
    if not first.at:
        return frozenset()
    words = row.sentence.words
    word = words[first.at - 1]
    if word.small in _GOVERN:
        return _GOVERN[word.small]
    if word.end + 1 != first.word.start:
        return frozenset()
    for one in reversed(words[max(0, first.at - 5) : first.at]):
        if "title" in signs(one.small):
            return frozenset(_cases(one.small))
    tags = readings(word.small, "ru")[0]
    return _GENITIVE if "noun" in tags.tags and tags.known else frozenset()


_GENITIVE: frozenset[Case] = frozenset({"gen"})


def _cases(small: str) -> Iterator[Case]:
    for one in readings(small, "ru"):
        if "noun" in one.tags and "pl" not in one.tags:
            tags = CASES.intersection(one.tags)
            yield from (case for case in CASES if case in tags)
            if not tags:
                yield "nom"


def agreed(found: list[tuple[Spelt, Way]], register: Known) -> Iterator[tuple[Spelt, Way]]:
    """The names, a doubtful surname read as one the text or the register has."""
    sure = {name.ways[0].family for name, _ in found if len({way.family for way in name.ways}) == 1}
    for name, way in found:
        if way.family not in sure and len(name.ways) > 1:
            known = [one for one in name.ways if one.family in sure]
            if not known and name.initials and not register.has(way.family):
                known = [one for one in name.ways if register.has(one.family)]
            way = known[0] if known else way
        yield name, way
