"""Papers read in, of every kind: from a file, a folder, bytes or a text; one at a time."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from atazan.sources.opened.draft import LETTERS_LOST, NO_TEXT, OTHER_LANGUAGE, SCANNED, Draft
from atazan.sources.opened.kind import HEAD, kind_of
from atazan.sources.opened.paper import Paper
from atazan.sources.opened.shape import shaped
from atazan.sources.opened.tongue import is_ours
from atazan.sources.opened.unopened import Unopened
from atazan.words import Passage, language, passages

LIMIT = 50 * 2**20
"""Bytes of the largest file read; of a mailbox: of its largest letter."""

_MARKED = frozenset(("html", "feed", "mail"))
"""Formats that say themselves what the title is."""
_LEFT_OUT = (".json", ".jsonl")
_CHAPTER = 100_000
"""Characters of a text whose language is told passage by passage."""
_DEEPEST = 3
"""How deep papers attached to letters are opened."""

Refused = Callable[[Unopened], object]
Keep = Callable[[bytes, str], object]


def papers(
    given: Path | bytes | str,
    *,
    place: str = "",
    published: str | None = None,
    limit: int = LIMIT,
    refused: Refused | None = None,
    keep: Keep | None = None,
) -> Iterator[Paper]:
    """The papers in a file or folder (Path), in the bytes of a file, or a text as it is (str).

    `place` is where bytes or a text came from; `published` a partial day for papers that do not
    tell theirs. A feed gives a paper an item, a mailbox a letter and an attachment. A folder is
    read whole in the order of names, hidden files and .json left out. `keep` is called with each
    paper's own bytes and place before the paper is given. Nothing is fetched and nothing in a text
    is obeyed.
    Raises Unopened on what cannot be opened; where `refused` is given it is called instead and the
    reading goes on.
    """
    for draft in _drafts(given, place, limit):
        if isinstance(draft, Unopened):
            if refused is None:
                raise draft
            refused(draft)
            continue
        if keep:
            keep(draft.data, draft.place)
        yield finished(draft, published)


def files(folder: Path) -> Iterator[Path]:
    """The files of a folder and its folders by name; hidden ones and .json left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError as wrong:
        raise Unopened("no_file", str(folder)) from wrong
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files(Path(entry.path))
        elif not entry.name.lower().endswith(_LEFT_OUT) and not entry.is_dir():
            yield Path(entry.path)


def finished(draft: Draft, published: str | None = None) -> Paper:
    """A draft brought into shape: title and header lines apart from the text, its language told."""
    text = draft.text
    if draft.format == "markdown":
        from atazan.sources.opened.plain import unmarked

        told = shaped(text, draft.title)
        told.text = unmarked(told.text)
    else:
        told = shaped(text, draft.title, plain=draft.format not in _MARKED)
    noted = dict.fromkeys((*draft.noted, *told.noted))
    if not told.text and SCANNED not in noted:
        noted[NO_TEXT] = None
    if told.text and not is_ours(told.text):
        noted[OTHER_LANGUAGE] = None
    if "\ufffd" in told.text:
        noted[LETTERS_LOST] = None
    return Paper(
        place=draft.place,
        hash=hashlib.sha256(draft.data).hexdigest(),
        text=told.text,
        title=told.title,
        outlet=draft.outlet or told.outlet,
        author=draft.author or told.author,
        published=draft.published or told.published or published,
        url=draft.url or told.url,
        format=draft.format,
        passages=_passages(told.text),
        noted=tuple(noted),
    )


def _passages(text: str) -> tuple[Passage, ...]:
    """The languages of a text; of one longer than a book's chapter, what follows is of one."""
    found = passages(text[:_CHAPTER]) if text else []
    if len(text) > _CHAPTER:
        found.append(Passage(_CHAPTER, len(text), language(text[_CHAPTER:])))
    return tuple(found)


def _drafts(given: Path | bytes | str, place: str, limit: int) -> Iterator[Draft | Unopened]:
    if isinstance(given, str):
        data = given.encode("utf-8", "surrogatepass")
        yield from _caught(partial(_of_text, given, data, place, limit))
    elif isinstance(given, bytes):
        yield from _caught(partial(_of_bytes, given, place, limit))
    elif given.is_dir():
        for path in files(given):
            yield from _caught(partial(_of_file, path, str(path), limit))
    else:
        yield from _caught(partial(_of_file, given, place or str(given), limit))


def _caught(read: Callable[[], Iterable[Draft | Unopened]]) -> Iterator[Draft | Unopened]:
    """What was read until it could not go on, then why."""
    try:
        yield from read()
    except Unopened as wrong:
        yield wrong


def _of_text(text: str, data: bytes, place: str, limit: int) -> Iterator[Draft]:
    from atazan.sources.opened import plain

    if len(data) > limit:
        raise Unopened("too_large", place, limit=limit // 2**20)
    yield from plain.read(re.sub(r"[\ud800-\udfff]", "\ufffd", text).encode(), place)


def _of_file(path: Path, place: str, limit: int) -> Iterator[Draft | Unopened]:
    try:
        if not path.is_file() and path.exists():
            raise Unopened("not_a_file", place)
        with path.open("rb") as file:
            head = file.read(HEAD)
            file.seek(0)
            if kind_of(head, place) == "mailbox":
                yield from _of_mailbox(iter(lambda: file.readline(2**20), b""), place, limit)
                return
            data = b"" if path.stat().st_size > limit else file.read(limit + 1)
    except OSError as wrong:
        raise Unopened("no_file", place) from wrong
    if len(data) > limit or (head and not data):
        raise Unopened("too_large", place, limit=limit // 2**20)
    yield from _of_bytes(data, place, limit)


def _of_mailbox(lines: Iterable[bytes], place: str, limit: int) -> Iterator[Draft | Unopened]:
    from atazan.sources.opened import mail

    for one in mail.letters(lines, place, limit):
        if isinstance(one, Unopened):
            yield one
        else:
            yield from _caught(partial(_of_letter, *one, limit, 1))


def _of_letter(data: bytes, place: str, limit: int, depth: int) -> Iterator[Draft | Unopened]:
    from atazan.sources.opened import mail

    letter = mail.letter_of(data, place)
    yield mail.read(letter, data, place)
    for attached, name in mail.attachments(letter, place):
        yield from _caught(partial(_of_bytes, attached, name, limit, depth + 1))


def _of_bytes(data: bytes, place: str, limit: int, depth: int = 0) -> Iterator[Draft | Unopened]:
    if len(data) > limit:
        raise Unopened("too_large", place, limit=limit // 2**20)
    if not data.strip():
        raise Unopened("empty", place)
    kind = kind_of(data[:HEAD], place)
    if depth > _DEEPEST:
        raise Unopened("too_many_items", place, limit=_DEEPEST)
    if kind == "mailbox":
        yield from _of_mailbox(data.splitlines(keepends=True), place, limit)
    elif kind == "mail":
        yield from _of_letter(data, place, limit, depth)
    else:
        yield from _reader(kind)(data, place)


def _reader(kind: str) -> Callable[[bytes, str], Iterator[Draft]]:
    """The module of a format is loaded when the first such file comes."""
    if kind == "pdf":
        from atazan.sources.opened.pdf import read
    elif kind == "docx":
        from atazan.sources.opened.word import read
    elif kind == "feed":
        from atazan.sources.opened.feed import read
    elif kind == "html":
        from atazan.sources.opened.page import read
    else:
        from atazan.sources.opened.plain import read
    return read
