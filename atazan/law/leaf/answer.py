"""The texts as JSON: lines as printed with their provisions, since when their words stand."""

from __future__ import annotations

from typing import Any

from atazan.journal.answering import in_words
from atazan.law.compared.days import Row
from atazan.law.leaf.act import ActText
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.cites import Cites
from atazan.law.leaf.editions import Edition
from atazan.law.leaf.provision import Leaf
from atazan.law.leaf.texts_shown import Piece, Side
from atazan.law.leaf.two_days import TwoDays
from atazan.law.text.document import Block
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
            {"provision": one.eid, "of": one.of, "kind": one.kind, "words": one.words}
            for row in found.rows
            for one in row.gloss.repeats
        ],
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
