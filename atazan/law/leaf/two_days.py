"""A text on two days for a page: the days asked, the articles that differ, and what stayed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct, structs

from atazan.journal.problems import Problem
from atazan.law import texts
from atazan.law.compared.days import Comparison, Part, Row, between
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.editions import Editions, editions
from atazan.law.text.document import OUTSIDE, Document
from atazan.rules.citation import UnreadCitation, levels, other_spelling, read_citation
from atazan.rules.day import parsed
from atazan.rules.text import LANGS, Lang, Text
from atazan.rules.words import in_words
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
    """Two days compared, or the `problem` that stands in the way.

    `status` is that of the answer: 404 where no provision is so named, 422 where days do not fit.
    """

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
    status: int = 200

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def _number(row: Row) -> str:
    """As printed, or for a part printed without one its number in brackets."""
    kind, place = levels(row.eid)[-1] if "__" in row.eid else ("", "")
    return row.number.rstrip(". ") or (f"({place})" if kind == "part" else "")


def two_days(work: Work, query: Mapping[str, str], asked: Asked, lang: Lang) -> TwoDays:
    """The comparison asked for by `?from=`, `?to=`, `?provision=` (an eId or a citation).

    Without days: the text of the day asked with that before it.
    """
    around = editions(work.id, asked)
    written = tuple(query.get(name, "").strip()[:20] for name in ("from", "to"))
    days = [
        parsed(one) if one else usual
        for one, usual in zip(written, _usual(around, asked), strict=True)
    ]
    provision = query.get("provision", "").strip()[:80]
    first, second = days
    unread = next((one for one, day in zip(written, days, strict=True) if one and day is None), "")
    found = TwoDays(lang, first, second, around, (written[0], written[1]))
    if unread:
        return _refused(found, Problem("law.compare.bad_day", {"written": unread}))
    if first is None or second is None:
        return found
    if first == second and not any(written):
        return _refused(found, Problem("law.compare.only_one", {"held": held_days(around)}), 200)
    old = texts.text_on(work.id, lang, first, asked.known)
    new = texts.text_on(work.id, lang, second, asked.known)
    if old is None or new is None:
        missing = first if old is None else second
        return _refused(found, no_text(missing, around))
    if not provision:
        return _told(found, between(old, new, named=True))
    try:
        eid = _eid(provision, (old, new))
    except UnreadCitation:
        return _refused(found, Problem("law.compare.unread", {"written": provision}), 404)
    if eid is None:
        facts = {"written": provision, "first": first, "second": second}
        return _refused(found, Problem("law.compare.not_there", facts), 404)
    return _told(structs.replace(found, provision=eid), between(old, new, named=True))


def _usual(around: Editions, asked: Asked) -> tuple[date | None, date | None]:
    """The days compared where none are named: two editions that follow each other."""
    if around.here is not None and around.earlier is not None:
        return around.here.since - _DAY, asked.day
    if around.here is not None and around.later is not None:
        return asked.day, around.later.since
    return (asked.day, asked.day) if around.here is not None else (None, None)


def _eid(written: str, documents: tuple[Document, Document]) -> str | None:
    """The provision named, as one of the texts has it; "" the whole act, None: neither has it.

    Raises UnreadCitation.
    """
    if written in OUTSIDE:
        read, other = written, None
    else:
        read = read_citation(written)
        other = None if read == "whole" else other_spelling(read)
    if read == "whole":
        return ""
    named = {block.eid for document in documents for block in document.blocks}
    spelled = (one for one in (read, other) if one)
    return next((one for one in spelled if any(within(eid, one) for eid in named)), None)


def within(eid: str, whole: str) -> bool:
    """Whether a provision is that one or a part of it."""
    return eid == whole or eid.startswith(f"{whole}__")


def _refused(found: TwoDays, problem: Problem, status: int = 422) -> TwoDays:
    return structs.replace(found, problem=problem, status=status)


def no_text(day: date, around: Editions) -> Problem:
    """That no text is held of a day, with the days of those that are."""
    held = held_days(around)
    key = "law.compare.no_text" if held.kk else "law.compare.none_held"
    return Problem(key, {"day": day, "held": held})


def held_days(around: Editions) -> Text:
    """The first days of the texts held, with their languages, for a sentence."""
    kk, ru, en = (
        ", ".join(f"{in_words(one.since, lang)} ({', '.join(one.langs)})" for one in around.all)
        for lang in LANGS
    )
    return Text(kk=kk, ru=ru, en=en)


def _told(found: TwoDays, compared: Comparison) -> TwoDays:
    every = (_changed(one, found.provision) for one in compared.parts)
    changed = tuple(one for one in every if one.rows or (one.same and found.provision))
    counts: dict[str, int] = {}
    for row in (row for one in changed for row in one.rows):
        counts[row.kind] = counts.get(row.kind, 0) + 1
    same = 0 if found.provision else compared.same
    same += sum(one.same for one in changed)
    told = tuple(one for one in changed if one.rows)
    return structs.replace(found, changed=told, counts=counts, same=same)


def _changed(part: Part, asked: str) -> Changed:
    of = [row for row in part.rows if not asked or _about(row, asked)]
    rows = tuple(row for row in of if row.kind != "same" or row.before != row.after)
    return Changed(part.eid, part.after is not None, rows, len(of) - len(rows))


def _about(row: Row, asked: str) -> bool:
    return any(within(eid, asked) for eid in (row.before, row.after) if eid)
