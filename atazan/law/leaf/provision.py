"""The text on a provision's page: its article, each paragraph with how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from atazan.law import texts
from atazan.law.held import Held
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.cites import Cites
from atazan.law.leaf.over import Over, Repeats, words_over
from atazan.law.leaf.rows import Pair
from atazan.law.leaf.texts_shown import Piece, Side, piece, side
from atazan.law.marks import Mark, mark_of_text
from atazan.law.pages import Part, parts_of
from atazan.law.queries import standings
from atazan.law.standing import Standing
from atazan.law.text.document import Block, outer, pieces
from atazan.rules.text import Lang
from atazan.rules.works import Work

_DAY = timedelta(days=1)


class Inside(Struct, frozen=True):
    """Parts of a row that one act made stand alike, and otherwise than it; `one` is the first."""

    one: Part
    eids: tuple[str, ...]


class Gloss(Struct, frozen=True):
    """What stands beside a row: how it stood, since when its words stand.

    `since_held`: the words stood so in the first text held, so they may be older. `inside` are its
    parts of which something of their own is to be said. `unshown`: what made it stand so is not yet
    shown by the text itself.
    """

    part: Part
    since: date | None
    since_held: bool
    inside: tuple[Inside, ...] = ()
    ceased: bool = False
    unshown: bool = False
    repeats: tuple[Repeats, ...] = ()


class Shown(Struct, frozen=True):
    """A row of the text with what stands beside it; `asked`: the page is about it or a part.

    `bare`: notes on the article as a whole, of which no state is told.
    """

    pair: Pair
    gloss: Gloss
    asked: bool
    bare: bool

    @property
    def eid(self) -> str:
        return self.pair.eid


class Absent(Struct, frozen=True):
    """Why no text is shown.

    `work`: none of the act is held; `unknown`: none was known at the moment asked; `early`: the
    texts held begin later; `gone`: the day's text has no such provision, though that of `day` had;
    `never`: none had.
    """

    why: str
    day: date | None = None
    eid: str = ""


class Leaf(Struct, frozen=True):
    """The text part of a provision's page."""

    asked: Asked
    held: tuple[Lang, ...]
    piece: Piece | None = None
    rows: tuple[Shown, ...] = ()
    absent: Absent | None = None
    before: str = ""
    after: str = ""
    formerly: tuple[str, ...] = ()
    states: tuple[tuple[Mark, int], ...] = ()

    @property
    def cites(self) -> tuple[Cites, ...]:
        return self.piece.main.cites if self.piece else ()

    @property
    def heading(self) -> str:
        return self.piece.main.article.heading if self.piece else ""

    @property
    def eids(self) -> frozenset[str]:
        """Every provision whose words are shown."""
        return frozenset(line.eid for row in self.rows for line in row.pair.row.lines) | {
            row.eid for row in self.rows
        }

    @property
    def missing(self) -> tuple[Lang, ...]:
        """Languages asked for of which no text is held on the day."""
        return tuple(one for one in self.asked.langs if self.piece and one not in self.piece.sides)


def leaf(work: Work, eid: str, asked: Asked, held: Sequence[Lang]) -> Leaf:
    """The text of the article a provision lies in, on the day and in the languages asked for."""
    found = [texts.piece_on(work.id, eid, lang, asked.day, asked.known) for lang in asked.langs]
    present = [one for one in found if one is not None]
    if not any(_has(eid, one.blocks) for one in present):
        return Leaf(asked, tuple(held), absent=_absent(work, eid, asked, held))
    over, repeats = words_over(work, outer(eid), asked)
    histories = [texts.wordings(work.id, one.wid, one.lang, asked.known) for one in present]
    shown = piece(outer(eid), [side(one, asked.day, over) for one in histories], asked.page)
    rows = _rows(work, eid, shown, asked, over, repeats)
    before, after = _beside(work, outer(eid), asked, shown.main.lang)
    return Leaf(
        asked,
        tuple(held),
        shown,
        rows,
        before=before,
        after=after,
        formerly=tuple({_formerly(one) for one in shown.ordered} - {""}),
        states=_states(rows),
    )


def _has(eid: str, blocks: Sequence[Block]) -> bool:
    return any(one.eid == eid or one.eid.startswith(f"{eid}__") for one in blocks)


