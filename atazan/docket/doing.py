"""What became of a deed sent from a page: receipts, or why there are none; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from atazan.journal.acts import Act
from atazan.journal.problems import BadAct, NotPermitted, Stale


class Done(Struct, frozen=True):
    """`result` is what the deed gave; else `refused` says why (findings, problems), or `theirs`
    are the acts recorded since the page was opened, and `now` the version to send with."""

    result: Any = None
    refused: tuple[Any, ...] = ()
    stale: bool = False
    now: int = 0
    theirs: tuple[Act, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it was recorded."""
        return not self.refused and not self.stale

    @property
    def status(self) -> int:
        """The HTTP status that says it."""
        return 200 if self.ok else 409 if self.stale else 422


def attempt(deed: Callable[[], Any]) -> Done:
    """Do a deed and tell what became of it."""
    try:
        return Done(result=deed())
    except Stale as wrong:
        return Done(stale=True, now=wrong.now, theirs=wrong.theirs)
    except NotPermitted as wrong:
        return Done(refused=wrong.findings)
    except BadAct as wrong:
        return Done(refused=tuple(wrong.problems))
