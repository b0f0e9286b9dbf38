"""The wordings of a work's provisions as documents, each with its days and how it stood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from atazan.law import texts
from atazan.law.models import Effect
from atazan.law.pieces import pieces_of
from atazan.law.queries import standings
from atazan.law.standing import FALLEN, Standing
from atazan.law.text.document import BACK, FRONT, PREAMBLE, outer
from atazan.law.texts import Wording
from atazan.rules.citation import cite
from atazan.rules.concepts import rights_of
from atazan.rules.text import LANGS, Lang
from atazan.rules.works import Work
from atazan.search.describing import facets, lines, together, year_of
from atazan.search.document import Document

_PLAIN = {"amended": "in_force", "renumbered": "in_force", "article_amended": "in_force"}
"""States that say what was done last: the provision is in force."""
_HEADINGS = (PREAMBLE, "section", "subsection", "chapter", "subchapter")
_DAY = timedelta(days=1)
_PART = re.compile(r"(__(?:sub)?para_[^_]+)__(?:part|indent)_.*$")
"""Lines inside a numbered paragraph: pages give the paragraph an anchor, not its lines."""


class Stood(Struct, frozen=True):
    """A piece on the days on which it read the same in every language held of it.

    `since` counts, `until` does not. `followed`: another wording took its place on `until`.
    """

    eid: str
    since: date
    until: date | None
    sides: tuple[Wording, ...]
    followed: bool

    @property
    def last(self) -> date:
        """Its last day."""
        return self.until - _DAY if self.until else date.max


def of_work(work: Work, pieces: Collection[str] | None = None) -> Iterator[Document]:
    """The wordings of a work, or of some of its articles, and what is spoken of without a text."""
    stood = list(_stood(work.id))
    by_day: dict[date, list[Stood]] = defaultdict(list)
    for one in stood:
        if pieces is None or one.eid in pieces:
            by_day[_asked_on(work, one)].append(one)
    for day, found in by_day.items():
        how = standings(work.id, [_eid(one.eid) for one in found], day)
        for one in found:
            yield _document(work, one, how[_eid(one.eid)])
    yield from _spoken(work, pieces, {one.eid for one in stood})


def _eid(eid: str) -> str:
    """What is asked about: of the preamble only the work itself is on record."""
    return "whole" if eid == PREAMBLE else eid


def _stood(work: str) -> Iterator[Stood]:
    """Every piece of the texts held, its days cut wherever the text of one language changes."""
    of_piece: dict[str, list[Wording]] = defaultdict(list)
    for lang in texts.languages(work):
        for wid in pieces_of(work, lang).of_wid:
            of_piece[wid] += texts.wordings(work, wid, lang)
    for wid, held in of_piece.items():
        if wid not in (FRONT, BACK):
            yield from _cut(held)


def _cut(held: list[Wording]) -> Iterator[Stood]:
    days = sorted({day for one in held for day in (one.since, one.until) if day})
    runs = [(since, tuple(one for one in held if _stands(one, since))) for since in days]
    for place, (since, sides) in enumerate(runs):
        if sides:
            until, after = runs[place + 1] if place + 1 < len(runs) else (None, ())
            yield Stood(sides[0].eid, since, until, sides, bool(after))


def _stands(one: Wording, day: date) -> bool:
    return one.since <= day and (one.until is None or day < one.until)


def _asked_on(work: Work, one: Stood) -> date:
    """The last day of the wording on which its work was still in force."""
    ends = work.in_force_until
    return max(one.since, min(one.last, ends - _DAY)) if ends else one.last


def _document(work: Work, one: Stood, how: Standing) -> Document:
    state, until = _end(work, one, how)
    written = {side.lang: _lines(side) for side in one.sides}
    between = one.eid.startswith(_HEADINGS)  # read in the whole act
    return Document(
        id=f"provision/{work.id}/{one.eid}@{one.since}",
        kind="provision",
        title=_title(work, one.eid, {side.lang: _heading(side) for side in one.sides}),
        text={lang: text for lang, (text, _) in written.items()},
        places={lang: places for lang, (_, places) in written.items()},
        path=f"norms/{work.id}" if between else f"norms/{work.id}/{one.eid}",
        since=_binds_from(work, one).isoformat(),
        until=until.isoformat() if until else None,
        replaced=one.until.isoformat() if one.until and one.followed else None,
        day=_binds_from(work, one).isoformat(),
        facets=facets_of(work, one.eid, state, one.since),
        entry=max(how.by.entry if how.by else 0, *(side.entry for side in one.sides)),
    )


def _binds_from(work: Work, one: Stood) -> date:
    """A text may be known before its work begins; one replaced before that never bound."""
    begins = work.in_force_from
    late = begins is not None and one.since < begins <= one.last
    return begins if late and begins else one.since


def facets_of(work: Work, eid: str, state: str, since: date | None) -> dict[str, tuple[str, ...]]:
    """What a provision can be found by beside its words."""
    where = [f"{work.id}#{eid}"]
    return facets(
        work=work.id,
        form=work.kind,
        state=state,
        right=rights_of(where),
        concept=rights_of(where, kinds=("principle", "institution", "procedure")),
        year=year_of(since),
    )


def _end(work: Work, one: Stood, how: Standing) -> tuple[str, date | None]:
    """How the wording stands in the end, and from which day it no longer binds, if from one."""
    fell = how.since.first if how.since else None
    if how.state in FALLEN and how.by is not None and how.by.extent is None:
        return how.state, max(fell or one.since, one.since)
    ends = work.in_force_until
    if ends is not None and one.last >= ends:
        return "work_ended", ends
    if one.until is not None:
        return ("replaced", None) if one.followed else ("repealed", one.until)
    return _PLAIN.get(how.state, how.state), None


def _lines(side: Wording) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text without the compilers' notes; the heading of the piece stands in the title."""
    told = [block for block in side.blocks if block.kind != "note"]
    own = [one for one in told if not (one.kind == "heading" and one.eid == side.eid)]
    return lines((_PART.sub(r"\1", one.eid), one.printed) for one in own or told)


