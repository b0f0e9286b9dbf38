"""Letters and mailboxes, by the standard library: the text of a letter, then its attachments."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import islice

from atazan.sources.opened.draft import NO_TEXT, Draft
from atazan.sources.opened.letters import decoded
from atazan.sources.opened.page import words_of
from atazan.sources.opened.unopened import Unopened
from atazan.sources.opened.written import day_written

_PARTS = 500
_PART = re.compile(rb"^Content-Type\s*:", re.IGNORECASE | re.MULTILINE)


def letter_of(data: bytes, place: str) -> EmailMessage:
    """A letter parsed. Raises Unopened: more than 500 parts, which take long to tell apart."""
    if sum(1 for _ in islice(_PART.finditer(data), _PARTS + 1)) > _PARTS:
        raise Unopened("too_many_items", place, limit=_PARTS)
    return email.message_from_bytes(data, policy=email.policy.default)


def read(letter: EmailMessage, data: bytes, place: str) -> Draft:
    """The letter itself. Raises Unopened: its parts are broken."""
    try:
        return _of_letter(letter, data, place)
    except (LookupError, AttributeError, TypeError, RecursionError) as wrong:
        raise Unopened("broken_mail", place) from wrong


def attachments(letter: EmailMessage, place: str) -> Iterator[tuple[bytes, str]]:
    """The papers a letter carries: the bytes and the place of each ("letter#name")."""
    for part in letter.walk():
        name = part.get_filename()
        if name and not part.is_multipart() and part.get_content_disposition() == "attachment":
            payload = part.get_payload(decode=True)
            yield payload if isinstance(payload, bytes) else b"", f"{place}#{name}"


def _of_letter(letter: EmailMessage, data: bytes, place: str) -> Draft:
    text, noted = _text(letter, place)
    name, address = parseaddr(str(letter.get("From", "")))
    about, _ = parseaddr(str(letter.get("List-Id", "")))
    return Draft(
        data=data,
        place=place,
        text=text,
        format="mail",
        title=" ".join(str(letter.get("Subject", "")).split()) or None,
        outlet=about.strip('" ') or None,
        author=name or address or None,
        published=day_written(str(letter.get("Date", ""))),
        noted=noted,
    )


def _text(letter: EmailMessage, place: str) -> tuple[str, tuple[str, ...]]:
    body = letter.get_body(("plain", "html"))
    payload = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(payload, bytes) or not payload.strip():
        return "", (NO_TEXT,)
    charset = body.get_content_charset() or "utf-8"
    try:
        text, noted = payload.decode(charset).replace("\r\n", "\n"), ()
    except (UnicodeDecodeError, LookupError):
        text, noted = decoded(payload, place)  # type: ignore[assignment]
    return (words_of(text) if body.get_content_subtype() == "html" else text), noted


def letters(
    lines: Iterable[bytes], place: str, limit: int
) -> Iterator[tuple[bytes, str] | Unopened]:
    """The letters of a mailbox one by one, its lines read as they are asked for.

    A letter over `limit` bytes is passed over, its refusal stands in its place.
    """
    held: list[bytes] = []
    size, at, blank = 0, 0, True
    for line in lines:
        if blank and line.startswith(b"From "):
            if at:
                yield _one(held, size, f"{place}#{at}", limit)
            held, size, at = [], 0, at + 1
        elif at:
            size += len(line)
            if size <= limit:
                held.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if at:
        yield _one(held, size, f"{place}#{at}", limit)


def _one(held: list[bytes], size: int, place: str, limit: int) -> tuple[bytes, str] | Unopened:
    if size > limit:
        return Unopened("too_large", place, limit=limit // 2**20)
    return b"".join(held), place
