"""Made-up applicants and what they write: stories.yaml, with numbers nobody was ever given."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from msgspec import Struct

from atazan.docket.acts import Norm
from atazan.rules.book import read_yaml
from atazan.rules.iin import iin_fault
from atazan.rules.text import Text

_FILE = Path(__file__).with_name("stories.yaml")
_BORN = date(1950, 1, 1)
_DAYS = 55 * 365
NEVER_GIVEN = "000"
"""The order number in a made-up IIN begins so; the registers begin to count at 1."""


class Story(Struct, frozen=True):
    """What one petition says, in the language it is written in, and which provision it is about."""

    work: str
    provision: str
    language: str
    essence: str
    grounds: str
    request: str
    other_remedies: str

    @property
    def norm(self) -> Norm:
        """The provision challenged."""
        return Norm(work=self.work, provision=self.provision)

    @property
    def statement(self) -> str:
        """The private text of the filing."""
        told = {name: getattr(self, name) for name in ("grounds", "request", "other_remedies")}
        told["essence"] = f"{self.essence} {said('texts')['essence_more'][self.language]}"
        return msgspec.json.encode(told).decode()


@lru_cache(maxsize=1)
def _written() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(_FILE)
    return found


def said(key: str) -> Any:
    """A part of stories.yaml."""
    return _written()[key]


def in_three(key: str) -> Text:
    """Words of a made-up resolution in kk, ru and en."""
    return Text(**said("resolution")[key])


@lru_cache(maxsize=1)
def stories() -> tuple[Story, ...]:
    """The stories in the order of the file."""
    return tuple(msgspec.convert(said("stories"), tuple[Story, ...]))


def applicant(language: str, luck: Random) -> dict[str, Any]:
    """A made-up person: name, IIN, address, telephone, e-mail (RFC 2606: example.org)."""
    number = luck.randrange(10_000)
    return {
        "name": luck.choice(said("names")[language]),
        "iin": iin(luck),
        "address": said("addresses")[language],
        "phone": f"+7 700 000 {number // 100:02} {number % 100:02}",
        "email": f"u{number}@example.org",
    }


def iin(luck: Random) -> str:
    """A number that is written as an IIN should be and belongs to nobody.

    >>> iin_fault(iin(Random(7)))
    """
    while True:
        born = _BORN + timedelta(luck.randrange(_DAYS))
        century = luck.choice("34" if born.year < 2000 else "56")
        start = f"{born:%y%m%d}{century}{NEVER_GIVEN}{luck.randrange(10)}"
        for last in "0123456789":
            if iin_fault(start + last) is None:
                return start + last
