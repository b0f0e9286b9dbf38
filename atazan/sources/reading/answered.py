"""What is told of a text, as a line of JSON: offsets are code points, `end` exclusive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from atazan.rules.text import Lang
from atazan.rules.words import phrase
from atazan.sources.reading.asked import BadLine, Id, asked
from atazan.sources.reading.lines import LONGEST, Line
from atazan.sources.understood.told import Understood

Read = Callable[[str, Lang | None, date | None], Understood]
"""What reads: a text, its language or None, its day of publication or None."""

ACT = "kind date actors objects office counterparts modality confidence start end said_by".split()
"""The fields of an act, in the order they are written."""

NAMED = ("persons", "organisations", "places", "sources")


class Answer(Struct, frozen=True, gc=False):
    """What was read off one line."""

    id: Id
    acts: list[dict[str, Any]]
    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]


class Refusal(Struct, frozen=True, gc=False):
    """Why a line was not read; the lines after it are."""

    id: Id
    line: int
    error: str


def answered(
    line: Line, read: Read, out: Lang, lang: Lang | None = None, published: date | None = None
) -> Answer | Refusal:
    """Read one line; refusals are in the language `out`.

    `lang` and `published` are of the texts that do not tell theirs.
    """
    try:
        if line.cut:
            raise BadLine("too_long", most=LONGEST // 1_000_000)
        one = asked(line.content)
        try:
            told = read(one.text, one.lang or lang, one.published or published)
        except Exception as wrong:  # a defect of ours in one text is no reason to lose the others
            raise BadLine("failed", one.id, why=f"{type(wrong).__name__}: {wrong}") from wrong
    except BadLine as bad:
        return Refusal(bad.id, line.number, phrase(bad.key, out, bad.facts))
    return Answer(one.id, acts(told), *(getattr(told, name) for name in NAMED))


def acts(told: Understood) -> list[dict[str, Any]]:
    """The acts as they are written, every field said."""
    return [{name: getattr(act, name) for name in ACT} for act in told.acts]


written = msgspec.json.Encoder().encode
