"""The texts as JSON: lines as printed with their provisions, since when their words stand."""

from __future__ import annotations

from datetime import date
from typing import Any

from atazan.law.leaf import answer_compared
from atazan.law.leaf.act import ActText
from atazan.law.leaf.around import Beside
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.cites import Cites
from atazan.law.leaf.editions import edition_told
from atazan.law.leaf.provision import Leaf
from atazan.law.leaf.texts_shown import Piece, Side
from atazan.law.text.document import Block
from atazan.law.texts import Span
from atazan.rules.works import Work


def act(found: ActText) -> dict[str, Any]:
    """The text of an act: its pieces in order, and the editions held."""
    here = found.editions.here
    return {
        **known(found.asked),
        "text": [piece(one.piece) for one in found.pieces] or None,
        "edition": edition_told(here) if here else None,
        "editions": [edition_told(one) for one in found.editions.all],
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
            {"lang": one.lang, **answer_compared.nonconforming(one.found)}
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
        "concordance": [answer_compared.entry(one.entry) for one in found.matched],
        "held_unconstitutional": {"since": held.since, "by": held.decision} if held else None,
        "repeated_by": [
            {"work": one.work, "lang": one.lang, **answer_compared.nonconforming(one.found)}
            for one in found.repeats
        ],
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
