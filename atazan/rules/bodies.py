"""The bodies and offices of a jurisdiction by slug, and what the rules say of them.

Names and days: jurisdictions/*/bodies.yaml and offices.yaml; rules: rules/bodies.yaml and
rules/offices.yaml, where a rule of an office is `office.<slug>.<aspect>`.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from atazan.rules.book import JURISDICTIONS, FileRefused, RulesOnDay, read_yaml
from atazan.rules.finding import Finding
from atazan.rules.text import Text


class Body(Struct, frozen=True, forbid_unknown_fields=True):
    """A body or an office, with the body it belongs to.

    `since` counts, `until` does not; None is open or not found. `seats`: how many, None where no
    fixed number stands for the whole life of it. `follows`: the office in whose place this one
    came; `acts_for`: the office whose holder this one stands in for.
    """

    id: str
    names: Text
    body: str | None
    seats: int | None
    since: date | None = msgspec.field(name="from")
    until: date | None
    order: int
    follows: str | None = None
    acts_for: str | None = None

    def exists(self, day: date) -> bool:
        """Whether it exists on `day`, as far as its ends are known."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


class Composition(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `composition`: of whom a body consists. `seats` None where the number is not fixed."""

    seats: int | None = None
    seats_text: Text | None = None
    years: int | None = None


class Existence(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `existence`: whether the law of the day knows the office."""

    exists: bool


@lru_cache(maxsize=4)
def bodies(jurisdiction: str = "kz") -> dict[str, Body]:
    """The bodies of a jurisdiction by slug, in order. Raises FileRefused."""
    return read_bodies(JURISDICTIONS / jurisdiction / "bodies.yaml")


@lru_cache(maxsize=4)
def offices(jurisdiction: str = "kz") -> dict[str, Body]:
    """The offices of a jurisdiction by slug, in order. Raises FileRefused."""
    return read_bodies(JURISDICTIONS / jurisdiction / "offices.yaml", bodies(jurisdiction))


def office_exists(slug: str, rules: RulesOnDay) -> Finding:
    """Find whether the law of the day knows the office. Raises NoRuleInForce where no rule says."""
    rule = rules[f"office.{slug}.existence"]
    holds = bool(rule.value.exists)
    key = f"tenure.office.{'exists' if holds else 'ended'}"
    return Finding("tenure.office", holds, rule, key, {"day": rules.day})


def read_bodies(path: Path, known: dict[str, Body] | None = None) -> dict[str, Body]:
    """Read a file of bodies, or of offices of the `known` bodies. Raises FileRefused."""
    found: dict[str, Body] = {}
    for slug, written in read_yaml(path).items():
        try:
            found[slug] = msgspec.convert({"id": slug, **written}, Body)
        except (msgspec.ValidationError, TypeError) as wrong:
            raise FileRefused(path, slug, str(wrong)) from wrong
    for slug, one in found.items():
        if one.body is not None and one.body not in (found if known is None else known):
            raise FileRefused(path, slug, f"body '{one.body}' is not in bodies.yaml")
        for other in (one.follows, one.acts_for):
            if other is not None and other not in found:
                raise FileRefused(path, slug, f"'{other}' is not in this file")
        if one.since and one.until and one.until <= one.since:
            raise FileRefused(path, slug, f"until {one.until} is not after from {one.since}")
    return dict(sorted(found.items(), key=lambda item: item[1].order))