def _rows(
    work: Work,
    eid: str,
    shown: Piece,
    asked: Asked,
    over: Over,
    repeats: Sequence[Repeats],
) -> tuple[Shown, ...]:
    named = [line.eid for pair in shown.pairs for line in pair.row.lines]
    stood = standings(
        work.id, dict.fromkeys([*(one.eid for one in shown.pairs), *named]), asked.day
    )
    parts = dict(zip(stood, parts_of(stood.values(), mark_of_text), strict=True))
    first = min((one.since for one in texts.versions(work.id, known=asked.known)), default=date.min)
    since, texts_held, found = shown.since, Held(work.id, asked.day), []
    for pair in shown.pairs:
        of_row = list(dict.fromkeys(line.eid for line in pair.row.lines if line.eid != pair.eid))
        inside = [parts[one] for one in of_row if _own(stood[one], parts[pair.eid])]
        begun = max((since[one] for one in (pair.eid, *of_row) if one in since), default=None)
        only_notes = all(line.kind == "note" for line in pair.row.lines)
        gloss = Gloss(
            parts[pair.eid],
            begun,
            begun == first and begun not in (work.in_force_from, work.adopted),
            _alike(inside),
            any(run.ceased for line in pair.row.lines for run in line.runs),
            _unshown(parts[pair.eid], texts_held),
            tuple(one for one in repeats if one.eid == pair.eid or one.eid in of_row),
        )
        asked_for = shown.eid not in (eid, pair.eid) and _asked(eid, pair.eid)
        found.append(Shown(pair, gloss, asked_for, only_notes and pair.eid == shown.eid))
    return tuple(found)


def _asked(eid: str, row: str) -> bool:
    return eid == row or eid.startswith(f"{row}__")


def _own(found: Standing, row: Part) -> bool:
    """Whether something of its own makes a part of a row stand so, and otherwise than the row."""
    by = found.by
    if by is None or by.relation != "own":
        return False
    made = row.standing.by
    alike = made is not None and (made.by_work, made.by_decision) == (by.by_work, by.by_decision)
    return not alike or found.state != row.standing.state


def _alike(parts: Iterable[Part]) -> tuple[Inside, ...]:
    groups: dict[tuple[Mark, str, str], list[Part]] = {}
    for part in parts:
        by = part.standing.by
        named = (by.by_work or by.by_decision or "") if by is not None else ""
        groups.setdefault((part.mark, str(part.standing.since), named), []).append(part)
    return tuple(
        Inside(found[0], tuple(one.provision for one in found)) for found in groups.values()
    )


def _unshown(row: Part, held: Held) -> bool:
    by = row.standing.by
    return by is not None and by.provision != "whole" and held.shows(by) is False


def _states(rows: Sequence[Shown]) -> tuple[tuple[Mark, int], ...]:
    """How many rows stood how, where they did not all stand alike."""
    counts: dict[Mark, int] = {}
    for row in (one for one in rows if not one.bare):
        mark = row.gloss.part.mark
        counts[mark] = counts.get(mark, 0) + 1
    return tuple(counts.items()) if len(counts) > 1 else ()


def _beside(work: Work, article: str, asked: Asked, lang: Lang) -> tuple[str, str]:
    """The articles before and after it in the text of the day."""
    document = texts.text_on(work.id, lang, asked.day, asked.known)
    rows = [eid for eid, _ in pieces(document.blocks)] if document else []
    rows = [eid for eid in rows if eid.startswith("art_")]
    if article not in rows:
        return "", ""
    at = rows.index(article)
    return rows[at - 1] if at else "", rows[at + 1] if at + 1 < len(rows) else ""


def _formerly(side: Side) -> str:
    """The name it bore before a renumbering."""
    first = side.wording.wid
    return "" if "@" in first or first == side.wording.eid else first


def _absent(work: Work, eid: str, asked: Asked, held: Sequence[Lang]) -> Absent:
    if not held:
        return Absent("work")
    versions = texts.versions(work.id, known=asked.known)
    begun = min((one.since for one in versions), default=None)
    if begun is None:
        return Absent("unknown")
    spans = [one for lang in held for one in texts.spans(work.id, eid, lang, asked.known)]
    past = [one for one in spans if one.since <= asked.day]
    later = [one for one in spans if one.since > asked.day]
    if past:
        last = max(past, key=lambda one: one.until or date.max)
        return Absent("gone", last.until - _DAY if last.until else last.since, last.eid)
    if asked.day < begun:
        return Absent("early", begun, eid if later else "")
    if later:
        first = min(later, key=lambda one: one.since)
        return Absent("gone", first.since, first.eid)
    return Absent("never")
