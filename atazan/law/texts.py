"""Ask the texts of the law: of any day, in each language, as known now or at an earlier moment.

Days are half-open: `since` counts, `until` does not. `known` is a moment: what was recorded up to
it; None is all that is recorded. `work` is a short id. Where nothing is held the answer is None or
empty, never another day's text. Errors: kept.WordsMissing where the database lost words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from atazan.law import kept
from atazan.law.quickly import answers
from atazan.law.text.document import Block, Document, Facts, Words, outer, provisions
from atazan.law.text.document import digest as digest_of
from atazan.law.text.letters import plain
from atazan.rules.text import LANGS, Lang


class Version(Struct, frozen=True):
    """A text of a work as recorded by `entry` at `known`; `until` is where the next one begins."""

    id: str
    work: str
    lang: Lang
    since: date
    until: date | None
    entry: int
    known: datetime
    source: str
    by_work: str | None
    digest: str
    title: str | None = None


class Wording(Struct, frozen=True):
    """The words of one piece (an article, a heading, the preamble) on the days of the span."""

    work: str
    lang: Lang
    wid: str
    eid: str
    since: date
    until: date | None
    blocks: tuple[Block, ...]
    entry: int


class Span(Struct, frozen=True):
    """A provision's own words, unchanged on these days: heading and text without its parts'."""

    since: date
    until: date | None
    eid: str
    text: str


class Row(NamedTuple):
    """A piece as its table has it; `words` None: gone from `since` on."""

    wid: str
    since: str
    entry: int
    eid: str
    place: int
    words: str | None


_ROWS = (
    "SELECT wid, since, entry, eid, place, words FROM law_textpiece WHERE work = %s AND lang = %s"
)
_ORDER = " ORDER BY wid, since, entry"
_ALL = 2**31 - 1
_BEFORE = f"{_ROWS} AND since <= %s AND entry <= %s{_ORDER}"
_OF_WID = f"{_ROWS} AND wid = %s AND entry <= %s{_ORDER}"
_OF_EID = (
    f"{_ROWS} AND wid IN (SELECT wid FROM law_textpiece WHERE work = %s AND lang = %s"
    f" AND eid = %s) AND entry <= %s{_ORDER}"
)
_VERSIONS = (
    "SELECT v.id, v.work, v.lang, v.since, v.entry, e.recorded_at, v.source, v.by_work, v.digest,"
    " v.title FROM law_textversion v JOIN journal_entry e ON e.number = v.entry"
    " WHERE v.work = %s AND v.entry <= %s ORDER BY v.lang, v.since, v.entry"
)


def versions(work: str, lang: Lang | None = None, known: datetime | None = None) -> list[Version]:
    """The texts held of a work, oldest first; of a day recorded twice the later record."""
    rows = [row for row in answers(_VERSIONS, work, _entry(known)) if lang in (None, row[2])]
    found = []
    for _, of_lang in groupby(rows, key=lambda row: row[2]):
        last = {row[3]: row for row in of_lang}
        days = [*last, None]
        found += [_version(row, until) for row, until in zip(last.values(), days[1:], strict=True)]
    return sorted(found, key=lambda one: (one.since, one.lang))


def _version(row: tuple[Any, ...], until: str | None) -> Version:
    id, work, lang, since, entry, known, *rest = row
    end = None if until is None else date.fromisoformat(until)
    if isinstance(known, str):  # SQLite keeps moments as text, in UTC
        known = datetime.fromisoformat(known)
    if known.tzinfo is None:
        known = known.replace(tzinfo=UTC)
    return Version(id, work, lang, date.fromisoformat(since), end, entry, known, *rest)


def languages(work: str) -> list[Lang]:
    """The languages in which some text of the work is held."""
    found = {row[0] for row in answers(_LANGS, work)}
    return [lang for lang in LANGS if lang in found]


_LANGS = "SELECT DISTINCT lang FROM law_textversion WHERE work = %s"


def text_on(work: str, lang: Lang, day: date, known: datetime | None = None) -> Document | None:
    """The whole act as it read on a day; None where no text of that day is held."""
    entry = _entry(known)
    rows = _state(work, lang, day, entry)
    if not rows:
        return None
    version = _version_on(work, lang, day, entry)
    return _document(lang, version, tuple(row.words for row in rows if row.words))


def broken() -> Iterator[tuple[int, str]]:
    """Versions whose pieces, as known at their own entry, do not make the text they were recorded
    with: entry and id. One is so where an earlier version it was told against was withdrawn."""
    for id, work, lang, since, entry, digest in answers(_RECORDED):
        state = _state(work, lang, date.fromisoformat(since), entry)
        try:
            lines = [b.printed for row in state for b in kept.words(row.words or "")]
        except kept.WordsMissing:
            lines = []
        if digest_of("\n".join(lines)) != digest:
            yield entry, id


_RECORDED = "SELECT id, work, lang, since, entry, digest FROM law_textversion ORDER BY entry"


def provisions_on(work: str, lang: Lang, day: date) -> dict[str, Words]:
    """Every provision of the act as it read on a day, by eId; those that only hold others are there
    with no words. Empty where no text of that day is held."""
    rows = _state(work, lang, day)
    return _provisions(lang, tuple(row.words for row in rows if row.words)) if rows else {}


@lru_cache(maxsize=64)
def _provisions(lang: Lang, words: tuple[str, ...]) -> dict[str, Words]:
    found = provisions(block for piece in kept.words_of(words) for block in piece)
    for eid in list(found):
        steps = eid.split("__")
        for n in range(1, len(steps)):
            outside = "__".join(steps[:n])
            found.setdefault(outside, Words(outside, outside, "", "", ""))
    return found


def version_day(work: str, lang: Lang, day: date | None) -> date | None:
    """The first day of the version that stands on `day` (None: of the newest)."""
    until = "9999-12-31" if day is None else day.isoformat()
    rows = answers(_ONE_VERSION, work, lang, until, _ALL)
    return date.fromisoformat(rows[0][1]) if rows else None


def piece_on(
    work: str, eid: str, lang: Lang, day: date, known: datetime | None = None
) -> Wording | None:
    """The piece an eId lies in, as it read on a day; None where that day's text has none."""
    asked, entry, on = outer(eid), _entry(known), day.isoformat()
    # Nearly always its permanent name is its eId; else it is looked for among all that bore it.
    found = _on_day(_rows(_OF_WID, work, lang, asked, entry), asked, on)
    if found is None:
        every = _rows(_OF_EID, work, lang, work, lang, asked, entry)
        of_one = (list(rows) for _, rows in groupby(every, key=lambda row: row.wid))
        found = next((one for rows in of_one if (one := _on_day(rows, asked, on))), None)
    return None if found is None else _wording(work, lang, *found)


