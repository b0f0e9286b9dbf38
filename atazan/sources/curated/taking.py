"""A paper read and understood comes onto the desk: its reading, and one proposal an act it tells.

The text is sealed beside the journal; the file of a reading is closed to the public. The same
paper twice changes nothing; a rewrite joins the report it repeats and proposes only what that one
did not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from msgspec import Struct

from atazan.journal.acts import Act
from atazan.journal.record import BadRow, By, record_many
from atazan.rules.day import day_in_astana
from atazan.sources.acts import ActProposed, DocumentRead
from atazan.sources.curated.alike import repeated
from atazan.sources.curated.same import same_act
from atazan.sources.models import Document, Proposal, Reading
from atazan.sources.opened.paper import Paper
from atazan.sources.understood.told import ActTold, Understood

QUOTE = 600
"""Characters of the words that prove an act, at most: a span is one sentence or two."""

_SLUG = re.compile(r"[^a-z0-9]+")


class Taken(Struct, frozen=True):
    """A paper on the desk: the reading's id, whether it is new there, what it repeats, and how many
    acts it proposes."""

    id: str
    fresh: bool
    repeats: str | None
    proposals: int


def take(paper: Paper, understood: Understood, *, by: By, at: datetime) -> Taken:
    """Take a paper onto the desk. Raises NotPermitted where the role may not read papers in."""
    known = Reading.objects.filter(hash=paper.hash).first()
    if known is not None:
        return Taken(known.id, False, known.repeats, _proposals(known.id))
    with transaction.atomic():
        described = _described(paper)
        first = repeated(paper)
        id = _id(paper, described, first)
        cited_as = described.files[0] if described and described.files else paper.url or id
        read = _read(paper, understood, id, cited_as, first, str(day_in_astana(at)))
        acts = _new(understood.acts, first, understood.lang)
        proposed = list(_proposed(acts, understood, paper.text, read))
        try:
            record_many([read, *proposed], by=by, at=at)
        except BadRow as wrong:
            raise wrong.why from wrong
    return Taken(id, True, first, len(proposed))


def _proposals(id: str) -> int:
    return Proposal.objects.filter(document=id).count()


def _described(paper: Paper) -> Document | None:
    """The document of the record that this paper is, by its address or the name of its file."""
    name = PurePath(paper.place).name
    for row in Document.objects.order_by("entry"):
        if (paper.url and paper.url in (row.url, *row.files)) or name in row.files:
            return row
    return None


def _id(paper: Paper, described: Document | None, first: str | None) -> str:
    if described is not None and not Reading.objects.filter(pk=described.id).exists():
        return described.id
    outlet = _SLUG.sub("-", (paper.outlet or "text").lower()).strip("-")[:40]
    return "-".join(filter(None, (outlet or "text", paper.published, paper.hash[:8])))


def _read(
    paper: Paper, understood: Understood, id: str, cited_as: str, first: str | None, day: str
) -> DocumentRead:
    return DocumentRead(
        id=id,
        language=understood.lang,
        hash=paper.hash,
        place=paper.place[:500] or "—",
        cited_as=cited_as[:500],
        text=paper.text or "—",
        title=_short(paper.title, 500),
        outlet=_short(paper.outlet, 200),
        author=_short(paper.author, 200),
        published=paper.published,
        url=_short(paper.url, 500),
        repeats=first,
        rests_on=understood.sources,
        done_on=day,
        sources=(cited_as[:500],),
    )


def _short(words: str | None, most: int) -> str | None:
    return words[:most] if words else None


def _new(acts: Iterable[ActTold], first: str | None, lang: str) -> list[ActTold]:
    """The acts the first report did not tell; all of them where nothing is repeated."""
    if first is None:
        return list(acts)
    told = list(Proposal.objects.filter(document=first))
    return [act for act in acts if not any(same_act(act, one) for one in told)]


def _proposed(
    acts: Iterable[ActTold], understood: Understood, text: str, read: DocumentRead
) -> Iterator[Act]:
    slugs = {name: one.id for one in understood.mentions if one.id for name in (one.name, one.full)}
    for place, act in enumerate(acts, 1):
        names = {*act.actors, *act.objects, *act.counterparts, *filter(None, (act.office,))}
        yield ActProposed(
            id=f"{read.id}.{place}",
            document=read.id,
            tells=str(act.kind),
            date=act.date,
            actors=act.actors,
            objects=act.objects,
            office=act.office,
            counterparts=act.counterparts,
            modality=act.modality,
            quote=" ".join(text[act.start : act.end].split())[:QUOTE],
            start=act.start,
            end=act.end,
            sure=round(act.confidence * 100),
            said_by=act.said_by,
            pattern=act.pattern,
            known={name: slugs[name] for name in sorted(names) if name in slugs},
            done_on=read.done_on,
            sources=read.sources,
        )
