"""What every comparison of a text with an act of the record asks: days, names, the document."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from atazan.journal.acts import Act
from atazan.rules.day import PartialDay
from atazan.sources.curated.register import Told, words_of
from atazan.sources.curated.same import may_be_one
from atazan.sources.curated.targets.wanted import Wanted

Verdict = Literal["same", "against"]
NEAR = 62
"""The same deed told with another day: up to so many days apart it is a contradiction, further
apart another deed."""


def days(told: Told, act: Act, *days: str | None) -> Verdict | None:
    """The same where the days may be one, or the act rests on this very document without a day;
    against where they are near."""
    known = [day for day in days if day]
    if told.date is None:
        return (
            "same"
            if cites(told, act) or not known or any(near(told, day) for day in known)
            else None
        )
    if not known or any(may_be_one(told.date, day) for day in known):
        return "same"
    return "against" if any(near(told, day) for day in known) else None


def near(told: Told, day: str) -> bool:
    """Whether a day is close enough to what the text tells to be of the same deed."""
    first, last = PartialDay.read(day).first, PartialDay.read(day).last
    about = timedelta(days=NEAR)
    return first - about <= told.day <= last + about


def cites(told: Told, act: Act) -> bool:
    """Whether an act rests on the document that tells of it."""
    return told.reading.cited_as in act.sources


def alike(wanted: Wanted, told: Told, act: Act, title: str) -> bool:
    """Whether a title has the words of the one wanted: half of the shorter where the act rests on
    this document, else half of the longer, and two at least."""
    ours = set(words_of(wanted.raw.get(f"title.{told.lang}", ""), told.lang))
    theirs = set(words_of(title, told.lang))
    common = len(ours & theirs)
    if cites(told, act):
        return bool(ours) and common * 2 >= min(len(ours), len(theirs))
    return common > 1 and common * 2 >= max(len(ours), len(theirs))
