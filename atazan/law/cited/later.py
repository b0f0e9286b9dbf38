"""Patterns compiled when first asked: the long ones take a second, and few texts ask them all."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern; what was asked of it once is the pattern's own from then on."""

    def __init__(self, written: str, flags: re.RegexFlag) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # the module `re` keeps what it compiled: a second name does not compile again
        asked = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, asked)
        return asked


def later(written: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used.

    >>> later("[0-9]+").match("45-бап")[0]
    '45'
    """
    return cast("re.Pattern[str]", _Later(written, flags))
