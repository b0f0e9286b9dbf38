"""Word documents (DOCX): paragraphs and rows of tables, the title by its style."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from atazan.sources.opened.draft import Draft
from atazan.sources.opened.unopened import Unopened

_LARGEST = 30 * 2**20
"""Bytes of a document's XML when unpacked."""


def read(data: bytes, place: str) -> Iterator[Draft]:
    """The one document of a DOCX file.

    Raises Unopened: broken, another kind of archive, too large unpacked, declares entities, empty.
    """
    _weighed(data, place)
    from atazan.law.text.docx import body_of, lines_of
    from atazan.law.text.unread import UnreadText

    try:
        lines = lines_of(body_of(data, place))
    except UnreadText as wrong:
        why = {"document_type": "entities"}.get(wrong.why, "broken_docx")
        raise Unopened(why, place) from wrong
    if not lines:
        raise Unopened("empty", place)
    first = lines[0]
    title = first.text if first.mark in ("title", "heading", "bold") and len(lines) > 1 else None
    text = "\n".join(line.text for line in lines)
    yield Draft(data=data, place=place, text=text, format="docx", title=title)


def _weighed(data: bytes, place: str) -> None:
    """Refuse before anything is unpacked: archives tell the sizes of their parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as wrong:
        raise Unopened("broken_docx", place) from wrong
    if not any(part.filename == "word/document.xml" for part in parts):
        raise Unopened("unknown_format", place, found="ZIP")
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if xml > _LARGEST or len(parts) > 5_000:
        raise Unopened("unpacked_too_large", place, limit=_LARGEST // 2**20)
