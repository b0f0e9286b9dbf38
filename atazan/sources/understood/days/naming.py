"""The days that a text names, each settled as far as its words and the day of publication go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from atazan.sources.understood.days import reckoning
from atazan.sources.understood.days.atoms import Atom, Line, line
from atazan.sources.understood.days.belonging import belongs
from atazan.sources.understood.days.building import Draft, draft
from atazan.sources.understood.days.coming import time_of
from atazan.sources.understood.days.shapes import SHAPE
from atazan.sources.understood.mention import Day
from atazan.sources.understood.sentences import Sentence

How = Literal["absolute", "relative", "completed", "open"]


def days(text: str, sentences: list[Sentence], published: date | None) -> list[Day]:
    """The days named in a text in order; `published` is the day that "yesterday" is reckoned from.

    A day without a year takes that of its sentence, else the year that fits publication: the past,
    unless words near it tell of what is to come. Without either it stays open ("--11-03"). A text
    is not published before 1900 or after 2150.

    >>> from atazan.sources.understood.sentences import sentences
    >>> text = "Вчера, 3 ноября, суд заседал."
    >>> [one.day for one in days(text, sentences(text, "ru"), date(2019, 11, 4))]
    ['2019-11-03', '2019-11-03']
    """
    if published is not None and not 1900 <= published.year <= 2150:
        published = None
    found: list[Day] = []
    for sentence in sentences:
        told = line(text, sentence)
        if told is not None:
            _name(text, sentence, told, published, found)
    return found


_OF_CHRONICLE = re.compile(r"((?:18|19|20)\d\d)\s{1,3}[—–]\s")
"""«2007 — внесены изменения»: a line of a chronicle begins with its year."""


def _name(
    text: str, sentence: Sentence, told: Line, published: date | None, found: list[Day]
) -> None:
    drafts = list(_drafts(told, published))
    owners = [belongs(text, sentence, one) for one, _ in drafts]
    years = [
        (one.core[0].start, one.year)
        for (one, _), of in zip(drafts, owners, strict=True)
        if one.year and not one.relative and of == "act"
    ]
    headed = _OF_CHRONICLE.match(text, sentence.start)
    if headed:
        found.append(Day(sentence.start, headed.end(1), headed[1]))
        years.append((sentence.start, int(headed[1])))
    coming = [one for one in told.atoms if one is not None and one.sort == "z"]
    for (one, name), of in zip(drafts, owners, strict=True):
        day = _settled(text, sentence, one, name, published, years, coming, found)
        if day is not None:
            found.append(day._replace(of=of))


def _drafts(told: Line, published: date | None) -> Iterator[tuple[Draft, str]]:
    at = 0
    while match := SHAPE.search(told.letters, at):
        atoms = [one for one in told.atoms[match.start() : match.end()] if one is not None]
        name = match.lastgroup or ""
        before = told.atoms[match.start() - 1] if match.start() else None
        one = draft(name, atoms, before.sort if before else "", published)
        at = match.end()
        if one is not None:
            yield one, name


def _settled(
    text: str,
    sentence: Sentence,
    one: Draft,
    name: str,
    published: date | None,
    years: list[tuple[int, int]],
    coming: list[Atom],
    found: list[Day],
) -> Day | None:
    start, end = one.core[0].start, one.core[-1].end
    if one.anchor is not None:
        return _from_before(text, start, end, one.anchor, published, found)
    if one.day and name != "weekday":
        return Day(start, end, one.day, how="open" if one.loose else "relative")
    if one.year is not None:
        how: How = "relative" if one.relative else "absolute"
        return Day(start, end, *_span(one, one.year), how)
    year = _near(years, start, published) if one.month else None
    if found and text.startswith(" того же года", end) and found[-1].day[0] != "-":
        year = int(found[-1].day[:4])
    if year is None and published is not None:
        time = time_of(text, sentence, one, coming)
        if name == "weekday":
            day = reckoning.weekday(published, one.number, one.day.strip("-"), time)
            return Day(start, end, day, how="relative")
        year = reckoning.year_of(one.season or one.month, one.number, published, time)
        if one.season:
            return Day(start, end, reckoning.shown(year), how="relative")
    if year is None:
        return Day(start, end, *_span(one, None), how="open")
    if not reckoning.real(year, one.month, one.number or 1):
        return None
    return Day(start, end, *_span(one, year), how="completed")


def _span(one: Draft, year: int | None) -> tuple[str, str]:
    first = reckoning.shown(year, one.month, one.number)
    if one.until is None:
        return first, ""
    last, month, number = one.until
    if last is None and year is not None:
        last = year + (month < one.month)
    return first, reckoning.shown(last, month, number)


def _near(years: list[tuple[int, int]], start: int, published: date | None) -> int | None:
    """The year named in the same sentence: the last before, else the first after that is past."""
    before = [year for place, year in years if place < start]
    last = published.year if published else 9_999
    after = [year for place, year in years if place > start and year <= last]
    return before[-1] if before else after[0] if after else None


def _from_before(
    text: str, start: int, end: int, step: int, published: date | None, found: list[Day]
) -> Day | None:
    """ "The next day": from the day named before; "a day earlier" else from publication.

    Where it opens a paragraph it goes on from the first day of the paragraph before, which is what
    that paragraph is about; else from the last day named.
    """
    told = [one for one in found[-6:] if one.of == "act" and one.how != "open"]
    told = [one for one in told if step == 0 or len(one.day) == 10]
    if not told:
        if published is not None and step < 0:
            return Day(start, end, reckoning.moved(published, step), how="relative")
        return None
    then = step == 0 and text[start:end].casefold().startswith("тогда")  # a month will do
    whole = [] if then else [one for one in told if len(one.day) == 10]
    base = whole[-1] if whole else told[-1]
    head = text[max(0, start - 6) : start].rstrip(" ").removesuffix("On").rstrip(" ")
    if step == 0 and head.endswith("\n"):
        begun = text.rfind("\n", max(0, base.start - 2_000), base.start)
        base = next(one for one in told if one.start >= begun)
    if step == 0:
        return Day(start, end, base.day, how="completed")
    day = date.fromisoformat(base.until or base.day) + timedelta(days=step)
    return Day(start, end, day.isoformat(), how="completed")
