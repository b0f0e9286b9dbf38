"""What the page of a decision says for those who study it: positions, concepts, names, texts,
what it cites, what is like it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from atazan.decisions import descriptions
from atazan.decisions.cited_in_text import Cites, cites_of
from atazan.decisions.dates_shown import Dated, dates_of
from atazan.decisions.descriptions import NONE, anchor
from atazan.decisions.identity import ecli, expression_uri, neutral_citation, work_uri
from atazan.decisions.models import Decision, Indexing, Precis, Summary, Treatment
from atazan.decisions.positions import PositionOn, concepts_of, positions_of, treated_in
from atazan.decisions.queries import DecisionOn
from atazan.decisions.similar import Similar, similar
from atazan.law.queries import cites
from atazan.rules.citation import Provision
from atazan.rules.concepts import Code, Concept
from atazan.rules.day import PartialDay
from atazan.rules.works import Work, works


class Names(Struct, frozen=True):
    """How the world calls the decision. `expressions` are those of the texts held, by language."""

    neutral: str
    ecli: str | None
    work: str
    expressions: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...] = ("decision-identifiers",)


class Paragraph(Struct, frozen=True):
    """A paragraph under its permanent name; None in a language that lacks it."""

    anchor: str
    place: int
    kk: str | None
    ru: str | None
    en: str | None


class Coded(Struct, frozen=True):
    """A place in the Systematic Thesaurus; `by` the concept it is known from, None: indexed."""

    code: str
    version: str
    by: Concept | None = None


class DescribedPage(Struct, frozen=True):
    """What describes one decision on a day.

    `work`: the decision where it stands among the works too, having provisions of its own (the
    Rules of procedure); `cited_by_law`: provisions in force that day that cite it.
    """

    summary: Summary | None
    indexing: Indexing | None
    precis: dict[str, Precis]
    positions: tuple[PositionOn, ...]
    treated: tuple[tuple[Treatment, PositionOn], ...]
    concepts: tuple[Concept, ...]
    codes: tuple[Coded, ...]
    dates: tuple[Dated, ...]
    names: Names
    languages: tuple[str, ...]
    text: tuple[Paragraph, ...]
    cites: Cites
    cited: dict[str, Decision]
    work: Work | None
    cited_by_law: tuple[Provision, ...]
    similar: tuple[Similar, ...]

    @property
    def rights(self) -> tuple[Concept, ...]:
        return tuple(one for one in self.concepts if one.kind == "right")

    @property
    def other_concepts(self) -> tuple[Concept, ...]:
        return tuple(one for one in self.concepts if one.kind != "right")


def of_decision(found: DecisionOn) -> DescribedPage:
    """Everything that describes a decision, as of the day it is asked for."""
    row, day = found.decision, found.day
    texts = descriptions.texts_of(row.id)
    indexing = descriptions.indexing_of(row.id)
    positions = tuple(positions_of(row.id, day))
    concepts = _concepts(row, indexing, positions)
    cited = cites_of(texts, _made(row))
    return DescribedPage(
        summary=descriptions.summary_of(row.id),
        indexing=indexing,
        precis=descriptions.precis_of(row.id),
        positions=positions,
        treated=tuple(treated_in(row.id, day)),
        concepts=concepts,
        codes=_codes(indexing, concepts),
        dates=dates_of(found),
        names=_names(row, texts),
        languages=tuple(lang for lang in ("kk", "ru", "en") if lang in texts),
        text=_text(texts),
        cites=cited,
        cited=Decision.objects.in_bulk([id for id, _ in cited.decisions]),
        work=(work := _work(row)),
        cited_by_law=_cited_by_law(work, day),
        similar=tuple(similar(row, day)),
    )


def _work(row: Decision) -> Work | None:
    address = work_uri(row)
    return next((work for work in works().values() if work.uri == address), None)


def _cited_by_law(work: Work | None, day: date) -> tuple[Provision, ...]:
    found = cites(work.id, "whole", day) if work else ()
    return tuple(Provision(one.standing.work.id, one.standing.provision) for one in found)


def _made(row: Decision) -> date | None:
    day = PartialDay.read(row.done_on) if row.done_on else None
    return day.first if day is not None and day.exact else None


def _concepts(
    row: Decision, indexing: Indexing | None, positions: tuple[PositionOn, ...]
) -> tuple[Concept, ...]:
    """The rights its provisions of the Constitution stand for, and what people put it under."""
    named = [*(indexing.concepts if indexing else ())]
    places = list(row.constitution)
    for one in positions:
        places += one.row.provisions
        named += one.row.concepts
    return concepts_of(places, named)


def _codes(indexing: Indexing | None, concepts: tuple[Concept, ...]) -> tuple[Coded, ...]:
    """Those it was indexed under; where nobody did, those of its concepts, as a proposal."""
    if indexing is not None and indexing.codes:
        return tuple(Coded(code, indexing.thesaurus or "") for code in indexing.codes)
    proposed: dict[Code, Concept] = {}
    for concept in concepts:
        for code in concept.codices:
            proposed.setdefault(code, concept)
    return tuple(Coded(code.printed, str(code.version), by) for code, by in proposed.items())


def _names(row: Decision, texts: dict[str, list[str]]) -> Names:
    held = tuple((lang, expression_uri(row, lang)) for lang in ("kk", "ru", "en") if lang in texts)
    return Names(neutral_citation(row), ecli(row), work_uri(row), held)


def _text(texts: dict[str, list[str]]) -> tuple[Paragraph, ...]:
    longest = max((len(told) for told in texts.values()), default=0)

    def words(lang: str, at: int) -> str | None:
        told = texts.get(lang, [])
        return told[at] if at < len(told) and told[at] != NONE else None

    return tuple(
        Paragraph(anchor(at + 1), at + 1, words("kk", at), words("ru", at), words("en", at))
        for at in range(longest)
    )
