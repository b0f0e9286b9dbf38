"""What describes a decision, and the register of positions, as JSON."""

from __future__ import annotations

from typing import Any

from atazan.decisions.described_page import DescribedPage
from atazan.decisions.models import Precis, Treatment
from atazan.decisions.positions import PositionOn
from atazan.decisions.similar import Reason
from atazan.journal.answering import in_words
from atazan.rules.concepts import Concept


def of_decision(page: DescribedPage) -> dict[str, Any]:
    """Names, texts (the first paragraph is p-1), positions, concepts, dates, what it cites, what is
    like it."""
    summary, names = page.summary, page.names
    return {
        "neutral_citation": names.neutral,
        "ecli": names.ecli,
        "akn": {"work": names.work, "expressions": dict(names.expressions)},
        "texts": {lang: [getattr(one, lang) for one in page.text] for lang in page.languages}
        or None,
        "summary": summary
        and {
            "words": summary.summary,
            "author": summary.author,
            "written_on": summary.written_on,
        },
        "positions": [of_position(one) for one in page.positions],
        "treats": [_treatment(row, one.row.id) for row, one in page.treated],
        "concepts": [_concept(one) for one in page.concepts],
        "thesaurus": [
            {"code": one.code, "version": one.version, "proposed_by": one.by and one.by.id}
            for one in page.codes
        ],
        "keywords": page.indexing.keywords if page.indexing else {},
        "precis": {lang: _precis(row) for lang, row in page.precis.items()},
        "dates": [
            {"what": one.what, "day": str(one.day), "rule": one.rule and one.rule.id}
            for one in page.dates
        ],
        "cites": {
            "provisions": [
                {"work": one.where.work, "provision": one.where.eid, "paragraphs": one.anchors}
                for one in page.cites.provisions
            ],
            "decisions": [{"id": id, "paragraphs": at} for id, at in page.cites.decisions],
        },
        "cited_by_provisions": [
            {"work": one.work, "provision": one.eid} for one in page.cited_by_law
        ],
        "among_works": page.work and page.work.id,
        "similar": [
            {"id": one.decision.id, "because": [_reason(why) for why in one.reasons]}
            for one in page.similar
        ],
    }


def of_position(one: PositionOn) -> dict[str, Any]:
    """A position as of the day, with what later decisions did to it."""
    row = one.row
    return {
        "id": row.id,
        "decision": row.decision,
        "says": row.says,
        "state": one.state,
        "paragraphs": row.paragraphs,
        "provisions": row.provisions,
        "concepts": [_concept(concept) for concept in one.concepts],
        "author": row.author,
        "treated": [_treatment(later.row, row.id) for later in one.treated],
        "confidence": row.confidence,
        "sources": row.sources,
        "note": row.note,
        "entry": row.entry,
    }


def _treatment(row: Treatment, position: str) -> dict[str, Any]:
    return {
        "position": position,
        "by": row.decision,
        "treatment": row.treatment,
        "why": row.why,
        "paragraphs": row.paragraphs,
    }


def _concept(one: Concept) -> dict[str, Any]:
    return {"id": one.id, "kind": one.kind, "name": in_words(one.preferred)}


def _precis(row: Precis) -> dict[str, Any]:
    names = "headnotes facts reasoning supplementary author written_on".split()
    return {name: getattr(row, name) for name in names}


def _reason(one: Reason) -> dict[str, Any]:
    where = one.where
    return {
        "same": one.why,
        "work": where.work if where else None,
        "provision": where.eid if where else None,
        "concept": one.concept.id if one.concept else None,
    }
