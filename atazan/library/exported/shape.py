"""Decisions as JSON: one shape for every door, with a schema that says what each field is.

Words are objects by language (kk, ru, en); days are as far as known (2023-10-06, 2023-10, 2023);
what was not found is null or an empty list, never left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from atazan.decisions.models import Holding, Indexing, Position, Precis, Summary, Treatment
from atazan.library.exported.judgment.body import target
from atazan.library.exported.told import Told, told

Words = dict[str, str]


class ApplicantShape(Struct, kw_only=True):
    """Who applied. A private person is never named; `person` is the holder of an office."""

    type: str
    name: Words | None = None
    person: str | None = None


class HoldingShape(Struct, kw_only=True):
    """What was held of one provision.

    `outcome` null: examined, the holding was not found. `extent` null: wholly. `reading` is the
    binding interpretation or the interim rule. `address` is the provision in Akoma Ntoso.
    """

    place: int
    work: str
    provision: str
    address: str
    outcome: str | None
    extent: Words | None
    reading: Words | None
    since: str | None


class PositionShape(Struct, kw_only=True):
    """A legal position, in the words of the register; `paragraphs` are anchors of the text."""

    id: str
    says: Words
    paragraphs: list[str]
    provisions: list[str]
    concepts: list[str]
    author: Words | None
    written_on: str | None
    confidence: str
    sources: list[str]


class TreatmentShape(Struct, kw_only=True):
    """What the later decision `by` did with a position: followed, distinguished or changed."""

    position: str
    by: str
    treatment: str
    why: Words
    paragraphs: list[str]
    author: Words | None


class SummaryShape(Struct, kw_only=True):
    """A plain-language summary by its author; the one written last."""

    words: Words
    author: Words
    written_on: str


class IndexingShape(Struct, kw_only=True):
    """Codes of the Systematic Thesaurus in one version, our concepts, free keywords by language."""

    codes: list[str]
    thesaurus: str | None
    concepts: list[str]
    keywords: dict[str, list[str]]
    author: Words | None
    written_on: str


class PrecisShape(Struct, kw_only=True):
    """The blocks of a précis in one language, a string a paragraph."""

    headnotes: list[str]
    facts: list[str]
    reasoning: list[str]
    supplementary: list[str]
    author: Words
    written_on: str


class CitedShape(Struct, kw_only=True):
    """What the text cites: a provision (work#eId) or a decision, and the paragraphs that do."""

    cited: str
    paragraphs: list[str]


class JournalShape(Struct, kw_only=True):
    """The journal entry that last changed what is told of the decision, and its moment (UTC)."""

    entry: int
    at: datetime


class DecisionShape(Struct, kw_only=True):
    """One decision, message or ruling with all the public register tells of it.

    `outcomes` are those of its holdings, else its own. `constitution` are provisions of a
    Constitution (work#eId), `rights` the concepts they and its index stand for. `texts`: paragraphs
    by language, the first is p-1; «—» where that language lacks one. `confidence`: high, medium,
    low. `ecli` is null until the country has a code.
    """

    id: str
    neutral_citation: str
    ecli: str | None
    uri: str
    body: str
    form: str
    number: str | None
    number_kk: str | None
    done_on: str | None
    title: Words
    subject: Words
    applicant: ApplicantShape | None
    question: str | None
    outcome: str | None
    outcomes: list[str]
    outcome_note: Words | None
    holdings: list[HoldingShape]
    constitution: list[str]
    rights: list[str]
    concepts: list[str]
    presiding: str | None
    rapporteur: str | None
    composition: list[str]
    people: dict[str, Words]
    published_on: str | None
    follow_up: Words | None
    follow_up_due: str | None
    follow_up_met: Words | None
    follow_up_met_on: str | None
    relates_to: list[str]
    cited_by: list[str]
    positions: list[PositionShape]
    treats: list[TreatmentShape]
    treated: list[TreatmentShape]
    summary: SummaryShape | None
    indexing: IndexingShape | None
    precis: dict[str, PrecisShape]
    texts: dict[str, list[str]]
    cites_provisions: list[CitedShape]
    cites_decisions: list[CitedShape]
    facts: list[Words]
    doc_id: str | None
    confidence: str
    sources: list[str]
    note: Words | None
    journal: JournalShape


def schema() -> bytes:
    """The JSON Schema of a decision."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(DecisionShape))) + b"\n"


def as_json(one: Told) -> bytes:
    """One decision, indented."""
    return msgspec.json.format(msgspec.json.encode(shape(one)), indent=1) + b"\n"


def as_lines(found: Iterable[Told] | None = None) -> Iterator[bytes]:
    """Decisions, one JSON object a line; all of them where none are given."""
    for one in told() if found is None else found:
        yield msgspec.json.encode(shape(one)) + b"\n"


def read(line: bytes) -> DecisionShape:
    """A decision from its JSON. Raises msgspec.ValidationError."""
    return msgspec.json.decode(line, type=DecisionShape)


_OWN = (
    "id body form number number_kk done_on title subject question outcome outcome_note constitution"
    " presiding rapporteur composition published_on follow_up follow_up_due follow_up_met"
    " follow_up_met_on relates_to facts doc_id confidence sources note"
).split()


def shape(one: Told) -> DecisionShape:
    """The decision in the shape of the export."""
    row = one.row
    applicant = row.applicant
    return DecisionShape(
        **{name: getattr(row, name) for name in _OWN},
        neutral_citation=one.neutral,
        ecli=one.ecli,
        uri=one.uri,
        applicant=msgspec.convert(applicant, ApplicantShape) if applicant else None,
        outcomes=list(one.outcomes),
        holdings=[_holding(held) for held in one.holdings],
        rights=[concept.id for concept in one.rights],
        concepts=[concept.id for concept in one.concepts],
        people=one.people,
        cited_by=list(one.cited_by),
        positions=[_of(PositionShape, position) for position in one.positions],
        treats=[_treatment(row) for row in one.treats],
        treated=[_treatment(row) for row in one.treated],
        summary=_summary(one.summary),
        indexing=_of(IndexingShape, one.indexing) if one.indexing else None,
        precis={lang: _of(PrecisShape, row) for lang, row in one.precis.items()},
        texts=one.texts,
        cites_provisions=[
            CitedShape(cited=f"{cited.where.work}#{cited.where.eid}", paragraphs=[*cited.anchors])
            for cited in one.cites.provisions
        ],
        cites_decisions=[
            CitedShape(cited=id, paragraphs=[*anchors]) for id, anchors in one.cites.decisions
        ],
        journal=JournalShape(entry=one.stamp.entry, at=one.stamp.at),
    )


def _of(kind: Any, row: Position | Indexing | Precis | Holding) -> Any:
    """The fields of a shape from those of the same name in a row."""
    return kind(**{name: getattr(row, name) for name in kind.__struct_fields__})


def _holding(row: Holding) -> HoldingShape:
    names = [name for name in HoldingShape.__struct_fields__ if name != "address"]
    return HoldingShape(address=target(row), **{name: getattr(row, name) for name in names})


def _treatment(row: Treatment) -> TreatmentShape:
    names = [name for name in TreatmentShape.__struct_fields__ if name != "by"]
    return TreatmentShape(by=row.decision, **{name: getattr(row, name) for name in names})


def _summary(row: Summary | None) -> SummaryShape | None:
    if row is None:
        return None
    return SummaryShape(words=row.summary, author=row.author, written_on=row.written_on)
