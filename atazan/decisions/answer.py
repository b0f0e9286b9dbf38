"""The pages of the decisions as JSON."""

from __future__ import annotations

from typing import Any

from atazan.decisions.listing import ListPage
from atazan.decisions.models import Decision
from atazan.decisions.pages import DecisionPage, HeldTogether
from atazan.decisions.published import Published
from atazan.journal.answering import finding, in_words


def of_list(page: ListPage) -> dict[str, Any]:
    """The list with its filters and true counts."""
    return {
        "on": page.day,
        "total": page.total,
        "found": page.found,
        "asked": page.chosen,
        "filters": {
            name: {choice.value: choice.count for choice in choices}
            for name, choices in page.filters
        },
        "decisions": [
            {**_brief(one.row), "subject": one.row.subject, "outcomes": one.outcomes}
            for _, rows in page.years
            for one in rows
        ],
    }


def of_decision(page: DecisionPage) -> dict[str, Any]:
    """One decision: what it held and did, what is to follow, and what became of it by the day."""
    row, on = page.row, page.on
    same = (
        "title subject question outcome_note constitution presiding rapporteur composition"
        " published_on applicant facts doc_id confidence sources note entry"
    ).split()
    return {
        "on": on.day,
        **_brief(row),
        **{name: getattr(row, name) for name in same},
        "outcomes": page.outcomes,
        "holdings": [_held(held) for held in page.held],
        "follows": [finding(duty) for duty in page.duties],
        "follow_up": {
            "state": page.follow_up.state,
            "what": in_words(page.follow_up.what),
            "due": page.follow_up.due,
            "met": in_words(page.follow_up.met),
            "not_before": page.term.not_before,
        },
        "binding": finding(on.binding),
        "vote": None,
        "vote_not_disclosed_under": page.secrecy.id if page.secrecy else None,
        "relates_to": [one.id for one in on.relates_to],
        "cited_by": [one.id for one in on.cited_by],
        "afterwards": [
            {
                "work": one.where.work,
                "provision": one.where.eid,
                "effect": one.effect,
                "since": str(one.since),
                "by": one.by.id if one.by else None,
            }
            for one in page.afterwards
        ],
    }


def of_case(text: Published | None) -> dict[str, Any]:
    """Of a resolution adopted on the platform: its case, and what it ends."""
    if text is None:
        return {"case": None, "pending": []}
    return {
        "case": text.case,
        "pending": [
            {"number": one.number, "public": one.public, "under": one.rule.id}
            for one in text.pending
        ],
    }


def _brief(row: Decision) -> dict[str, Any]:
    same = "id body form number number_kk done_on outcome".split()
    return {name: getattr(row, name) for name in same}


def _held(one: HeldTogether) -> dict[str, Any]:
    held = one.held
    return {
        "work": held.provision.work,
        "provisions": [where.eid for where in one.where],
        "outcome": held.outcome,
        "since": held.since,
        "extent": in_words(held.extent),
        "reading": in_words(held.reading),
        "effect": finding(held.effect.what) if held.effect else None,
        "otherwise_on_the_day": one.now.state if one.now else None,
    }
