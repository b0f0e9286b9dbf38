"""Originals kept: the bytes of what was read in, under their hash, with when and from where."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.sources.opened.unopened import Unopened

_HASH = re.compile(r"[0-9a-f]{64}")


class Received(Struct, frozen=True, rename={"place": "from"}):
    """One time that a document came: the moment (with its zone) and the path or address."""

    when: datetime
    place: str


class Kept:
    """A folder of originals: `ab/cdef…` holds the bytes, `ab/cdef….jsonl` each time they came.

    Bytes are written once, whole or not at all; the lines beside are added to, never rewritten.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes, place: str, when: datetime) -> str:
        """Keep an original and that it came; its SHA-256. Raises OSError where the disk fails."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write_whole(path, data)
        came = Received(when, place)
        if came not in self.received(digest):
            _append(path.with_name(path.name + ".jsonl"), msgspec.json.encode(came) + b"\n")
        return digest

    def path(self, digest: str) -> Path:
        """Where the bytes of a hash lie, if they are kept. Raises Unopened: it is no hash."""
        if not _HASH.fullmatch(digest):
            raise Unopened("no_original", digest, hash=digest)
        return self.folder / digest[:2] / digest[2:]

    def read(self, digest: str) -> bytes:
        """The original of a hash. Raises Unopened: not kept, or altered since."""
        try:
            data = self.path(digest).read_bytes()
        except FileNotFoundError as wrong:
            raise Unopened("no_original", digest, hash=digest) from wrong
        found = hashlib.sha256(data).hexdigest()
        if found != digest:
            raise Unopened("altered_original", digest, hash=digest, found=found)
        return data

    def received(self, digest: str) -> list[Received]:
        """Each time the original came, in the order written; a torn line is left out."""
        path = self.path(digest)
        try:
            lines = path.with_name(path.name + ".jsonl").read_bytes().split(b"\n")
        except FileNotFoundError:
            return []
        found = []
        for line in lines:
            try:
                found.append(msgspec.json.decode(line, type=Received))
            except msgspec.DecodeError:
                continue
        return found


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside and move into place, so that no reader sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _append(path: Path, line: bytes) -> None:
    """Add a line in one write; after a torn line it begins a new one."""
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        size = os.fstat(handle).st_size
        torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
        os.write(handle, b"\n" + line if torn else line)
    finally:
        os.close(handle)
