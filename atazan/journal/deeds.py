"""The deeds the platform knows: for each kind of act its stream, its checks and its rows.

Each register app lists its deeds in `record.py` as DEEDS; settings name those modules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, Generic, TypeVar

import msgspec
from django.conf import settings

from atazan.journal.acts import Act, kind_of
from atazan.journal.rows import Change
from atazan.rules.book import RulesOnDay
from atazan.rules.finding import Finding

A = TypeVar("A", bound=Act)


def _free(act: Act, rules: RulesOnDay) -> Iterable[Finding]:
    """No check beyond the table of rights."""
    return ()


@dataclass(frozen=True)
class Deed(Generic[A]):
    """One kind of act.

    `stream` names the subject whose acts it joins; `check` finds whether the rules of its day allow
    it (a finding that does not hold refuses or flags, as the table of rights says; BadAct refuses
    always); `rows` says what it changes. `rows` must be pure: replay calls it without a database.
    `rule` names the rule whose provision authorises it: an act that names none takes that one.
    """

    act: type[A]
    stream: Callable[[A], str]
    rows: Callable[[A], Iterable[Change]]
    check: Callable[[A, RulesOnDay], Iterable[Finding]] = _free
    rule: str | None = None

    @property
    def looks(self) -> bool:
        """Whether its check may look at the registers as they are now."""
        return self.check is not _free

    @property
    def kind(self) -> str:
        return kind_of(self.act)


class UnknownKind(LookupError):
    """No deed of this kind is known."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        known = ", ".join(sorted(deeds()))
        super().__init__(f"no act is of kind '{kind}'; the kinds are {known}")


@lru_cache(maxsize=1)
def deeds() -> dict[str, Deed[Any]]:
    """Every deed by kind."""
    found: dict[str, Deed[Any]] = {}
    for module in settings.ATAZAN_DEEDS:
        for deed in import_module(module).DEEDS:
            if deed.kind in found:
                raise ValueError(f"two deeds are of kind '{deed.kind}'")
            found[deed.kind] = deed
    return found


def deed_of(kind: str) -> Deed[Any]:
    """The deed of a kind. Raises UnknownKind."""
    try:
        return deeds()[kind]
    except KeyError:
        raise UnknownKind(kind) from None


def read_act(written: dict[str, Any]) -> Act:
    """An act from its JSON form. Raises UnknownKind, or msgspec.ValidationError with the field."""
    found: Act = msgspec.convert(written, deed_of(str(written.get("kind"))).act)
    return found
