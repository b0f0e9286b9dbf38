"""The kinds a rule may be of, each with the typed content its versions carry."""

from __future__ import annotations

from msgspec import Struct


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule that is only stated: its words and its source are all there is."""


KINDS: dict[str, type[Struct]] = {
    "statement": Statement,
}
