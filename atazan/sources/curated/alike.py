"""Whether a paper repeats one already on the desk."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from atazan.journal import private
from atazan.rules.day import PartialDay
from atazan.sources.models import Reading
from atazan.sources.opened.paper import Paper
from atazan.words import tokens

ALIKE = 0.5
"""Share of runs of three words that a rewrite has in common with the report it repeats."""
DAYS = 4
"""A rewrite comes out within so many days of the first report."""
MOST = 300
"""So many earlier papers are compared, the last first."""


def repeated(paper: Paper) -> str | None:
    """The reading that told the same before; the first of them, where several did."""
    ours = _runs(paper.text)
    if not ours:
        return None
    rows = list(_near(paper)[:MOST])
    texts = private.reveal_all(row.text for row in rows)
    for row in rows:
        theirs = _runs(texts.get(row.text, ""))
        if theirs and len(ours & theirs) / min(len(ours), len(theirs)) >= ALIKE:
            return str(row.repeats or row.id)
    return None


def _near(paper: Paper):  # type: ignore[no-untyped-def]
    rows = Reading.objects.order_by("-entry")
    if paper.published is None:
        return rows
    day = PartialDay.read(paper.published)
    first, last = day.first - timedelta(days=DAYS), day.last + timedelta(days=DAYS)
    near = Q(published__gte=first.isoformat(), published__lte=last.isoformat())
    return rows.filter(near | Q(published=None))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [token.word.casefold() for token in tokens(text)]
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
