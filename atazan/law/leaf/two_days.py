"""A text on two days for a page: the days asked, the articles that differ, and what stayed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from atazan.journal.problems import Problem
from atazan.law import texts
from atazan.law.compared.days import Comparison, Part, Row, between
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.editions import Editions, editions
from atazan.law.text.document import outer
from atazan.rules.citation import levels
from atazan.rules.day import parsed
from atazan.rules.text import Lang
from atazan.rules.works import Work

_DAY = timedelta(days=1)


class Changed(Struct, frozen=True):
    """An article (or what stands between articles) that differs, with the rows that do."""

    eid: str
    there: bool
    rows: tuple[Row, ...]
    same: int

    @property
    def lines(self) -> tuple[tuple[Row, str], ...]:
        """Each row with its number for the margin."""
        return tuple((row, "" if row.eid == self.eid else _number(row)) for row in self.rows)


class TwoDays(Struct, frozen=True):
    """Two days compared, or the `problem` that stands in the way."""

    lang: Lang
    first: date | None
    second: date | None
    editions: Editions
    written: tuple[str, str]
    provision: str = ""
    problem: Problem | None = None
    changed: tuple[Changed, ...] = ()
    counts: dict[str, int] = {}
    same: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def _number(row: Row) -> str:
    """As printed, or for a part printed without one its number in brackets."""
    kind, place = levels(row.eid)[-1] if "__" in row.eid else ("", "")
    return row.number.rstrip(". ") or (f"({place})" if kind == "part" else "")


def two_days(work: Work, query: Mapping[str, str], asked: Asked, lang: Lang) -> TwoDays:
    """The comparison asked for by `?from=`, `?to=`, `?provision=` (an article).

    Without days: the text of the day asked with that before it.
    """
    around = editions(work.id, asked)
    written = tuple(query.get(name, "").strip()[:20] for name in ("from", "to"))
    days = [
        parsed(one) if one else usual
        for one, usual in zip(written, _usual(around, asked), strict=True)
    ]
    provision = _article(query.get("provision", ""))
    first, second = days
    unread = next((one for one, day in zip(written, days, strict=True) if one and day is None), "")
    found = TwoDays(lang, first, second, around, (written[0], written[1]), provision)
    if unread:
        return _refused(found, Problem("law.compare.bad_day", {"written": unread}))
    if first is None or second is None:
        return found
    old = texts.text_on(work.id, lang, first, asked.known)
    new = texts.text_on(work.id, lang, second, asked.known)
    if old is None or new is None:
        missing = first if old is None else second
        return _refused(found, Problem("law.compare.no_text", {"day": missing}))
    return _told(found, between(old, new, named=True))


def _usual(around: Editions, asked: Asked) -> tuple[date | None, date | None]:
    """The days compared where none are named: two editions that follow each other."""
    if around.here is not None and around.earlier is not None:
        return around.here.since - _DAY, asked.day
    if around.here is not None and around.later is not None:
        return asked.day, around.later.since
    return (asked.day, asked.day) if around.here is not None else (None, None)


def _article(written: str) -> str:
    return outer(written.strip()[:80])


def _refused(found: TwoDays, problem: Problem) -> TwoDays:
    return TwoDays(
        found.lang,
        found.first,
        found.second,
        found.editions,
        found.written,
        found.provision,
        problem,
    )


def _told(found: TwoDays, compared: Comparison) -> TwoDays:
    parts = [one for one in compared.parts if found.provision in ("", one.before, one.after)]
    changed = tuple(_changed(one) for one in parts)
    counts: dict[str, int] = {}
    for row in (row for one in changed for row in one.rows):
        counts[row.kind] = counts.get(row.kind, 0) + 1
    same = 0 if found.provision else compared.same
    return TwoDays(
        found.lang,
        found.first,
        found.second,
        found.editions,
        found.written,
        found.provision,
        None,
        changed,
        counts,
        same + sum(one.same for one in changed),
    )


def _changed(part: Part) -> Changed:
    rows = tuple(row for row in part.rows if row.kind != "same" or row.before != row.after)
    return Changed(part.eid, part.after is not None, rows, len(part.rows) - len(rows))
