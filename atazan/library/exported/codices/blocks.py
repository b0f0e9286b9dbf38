"""The blocks of a précis, in the order of the Bulletin.

Source: research on CODICES (guidelines of the Venice Commission were not read whole; see
docs/reference/library.md for what is certain). Nothing is made up: a block that nobody wrote is
`missing`, one that stands in for it from other registers is `proposed`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import Struct

from atazan.decisions.identity import neutral_citation
from atazan.decisions.models import Decision
from atazan.library.exported.told import Told, number_of
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import partly, phrase

COUNTRY = "KAZ"
"""The Venice Commission's own code of the country."""


class State(StrEnum):
    """How a block came to be."""

    WRITTEN = "written"  # by a person, for the précis
    PROPOSED = "proposed"  # taken from another register, to be looked through
    MISSING = "missing"  # nobody wrote it and nothing stands in


class Block(Struct, frozen=True):
    """The paragraphs of a block and how they came to be."""

    state: State
    paragraphs: tuple[str, ...] = ()


class Keyword(Struct, frozen=True):
    """A place in the Systematic Thesaurus: 5.3.13.3, and as the database writes it 05.03.13.03."""

    code: str
    padded: str


class Thesaurus(Struct, frozen=True):
    """Places in one version of the Systematic Thesaurus, by number."""

    state: State
    version: str | None = None
    keywords: tuple[Keyword, ...] = ()


class Identification(Struct, frozen=True, kw_only=True):
    """Items a) to h). None: not on record. `date` is as far as known."""

    country: str
    court: str
    chamber: str | None
    date: str | None
    number: str | None
    title: str | None
    official_publication: str | None
    other_publications: tuple[str, ...]


class Bulletin(Struct, frozen=True, kw_only=True):
    """A précis in one language.

    `heading` is only ever proposed: the Commission gives the number, which stands as NNN.
    `author` and `written_on` are None where no précis was written.
    """

    language: Lang
    heading: str | None
    neutral_citation: str
    identification: Identification
    thesaurus: Thesaurus
    index: Block
    headnotes: Block
    facts: Block
    reasoning: Block
    supplementary: Block
    cross_references: tuple[str, ...]
    languages: tuple[str, ...]
    author: str | None
    written_on: str | None


SUMMARY = ("facts", "reasoning", "supplementary")
"""The parts of the summary: I, II, III."""


def bulletin(one: Told, lang: Lang = "en") -> Bulletin:
    """The précis of a decision, with what the register has for each block."""
    written = one.precis.get(lang)
    return Bulletin(
        language=lang,
        heading=heading(one.day),
        neutral_citation=one.neutral,
        identification=_identification(one, lang),
        thesaurus=_thesaurus(one),
        index=_index(one, lang),
        headnotes=_headnotes(one, lang),
        facts=_written(written.facts if written else ()),
        reasoning=_written(written.reasoning if written else ()),
        supplementary=_written(written.supplementary if written else ()),
        cross_references=tuple(_cross_references(one, lang)),
        languages=tuple(phrase(f"library.language.{name}", lang) for name in one.texts),
        author=written.author[lang] if written else None,
        written_on=written.written_on if written else None,
    )


def heading(day: PartialDay | None) -> str | None:
    """KAZ-2023-3-NNN: country, year and issue of the Bulletin that covers the day, no number yet.

    The Bulletin has three issues a year, of four months each. None where the month is not known.

    >>> heading(PartialDay.read("2023-10-06")), heading(PartialDay.read("2023"))
    ('KAZ-2023-3-NNN', None)
    """
    if day is None or day.month is None:
        return None
    return f"{COUNTRY}-{day.year}-{(day.month - 1) // 4 + 1}-NNN"


def _identification(one: Told, lang: Lang) -> Identification:
    row = one.row
    published = PartialDay.read(row.published_on) if row.published_on else None
    return Identification(
        country=phrase("library.codices.country_name", lang),
        court=phrase(f"decisions.body.{row.body}", lang),
        chamber=None,
        date=row.done_on,
        number=number_of(row, lang),
        title=_title(row, lang),
        official_publication=phrase("library.codices.published", lang, {"day": published})
        if published
        else None,
        other_publications=(f"adilet.zan.kz, {row.doc_id}",) if row.doc_id else (),
    )


def _title(row: Decision, lang: Lang) -> str | None:
    """The title in that language, else as it is in the other one."""
    found = [row.title.get(name) for name in (lang, *LANGS)]
    return next((title for title in found if title), None)


def _thesaurus(one: Told) -> Thesaurus:
    """What it was indexed under; else the places of its concepts, of the version most have."""
    if one.indexing is not None and one.indexing.codes:
        return Thesaurus(State.WRITTEN, one.indexing.thesaurus, _keywords(one.indexing.codes))
    known = [code for concept in one.concepts for code in concept.codices]
    if not known:
        return Thesaurus(State.MISSING)
    version = max(code.version for code in known)
    codes = {code.printed for code in known if code.version == version}
    return Thesaurus(State.PROPOSED, str(version), _keywords(codes))


def _keywords(codes: Any) -> tuple[Keyword, ...]:
    parted = sorted(tuple(map(int, code.split("."))) for code in codes)
    return tuple(
        Keyword(".".join(map(str, parts)), ".".join(f"{part:02}" for part in parts))
        for parts in parted
    )


def _index(one: Told, lang: Lang) -> Block:
    """Free keywords of the alphabetical index; else the names of its concepts."""
    if one.indexing is not None and (words := one.indexing.keywords.get(lang)):
        return Block(State.WRITTEN, tuple(words))
    named = tuple(concept.preferred.says(lang) for concept in one.concepts)
    return Block(State.PROPOSED, named) if named else Block(State.MISSING)


def _headnotes(one: Told, lang: Lang) -> Block:
    """The rules a person wrote down; else the legal positions of the register."""
    if lang in one.precis:
        return _written(one.precis[lang].headnotes)
    said = tuple(position.says[lang] for position in one.positions)
    return Block(State.PROPOSED, said) if said else Block(State.MISSING)


def _written(paragraphs: Any) -> Block:
    return Block(State.WRITTEN, tuple(paragraphs)) if paragraphs else Block(State.MISSING)


def _cross_references(one: Told, lang: Lang) -> list[str]:
    """Earlier decisions it rests on, names in its text or whose positions it speaks of."""
    named = [*one.row.relates_to, *(id for id, _ in one.cites.decisions), *one.owners.values()]
    found = dict.fromkeys(id for id in named if id in one.related and id != one.row.id)
    return [_reference(one.related[id], lang) for id in found]


def _reference(row: Decision, lang: Lang) -> str:
    number, day = number_of(row, lang), row.done_on
    parts = [
        phrase(f"decisions.body.{row.body}", lang),
        f"№ {number}" if number else phrase(f"decisions.form.{row.form}", lang),
        partly(PartialDay.read(day), lang) if day else "",
        neutral_citation(row),
    ]
    return ", ".join(part for part in parts if part)
