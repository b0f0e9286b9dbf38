"""The texts as JSON: lines as printed with their provisions, since when their words stand."""

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
from atazan.law.leaf.act import ActText
from atazan.law.leaf.around import Beside
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.cites import Cites
from atazan.law.leaf.editions import Edition
from atazan.law.leaf.matched import Table
from atazan.law.leaf.provision import Leaf
from atazan.law.leaf.texts_shown import Piece, Side
from atazan.law.leaf.two_days import TwoDays
from atazan.law.leaf.two_languages import TwoLanguages
from atazan.law.text.document import Block
from atazan.law.texts import Span
from atazan.rules.works import Work


def act(found: ActText) -> dict[str, Any]:
    """The text of an act: its pieces in order, and the editions held."""
    here = found.editions.here
    return {
        **known(found.asked),
        "text": [piece(one.piece) for one in found.pieces] or None,
        "edition": edition(here) if here else None,
        "editions": [edition(one) for one in found.editions.all],
    }


def leaf(found: Leaf) -> dict[str, Any]:
    """The text of an article; `absent` says why there is none."""
    absent = found.absent
    told = {"why": absent.why, "day": absent.day, "provision": absent.eid} if absent else None
    return {
        **known(found.asked),
        "text": piece(found.piece) if found.piece else None,
        "text_absent": told,
        "formerly": list(found.formerly),
        "repeats_held_unconstitutional": [
            {"lang": one.lang, **nonconforming(one.found)}
            for row in found.rows
            for one in row.gloss.repeats
        ],
    }


def beside(found: Beside) -> dict[str, Any]:
    """The concordance of a provision, and what else repeats its words."""
    held = found.held
    return {
        "citing_texts": [
            {"work": one.where.work, "lang": one.lang, **cites(one.cites)} for one in found.citing
        ],
        "concordance": [entry(one.entry) for one in found.matched],
        "held_unconstitutional": {"since": held.since, "by": held.decision} if held else None,
        "repeated_by": [
            {"work": one.work, "lang": one.lang, **nonconforming(one.found)}
            for one in found.repeats
        ],
    }


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


def phrase(work: Work, day: date, span: Span | None) -> dict[str, Any]:
    """Since when words stand in a text; nulls where that day's text does not have them."""
    return {
        "on": day,
        "work": work.id,
        "since": span.since if span else None,
        "until": span.until if span else None,
        "provision": span.eid if span else None,
    }


def known(asked: Asked) -> dict[str, Any]:
    """The moment whose knowledge counts; null: all that is known."""
    return {"known": asked.known}


def piece(found: Piece) -> dict[str, Any]:
    """A piece in each language asked for."""
    return {
        "eid": found.eid,
        "languages": {lang: side(one) for lang, one in found.sides.items()},
    }


def side(found: Side) -> dict[str, Any]:
    """A piece in one language: `since` and `until` of the piece, its lines, what they cite."""
    wording = found.wording
    return {
        "wid": wording.wid,
        "since": wording.since,
        "until": wording.until,
        "entry": wording.entry,
        "lines": [line(one) for one in wording.blocks],
        "words_since": found.since,
        "cites": [cites(one) for one in found.cites],
    }


def line(one: Block) -> dict[str, Any]:
    """A printed line in its provision."""
    return {
        "eid": one.eid,
        "wid": one.name,
        "kind": one.kind,
        "number": one.number,
        "text": one.text,
    }


def cites(one: Cites) -> dict[str, Any]:
    """A citation with where it leads, and on which day; or why it stays open."""
    to = one.to
    return {
        "provision": one.eid,
        "words": one.words,
        "work": to.work if to else None,
        "uri": one.uri or None,
        "targets": [to.eid, *to.others] if to else [],
        "on": to.day if to else None,
        "why": one.why or None,
    }


def edition(found: Edition) -> dict[str, Any]:
    """A text held: its days, the act that made it, and what was recorded of it."""
    return {
        "since": found.since,
        "until": found.until,
        "by_work": found.by.id if found.by else None,
        "versions": [
            {
                "id": one.id,
                "lang": one.lang,
                "entry": one.entry,
                "known": one.known,
                "source": one.source,
                "digest": one.digest,
            }
            for one in found.versions
        ],
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
        "editions": [edition(one) for one in found.editions.all],
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
