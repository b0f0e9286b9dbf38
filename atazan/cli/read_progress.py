"""How far a long reading is, on standard error."""

from __future__ import annotations

import sys
from time import monotonic

from atazan.rules.text import Lang
from atazan.rules.words import phrase

_QUIET = 2.0
"""Seconds without a word."""
_TERMINAL, _FILE = 0.5, 15.0
"""Seconds between two words on a terminal, where the line is written over, and elsewhere."""


class Progress:
    """Counts texts, and says so from time to time; `total`: bytes to read, 0 where not known."""

    def __init__(self, lang: Lang, total: int = 0) -> None:
        self.lang, self.total = lang, total
        self.texts = self._bytes = 0
        self._over = sys.stderr.isatty()
        self._begun = monotonic()
        self._next = self._begun + _QUIET
        self._wide = 0

    def step(self, size: int = 0, new: bool = True) -> None:
        """One text more; `size` in bytes of the source; `new`: it was read now, not before."""
        self.texts += new
        self._bytes += size
        if (now := monotonic()) >= self._next:
            self._next = now + (_TERMINAL if self._over else _FILE)
            self._say(now)

    def clear(self) -> None:
        """Take the line away where one stands: something else is to be said, or all is done."""
        if self._wide:
            sys.stderr.write(f"\r{' ' * self._wide}\r")
            sys.stderr.flush()
            self._wide = 0

    def _say(self, now: float) -> None:
        facts: dict[str, object] = {"n": self.texts}
        rate = self.texts / (now - self._begun)
        facts["rate"] = f"{rate:.1f}" if rate < 10 else round(rate)
        of = "reading.progress"
        if self.total:
            facts["share"] = min(100, 100 * self._bytes // self.total)
            of = "reading.progress.of"
        said = phrase(of, self.lang, facts)
        if self._over:
            sys.stderr.write(f"\r{said.ljust(self._wide)}")
            self._wide = len(said)
        else:
            sys.stderr.write(f"{said}\n")
        sys.stderr.flush()
