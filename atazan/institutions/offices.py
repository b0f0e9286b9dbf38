"""The bodies and offices of the jurisdictions, by slug (bodies.yaml, offices.yaml)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec
from msgspec import Struct, field

from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml
from atazan.rules.text import Text


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """A body or an office: `since` counts, `until` does not; `seats` None: not fixed."""

    id: str
    names: Text
    body: str | None = None
    seats: int | None = None
    since: date | None = field(default=None, name="from")
    until: date | None = None
    order: int = 0

    def exists(self, day: date) -> bool:
        """Whether it exists on `day`, as far as its ends are known."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


@lru_cache(maxsize=1)
def offices() -> dict[str, Place]:
    """Every office by slug, in the order of the state."""
    return _places("offices")


@lru_cache(maxsize=1)
def bodies() -> dict[str, Place]:
    """Every body by slug."""
    return _places("bodies")


def _places(name: str) -> dict[str, Place]:
    found = []
    for path in sorted(JURISDICTIONS.glob(f"*/{name}.yaml")):
        for key, written in read_yaml(path).items():
            try:
                found.append(msgspec.convert({"id": key, **written}, Place))
            except msgspec.ValidationError as wrong:
                raise FileRefused(path, key, str(wrong)) from wrong
    return {place.id: place for place in sorted(found, key=lambda place: place.order)}
