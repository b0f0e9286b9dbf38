"""Conformity and concordance as plain data, the same for the API, pages and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atazan.law.conformity.concordance import Concordance, Difference, Entry
from atazan.law.conformity.nonconformity import Nonconformity, Place, named
from atazan.rules.book import Source
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.law.conformity.gathered import Checked, Reproducing


def nonconformity(one: Nonconformity) -> dict[str, Any]:
    """One finding with its evidence."""
    return {
        "kind": one.kind,
        "place": place(one.place),
        "about": one.about,
        "says": {lang: one.says(lang) for lang in LANGS},
        "cites": {"work": one.old.work, "eid": one.old.eid} if one.old else None,
        "now": [{"work": new.work, "eid": new.eid} for new in one.new],
        "was": one.was or None,
        "becomes": one.becomes or None,
        "there": one.there or None,
        "historical": one.historical,
        "confidence": one.confidence,
        "sources": [source(each) for each in one.sources],
        "uncertain": list(one.uncertain),
    }


def place(one: Place) -> dict[str, Any]:
    """Where it stands; offsets are code points of the line's text, `end` excluded."""
    return {
        "eid": one.eid,
        "called": {lang: named(one.eid, lang) for lang in LANGS},
        "line": one.line,
        "start": one.start,
        "end": one.end,
        "words": one.words,
    }


def source(one: Source) -> dict[str, Any]:
    quotes = {"quote": one.quote, "quote_kk": one.quote_kk}
    return {"work": one.work, "provision": one.provision_eid, **quotes}


def checked(one: Checked) -> dict[str, Any]:
    """A text and all that does not conform in it."""
    return {
        "work": one.work,
        "lang": one.lang,
        "since": one.since.isoformat() if one.since else None,
        "found": [nonconformity(each) for each in one.found],
    }


def reproducing(one: Reproducing) -> dict[str, Any]:
    """Candidates that repeat or rest on a provision."""
    held = one.held
    return {
        "held": held and {"since": held.since.isoformat(), "decision": held.decision},
        "repeats": [
            {"work": each.work, "lang": each.lang, **nonconformity(each.found)}
            for each in one.repeats
        ],
        "rests": [
            {"work": each.standing.work.id, "eid": each.standing.provision} for each in one.rests
        ],
    }


def entry(one: Entry, table: Concordance) -> dict[str, Any]:
    """One entry of the concordance."""
    return {
        "from": {"work": table.old, "eids": list(one.old)},
        "to": {"work": table.new, "eids": list(one.new)},
        "kind": one.kind,
        "called": _all(f"concordance.kind.{one.kind}"),
        "split": one.split,
        "merged": one.merged,
        "changed": [difference(each) for each in one.changed],
        "confidence": one.confidence,
        "uncertain": list(one.uncertain),
    }


def difference(one: Difference) -> dict[str, Any]:
    return {"what": one.what, "was": one.was, "becomes": one.becomes, "says": _three(one.says)}


def _all(key: str) -> dict[str, str]:
    return {lang: phrase(key, lang) for lang in LANGS}


def _three(text: Text) -> dict[str, str]:
    return {lang: text.says(lang) for lang in LANGS}
