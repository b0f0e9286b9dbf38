"""What a format gives before the text is brought into shape."""

from __future__ import annotations

from msgspec import Struct

REPAIRED = "sources.opened.repaired"
LETTERS_LOST = "sources.opened.letters_lost"
TITLE_TWICE = "sources.opened.title_twice"
NO_BEGINNING = "sources.opened.no_beginning"
NO_END = "sources.opened.no_end"
CREDIT = "sources.opened.credit"
SCANNED = "sources.opened.scanned"
NO_TEXT = "sources.opened.no_text"
OTHER_LANGUAGE = "sources.opened.other_language"
BARE_PAGE = "sources.opened.bare_page"
BROKEN_FEED = "sources.opened.broken_feed"


class Draft(Struct, frozen=True, kw_only=True):
    """A document as its format tells it: `data` are its own bytes, `text` may hold the title."""

    data: bytes
    place: str
    text: str
    format: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    noted: tuple[str, ...] = ()
