"""What was read before, kept in a file, so that a reading stopped at any moment can go on.

The file has a heading and a line an item: bytes of output written by then, and the item's key. A
line is written after the item's answer; one torn by a sudden end does not count.
"""

from __future__ import annotations

import fcntl
import os
from hashlib import blake2b
from pathlib import Path
from typing import IO

_NAME = b"atazan-read/1 "
_KEY = 24


class StateRefused(ValueError):
    """A state file or an output cannot be gone on with: `key` of the phrase and its facts."""

    def __init__(self, key: str, **facts: object) -> None:
        self.key, self.facts = f"reading.state.{key}", facts
        super().__init__(key)


def key(*parts: str | bytes | int) -> bytes:
    """What an item is known by: short, the same for the same parts."""
    known = blake2b(digest_size=12)
    for part in parts:
        given = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        known.update(len(given).to_bytes(8, "big") + given)
    return known.hexdigest().encode()


class Done:
    """The items done, in a file that one reading at a time holds.

    `mode` says what kind of reading it is; a file of another kind is refused. `written` are the
    bytes of output and `refused` the items refused before this reading; `new`: there was no file.
    Raises StateRefused; OSError where the file cannot be had.
    """

    def __init__(self, path: Path, mode: str) -> None:
        self.path = path
        self.written = 0
        self.refused = 0
        self.new = False
        self._before: set[bytes] = set()
        self._file = open(path, "a+b", buffering=0)  # noqa: SIM115 -- closed by close()
        try:
            self._hold()
            self._read(_NAME + mode.encode() + b"\n")
        except BaseException:
            self._file.close()
            raise

    def __len__(self) -> int:
        """How many were done before this reading began."""
        return len(self._before)

    def __contains__(self, item: bytes) -> bool:
        """Whether an item was done before this reading began."""
        return item in self._before

    def add(self, item: bytes, written: int, refused: bool = False) -> None:
        """Keep that an item is done; `written` bytes of output are there with its answer."""
        self._file.write(b"%d %s%s\n" % (written, item, b"!" if refused else b""))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def forget(self) -> None:
        """Take away a file that this reading made and did not use."""
        if self.new:
            self.path.unlink()
        self.close()

    def _hold(self) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StateRefused("in_use", file=self.path) from None

    def _take(self, line: bytes) -> None:
        written, _, item = line.strip().partition(b" ")
        known = item.removesuffix(b"!")
        if not written.isdigit() or len(known) != _KEY:
            found = line[:60].decode("utf-8", "replace").strip()
            raise StateRefused("other", file=self.path, found=found)
        self.written = int(written)
        self.refused += known != item
        self._before.add(known)

    def _read(self, heading: bytes) -> None:
        self._file.seek(0)
        with open(self.path, "rb") as file:
            first = file.readline()
            if not first.endswith(b"\n") and heading.startswith(first):
                self._file.truncate(0)
                self._file.write(heading)
                self.new = True
                return
            if first != heading:
                found = first[:60].decode("utf-8", "replace").strip()
                raise StateRefused("other", file=self.path, found=found)
            whole = len(first)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._take(line)
                whole += len(line)
        self._file.truncate(whole)


class Output:
    """Where answers go: a file that can be gone on with, or a stream; each is out at once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.written = 0

    @classmethod
    def into(cls, path: Path, done: Done) -> Output:
        """A file, cut to what is known to be done. Raises StateRefused; OSError."""
        there = path.exists() and path.stat().st_size
        if there and done.new:
            raise StateRefused("out_exists", file=path)
        if (there or 0) < done.written:
            raise StateRefused("out_shorter", file=path, state=done.path)
        file = os.open(path, os.O_CREAT | os.O_RDWR, 0o666)
        os.ftruncate(file, done.written)
        os.lseek(file, done.written, os.SEEK_SET)
        output = cls(os.fdopen(file, "wb", buffering=0))
        output.written = done.written
        return output

    def put(self, answer: bytes) -> None:
        """Write an answer whole."""
        left = memoryview(answer)
        while left:
            sent = self._stream.write(left)
            left = left[len(left) if sent is None else sent :]
        self._stream.flush()
        self.written += len(answer)

    def close(self) -> None:
        """Close a file of ours."""
        self._stream.close()