def _on_day(history: Iterable[Row], eid: str, on: str) -> tuple[str, str | None, Row] | None:
    """First and last day of a piece's words of the day, where it bore this eId then."""
    last = {row[1]: row for row in history}
    now: Row | None = None
    since, until = "", None
    for day, row in last.items():
        if day > on:
            if now is None:
                return None
            if row[5] != now[5] or row[3] != now[3]:
                until = day
                break
        elif now is None or row[5] != now[5] or row[3] != now[3]:
            now, since = row, day
    if now is None or now[5] is None or now[3] != eid:
        return None
    return since, until, now


def wordings(work: str, wid: str, lang: Lang, known: datetime | None = None) -> list[Wording]:
    """The history of a piece by its permanent name, oldest first; gaps are days it was gone."""
    rows = _rows(_OF_WID, work, lang, wid, _entry(known))
    return [_wording(work, lang, *span) for span in _spans(rows) if span[2].words]


def spans(work: str, eid: str, lang: Lang, known: datetime | None = None) -> list[Span]:
    """The history of a provision's own words, oldest first. `eid` is that of its last text."""
    asked = outer(eid)
    rows = _rows(_OF_EID, work, lang, work, lang, asked, _entry(known))
    found: list[Span] = []
    for _, history in groupby(rows, key=lambda row: row.wid):
        pieces = [_wording(work, lang, *span) for span in _spans(history) if span[2].words]
        found += _of_provision(pieces, eid)
    return sorted(found, key=lambda one: one.since)


def _of_provision(pieces: list[Wording], eid: str) -> Iterator[Span]:
    """The spans of the provision that last bore this eId in a piece's history."""
    name = next((b.name for piece in reversed(pieces) for b in piece.blocks if b.eid == eid), None)
    if name is None:
        return
    held: Span | None = None
    for piece in pieces:
        own = next((one for one in provisions(piece.blocks).values() if one.wid == name), None)
        if own is None:
            continue
        text = "\n".join(part for part in (own.heading, own.text) if part)
        same = held is not None and (held.eid, held.text) == (own.eid, text)
        if held is not None and same and held.until == piece.since:
            held = Span(held.since, piece.until, own.eid, text)
            continue
        if held is not None:
            yield held
        held = Span(piece.since, piece.until, own.eid, text)
    if held is not None:
        yield held


def phrase_since(
    work: str, lang: Lang, phrase: str, day: date, known: datetime | None = None
) -> Span | None:
    """Since when a phrase of the text of `day` stands in the act, without a break.

    Letters of two scripts, blanks and case apart. The provision of the answer is the one that holds
    it on `day` the longest; the phrase may have stood in another before. None where it does not
    stand in the text of that day.
    """
    asked, entry = _plain(phrase), _entry(known)
    if not asked:
        return None
    held = [
        (row, block)
        for row, lines in _with_words(_state(work, lang, day, entry))
        for block in lines
        if asked in _plain(block.text)
    ]
    if not held:
        return None
    found = [_standing_since(work, lang, asked, row.wid, day, entry, block) for row, block in held]
    longest = min(found, key=lambda one: one.since)
    since = longest.since
    while (earlier := _earlier(work, lang, asked, since, entry)) is not None:
        since = earlier
    return Span(since, longest.until, longest.eid, longest.text)


