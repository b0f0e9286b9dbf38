"""The persons named in a text."""

from __future__ import annotations

from collections.abc import Iterator

from atazan.sources.understood.mention import Case, Mention
from atazan.sources.understood.people import declined, known
from atazan.sources.understood.people.alone import single
from atazan.sources.understood.people.beside import Beside
from atazan.sources.understood.people.chained import Person, Persons
from atazan.sources.understood.people.chosen import CASES, agreed, likeliest
from atazan.sources.understood.people.parts import Row, rows
from atazan.sources.understood.people.spelt import Spelt, Way, spelt
from atazan.sources.understood.sentences import Sentence
from atazan.words import is_common


def mentions(
    text: str, sentences: list[Sentence], taken: list[Mention], register: known.Known | None = None
) -> list[Mention]:
    """The persons named in a text, in its order; none overlaps what is `taken`.

    `full` is one spelling for all mentions of a person: the fullest the text has.
    `register`: the persons whose slugs are given as `id`; None: those of the record.
    """
    register = register or known.register()
    beside = Beside(text, taken)
    found: list[tuple[Spelt, Way]] = []
    alone: list[tuple[Row, int]] = []
    for row in rows(text, sentences, taken):
        for name in _names(row, beside, alone):
            listed = _listed(text, found[-1], name) if found else frozenset()
            found.append((name, likeliest(name, beside, listed)))
            beside.named = name.end
    persons = Persons()
    told = []
    for name, way in agreed(found, register):
        written = _written(text, name, way)
        told.append((name, way, written, persons.joined(name, way, written)))
    for name, way, person in single(alone, persons, beside, register):
        told.append((name, way, _written(text, name, way), person))
    told.sort(key=lambda each: each[0].start)
    return [_mention(*each, register) for each in told]


def _mention(name: Spelt, way: Way, written: str, person: Person, register: known.Known) -> Mention:
    return Mention(
        "person",
        name.start,
        name.end,
        written,
        name.row.sentence.lang,
        way.cases & CASES,
        id=register.who(person.full),
        full=person.full,
    )


def _listed(text: str, last: tuple[Spelt, Way], name: Spelt) -> frozenset[Case]:
    """The cases of the name before, where both stand in a list."""
    spelt_, way = last
    between = text[spelt_.end : name.start] if name.start - spelt_.end < 11 else ""
    return way.cases if between in (", ", " и ", ", а также ") else frozenset()


def _names(row: Row, beside: Beside, alone: list[tuple[Row, int]]) -> Iterator[Spelt]:
    """The names of a row; the places of single words that may be one are put to `alone`."""
    at = 0
    while at < len(row.parts):
        part = row.parts[at]
        titled = beside.titled(row, part)
        if part.kind in "XCc" and not _begins(row, at, titled):
            at += 1
            continue
        name = spelt(row, titled, beside.told(row, part, row.parts[-1]), at)
        if name is None:
            if part.kind in "GSUgPs":
                alone.append((row, at))
            at += 1
            continue
        if len(name.parts) == 1 and name.parts[0].kind != "S":
            alone.append((row, at))
        elif not beside.thing(row, name.parts[0], name.parts[-1]):
            if len(name.parts) == 1:
                alone.append((row, at))
            else:
                yield name
        at += len(name.parts)


def _begins(row: Row, at: int, titled: bool) -> bool:
    """Whether a common word may begin a name: Ли after a title, Park before Jin-woo."""
    part = row.parts[at]
    if row.kinds[at + 1 : at + 2] == "k":
        return not is_common(part.word.small, "en")
    return titled and part.kind in "Cc" and len(part.word.small) < 4


def _written(text: str, name: Spelt, way: Way) -> str:
    """A name in the nominative, in the letters of the text."""
    pieces, at = [], name.start
    for part, small in zip(name.parts, way.words, strict=True):
        pieces.append(
            " "
            if text[at : part.word.start].strip(" \u00a0") == "" and at < part.word.start
            else text[at : part.word.start]
        )
        pieces.append(
            part.word.word if part.kind in "Ip" else declined.respelt(part.word.word, small)
        )
        at = part.word.end
    return "".join(pieces) + text[at : name.end]