def _heading(side: Wording) -> str:
    return " ".join(
        one.text for one in side.blocks if one.kind == "heading" and one.eid == side.eid
    ).strip()


def _title(work: Work, eid: str, headings: dict[Lang, str]) -> dict[Lang, str]:
    """The work as readers call it, the provision, and its heading where the text has one."""
    found: dict[Lang, str] = {}
    for lang in LANGS:
        named = f"{work.short.says(lang)}, {cite(eid, lang)}"
        found[lang] = f"{named}. {headings[lang]}" if headings.get(lang) else named
    return found


def _spoken(
    work: Work, pieces: Collection[str] | None, held: Collection[str]
) -> Iterator[Document]:
    """Articles that no text held has, of which the record tells something."""
    rows = Effect.objects.filter(work=work.id, superseded=False).exclude(provision="whole")
    of_piece: dict[str, list[Effect]] = defaultdict(list)
    for row in rows.order_by("since", "id"):
        of_piece[outer(row.provision)].append(row)
    named = [eid for eid in of_piece if eid not in held and (pieces is None or eid in pieces)]
    ends = work.in_force_until
    how = standings(work.id, named, ends - _DAY if ends else date.max) if named else {}
    for eid in named:
        yield _told(work, eid, how[eid], of_piece[eid])


def _told(work: Work, eid: str, how: Standing, rows: Iterable[Effect]) -> Document:
    rows = list(rows)
    whole = Stood(eid, work.in_force_from or work.adopted or date.min, None, (), False)
    state, until = _end(work, whole, how)
    known = work.in_force_from or work.adopted
    return Document(
        id=f"provision/{work.id}/{eid}",
        kind="provision",
        title=_title(work, eid, {}),
        text=together(*(said for row in rows for said in (row.extent, row.says))),
        path=f"norms/{work.id}/{eid}",
        since=known.isoformat() if known else None,
        until=until.isoformat() if until else None,
        day=known.isoformat() if known else None,
        facets=facets_of(work, eid, state, known),
        entry=max(row.entry for row in rows),
    )
