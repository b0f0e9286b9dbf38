"""Which text a page is asked for: in which language, on which day, and as known when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from msgspec import Struct

from atazan.journal.problems import Problem
from atazan.rules.day import ASTANA, parsed
from atazan.rules.text import LANGS, Lang, Text
from atazan.rules.words import phrase

Shown = Literal["kk", "ru", "both"]
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?")


class Asked(Struct, frozen=True):
    """The text asked for. `known` is the last moment whose knowledge counts; None: all of it.

    `problem` says why `?known=` was not followed; `page` is the language of the page.
    """

    day: date
    shown: Shown
    langs: tuple[Lang, ...]
    known: datetime | None = None
    known_written: str = ""
    problem: Problem | None = None
    page: Lang = "kk"

    @property
    def known_on(self) -> date | Text | None:
        """What was asked as known: a day, or a moment in Astana time written out."""
        return parsed(self.known_written) or (in_astana(self.known) if self.known else None)


def asked(
    query: Mapping[str, str], day: date, page: Lang, held: Sequence[Lang], now: datetime
) -> Asked:
    """The text asked for by `?text=` and `?known=`; `held` are the languages that have one.

    Without `?text=` it is that of the page's language, on an English page both.
    """
    written = query.get("known", "").strip()[:40]
    moment = read_moment(written)
    problem = _problem(written, moment, now)
    shown = _shown(query.get("text", ""), page, held)
    langs: tuple[Lang, ...] = ("kk", "ru") if shown == "both" else (shown,)
    known = None if problem else moment
    return Asked(day, shown, langs, known, written if known else "", problem, page)


def _shown(written: str, page: Lang, held: Sequence[Lang]) -> Shown:
    wish: Shown = "both" if page == "en" else page
    asked = next((one for one in ("kk", "ru", "both") if one == written), wish)
    if len(held) == 1:
        return "kk" if held[0] == "kk" else "ru"
    return asked


def read_moment(written: str) -> datetime | None:
    """A moment, or the last one of a day in Astana; None where it is neither.

    >>> read_moment("2026-07-01").isoformat()
    '2026-07-01T18:59:59.999999+00:00'
    >>> read_moment("2026-07-01T09:30Z").isoformat()
    '2026-07-01T09:30:00+00:00'
    """
    day = parsed(written) if written else None
    if day is not None:
        try:
            end = datetime.combine(day + timedelta(days=1), time(), ASTANA)
        except OverflowError:
            return None
        return end.astimezone(UTC) - timedelta(microseconds=1)
    written = written.replace(" ", "+") if written.count(" ") == 1 and "T" in written else written
    if not _MOMENT.fullmatch(written):
        return None
    try:
        found = datetime.fromisoformat(written)
        return (found if found.tzinfo else found.replace(tzinfo=ASTANA)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def in_astana(moment: datetime) -> Text:
    """A moment written out, in Astana time."""
    there = moment.astimezone(ASTANA)
    facts = {"day": there.date(), "time": f"{there:%H:%M:%S}".removesuffix(":00")}
    kk, ru, en = (phrase("law.known.moment", lang, facts) for lang in LANGS)
    return Text(kk=kk, ru=ru, en=en)


def _problem(written: str, moment: datetime | None, now: datetime) -> Problem | None:
    if written and moment is None:
        return Problem("law.known.unreadable", {"written": written})
    if moment is not None and moment.date() > (now + timedelta(days=1)).date():
        return Problem("law.known.ahead", {"written": written})
    return None
