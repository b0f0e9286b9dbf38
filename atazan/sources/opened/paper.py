"""A document read in: its words and what it tells of itself."""

from __future__ import annotations

from msgspec import Struct

from atazan.words import Passage


class Paper(Struct, frozen=True, kw_only=True):
    """A news item or an official paper, opened. `text` is its body: paragraphs divided by "\\n".

    The title is not part of `text`, even where the source repeats it there. `published` is a
    partial day or None; `hash` is the SHA-256 of the original bytes (of a feed or mailbox: of the
    item's own bytes); `place` is where it was read from (path or address). `passages` tell the
    language of each stretch of `text`. `noted` are keys of phrases (sources.opened.*) for what a
    person should know: encoding repaired, beginning lacking, title repeated, scanned without text.
    """

    place: str
    hash: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    format: str = "text"
    passages: tuple[Passage, ...] = ()
    noted: tuple[str, ...] = ()
