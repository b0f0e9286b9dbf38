"""What a person said of the places where the languages part, kept as data with its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec import Struct

from atazan.law.compared.languages import Difference, DifferenceKind
from atazan.rules.book import JURISDICTIONS, FileRefused, read_yaml
from atazan.rules.text import Text

Verdict = Literal["divergence", "drafting", "source", "none"]


class Judged(Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict on one place of an act: from languages_judged.yaml of the jurisdiction.

    It holds of texts on the days from `since` (counts) to `until` (does not). `kind` is that of the
    finding, or scope / wording where a reader found what no rule of ours looks for.
    """

    work: str
    since: date
    eid: str
    kind: DifferenceKind | Literal["scope", "wording"]
    kk: str
    ru: str
    verdict: Verdict
    says: Text
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the text of a day is the one that was judged."""
        return self.since <= day and (self.until is None or day < self.until)


class Listed(Struct, frozen=True):
    """One line of the list: a difference found, a verdict, or both."""

    difference: Difference | None
    judged: Judged | None

    @property
    def eid(self) -> str:
        """The place."""
        return self.difference.eid if self.difference else self.judged.eid if self.judged else ""


@lru_cache(maxsize=1)
def judgments() -> tuple[Judged, ...]:
    """Every verdict of every jurisdiction. Raises FileRefused."""
    found: list[Judged] = []
    for path in sorted(JURISDICTIONS.glob("*/languages_judged.yaml")):
        for at, written in enumerate(read_yaml(path), 1):
            try:
                found.append(msgspec.convert(written, Judged))
            except (msgspec.ValidationError, TypeError) as wrong:
                raise FileRefused(path, f"item {at}", str(wrong)) from wrong
    return tuple(found)


def listed(differences: Iterable[Difference], work: str, day: date) -> list[Listed]:
    """Differences with the verdicts on them: unjudged first, then judged, then what readers found.

    A verdict meets a difference of the same place and kind whose quotes it shares.
    """
    known = [one for one in judgments() if one.work == work and one.covers(day)]
    met: list[Listed] = []
    for one in differences:
        verdict = next((each for each in known if _meets(each, one)), None)
        if verdict is not None:
            known.remove(verdict)
        met.append(Listed(one, verdict))
    found = sorted(met, key=lambda one: one.judged is not None)
    return found + [Listed(None, each) for each in known if each.kind in ("scope", "wording")]


def _meets(judged: Judged, found: Difference) -> bool:
    quotes = ((judged.kk, found.kk), (judged.ru, found.ru))
    return (
        judged.eid == found.eid
        and judged.kind == found.kind
        and all(
            not said or (quote is not None and _shared(said, quote.text)) for said, quote in quotes
        )
    )


def _shared(one: str, other: str) -> bool:
    one, other = " ".join(one.lower().split()), " ".join(other.lower().split())
    return one in other or other in one
