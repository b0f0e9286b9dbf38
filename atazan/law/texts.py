"""Ask the texts of the law: of any day, in each language, as known now or at an earlier moment.

Days are half-open: `since` counts, `until` does not. `known` is a moment: what was recorded up to
it; None is all that is recorded. `work` is a short id. Where nothing is held the answer is None or
empty, never another day's text. Errors: kept.WordsMissing where the database lost words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any

from msgspec import Struct

from atazan.law import kept
from atazan.law.phrases import Phrase
from atazan.law.pieces import ALL, Pieces, Row, Stretch, VersionRow, pieces_of
from atazan.law.quickly import answers
from atazan.law.text.document import Block, Document, Facts, Words, outer, provisions
from atazan.law.text.document import digest as digest_of
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
    entry, on, pieces = _entry(known), day.isoformat(), pieces_of(work, lang)
    rows, version = pieces.state(on, entry), pieces.version(on, entry)
    if not rows or version is None:
        return None
    words = tuple(row.words for row in rows if row.words)
    pieces.read(words)
    return _document(lang, version, words)


def broken() -> Iterator[tuple[int, str]]:
    """Versions whose pieces, as known at their own entry, do not make the text they were recorded
    with: entry and id. One is so where an earlier version it was told against was withdrawn."""
    for id, work, lang, since, entry, digest in answers(_RECORDED):
        state = pieces_of(work, lang).state(since, entry)
        try:
            pieces = kept.words_of([row.words for row in state if row.words])
            lines = [block.printed for piece in pieces for block in piece]
        except kept.WordsMissing:
            lines = []
        if digest_of("\n".join(lines)) != digest:
            yield entry, id


_RECORDED = "SELECT id, work, lang, since, entry, digest FROM law_textversion ORDER BY entry"


def provisions_on(work: str, lang: Lang, day: date) -> dict[str, Words]:
    """Every provision of the act as it read on a day, by eId; those that only hold others are there
    with no words. Empty where no text of that day is held."""
    pieces = pieces_of(work, lang)
    words = tuple(row.words for row in pieces.state(day.isoformat()) if row.words)
    pieces.read(words)
    return _provisions(words) if words else {}


@lru_cache(maxsize=24)
def _provisions(words: tuple[str, ...]) -> dict[str, Words]:
    found = provisions(block for piece in kept.words_of(words) for block in piece)
    for eid in list(found):
        steps = eid.split("__")
        for n in range(1, len(steps)):
            outside = "__".join(steps[:n])
            found.setdefault(outside, Words(outside, outside, "", "", ""))
    return found


def version_day(work: str, lang: Lang, day: date | None) -> date | None:
    """The first day of the version that stands on `day` (None: of the newest)."""
    found = pieces_of(work, lang).version("9999-12-31" if day is None else day.isoformat())
    return None if found is None else date.fromisoformat(found.since)


def piece_on(
    work: str, eid: str, lang: Lang, day: date, known: datetime | None = None
) -> Wording | None:
    """The piece an eId lies in, as it read on a day; None where that day's text has none."""
    pieces = pieces_of(work, lang)
    found = pieces.on_day(outer(eid), day.isoformat(), _entry(known))
    return None if found is None else _wording(pieces, found)


def wordings(work: str, wid: str, lang: Lang, known: datetime | None = None) -> list[Wording]:
    """The history of a piece by its permanent name, oldest first; gaps are days it was gone."""
    return _wordings(pieces_of(work, lang), wid, _entry(known))


def spans(work: str, eid: str, lang: Lang, known: datetime | None = None) -> list[Span]:
    """The history of a provision's own words, oldest first. `eid` is that of its last text."""
    pieces, entry = pieces_of(work, lang), _entry(known)
    histories = (_wordings(pieces, wid, entry) for wid in pieces.bearing(outer(eid)))
    found = [span for history in histories for span in _of_provision(history, eid)]
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
    found = Phrase(phrase, pieces_of(work, lang), _entry(known)).standing(day.isoformat())
    if found is None:
        return None
    since, until, line = found
    return Span(date.fromisoformat(since), _day(until), line.eid, line.text)


def rows_on(work: str, lang: Lang, day: date) -> dict[str, Row]:
    """The last word on every piece up to a day, those that are gone included, as known now."""
    return pieces_of(work, lang).last_words(day.isoformat())


def names(work: str, lang: Lang, before: date) -> set[str]:
    """Every permanent name that texts from before a day used."""
    on = before.isoformat()
    rows = [r for rows in pieces_of(work, lang).of_wid.values() for r in rows if r.since < on]
    held = kept.words_of(list({row.words for row in rows if row.words}))
    return {block.name for piece in held for block in piece} | {row.wid for row in rows}


def _wordings(pieces: Pieces, wid: str, entry: int) -> list[Wording]:
    held = [one for one in pieces.stretches(wid, entry) if one.row.words]
    return [_wording(pieces, one) for one in held]


def _wording(of: Pieces, stretch: Stretch) -> Wording:
    row, since = stretch.row, date.fromisoformat(stretch.since)
    assert row.words is not None
    of.read((row.words,))
    lines, until = kept.words(row.words), _day(stretch.until)
    return Wording(of.work, of.lang, row.wid, row.eid, since, until, lines, row.entry)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


@lru_cache(maxsize=24)
def _document(lang: Lang, version: VersionRow, words: tuple[str, ...]) -> Document:
    blocks = tuple(block for piece in kept.words_of(words) for block in piece)
    day = date.fromisoformat(version.since)
    facts = Facts(title=version.title, version=day, source=version.source)
    return Document(lang=lang, blocks=blocks, facts=facts)


def _entry(known: datetime | None) -> int:
    """The last entry recorded by a moment: that before the first one recorded after it.

    Moments go up with the entries, but in a demo, whose made-up petitions bear earlier days.
    """
    if known is None:
        return ALL
    from atazan.journal.models import Entry

    later = Entry.objects.filter(recorded_at__gt=known).order_by("number").first()
    return ALL if later is None else later.number - 1
