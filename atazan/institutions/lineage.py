"""The line of an office: those it followed, those who stood in, and where nobody was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from atazan.institutions.queries import Held, office_of, timeline
from atazan.institutions.telling import Told
from atazan.rules.bodies import Body, offices
from atazan.rules.book import rules
from atazan.rules.day import PartialDay
from atazan.rules.regime import regimes


class Gap(Struct, frozen=True):
    """Days on which the sources name nobody: after the last known day of one, before the first of
    the next. Both as written; missing means not found, not vacant."""

    after: str
    before: str


def line_of(office: str) -> list[Body]:
    """The office with all it followed, the earliest first, and those who stood in for them.

    Raises UnknownOffice.
    """
    chain = [office_of(office)]
    while (earlier := chain[0].follows) is not None:
        chain.insert(0, offices()[earlier])
    names = {one.id for one in chain}
    standing_in = [one for one in offices().values() if one.acts_for in names]
    return [*chain, *(one for one in standing_in if one.id not in names)]


def told_line(office: str) -> list[Held]:
    """Everyone known in the line of an office that one person holds, the earliest first; of an
    office with more seats, only its own holders. Raises UnknownOffice."""
    if office_of(office).seats != 1:
        return timeline(office)
    found = [held for one in line_of(office) for held in timeline(one.id)]
    return sorted(found, key=lambda held: (held.first, held.tenure))


def gaps(told: Sequence[Held], seats: int | None) -> list[Gap]:
    """Where nobody was found between two tenures of an office that one person holds."""
    return list(_gaps(told)) if seats == 1 else []


def with_gaps(told: Sequence[Told], found: Sequence[Gap]) -> list[Told | Gap]:
    """The tenures, the latest first, each gap beneath the tenure that ended it."""
    before = {gap.before: gap for gap in found}
    rows: list[Told | Gap] = []
    for one in reversed(told):
        rows.append(one)
        gap = before.pop(one.held.since or one.held.seen_first or "", None)
        if gap is not None:
            rows.append(gap)
    return rows


def changes(line: Sequence[Body]) -> list[date]:
    """The days on which the office came to be or the Constitution became another."""
    began = [one.since for one in line[1:] if one.since is not None and one.acts_for is None]
    return [*began, *constitutions()]


def constitutions() -> list[date]:
    """The first day of each Constitution the rules know."""
    found: dict[str, date] = {}
    for one in regimes(rules()):
        found.setdefault(one.value.constitution, one.term.since)
    return list(found.values())


def _gaps(told: Sequence[Held]) -> Iterator[Gap]:
    reach: tuple[date, str] | None = None
    for held in told:
        if reach is not None and reach[0] < held.first:
            yield Gap(after=reach[1], before=held.since or held.seen_first or "")
        end = _end(held)
        if reach is None or end[0] > reach[0]:
            reach = end


def _end(held: Held) -> tuple[date, str]:
    """The first day not covered by what is known, and the last covered one as written."""
    if held.until is not None:
        until = PartialDay.read(held.until)
        if not until.exact:
            return until.last + timedelta(days=1), held.until
        return until.first, (until.first - timedelta(days=1)).isoformat()
    if held.ongoing:
        return date.max, ""
    written = held.seen_last or held.seen_first or held.since or ""
    return PartialDay.read(written).last + timedelta(days=1), written
