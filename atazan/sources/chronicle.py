"""The chronicle: every act of the journal by the year it was done, as of a day.

Acts stand as corrected; what was withdrawn is left out. Readers' reports are no part of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

import msgspec
from django.db.models import QuerySet
from msgspec import Struct

from atazan.journal.acts import plain
from atazan.journal.corrections import effective
from atazan.journal.models import Entry, Flag
from atazan.journal.sealed import open_entries
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase
from atazan.sources.telling import Names, Words, in_every, page_of

_CORRECTIONS = ("act.corrected/1", "act.withdrawn/1", "source.added/1")
_CLOSED = ("error.reported/1", "error.answered/1")
PAGE = 100
"""So many acts stand on one page."""
MANY = 4
"""So many acts of one kind, day and author in a row are told as one."""


class Question(Struct, frozen=True):
    """Why an act does not fit the rules of its day."""

    words: Words
    rule: str
    work: str
    provision: str


class Told(Struct, frozen=True):
    """An act of the chronicle. `done_on` is the day as written, None where it was not found."""

    number: int
    kind: str
    stream: str
    done_on: str | None
    id: str | None
    about: Words
    page: str | None
    sources: tuple[str, ...]
    confidence: str
    by: str | None = None
    questions: tuple[Question, ...] = ()

    def says(self, lang: Lang) -> str:
        """What it is about, in `lang` or in a language that was found; else its subject."""
        found = (self.about[one] for one in (lang, *LANGS) if self.about.get(one))
        return next(found, self.id or self.stream)


class Group(Struct, frozen=True):
    """Acts told in one row: one, or many of one kind, day and author."""

    acts: tuple[Told, ...]

    @property
    def first(self) -> Told:
        return self.acts[0]

    @property
    def many(self) -> bool:
        return len(self.acts) > 1


class Slice(Struct, frozen=True):
    """A page of a year: acts `first` to `last` of `total`; `after` and `before` lead on."""

    groups: tuple[Group, ...]
    first: int
    last: int
    total: int
    after: int | None
    before: int | None


class Written(Struct, frozen=True):
    """An act as the journal holds it."""

    number: int
    stream: str
    done_on: str | None
    body: Mapping[str, Any]


def years(day: date) -> list[tuple[str, int]]:
    """The years with acts done by `day`, the oldest first, with how many."""
    found = Counter(one[:4] for one in _days() if one and _done(one, day))
    return sorted(found.items())


def undated() -> int:
    """How many acts have no day that was found."""
    return sum(one is None for one in _days())


def year(written: str | None, day: date, after: int = 0) -> Slice:
    """The acts of a year done by `day`, in the order of their days; None: those without a day.

    `after` is the number of the last entry seen; an unknown one begins at the start.
    """
    found = [one for one in _of_year(written) if one.done_on is None or _done(one.done_on, day)]
    found.sort(key=lambda one: (one.done_on or one.body["kind"], one.number))
    numbers = [one.number for one in found]
    start = numbers.index(after) + 1 if after in numbers else 0
    shown = found[start : start + PAGE]
    more = start + PAGE < len(found)
    back = None if start == 0 else numbers[start - PAGE - 1] if start > PAGE else 0
    last = start + len(shown)
    next_ = shown[-1].number if more else None
    return Slice(grouped(tell(shown)), min(start + 1, last), last, len(found), next_, back)


def grouped(acts: Iterable[Told]) -> tuple[Group, ...]:
    """Acts in rows: many of one kind, day and author in one."""
    found: list[Group] = []
    for _, run in groupby(acts, key=lambda one: (one.done_on, one.kind, one.by)):
        together = tuple(run)
        found += [Group(together)] if len(together) >= MANY else [Group((one,)) for one in together]
    return tuple(found)


def tell(acts: Iterable[Written]) -> list[Told]:
    """Acts told with what they are about, where they live, and what does not fit their rules."""
    acts, names = list(acts), Names.read()
    asked = _questions(one.number for one in acts)
    return [
        Told(
            number=one.number,
            kind=one.body["kind"],
            stream=one.stream,
            done_on=one.done_on,
            id=one.body.get("id"),
            about=names.about(one.body),
            page=page_of(one.body),
            sources=tuple(one.body.get("sources", ())),
            confidence=one.body.get("confidence", "high"),
            by=one.body.get("by"),
            questions=asked.get(one.number, ()),
        )
        for one in acts
    ]


def flagged(day: date) -> list[Told]:
    """The acts done by `day` that do not fit the rules of their day."""
    numbers = Flag.objects.values_list("of_entry", flat=True)
    rows = open_entries().filter(number__in=list(numbers)).order_by("number")
    found = [one for one in map(_written, rows) if one.done_on is None or _done(one.done_on, day)]
    return tell(found)


def _questions(numbers: Iterable[int]) -> dict[int, tuple[Question, ...]]:
    found: dict[int, tuple[Question, ...]] = {}
    for flag in Flag.objects.filter(of_entry__in=list(numbers)).order_by("id"):
        found[flag.of_entry] = (*found.get(flag.of_entry, ()), _question(flag))
    return found


def _question(flag: Flag) -> Question:
    facts = {name: _day_or(value) for name, value in flag.facts.items()}
    words = in_every(lambda lang: phrase(flag.key, lang, facts))
    return Question(words, flag.rule, flag.work, flag.provision)


def _day_or(value: object) -> object:
    """Days come back from the journal as text."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _days() -> Iterator[str | None]:
    yield from _entries().values_list("done_on", flat=True)
    yield from (one.done_on for one in _corrected())


def _of_year(written: str | None) -> Iterator[Written]:
    rows = _entries()
    rows = rows.filter(done_on__startswith=written) if written else rows.filter(done_on=None)
    yield from map(_written, rows)
    for one in _corrected():
        if (one.done_on or "")[:4] == (written or ""):
            yield one


def _written(entry: Entry) -> Written:
    act = msgspec.json.decode(entry.body)["act"]
    return Written(entry.number, entry.stream, entry.done_on, act)


def _entries() -> QuerySet[Entry]:
    streams = _corrected_streams()
    return open_entries().exclude(kind__in=_CLOSED).exclude(stream__in=streams)


def _corrected_streams() -> list[str]:
    found = open_entries().filter(kind__in=_CORRECTIONS).values_list("stream", flat=True)
    return list(found.distinct())


def _corrected() -> Iterator[Written]:
    for stream in _corrected_streams():
        rows = Entry.objects.filter(stream=stream).exclude(kind__in=_CLOSED).order_by("version")
        bodies = (msgspec.json.decode(body) for body in rows.values_list("body", flat=True))
        for number, act, _ in effective(bodies):
            yield Written(number, stream, act.done_on, {**plain(act), "kind": act.kind})


def _done(written: str, day: date) -> bool:
    """Whether it may have been done by `day`."""
    return PartialDay.read(written).first <= day
