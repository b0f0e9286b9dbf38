"""Bulk downloads: each is made of files under fixed names, the same byte for byte for one journal.

`decisions.zip` holds everything with a manifest and checksums; the others hold one form alone.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.law.exported.akn_names import LANGUAGES
from atazan.library.exported import shape, tables
from atazan.library.exported.codices import twin
from atazan.library.exported.codices.blocks import bulletin
from atazan.library.exported.codices.docx import as_docx
from atazan.library.exported.judgment.akn import akn
from atazan.library.exported.stamps import Head
from atazan.library.exported.still import entry
from atazan.library.exported.told import Told
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

LICENCE = "Apache-2.0"
"""Of the register's own words and arrangement, as of the whole platform."""
TEXT_LANGS: tuple[Lang, ...] = ("kk", "ru")
Files = Iterator[tuple[str, bytes]]


class File(Struct, frozen=True):
    """A file of an archive: its path there, its bytes, their SHA-256."""

    path: str
    bytes: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What an archive is: the journal up to which it tells, and its files."""

    made_from_entry: int
    entry_hash: str
    recorded_at: str | None
    decisions: int
    licence: str
    verify: str
    files: tuple[File, ...]


def json_files(found: list[Told]) -> Files:
    """The lines, and the schema that says what each field is."""
    yield "decisions.jsonl", b"".join(shape.as_lines(found))
    yield "decision.schema.json", shape.schema()


def csv_files(found: list[Told]) -> Files:
    """A table of decisions, a table of holdings."""
    yield "decisions.csv", b"".join(tables.decisions_csv(found))
    yield "holdings.csv", b"".join(tables.holdings_csv(found))


def akn_files(found: list[Told]) -> Files:
    """A judgment a decision in Kazakh and in Russian."""
    for one in found:
        for lang in TEXT_LANGS:
            yield f"akn/{one.row.id}_{LANGUAGES[lang]}.akn", akn(one, lang)


def codices_files(found: list[Told]) -> Files:
    """XML and JSON of every précis in English, Word where a person wrote one."""
    for one in found:
        made = bulletin(one, "en")
        name = f"codices/{one.row.id}_eng"
        yield f"{name}.xml", twin.as_xml(made)
        yield f"{name}.json", twin.as_json(made)
        if made.author is not None:
            yield f"{name}.docx", as_docx(made)


FORMS: dict[str, Callable[[list[Told]], Files]] = {
    "json": json_files,
    "csv": csv_files,
    "akn": akn_files,
    "codices": codices_files,
}
"""What can be exported, by name."""


def all_files(found: list[Told], forms: Iterable[str] = tuple(FORMS)) -> Files:
    """The files of the forms asked for, in their order."""
    for form in forms:
        yield from FORMS[form](found)


def with_manifest(files: Files, head: Head, decisions: int) -> Files:
    """The files, then README.md, manifest.json and SHA256SUMS over them all."""
    told: list[File] = []
    for path, written in files:
        told.append(_file(path, written))
        yield path, written
    readme = _readme(head, decisions)
    told.append(_file("README.md", readme))
    yield "README.md", readme
    manifest = Manifest(
        made_from_entry=head.entry,
        entry_hash=head.hash,
        recorded_at=head.at.isoformat() if head.at else None,
        decisions=decisions,
        licence=LICENCE,
        verify="sha256sum --check SHA256SUMS",
        files=tuple(told),
    )
    written = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    told.append(_file("manifest.json", written))
    yield "manifest.json", written
    yield "SHA256SUMS", "".join(f"{one.sha256}  {one.path}\n" for one in told).encode()


def write_folder(files: Files, folder: Path) -> int:
    """Write the files under a folder; how many. Raises OSError."""
    count = 0
    for path, written in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(written)
        count += 1
    return count


def write_zip(files: Files, archive: Path) -> None:
    """Write the files into one archive, one after another. Raises OSError."""
    with zipfile.ZipFile(archive, "w") as made:
        for path, written in files:
            made.writestr(entry(path), written)


def _file(path: str, written: bytes) -> File:
    return File(path, len(written), hashlib.sha256(written).hexdigest())


def _readme(head: Head, decisions: int) -> bytes:
    """What the archive is and how to check it, in three languages."""
    day = head.at.date() if head.at else None
    facts = {"n": decisions, "day": day or "—", "entry": head.entry, "hash": head.hash or "—"}
    told = [phrase("library.bulk.readme", lang, {**facts, "licence": LICENCE}) for lang in LANGS]
    return ("# Ata Zañ\n\n" + "\n\n".join(one.strip() for one in told) + "\n").encode()
