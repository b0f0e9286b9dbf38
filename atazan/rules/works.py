"""The works (statutes) the rules and the record cite: from jurisdictions/*/works.yaml, and those
the register of the law came to know since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import msgspec
from msgspec import Struct

from atazan.rules.text import Text


class Work(Struct, frozen=True, forbid_unknown_fields=True):
    """A statute: `uri` as in Akoma Ntoso, `short` as readers call it.

    `in_force_from` counts, `in_force_until` does not.
    """

    id: str
    uri: str
    kind: str
    title: Text
    short: Text
    number: str | None = None
    adopted: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    ended_by: str | None = None
    url: str | None = None
    uncertain: tuple[str, ...] = ()


_more: Callable[[], Iterable[Work]] | None = None
_together: dict[str, Work] | None = None


def works() -> dict[str, Work]:
    """Every work by its short id. Raises FileRefused."""
    global _together
    found = _together
    if found is None:
        found = {work.id: work for work in _more()} if _more is not None else {}
        found = _together = {**found, **shipped()}
    return found


def works_also_of(register: Callable[[], Iterable[Work]] | None) -> None:
    """Ask `register` for more works when next `works()` is asked; None: there is no register.

    Whoever opens a door, and whoever records a work, says so again: another process may have
    recorded more.
    """
    global _more, _together
    _more, _together = register, None


@lru_cache(maxsize=1)
def shipped() -> dict[str, Work]:
    """The works of the files. Raises FileRefused."""
    from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml

    found: dict[str, Work] = {}
    for path in sorted(JURISDICTIONS.glob("*/works.yaml")):
        for key, written in read_yaml(path).items():
            try:
                found[key] = msgspec.convert({"id": key, **written}, Work)
            except msgspec.ValidationError as wrong:
                raise FileRefused(path, key, str(wrong)) from wrong
    return found
