"""What comparing and checking texts tells, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from atazan.journal.answering import in_words
from atazan.journal.problems import Problem
from atazan.law.compared.days import Row
from atazan.law.compared.judged import Listed
from atazan.law.conformity.concordance import Entry, concordance
from atazan.law.conformity.gathered import Checked
from atazan.law.conformity.nonconformity import Nonconformity
from atazan.law.leaf.editions import edition_told
from atazan.law.leaf.matched import Table
from atazan.law.leaf.two_days import TwoDays
from atazan.law.leaf.two_languages import TwoLanguages
from atazan.rules.works import Work


def nonconforming(one: Nonconformity) -> dict[str, Any]:
    """One place that does not conform, with its evidence."""
    return {
        "kind": one.kind,
        "provision": one.place.eid,
        "line": one.place.line,
        "start": one.place.start,
        "end": one.place.end,
        "words": one.place.words,
        "says": in_words(one),
        "about": one.about,
        "old": one.old,
        "new": list(one.new),
        "was": one.was,
        "becomes": one.becomes,
        "stands_there_now": one.there,
        "told_as_past": one.historical,
        "confidence": one.confidence,
        "sources": [{"work": at.work, "provision": at.provision_eid} for at in one.sources],
        "uncertain": list(one.uncertain),
    }


def entry(one: Entry) -> dict[str, Any]:
    """A line of the concordance."""
    return {
        "from": list(one.old),
        "to": list(one.new),
        "kind": one.kind,
        "changed": [
            {"what": at.what, "says": in_words(at.says), "was": at.was, "becomes": at.becomes}
            for at in one.changed
        ],
        "confidence": one.confidence,
        "uncertain": list(one.uncertain),
    }


def two_days(work: Work, found: TwoDays) -> dict[str, Any]:
    """Two days compared: every provision that differs, with its words by pieces."""
    return {
        "work": work.id,
        "lang": found.lang,
        "from": found.first,
        "to": found.second,
        "problem": in_words(found.problem),
        "counts": found.counts,
        "same": found.same,
        "changed": [_row(row) for one in found.changed for row in one.rows],
        "editions": [edition_told(one) for one in found.editions.all],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "wid": row.wid,
        "before": row.before,
        "after": row.after,
        "number": row.number,
        "heading": [{"kind": one.kind, "text": one.text} for one in row.heading],
        "text": [{"kind": one.kind, "text": one.text} for one in row.text],
    }


def conformity(
    work: Work, day: date, found: Checked | None, problem: Problem | None
) -> dict[str, Any]:
    """A text checked against the Constitution of a day."""
    return {
        "on": day,
        "work": work.id,
        "lang": found.lang if found else None,
        "text_since": found.since if found else None,
        "problem": in_words(problem),
        "found": [nonconforming(one) for one in found.found] if found else [],
    }


def table(found: Table) -> dict[str, Any]:
    """The concordance: provisions of both Constitutions, line by line."""
    both = concordance()
    return {
        "from": both.old,
        "to": both.new,
        "last_day": found.last,
        "first_day": found.first,
        "counts": found.counts,
        "entries": [entry(one.entry) for one in found.rows],
    }


def two_languages(work: Work, day: date, found: TwoLanguages) -> dict[str, Any]:
    """Where the languages part: what nobody judged yet, then what was judged."""
    return {
        "on": day,
        "work": work.id,
        "missing": list(found.missing),
        "differences": [_listed(one) for one in (*found.unjudged, *found.judged)],
    }


def _listed(one: Listed) -> dict[str, Any]:
    at, by = one.difference, one.judged
    verdict = {"verdict": by.verdict, "says": in_words(by.says)} if by else None
    return {
        "provision": one.eid,
        "kind": at.kind if at else by.kind if by else None,
        "weight": at.weight if at else None,
        "kk": at.kk if at else None,
        "ru": at.ru if at else None,
        "values": list(at.values) if at else None,
        "quotes": [by.kk, by.ru] if by else None,
        "judged": verdict,
    }
