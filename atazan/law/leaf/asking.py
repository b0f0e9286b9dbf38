"""What a request asks of a text, and what every page of a text needs to link to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from atazan.journal.answering import day_of, lang_of
from atazan.law import texts
from atazan.law.leaf.asked import Asked, asked
from atazan.law.text.document import outer
from atazan.rules.citation import other_spelling
from atazan.rules.text import Lang
from atazan.rules.works import Work

KEPT = ("on", "text", "known", "print")


def text_asked(request: HttpRequest, work: Work) -> tuple[Asked, list[Lang]]:
    """The text a page is asked for, and the languages in which any is held."""
    held = texts.languages(work.id)
    moment = request.now  # type: ignore[attr-defined]
    return asked(request.GET, day_of(request), lang_of(request), held, moment), held


def text_facts(request: HttpRequest, found: Asked) -> dict[str, Any]:
    """What templates of texts need: `keep`, the query that stays with links, and `printing`."""
    query = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    return {
        "asked_text": found,
        "keep": f"?{urlencode(query)}" if query else "",
        "printing": request.GET.get("print") == "1",
    }


def as_printed(work: Work, eid: str, found: Asked, held: Sequence[Lang]) -> str:
    """The eId the text of the day has for it: part for paragraph where only that stands there."""
    other = other_spelling(eid)
    if other is None:
        return eid
    for lang in held:
        piece = texts.piece_on(work.id, outer(eid), lang, found.day, found.known)
        named = {block.eid for block in piece.blocks} if piece else set()
        if any(one == eid or one.startswith(f"{eid}__") for one in named):
            return eid
        if any(one == other or one.startswith(f"{other}__") for one in named):
            return other
    return eid


def phrase_facts(request: HttpRequest, work: Work, found: Asked) -> dict[str, Any]:
    """`?words=`: since when they stand in the text of the day, in the first language that has
    them; `span` None: in none. `from_first`: in the first text held already, so maybe longer."""
    words = " ".join(request.GET.get("words", "").split())[:300]
    spans = (
        texts.phrase_since(work.id, lang, words, found.day, found.known)
        for lang in (found.langs if words else ())
    )
    span = next((one for one in spans if one is not None), None)
    first = min((one.since for one in texts.versions(work.id)), default=None) if span else None
    from_first = span is not None and span.since == first and first != work.in_force_from
    return {"words": words, "span": span, "from_first": from_first}
