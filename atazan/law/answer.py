"""A page as JSON at its own address: `?format=json`. Words come in kk, ru and en."""

from __future__ import annotations

from datetime import date
from typing import Any

from atazan.journal.answering import finding, in_words
from atazan.law.decided import Decided
from atazan.law.history import Told
from atazan.law.listing import Hit, Listed
from atazan.law.pages import CitedBy, Part, ProvisionPage, WorkPage
from atazan.law.standing import Standing
from atazan.rules.works import Work


def index(day: date, asked: str, hits: list[Hit], listed: list[Listed]) -> dict[str, Any]:
    """The list of works, and what the search found."""
    found = [
        {"work": hit.listed.work.id, **(_state(hit.standing) if hit.standing else {})}
        for hit in hits
    ]
    return {"on": day, "q": asked, "found": found, "works": [_listed(one) for one in listed]}


def work(page: WorkPage) -> dict[str, Any]:
    """The page of a work."""
    return {
        "on": page.day,
        "work": _work(page.work),
        **_state(page.standing),
        "provisions": [_part(part) for part in (*page.spoken, *page.changed)],
        "history": [_told(line) for line in page.history],
        "amended_by": [
            {"id": one.id, "title": one.title, "number": one.number, "done_on": one.done_on}
            for one in page.amended_by
        ],
    }


def provision(page: ProvisionPage) -> dict[str, Any]:
    """The page of a provision."""
    found = page.standing
    return {
        "on": found.day,
        "work": _work(found.work),
        **_state(found),
        "applies": found.applies,
        "inherited_from": found.inherited_from,
        "extent": in_words(found.by.extent) if found.by else None,
        "reading": in_words(found.by.reading) if found.by else None,
        "interim_rule": page.interim,
        "effect": finding(found.finding),
        "binding": finding(found.binding),
        "parts": [_part(part) for part in page.parts],
        "history": [_told(line) for line in page.history],
        "reviewed_holding_not_found": [_decided(one) for one in page.reviewed],
        "cited_by": [_citing(one) for one in page.cited_by],
        "cited_by_texts_read": [work.id for work in page.texts_read],
        "rules": [rule.id for rule in page.rules],
        "under_review": [{"case": one.case, "since": one.since} for one in page.under_review],
    }


def _state(found: Standing) -> dict[str, Any]:
    by = found.by
    return {
        "provision": found.provision,
        "state": found.state,
        "says": in_words(found),
        "since": str(found.since) if found.since else None,
        "by_work": by.by_work if by else None,
        "by_decision": by.by_decision if by else None,
        "lang": found.only_in,
        "confidence": found.confidence,
        "sources": found.sources,
        "entry": by.entry if by else None,
    }


def _part(part: Part) -> dict[str, Any]:
    return {"work": part.work.id, **_state(part.standing)}


def _citing(one: CitedBy) -> dict[str, Any]:
    """A provision that cites: how it stood that day, and what its text says since when."""
    citing = one.citing
    return {
        **_part(one.part),
        "relation": citing.relation,
        "cites": [{"work": to.work, "provision": to.eid} for to in citing.cites],
        "citation": {
            "since": str(citing.since),
            "confidence": citing.confidence,
            "sources": citing.sources,
            "entry": citing.entry,
        },
    }


def _told(line: Told) -> dict[str, Any]:
    return {
        "since": str(line.since),
        "effect": line.effect,
        "provisions": [one.eid for one in line.provisions],
        "lang": line.lang,
        "by_work": line.by_work.id if line.by_work else None,
        "by_decision": _decided(line.by_decision) if line.by_decision else None,
        "extent": in_words(line.events[0].extent),
        "reading": in_words(line.events[0].reading),
        "after_the_day": line.ahead,
        "confidence": line.events[0].confidence,
        "sources": line.events[0].sources,
    }


def _decided(one: Decided) -> dict[str, Any]:
    numbers = {"number": one.number, "number_kk": one.number_kk}
    return {"id": one.id, **numbers, "body": one.body, "done_on": one.done_on}


def _listed(one: Listed) -> dict[str, Any]:
    state = one.mark.key.removeprefix("law.mark.")
    return {**_work(one.work), "state": state, "since": one.since, "provisions": one.touched}


def _work(work: Work) -> dict[str, Any]:
    return {
        "id": work.id,
        "uri": work.uri,
        "kind": work.kind,
        "title": in_words(work.title),
        "number": work.number,
        "adopted": work.adopted,
        "in_force_from": work.in_force_from,
        "in_force_until": work.in_force_until,
        "ended_by": work.ended_by,
    }
