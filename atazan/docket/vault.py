"""Where the bytes of files lie: each set of bytes once, under its SHA-256, whole or not at all.

Bytes arrive under a passing name in `files/arriving`, are flushed to the disk, and only then take
their place `files/aa/aa…` in one step. A power cut at any byte leaves at most a passing name,
which `sweep` removes. Whoever reads gets bytes whose digest was counted anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings
from msgspec import Struct

from atazan.rules.text import Lang
from atazan.rules.words import phrase

CHUNK = 256 * 1024
"""Bytes held in memory at a time."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Readable(Protocol):
    """Whatever gives its bytes piece by piece: an upload, a file, a socket."""

    def read(self, size: int, /) -> bytes: ...


class Kept(Struct, frozen=True):
    """Bytes in the vault: their SHA-256 in hexadecimal and how many they are."""

    sha256: str
    size: int


class Arrived(Struct, frozen=True):
    """Bytes that came in whole and are on the disk at `path`, not kept yet."""

    path: Path
    sha256: str
    size: int


class TooLarge(ValueError):
    """More than `most` bytes came; reading stopped there and nothing is kept."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(f"more than {most} bytes; send at most that many")


class NotKept(LookupError):
    """The vault has no such bytes: never put there, or erased since."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(self.says("en"))

    def says(self, lang: Lang) -> str:
        return phrase("file.not_kept", lang, {"sha256": self.sha256})


class Changed(RuntimeError):
    """The bytes kept under this SHA-256 have another one now, `found`."""

    def __init__(self, sha256: str, found: str) -> None:
        self.sha256, self.found = sha256, found
        super().__init__(self.says("en"))

    def says(self, lang: Lang) -> str:
        return phrase("file.changed", lang, {"sha256": self.sha256, "found": self.found})


def put(stream: Readable, most: int) -> Kept:
    """Keep the bytes of a stream of at most `most` bytes. Raises TooLarge."""
    with received(stream, most) as arrived:
        return keep(arrived)


@contextmanager
def received(stream: Readable, most: int) -> Iterator[Arrived]:
    """Bytes on the disk under a passing name, to look at before they are kept.

    The passing name is gone when the block ends. Raises TooLarge as soon as more than `most`
    bytes came, and whatever the stream raises.
    """
    number, name = tempfile.mkstemp(dir=_folder("arriving"))
    path = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            sha256, size = _poured(stream, file, most)
        yield Arrived(path, sha256, size)
    finally:
        path.unlink(missing_ok=True)


def keep(arrived: Arrived) -> Kept:
    """Give bytes that arrived their place, in one step; the same bytes are kept once."""
    place = _place(arrived.sha256)
    _folder(place.parent.name)
    os.replace(arrived.path, place)
    _flush(place.parent)
    return Kept(arrived.sha256, arrived.size)


def open(sha256: str) -> BinaryIO:
    """The bytes to read, from the first one, once their digest is found right.

    Raises NotKept where there are none, Changed where they are not what was kept.
    """
    try:
        file = _place(sha256).open("rb")
    except FileNotFoundError:
        raise NotKept(sha256) from None
    found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        file.close()
        raise Changed(sha256, found)
    file.seek(0)
    return file


def forget(sha256: str) -> bool:
    """Erase the bytes; False where there were none. Ask first whether another paper names them."""
    place = _place(sha256)
    try:
        place.unlink()
    except FileNotFoundError:
        return False
    _flush(place.parent)
    return True


def sweep(known: Collection[str], older_than: datetime) -> tuple[str, ...]:
    """Remove what no petition or draft names and was put before `older_than`.

    `known` holds the SHA-256 of every file named anywhere. Answers the names removed, passing
    names included. Bytes put again meanwhile are young again and stay.
    """
    before, removed = older_than.timestamp(), []
    for path in sorted(_root().glob("*/*")):
        passing = path.parent.name == "arriving"
        if (passing or path.name not in known) and _age(path) < before and _taken(path, before):
            removed.append(path.name)
    return tuple(removed)


def _taken(path: Path, before: float) -> bool:
    """Move away first, then look again: bytes put between the two steps go back to their place."""
    aside = _folder("arriving") / f"{path.name}.swept"
    try:
        os.replace(path, aside)
    except FileNotFoundError:
        return False
    if _age(aside) >= before:
        os.replace(aside, path)
        return False
    aside.unlink()
    _flush(path.parent)
    return True


def _age(path: Path) -> float:
    """When the bytes were written, in seconds since 1970; never, where they are gone."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _poured(stream: Readable, file: BinaryIO, most: int) -> tuple[str, int]:
    """Copy to the disk, counting and hashing on the way."""
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(CHUNK):
        size += len(piece)
        if size > most:
            raise TooLarge(most)
        digest.update(piece)
        file.write(piece)
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest(), size


def _root() -> Path:
    return Path(settings.HOME) / "files"


def _place(sha256: str) -> Path:
    if not _DIGEST.fullmatch(sha256):
        raise NotKept(sha256)
    return _root() / sha256[:2] / sha256


def _folder(name: str) -> Path:
    """A folder of the vault, made if need be and known to the disk."""
    folder = _root() / name
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _flush(folder.parent)
        _flush(folder.parent.parent)
    return folder


def _flush(folder: Path) -> None:
    """Make the names in a folder outlive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
