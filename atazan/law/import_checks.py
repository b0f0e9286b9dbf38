"""What a text is refused for: it names no act, is in another language, or would wipe what is held.

A text sent by mistake is told from an amendment by what would be left of the law: the sender says
`replaces` where that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from atazan.journal.problems import Problem
from atazan.law import texts
from atazan.law.models import TextVersion
from atazan.law.text.document import OUTSIDE, Document, Words, provisions
from atazan.law.text.facts import language
from atazan.rules.text import Lang
from atazan.rules.works import works


class TextRefused(ValueError):
    """A text that cannot be taken as it was sent; `problem` says why and what to do."""

    def __init__(self, key: str, **facts: object) -> None:
        self.problem = Problem(f"law.text.{key}", facts)
        super().__init__(self.problem.says("en"))

    def says(self, lang: Lang) -> str:
        return self.problem.says(lang)


class Told(Struct, frozen=True, kw_only=True):
    """What the sender says of a text: of which work it is, and from which day it reads so.

    `by` is the work that made this version, where known. `replaces`: it is meant to take the place
    of a text held of that day, or to leave out most of the law.
    """

    work: str
    lang: Lang
    since: date
    source: str
    by: str | None = None
    replaces: bool = False


LAST_DAY = date(2200, 12, 31)
"""The last day a text is taken to begin on; a later one is a slip of the pen."""


def check(document: Document, told: Told, fresh: Sequence[str]) -> None:
    """Raise TextRefused: an unknown work (`fresh` are to be registered), no words, a day too far
    away, another language."""
    for work in (told.work, told.by):
        if work is not None and work not in works() and work not in fresh:
            raise TextRefused("unknown_work", work=work)
    if not document.blocks:
        raise TextRefused("empty", source=told.source)
    if told.since > LAST_DAY:
        raise TextRefused("too_late", since=told.since, last=LAST_DAY)
    seems = language(document.printed)
    if seems != told.lang or document.lang != told.lang:
        raise TextRefused("other_language", source=told.source, told=told.lang, seems=seems)


def recorded_before(told: Told, digest: str) -> bool:
    """Whether this very text of this day was recorded, even if a correction took its place."""
    same = TextVersion.objects.filter(work=told.work, lang=told.lang, since=told.since)
    return same.filter(digest=digest).exists()


def check_place(of_day: texts.Version | None, told: Told) -> None:
    """Raise TextRefused where another text of that day is held, unless a correction is meant."""
    if of_day is not None and not told.replaces:
        raise TextRefused("day_held", work=told.work, since=told.since, entry=of_day.entry)


def check_whole(document: Document, before: Document | None, told: Told) -> None:
    """Raise TextRefused where a law with articles would be left with none, or more than half of its
    provisions would go, unless that is meant. `document` bears the names carried over."""
    if told.replaces:
        return
    now = provisions(document.blocks)
    if not _articles(now):
        had = _articles(provisions(before.blocks) if before else _nearest(told))
        if had:
            raise TextRefused("no_articles", source=told.source, work=told.work, n=had)
    was = {eid: one.wid for eid, one in provisions(before.blocks if before else ()).items()}
    was = {eid: wid for eid, wid in was.items() if eid not in OUTSIDE}
    stand = {one.wid for one in now.values()} | now.keys()
    gone = [eid for eid, wid in was.items() if eid not in stand and wid not in stand]
    if len(gone) * 2 > len(was):
        facts = {"source": told.source, "work": told.work, "n": len(gone), "of": len(was)}
        raise TextRefused("most_gone", **facts)


def _articles(eids: Iterable[str]) -> int:
    return sum(1 for eid in eids if eid.startswith("art_") and "__" not in eid)


def _nearest(told: Told) -> dict[str, Words]:
    """The provisions of the next text of the work where none before is held in this language."""
    held = texts.versions(told.work)
    if not held:
        return {}
    one = next((one for one in held if one.lang == told.lang), held[-1])
    return texts.provisions_on(one.work, one.lang, one.since)
