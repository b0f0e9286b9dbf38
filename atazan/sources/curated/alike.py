"""Whether a paper repeats one already on the desk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q, QuerySet

from atazan.journal import private
from atazan.rules.day import PartialDay
from atazan.sources.models import Reading
from atazan.sources.opened.alike import Known, Sketch, sketch
from atazan.sources.opened.paper import Paper

DAYS = 4
"""A rewrite comes out within so many days of the first report."""
MOST = 2000
"""So many earlier papers are compared, the last ones."""

_sketches: dict[str, Sketch] = {}
"""Sketches of the texts met in this process, by the digest of the text."""


def repeated(paper: Paper) -> str | None:
    """The reading that told the same report before; the first of them, where several did."""
    rows = list(_near(paper)[:MOST])
    known, of_hash = Known(), {row.hash: row for row in rows}
    _read(row.text for row in rows)
    for row in reversed(rows):
        if row.text in _sketches:
            known.add(row.hash, _sketches[row.text])
    found = known.add(paper.hash, paper.text) if paper.text.strip() else None
    if found is None:
        return None
    first = of_hash[found.of]
    return str(first.repeats or first.id)


def _near(paper: Paper) -> QuerySet[Reading]:
    rows = Reading.objects.order_by("-entry")
    if paper.published is None:
        return rows
    day = PartialDay.read(paper.published)
    first, last = day.first - timedelta(days=DAYS), day.last + timedelta(days=DAYS)
    near = Q(published__gte=first.isoformat(), published__lte=last.isoformat())
    return rows.filter(near | Q(published=None))


def _read(digests: Iterable[str]) -> None:
    new = [one for one in digests if one not in _sketches]
    for at in range(0, len(new), 200):
        for digest, text in private.reveal_all(new[at : at + 200]).items():
            _sketches[digest] = sketch(text)
