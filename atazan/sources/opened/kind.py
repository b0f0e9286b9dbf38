"""What kind of file it is: by its first bytes, then by its name."""

from __future__ import annotations

import re
from typing import Literal

from atazan.sources.opened.unopened import Unopened

Kind = Literal["text", "html", "pdf", "docx", "feed", "mail", "mailbox"]

HEAD = 4_096
"""Bytes at the beginning by which a file is known."""

_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3", "SQLite"),
)
_FEED = re.compile(
    r"\A\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>\s*)*<(?:rss|feed|rdf:RDF|channel)[\s>]",
    re.S | re.I,
)
_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|article|main|section|meta|table|span|b|ul|a)\b",
    re.S | re.I,
)
_LETTER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_POSTED = re.compile(
    rb"^(?:Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-Mailer):", re.M | re.I
)
_NAMES: dict[str, Kind] = {
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "rss": "feed",
    "atom": "feed",
    "eml": "mail",
}


def kind_of(head: bytes, place: str) -> Kind:
    """The kind of a file by its first `HEAD` bytes. Raises Unopened on a kind that is not read."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    for mark, name in _OTHERS:
        if head.startswith(mark):
            raise Unopened("unknown_format", place, found=name)
    if head.startswith(b"From ") and _LETTER.match(head.partition(b"\n")[2]):
        return "mailbox"
    named = _NAMES.get(place.rpartition(".")[2].lower()) if "." in place else None
    if named == "mail" or (_LETTER.match(head) and _POSTED.search(head)):
        return "mail"
    peek = head.replace(b"\0", b"").decode("utf-8", "ignore").lstrip("\ufeff\ufffe")
    if _FEED.match(peek):
        return "feed"
    return "html" if _HTML.match(peek) else named or "text"