def _standing_since(
    work: str, lang: Lang, asked: str, wid: str, day: date, entry: int, block: Block
) -> Span:
    """The days around `day` on which a piece held the phrase."""
    since, until = day, None
    run: tuple[date, date | None] | None = None
    for start, end, row in _spans(_rows(_OF_WID, work, lang, wid, entry)):
        holds = row.words is not None and any(
            asked in _plain(line.text) for line in kept.words(row.words)
        )
        first, last = date.fromisoformat(start), _day(end)
        if not holds:
            run = None
        elif run is not None and run[1] == first:
            run = (run[0], last)
        else:
            run = (first, last)
        if run is not None and run[0] <= day and (run[1] is None or day < run[1]):
            since, until = run
    return Span(since, until, block.eid, block.text)


def _earlier(work: str, lang: Lang, asked: str, since: date, entry: int) -> date | None:
    """The first day of the version before `since`, where that version held the phrase too."""
    days = [row[0] for row in answers(_DAYS, work, lang, since.isoformat(), entry)]
    if not days:
        return None
    before = date.fromisoformat(days[-1])
    for _, lines in _with_words(_state(work, lang, before, entry)):
        if any(asked in _plain(line.text) for line in lines):
            return before
    return None


def _with_words(state: list[Row]) -> Iterator[tuple[Row, kept.Blocks]]:
    """Each piece with its lines, read together."""
    return zip(state, kept.words_of([row.words or "" for row in state]), strict=True)


_DAYS = (
    "SELECT DISTINCT since FROM law_textversion WHERE work = %s AND lang = %s AND since < %s"
    " AND entry <= %s ORDER BY since"
)


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    return " ".join(plain(text).casefold().split())


def _state(work: str, lang: str, day: date, entry: int = _ALL) -> list[Row]:
    """The pieces of the text of a day, in order."""
    last = {row.wid: row for row in _rows(_BEFORE, work, lang, day.isoformat(), entry)}
    return sorted((row for row in last.values() if row.words), key=lambda row: row.place)


def rows_on(work: str, lang: Lang, day: date) -> dict[str, Row]:
    """The last word on every piece up to a day, those that are gone included, as known now."""
    return {row.wid: row for row in _rows(_BEFORE, work, lang, day.isoformat(), _ALL)}


def names(work: str, lang: Lang, before: date) -> set[str]:
    """Every permanent name that texts from before a day used."""
    rows = answers(_EVERY, work, lang, before.isoformat())
    used = {block.name for row in rows if row[1] for block in kept.words(row[1])}
    return used | {row[0] for row in rows}


_EVERY = (
    "SELECT DISTINCT wid, words FROM law_textpiece WHERE work = %s AND lang = %s AND since < %s"
)


def _spans(history: Iterable[Row]) -> Iterator[tuple[str, str | None, Row]]:
    """One piece's days: of a day recorded twice the later entry; equal words in a row are one."""
    last: dict[str, Row] = {row.since: row for row in history}
    held: tuple[str, Row] | None = None
    for since in sorted(last):
        row = last[since]
        if held is not None and (held[1].words, held[1].eid) == (row.words, row.eid):
            continue
        if held is not None:
            yield held[0], since, held[1]
        held = (since, row)
    if held is not None:
        yield held[0], None, held[1]


def _wording(work: str, lang: Lang, since: str, until: str | None, row: Row) -> Wording:
    assert row.words is not None
    lines = kept.words(row.words)
    return Wording(
        work, lang, row.wid, row.eid, date.fromisoformat(since), _day(until), lines, row.entry
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


_ONE_VERSION = (
    "SELECT id, since, source, title FROM law_textversion WHERE work = %s AND lang = %s"
    " AND since <= %s AND entry <= %s ORDER BY since DESC, entry DESC LIMIT 1"
)


def _version_on(work: str, lang: str, day: date, entry: int) -> tuple[str, str, str, str | None]:
    rows = answers(_ONE_VERSION, work, lang, day.isoformat(), entry)
    return rows[0]


@lru_cache(maxsize=64)
def _document(
    lang: Lang, version: tuple[str, str, str, str | None], words: tuple[str, ...]
) -> Document:
    _, since, source, title = version
    blocks = tuple(block for piece in kept.words_of(words) for block in piece)
    facts = Facts(title=title, version=date.fromisoformat(since), source=source)
    return Document(lang=lang, blocks=blocks, facts=facts)


def _entry(known: datetime | None) -> int:
    """The last entry recorded by a moment: that before the first one recorded after it.

    Moments go up with the entries, but in a demo, whose made-up petitions bear earlier days.
    """
    if known is None:
        return _ALL
    from atazan.journal.models import Entry

    later = Entry.objects.filter(recorded_at__gt=known).order_by("number").first()
    return _ALL if later is None else later.number - 1


def _rows(statement: str, *values: str | int) -> list[Row]:
    return [_row(row) for row in answers(statement, *values)]


_row = Row._make
