"""One writer at a time, over threads and processes; a writer that dies lets go."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from types import TracebackType

from atazan.search.bad import IndexBusy

WAIT = 20.0
"""Seconds a writer waits for another."""


class Writing:
    """The right to write in a folder (None: in memory). Folders of other shapes go when it is
    used."""

    def __init__(self, folder: Path | None, wait: float = WAIT) -> None:
        self._folder, self._wait = folder, wait
        self._mine = RLock()
        self._deep = 0
        self._file: int | None = None

    def __enter__(self) -> None:
        if not self._mine.acquire(timeout=self._wait):
            raise IndexBusy
        self._deep += 1
        if self._folder is None or self._deep > 1:
            return
        try:
            self._file = _locked(self._folder / "writing", self._wait)
        except BaseException:
            self._let_go()
            raise
        for other in self._folder.parent.iterdir():
            if other != self._folder and other.is_dir():
                shutil.rmtree(other, ignore_errors=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._let_go()

    def _let_go(self) -> None:
        self._deep -= 1
        if self._file is not None and not self._deep:
            os.close(self._file)
            self._file = None
        self._mine.release()


def _locked(path: Path, wait: float) -> int:
    """An open file with the lock on it. Raises IndexBusy after `wait` seconds."""
    file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    until = monotonic() + wait
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        except BlockingIOError:
            if monotonic() > until:
                os.close(file)
                raise IndexBusy from None
            sleep(0.02)
