"""Which provision of one Constitution came in the place of which of another, and what changed.

Data: jurisdictions/*/concordance.yaml, judged by reading both texts; every quoted word stands in
the provision named (tests/test_law_conformity_concordance.py).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml
from atazan.rules.text import Text

_TWICE = re.compile(r"@[0-9-]+")  # a number printed twice, or a name kept from an earlier text
Kind = Literal["same", "reworded", "changed", "dropped", "new", "vacant"]
What = Literal["number", "body", "procedure", "scope", "wording"]


class Difference(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that changed: words `was` and `becomes`, in Russian as printed; either may lack."""

    what: What
    says: Text
    was: str | None = None
    becomes: str | None = None


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """Provisions of the old Constitution and what came in their place, by eId.

    `old` empty: new; `new` empty: dropped, or vacant where nothing stood there any more. `same`
    and `reworded` differ in no substance we see. Doubts by id in `uncertain`.
    """

    old: tuple[str, ...] = msgspec.field(name="from")
    new: tuple[str, ...] = msgspec.field(name="to")
    kind: Kind
    changed: tuple[Difference, ...] = ()
    confidence: Literal["high", "medium", "low"] = "high"
    uncertain: tuple[str, ...] = ()

    @property
    def split(self) -> bool:
        """Whether one provision became several."""
        return len(self.new) > 1 and bool(self.old)

    @property
    def merged(self) -> bool:
        """Whether several provisions became one."""
        return len(self.old) > 1 and bool(self.new)


class Concordance(Struct, frozen=True, forbid_unknown_fields=True):
    """The concordance of two works, by short id: of `old` to `new`."""

    old: str = msgspec.field(name="from")
    new: str = msgspec.field(name="to")
    entries: tuple[Entry, ...] = ()

    def of(self, work: str, eid: str) -> tuple[Entry, ...]:
        """What the concordance says of a provision of either work; nearest first.

        Its own entries and those of its parts; where it has neither, those of the provision it is
        part of. Of two wordings printed under one number both are meant.
        """
        asked = _TWICE.sub("", eid)
        found = [(place, one) for one in self.entries for place in self._places(one, work)]
        own = [one for place, one in found if place == asked]
        parts = [one for place, one in found if place.startswith(f"{asked}__")]
        return tuple(dict.fromkeys(own + parts)) or _within(found, asked)

    def successors(self, eid: str) -> tuple[str, ...]:
        """What stands in the new work in the place of a provision of the old; () where nothing.

        Its own entry decides. A provision known by its parts alone is answered at its own level
        (an article by articles). A part of one that stayed whole keeps its steps below it.
        Raises NotInConcordance.
        """
        asked = _TWICE.sub("", eid)
        entries = self.of(self.old, asked)
        if not entries:
            raise NotInConcordance(self.old, eid)
        own = [one for one in entries if asked in one.old]
        new = [(one, place) for one in own or entries for place in one.new]
        if not own and any(_below(one, asked) for one in entries):
            deep = asked.count("__") + 1
            return tuple(dict.fromkeys("__".join(p.split("__")[:deep]) for _, p in new))
        return tuple(dict.fromkeys(place + _kept(one, asked) for one, place in new))

    def _places(self, entry: Entry, work: str) -> tuple[str, ...]:
        return entry.old if work == self.old else entry.new if work == self.new else ()


def _below(entry: Entry, eid: str) -> bool:
    return any(place.startswith(f"{eid}__") for place in entry.old)


def _kept(entry: Entry, eid: str) -> str:
    """The steps of `eid` below a provision that stayed the same in one place."""
    whole = entry.kind == "same" and len(entry.old) == len(entry.new) == 1
    return eid.removeprefix(entry.old[0]) if whole and eid != entry.old[0] else ""


class NotInConcordance(LookupError):
    """No entry speaks of the provision: the text may never have had it."""

    def __init__(self, work: str, eid: str) -> None:
        self.work, self.eid = work, eid
        super().__init__(f"the concordance says nothing of {eid} of {work}; look at its articles")


def _within(found: list[tuple[str, Entry]], eid: str) -> tuple[Entry, ...]:
    """The entries of the nearest provision that contains the one asked about."""
    around = [(place, one) for place, one in found if eid.startswith(f"{place}__")]
    nearest = max((len(place) for place, _ in around), default=0)
    return tuple(dict.fromkeys(one for place, one in around if len(place) == nearest))


@lru_cache(maxsize=4)
def concordance(jurisdiction: str = "kz") -> Concordance:
    """The concordance of a jurisdiction. Raises FileRefused."""
    return read_concordance(JURISDICTIONS / jurisdiction / "concordance.yaml")


def read_concordance(path: Path) -> Concordance:
    """Read a concordance. Raises FileRefused, naming the entry."""
    written: dict[str, Any] = read_yaml(path)
    for n, entry in enumerate(written.get("entries", ()), 1):
        if wrong := _wrong(entry):
            raise FileRefused(path, f"entry {n}", wrong)
    try:
        return msgspec.convert(written, Concordance)
    except msgspec.ValidationError as wrong:
        raise FileRefused(path, "concordance", str(wrong)) from wrong


def _wrong(entry: dict[str, Any]) -> str | None:
    """What does not fit together in an entry."""
    old, new, kind = entry.get("from"), entry.get("to"), entry.get("kind")
    if kind == "new" and (old or not new):
        return f"new, so `from` should be empty and `to` not; from {old}, to {new}"
    if kind in ("dropped", "vacant") and (new or not old):
        return f"{kind}, so `to` should be empty and `from` not; from {old}, to {new}"
    if kind in ("same", "reworded", "changed") and not (old and new):
        return f"{kind}, so both `from` and `to` should name a provision; from {old}, to {new}"
    if kind in ("changed", "dropped", "new") and not entry.get("changed"):
        return f"{kind}, so `changed` should say what; {old or new}"
    return None


def concordance_of(work: str, eid: str, jurisdiction: str = "kz") -> tuple[Entry, ...]:
    """What the concordance says of a provision of either Constitution, nearest first."""
    return concordance(jurisdiction).of(work, eid)
