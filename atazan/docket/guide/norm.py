"""The norm a citizen names in words: which work it is, how the register says it stands on a day."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from atazan.law.event import Event
from atazan.law.queries import as_recorded, standing
from atazan.law.standing import Standing
from atazan.rules.citation import UnreadCitation, read_citation
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS
from atazan.rules.works import Work, works

Status = Literal["in_force", "lost_force"]
WHOLE = "whole"
_NOISE = re.compile(
    r"\b(республик\w*|казахстан\w*|рк|қазақстан\w*|республикасы\w*|қр|the|of|republic|kazakhstan"
    r"|kz|rk|года?|г|ж|жыл\w*)\b"
)
_STEMS = ((r"\bкодекс\w*", "кодекс"), (r"\bзаң\w*", "заң"), (r"\bконституция\w*", "конституция"))
_ALIASES = {
    "ук": "criminal-code-2014",
    "қк": "criminal-code-2014",
    "упк": "criminal-procedure-code-2014",
    "қпк": "criminal-procedure-code-2014",
    "уик": "penal-enforcement-code-2014",
    "коап": "administrative-offences-code-2014",
    "әқбтк": "administrative-offences-code-2014",
    "гпк": "civil-procedure-code-2015",
    "апк": "civil-procedure-code-2015",
    "тк": "labour-code-2015",
    "аппк": "administrative-procedure-code-2020",
}


class Ruling(Struct, frozen=True):
    """What one decision held of a provision."""

    work: str
    event: Event

    @property
    def source(self) -> dict[str, str]:
        """The provision it is about, as citations are written."""
        return {"work": self.work, "provision": self.event.provision}

    @property
    def day(self) -> date | PartialDay:
        """The day it was made, or else that on which it takes effect."""
        return self.event.decided_on or self.event.since

    @property
    def address(self) -> str:
        """Where the decision stands in the portal."""
        return f"decisions/{self.event.by_decision}"


class Norm(Struct, frozen=True):
    """What the register knows of a norm named in words; every field may be empty.

    `eid` is None where the words do not name a provision; `standing` where nothing can be told.
    """

    work: Work | None = None
    eid: str | None = None
    standing: Standing | None = None

    @property
    def source(self) -> dict[str, str]:
        """Where it stands, as citations are written."""
        return {"work": self.work.id if self.work else "", "provision": self.eid or ""}

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """What the Court or the Council held by that day of the provision, of what holds it, or
        of a part of it; the latest first."""
        if self.standing is None:
            return ()
        past = [one for one in self.standing.history if one.counts_on(self.standing.day)]
        return tuple(
            Ruling(self.standing.work.id, one) for one in reversed(past) if one.by_decision
        )

    @property
    def status(self) -> Status | None:
        """How it stands as far as the register tells; None where it only knows nothing against."""
        if self.standing is None or self.standing.state == "not_yet":
            return None
        if not self.standing.applies:
            return "lost_force"
        known = self.standing.by is not None or self.standing.since is not None
        return "in_force" if known else None


def norm(act: str, provision: str, whole: bool, on: date) -> Norm:
    """The norm these words name, as the register tells it on a day."""
    work = work_named(act, on)
    if work is None:
        return Norm()
    eid = WHOLE if whole else _eid(provision)
    if eid is None:
        return Norm(work)
    eid = as_recorded(work.id, eid)
    return Norm(work, eid, standing(work.id, eid, on))


def work_named(act: str, on: date | None = None) -> Work | None:
    """The work these words name; of several, that in force on the day, else the latest."""
    found = [works()[id] for id in _names().get(_plain(act), ())]
    if not found:
        return None
    if on is not None:
        found = [work for work in found if _holds(work, on)] or found
    return max(found, key=lambda work: work.in_force_from or work.adopted or date.min)


def known_kind(act: str) -> Literal["normative"] | None:
    """That the act is normative, where it is a work of the register: those all are."""
    return "normative" if work_named(act) else None


def suggestions(lang: str) -> list[str]:
    """Names of works as readers call them, to choose from."""
    return sorted({getattr(work.short, lang) for work in works().values()})


def _holds(work: Work, on: date) -> bool:
    begun = work.in_force_from is None or work.in_force_from <= on
    return begun and (work.in_force_until is None or on < work.in_force_until)


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for work in works().values():
        names = {work.id, work.uri, *([work.number] if work.number else [])}
        for lang in LANGS:
            names |= {getattr(work.title, lang), getattr(work.short, lang)}
        for name in {_plain(name) for name in names} - {""}:
            found.setdefault(name, []).append(work.id)
    for alias, id in _ALIASES.items():
        found.setdefault(alias, []).append(id)
    return {name: tuple(ids) for name, ids in found.items()}


def _plain(words: str) -> str:
    """The words that tell one act from another, in the order of the alphabet."""
    text = words.casefold().replace("ё", "е")
    text = re.sub(r"[^\w/-]+", " ", text)
    for stem, instead in _STEMS:
        text = re.sub(stem, instead, text)
    return " ".join(sorted(_NOISE.sub(" ", text).split()))


def _eid(provision: str) -> str | None:
    try:
        return read_citation(provision)
    except UnreadCitation:
        return None
